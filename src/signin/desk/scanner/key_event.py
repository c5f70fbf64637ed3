"""Qt's key events as keys of a burst, and copies of them that can be given back later."""

from __future__ import annotations

from dataclasses import dataclass, field
from unicodedata import category

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from signin.desk.scanner.burst import End, Key, Kind
from signin.desk.scanner.scan_codes import character

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
        Qt.Key.Key_Mode_switch,
    }
)
_ENDS = {Qt.Key.Key_Return: End.ENTER, Qt.Key.Key_Enter: End.ENTER, Qt.Key.Key_Tab: End.TAB}
_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class GivenBack(QKeyEvent):
    """A copy of a key event that was held; nobody takes it a second time."""


@dataclass(slots=True)
class Held:
    """A key press that was taken, and the releases that came after it: where they were going, and copies."""

    receiver: QWidget
    name: int
    events: list[GivenBack] = field(default_factory=list)


def is_modifier(event: QKeyEvent) -> bool:
    """Whether the key is one that only changes others: it passes by."""
    return event.key() in _MODIFIERS


def takes_text(widget: QWidget) -> bool:
    """Whether somebody writes there; Qt asks the same before it lets an input method write."""
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def name_of(event: QKeyEvent) -> int:
    """Give what tells a press and its release from those of other keys."""
    return event.nativeScanCode() or -event.key()


def copied(event: QKeyEvent) -> GivenBack:
    """Copy a key event with all that it says."""
    copy = GivenBack(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy


def key_of(event: QKeyEvent, origin: Held | None = None) -> Key:
    """Read what a key event is to a scan."""
    commanding = bool(event.modifiers() & _COMMANDING)
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    made, text = character(event.nativeScanCode(), shift=shift), event.text()
    if event.isAutoRepeat():
        kind = Kind.REPEAT
    elif commanding:
        kind, made = Kind.COMMAND, text
    elif event.key() in _ENDS:
        kind = Kind.END
    elif text and not any(category(sign) == "Cc" for sign in text):
        kind = Kind.CHARACTER
    else:
        kind = Kind.COMMAND
    in_field = origin is not None and takes_text(origin.receiver)
    return Key(kind, made, text, origin, _ENDS.get(Qt.Key(event.key()), End.ENTER), in_field)
