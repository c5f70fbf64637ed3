"""How the organiser's papers stand on screen: the order at the left, pages or log beside it, buttons below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.choice import Choice
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.documents.log_table import HOW, LogTable
from signin.desk.organiser.documents.order_card import OrderCard
from signin.desk.organiser.documents.zoom_bar import ZoomBar
from signin.desk.organiser.documents.zooming_view import ZoomingView
from signin.desk.start.page import Page
from signin.domain.verdict import Tone
from signin.exchange.settings_file import Page as Size
from signin.words import Message, say

NOT_OUT, OUT_AFTER_ALL = say("It did not come out"), say("It came out after all")
_ORDER_WIDTH, _VIEW_WIDTH = 400, 300


class DocumentsFace(Page):
    """The parts of the page, with nothing behind them yet."""

    def __init__(self, voice: Voice, look: Look, label: Size | None, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Documents"), parent, way_back=False)
        self.order_card = OrderCard(voice, look, label)
        self.pages, self.log = ZoomingView(voice, look), LogTable(voice, look)
        self.zoom = ZoomBar(voice, look, self.pages)
        self.told, self.turned = LaoLabel(most_lines=2), LaoLabel(most_lines=1)
        self.view: Choice[str] = Choice(
            voice,
            look,
            say("Shown"),
            [("pages", say("Pages"), "document"), ("log", say("Print log"), "history")],
            value="pages",
            show_label=False,
        )
        self._paper_told: Message | str = ""
        self.progress = QProgressBar(textVisible=False)
        self._make_buttons()
        self._arrange_parts()
        look.changed.connect(self._fit)
        self._fit()

    def _make_buttons(self) -> None:
        voice, look = self.voice, self.look
        self.cancel = ActionButton(voice, look, say("Cancel"), "close")
        self.go_on = ActionButton(voice, look, say("Go on where it stopped"), "right")
        self.deny = ActionButton(voice, look, NOT_OUT, "undo", shown_key="Del")
        self.save = ActionButton(voice, look, say("Save as PDF"), "export", "Ctrl+S")
        self.print = ActionButton(voice, look, say("Print"), "printer", "Ctrl+P", kind="primary")

    def _arrange_parts(self) -> None:
        card = Card(self.voice, self.look)
        dress(self.told, ink="quiet")
        dress(self.turned, ink="quiet")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.pages)
        self.stack.addWidget(self.log)
        head = QHBoxLayout()
        head.addWidget(self.told, 1)
        head.addWidget(self.turned)
        head.addWidget(self.view)
        card.body.addLayout(head)
        card.body.addWidget(self.stack, 1)
        card.body.addWidget(self.zoom)
        row = QHBoxLayout()
        row.addWidget(self.order_card)
        row.addWidget(card, 1)
        self._row = row
        self.body.addLayout(row, 1)
        for widget in (self.progress, self.cancel, self.deny, self.go_on, self.save, self.print):
            self.buttons.addWidget(widget)
        self.voice.tell(self.progress, self.progress.setAccessibleName, say("How far the paper is"))

    def _fit(self) -> None:
        self.order_card.setFixedWidth(self.look.px(_ORDER_WIDTH))
        self.view.setFixedWidth(self.look.px(_VIEW_WIDTH))
        self.progress.setFixedWidth(self.look.px(_ORDER_WIDTH) // 2)
        self._row.setSpacing(self.look.px(SPACE.medium))

    def show_view(self, name: str) -> None:
        """Show the pages, or the log."""
        self.view.set_value(name)
        self.stack.setCurrentWidget(self.log if name == "log" else self.pages)
        self.turned.setVisible(name == "pages")
        self.zoom.setVisible(name == "pages")
        self.tell_paper(self._paper_told)

    def tell_paper(self, told: Message | str) -> None:
        """Say something about the paper above its pages; above the log stands how it is used."""
        self._paper_told = told
        shown = HOW if self.view.value == "log" else told
        self.voice.tell(self.told, self.told.setText, shown)

    def working(self, told: Message | None) -> None:
        """Say what is being done, with a way to stop it; None leaves what was said."""
        if told is not None:
            self.say(told, Tone.LOOK)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.cancel.show()

    def stop_working(self, *, silent: bool = True) -> None:
        """Let it be over; nothing more is said of it, unless something else was said."""
        if silent:
            self.complain(None)
        self.progress.hide()
        self.cancel.hide()

    def advance(self, done: int, of: int) -> None:
        """Show how far it is."""
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def say(self, message: Message, tone: Tone = Tone.GO) -> None:
        """Say something beside the buttons."""
        self.notice.tell(message, tone)

    def complain(self, message: Message | None) -> None:
        """Say what is amiss beside the buttons; None takes it back."""
        self.notice.tell(message, Tone.STOP)
