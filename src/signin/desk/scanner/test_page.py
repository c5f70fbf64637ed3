"""The page on which a scanner is tried: what it sent, whether that is right, and what to set."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look import icons
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.scanner.burst import USUAL, End, Pace, Scan
from signin.desk.scanner.ear import Ear
from signin.desk.scanner.layouts import Layout
from signin.desk.scanner.trial import Trial, tried
from signin.domain import codes
from signin.domain.verdict import Tone
from signin.words import Message, say

_VERDICTS = {
    Tone.GO: (say("Right: this scanner is ready."), "go"),
    Tone.LOOK: (say("It works, and can be better."), "look"),
    Tone.STOP: (say("Not right."), "stop"),
}
_ENDS = {
    End.ENTER: say("Enter"),
    End.TAB: say("Tab"),
    End.SILENCE: say("nothing, only silence"),
    End.BROKEN: say("another key"),
}
_LAYOUTS = {
    Layout.US: say("English"),
    Layout.LAO: say("Lao"),
    Layout.THAI: say("Thai"),
    Layout.FRENCH: say("French"),
    None: say("not known"),
}
_MOST_SHOWN = 40


class ScannerPage(QWidget):
    """Shows each scan while it is visible, and keeps them from the desk. `paced` wants a pace to be kept."""

    paced = Signal(object)

    def __init__(self, voice: Voice, look: Look, ear: Ear, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look, self._ear = voice, look, ear
        self._trial: Trial | None = None
        self.verdict, self.advice, self.hint = LaoLabel(), LaoLabel(), LaoLabel()
        self.told, self.raw, self.code, self.layout_name, self.end, self.rhythm = (
            LaoLabel(most_lines=1) for _ in range(6)
        )
        self.use = ActionButton(voice, look, say("Use this scanner's pace"), "clock", kind="primary")
        self.use.clicked.connect(self._take_pace)
        self.kept = LaoLabel()
        self.usual = ActionButton(voice, look, say("Use the usual pace"), "undo")
        self.usual.clicked.connect(lambda: self._keep(USUAL))
        dress(self.kept, ink="quiet")
        dress(self.verdict, type="heading")
        dress(self.hint, ink="quiet", type="small")
        voice.tell(
            self.hint,
            self.hint.setText,
            say("If nothing appears, set the scanner to work as a keyboard (“USB HID keyboard”)."),
        )
        self._shape, head = QLabel(), QHBoxLayout()
        self._shape.setVisible(False)
        head.addWidget(self._shape)
        head.addWidget(self.verdict, 1)
        self._rows, whole = QGridLayout(), QVBoxLayout(self)
        self._rows.setColumnStretch(1, 1)
        self._arrange()
        whole.addLayout(head)
        whole.addWidget(self.advice)
        whole.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addLayout(self._rows)
        whole.addWidget(self.hint)
        whole.addStretch(1)
        whole.addWidget(self.kept)
        whole.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        whole.setSpacing(look.px(SPACE.medium))
        ear.heard.connect(self._hear)
        voice.changed.connect(self._say)
        look.changed.connect(self._say)
        self._say()

    def _arrange(self) -> None:
        """Put each finding beside its name."""
        named = (
            (say("The scanner sent"), self.told),
            (say("This computer would have typed"), self.raw),
            (say("Code"), self.code),
            (say("Keyboard of this computer"), self.layout_name),
            (say("Ended by"), self.end),
            (say("Between characters"), self.rhythm),
        )
        for row, (text, value) in enumerate(named):
            name = LaoLabel(most_lines=1)
            dress(name, ink="quiet")
            name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            self._voice.tell(name, name.setText, text)
            self._rows.addWidget(name, row, 0)
            self._rows.addWidget(value, row, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Hear scanners of any pace, and keep what they say from the desk."""
        super().showEvent(event)
        self._ear.listen(False)
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the desk have its scans again."""
        super().hideEvent(event)
        self._ear.listen(True)

    def _hear(self, scan: Scan) -> None:
        if self.isVisible():
            self._trial = tried(scan)
            self._say()

    def _take_pace(self) -> None:
        """Keep the proposed pace from now on."""
        if self._trial and self._trial.pace:
            self._keep(self._trial.pace)

    def _keep(self, pace: Pace) -> None:
        self._ear.keep_pace(pace)
        self.paced.emit(pace)
        self._say()

    def _say_pace(self, pace: Pace) -> None:
        most = round(pace.first_gap * 1000)
        usual = say("This desk hears scanners at the usual pace.")
        kept = say("This desk hears a slow scanner: up to {most} ms between characters.", most=most)
        self.kept.setText(self._voice.text(usual if pace == USUAL else kept))
        self.usual.setVisible(pace != USUAL)

    def _say(self) -> None:
        """Say what was found, in the language spoken now."""
        text, trial = self._voice.text, self._trial
        self.use.setVisible(trial is not None and trial.pace is not None)
        self.advice.setVisible(trial is not None and bool(trial.advice))
        self.hint.setVisible(trial is None)
        self.use.setEnabled(trial is not None and trial.pace != self._ear.pace)
        self._say_pace(self._ear.pace)
        if trial is None:
            self.verdict.setText(text(say("Scan a badge with this scanner.")))
            return
        message, ink = _VERDICTS[trial.tone]
        dress(self.verdict, ink=ink)
        colour, side = self._look.theme.words(trial.tone), self._look.px(2 * SPACE.icon)
        self._shape.setVisible(True)
        self._shape.setPixmap(icons.pixmap(icons.TONE_ICONS[trial.tone], colour, side, self.devicePixelRatioF()))
        self.verdict.setText(text(message))
        self.told.setText(shown(trial.told))
        self.raw.setText(shown(trial.raw))
        self.code.setText(text(_kind(trial)))
        self.layout_name.setText(text(_LAYOUTS[trial.layout]))
        self.end.setText(text(_ENDS[trial.scan.end]))
        mean, longest = round(trial.scan.mean * 1000), round(trial.scan.longest * 1000)
        self.rhythm.setText(text(say("{mean} ms, at most {longest} ms", mean=mean, longest=longest)))
        self.advice.setText("\n".join(text(one) for one in trial.advice))


def _kind(trial: Trial) -> Message:
    if trial.whole:
        return say("a whole code of ours")
    return say("a piece of a code") if codes.is_ours(codes.cleaned(trial.told)) else say("no code of ours")


def shown(text: str) -> str:
    """Give a text for looking at: control characters by their numbers, long ones cut."""
    seen = "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in text[:_MOST_SHOWN])
    return f"{seen} …" if len(text) > _MOST_SHOWN else seen
