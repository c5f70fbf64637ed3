"""A task of its own at the side of the screen; the door stays open beside it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.notice import Notice
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.words import Message, say

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Panel(QFrame):
    """`body` takes the fields, `buttons` more buttons; what does not fit is scrolled to.

    With an `accept` word there is a button for it, and Enter goes from field to field and in the last one
    emits `accepted`. Esc and the button beside the title emit `closed`. `complain` says what is amiss, in place.
    Whoever opened the panel takes it away; it never does so itself.
    """

    accepted = Signal()
    closed = Signal()

    def __init__(
        self,
        voice: Voice,
        look: Look,
        title: Message,
        parent: QWidget | None = None,
        *,
        accept: Message | None = None,
        accept_icon: str = "check",
    ) -> None:
        super().__init__(parent)
        self._voice, self._look, self.about_what = voice, look, title
        self.setProperty("kind", "panel")
        voice.tell(self, self.setAccessibleName, title)
        self.title_label = LaoLabel()
        dress(self.title_label, type="title")
        voice.tell(self.title_label, self.title_label.setText, title)
        self.close_button = ActionButton(voice, look, say("Close"), "close", shown_key="Esc", kind="quiet")
        self.close_button.clicked.connect(self.close_panel)
        self.body, self.buttons, self._whole = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._inside, self._area, self._notice = QWidget(), QScrollArea(), Notice(voice, look)
        self.accept_button = self._accepting(accept, accept_icon) if accept else None
        self._arrange()
        look.changed.connect(self._space)
        self._space()

    def _accepting(self, word: Message, icon_name: str) -> ActionButton:
        button = ActionButton(self._voice, self._look, word, icon_name, kind="primary")
        button.clicked.connect(self.accepted)
        return button

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title_label, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._inside.setLayout(self.body)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        if self.accept_button:
            self.buttons.addWidget(self.accept_button, 1)
        self._whole.addLayout(head)
        self._whole.addWidget(self._area, 1)
        self._whole.addWidget(self._notice)
        self._whole.addLayout(self.buttons)

    def _space(self) -> None:
        edge, gap = self._look.px(SPACE.large), self._look.px(SPACE.medium)
        self._whole.setContentsMargins(edge, edge, edge, edge)
        self._whole.setSpacing(gap)
        self.buttons.setSpacing(gap)
        self.body.setContentsMargins(0, 0, self._look.px(SPACE.hair), 0)
        self.body.setSpacing(self._look.px(SPACE.small))

    # What others do with it

    def start(self) -> None:
        """Put the focus on the first thing to fill in, or else on the button that closes."""
        first, *_ = (*self._inputs(), self.close_button)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Say that the panel is done with."""
        self.closed.emit()

    def complain(self, message: Message | None) -> None:
        """Say what is amiss above the buttons, and to screen readers; None takes it back."""
        self._notice.tell(message)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's shortcuts while the focus is in the panel."""
        mine = event.type() is QEvent.Type.ShortcutOverride
        if mine and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; on Enter go to the next field, after the last one accept."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in _ENTER and self.accept_button:
            self._go_on(self.accept_button)
        else:
            super().keyPressEvent(event)

    def _go_on(self, accept: ActionButton) -> None:
        here = QApplication.focusWidget()
        following = self.following(here) if here and self._inside.isAncestorOf(here) else None
        if following is None:
            accept.click()
        else:
            following.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(following)

    def following(self, here: QWidget) -> QWidget | None:
        """Give where Enter goes on: the next thing in the body that takes the focus by Tab."""
        inputs = self._inputs()
        following = inputs.index(here) + 1 if here in inputs else 0
        return inputs[following] if following < len(inputs) else None

    def _inputs(self) -> list[QWidget]:
        """Give what takes the focus in the body, in the order of Tab."""
        found, widget = [], self._inside.nextInFocusChain()
        while widget is not None and widget is not self._inside:
            if self._inside.isAncestorOf(widget) and _takes_focus(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab come to the buttons after the body, which was filled after them."""
        items = [self.buttons.itemAt(at) for at in range(self.buttons.count())]
        buttons = [button for item in items if item and (button := item.widget())]
        order = [*self._inputs()[-1:], *buttons, self.close_button]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)
        super().showEvent(event)


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.isVisibleTo(widget.window()) and not widget.focusProxy()
