"""How a session is drawn in the timetable, and how it is told to those who do not see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from signin.desk.letters import drawing
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.desk.reception.session_words import session_title
from signin.domain.crowd import Expected
from signin.domain.event import Session
from signin.lao.numbers import format_date, format_time, format_weekday
from signin.words import Language, Message, say

_NOON = 12
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on a block: what the session is called, and line by line the rest; `told` is all of it."""

    title: str
    lines: tuple[str, ...]
    told: str


def called(session: Session) -> Message:
    """Give what a session is called under the head of its day: its title, or the half of the day."""
    if session.title:
        return say("{title}", title=session.title)
    return say("Morning") if session.starts_at.hour < _NOON else say("Afternoon")


def day_words(nth: int, day: date, language: Language) -> Message:
    """Give what a day of the event is called: "Day 1, Wednesday 12 June 2024"."""
    weekday, written = format_weekday(day, language), format_date(day, language)
    return say("Day {nth}, {weekday} {date}", nth=nth, weekday=weekday, date=written)


def hours(session: Session) -> str:
    """Give from when to when."""
    return f"{format_time(session.starts_at.time())}-{format_time(session.ends_at.time())}"


def expected_words(expected: Expected) -> Message:
    """Give how many are expected."""
    return say("Expected: {people}, women {women}", people=expected.people, women=expected.women)


def words_of(voice: Voice, session: Session, expected: Expected, scans: int) -> Words:
    """Give the words on a session's block."""
    some = bool(session.categories or session.people)
    lines = [hours(session), session.room, voice.text(expected_words(expected))]
    if some:
        lines.append(voice.text(say("Only some")))
    if scans:
        lines.append(voice.text(say("Scans: {count}", count=scans)))
    named = voice.text(session_title(session, voice.language))
    return Words(
        voice.text(called(session)), tuple(filter(None, lines)), " · ".join(filter(None, (named, *lines)))
    )


def paint_block(painter: QPainter, look: Look, place: QRectF, words: Words, *, chosen: bool, focus: bool) -> None:
    """Paint a block; of what does not fit, the last is left out."""
    radius, bar = look.px(SPACE.hair), look.px(SPACE.hair)
    box = place.adjusted(2, 1, -2, -1)
    painter.setPen(QPen(look.colour("accent" if chosen else "edge"), 2 if chosen else 1))
    painter.setBrush(look.colour("selection" if chosen else "raised"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    side = QRectF(box.left() + 1, box.top() + radius, bar, box.height() - 2 * radius)
    painter.fillRect(side, look.colour("accent"))
    painter.save()
    painter.setClipRect(box)
    _paint_words(painter, look, box.adjusted(bar + look.px(SPACE.hair), 0, -look.px(SPACE.hair), 0), words)
    painter.restore()
    if chosen and focus:
        painter.setPen(QPen(look.colour("focus"), SPACE.ring + 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)


def _paint_words(painter: QPainter, look: Look, box: QRectF, words: Words) -> None:
    bold, plain = look.font(TYPE.small, bold=True), look.font(TYPE.small)
    rows = drawing.hand(bold).lines_in(box.height())
    under = min(len(words.lines), rows - 1)
    text = words.title if rows > 1 else f"{words.title} · {words.lines[0]}"
    title = drawing.lay(text, bold, box.width(), most=max(1, rows - under))
    painter.setPen(look.colour("text"))
    place = QRectF(box)
    if title.height > box.height():  # so low that a mark would be cut: the letters stand in the middle
        place.setTop(box.center().y() - title.height / 2)
    title.draw(painter, place, _TOP_LEFT)
    painter.setPen(look.colour("quiet"))
    below = len(title.lines) * title.hand.leading
    _paint_lines(painter, plain, box.adjusted(0, below, 0, 0), words.lines)


def _paint_lines(painter: QPainter, font: QFont, box: QRectF, lines: tuple[str, ...]) -> None:
    for line in lines:
        block = drawing.lay(line, font, box.width(), most=1)
        if block.height > box.height():
            return
        block.draw(painter, box, _TOP_LEFT)
        box.setTop(box.top() + block.hand.leading)
