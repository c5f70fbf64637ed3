"""How tests type: key events as a scanner or a hand makes them, under four keyboard layouts.

`scan_keys` and `stroke` make events, `strike` sends them the way that real ones come: to the window that has the
focus, which finds the widget. The tables are what X11's xkeyboard-config makes of each key; ∅ is a dead key.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent

ZWJ = "\u200d"
US = "1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./"
US_SHIFT = '!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"~|ZXCVBNM<>?'
LAO = f"ຢ ຟ ໂ ຖ ຸ ູ ຄ ຕ ຈ ຂ ຊ ໍ ົ ໄ ຳ ພ ະ ິ ີ ຣ ນ ຍ ບ ລ ັ ຫ ກ ດ ເ ້ ່ າ ສ ວ ງ {ZWJ} ໜ ຜ ປ ແ ອ ຶ ື ທ ມ ໃ ຝ"
LAO_SHIFT = f"໑ ໒ ໓ ໔ ໌ ຼ ໕ ໖ ໗ ໘ ໙ ໍ ົ ໐ ຳ _ + ິ ີ ຮ ນ ຽ - }} ັ ; . , : ໊ ໋ ! ? % = {ZWJ} ໝ ₭ ( ຯ ອ ຶ ື ໆ ` $ )"
THAI = "ๅ / - ภ ถ ุ ึ ค ต จ ข ช ๆ ไ ำ พ ะ ั ี ร น ย บ ล ฟ ห ก ด เ ้ ่ า ส ว ง _ ฃ ผ ป แ อ ิ ื ท ม ใ ฝ"
THAI_SHIFT = '+ ๑ ๒ ๓ ๔ ู ฿ ๕ ๖ ๗ ๘ ๙ ๐ " ฎ ฑ ธ ํ ๊ ณ ฯ ญ ฐ , ฤ ฆ ฏ โ ฌ ็ ๋ ษ ศ ซ . % ฅ ( ) ฉ ฮ ฺ ์ ? ฒ ฬ ฦ'
FRENCH = "& é \" ' ( - è _ ç à ) = a z e r t y u i o p ∅ $ q s d f g h j k l m ù ² * w x c v b n , ; : !"
FRENCH_SHIFT = "1 2 3 4 5 6 7 8 9 0 ° + A Z E R T Y U I O P ∅ £ Q S D F G H J K L M % ~ µ W X C V B N ? . / §"
LAYOUTS = {
    "us": (list(US), list(US_SHIFT)),
    "lao": (LAO.split(" "), LAO_SHIFT.split(" ")),
    "thai": (THAI.split(" "), THAI_SHIFT.split(" ")),
    "fr": (FRENCH.split(" "), FRENCH_SHIFT.split(" ")),
}
ENDS = {
    "enter": (Qt.Key.Key_Return, 28, "\r"),
    "tab": (Qt.Key.Key_Tab, 15, "\t"),
    "keypad": (Qt.Key.Key_Enter, 96, "\r"),
}

EVDEV = [*range(2, 14), *range(16, 28), *range(30, 42), 43, *range(44, 54)]
OFFSET = 8
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


def event(key, text="", modifiers=NONE, scan_code=0, *, way=PRESS, repeat=False):
    """One press or release, the key by Qt's name or by its number."""
    return QKeyEvent(way, int(key), modifiers, scan_code, 0, 0, text, repeat, 1)


def stroke(key, text="", modifiers=NONE, scan_code=0):
    """A press and its release."""
    return [event(key, text, modifiers, scan_code, way=way) for way in (PRESS, RELEASE)]


def place_of(character):
    """Where a character is on a US keyboard: its number in the tables, and whether with Shift."""
    return (US.index(character), False) if character in US else (US_SHIFT.index(character), True)


def made_by(character, layout, caps=False):
    """What a PC with this layout makes of the key that is `character` on a US keyboard."""
    if character == " ":
        return " "
    place, shift = place_of(character)
    made = LAYOUTS[layout][shift][place]
    return made.swapcase() if caps and layout in {"us", "fr"} and made.isalpha() else made


def character_keys(character, layout="us", *, caps=False, coded=True):
    """Press and release of one character; one of no US keyboard comes by its text alone."""
    if character != " " and character not in US + US_SHIFT:
        return stroke(ord(character) if len(character) == 1 else 0, character)
    text = made_by(character, layout, caps).replace("∅", "")
    place, shift = (None, False) if character == " " else place_of(character)
    scan_code = 57 if place is None else EVDEV[place]
    key = ord(text[0].upper()) if text else Qt.Key.Key_Dead_Circumflex
    return stroke(key, text, SHIFT if shift else NONE, scan_code + OFFSET if coded else 0)


def pressed_at(strokes, gap_ms, start=1_000_000):
    """Strokes whose events tell when they were pressed: the same, one after another, for the platform's clock."""
    for nth, each in enumerate(strokes):
        for one in each:
            one.setTimestamp(start + nth * gap_ms)
    return [one for each in strokes for one in each]


def end_keys(end, *, coded=True):
    """Press and release of what ends a scan: enter, tab, keypad or none."""
    if end == "none":
        return []
    key, scan_code, text = ENDS[end]
    return stroke(key, text, NONE, scan_code + OFFSET if coded else 0)


def scan_keys(text, layout="us", end="enter", *, caps=False, coded=True):
    """What a scanner types for a text on a PC with this layout; `coded=False` leaves the keys' places untold."""
    keys = [key for character in text for key in character_keys(character, layout, caps=caps, coded=coded)]
    return [*keys, *end_keys(end, coded=coded)]


def raw_text(text, layout, *, caps=False):
    """What would stand in a text field."""
    return "".join(made_by(character, layout, caps) for character in text)


def open_and_focus(window):
    """Show a window and wait until keys go to it."""
    window.show()
    window.activateWindow()
    for _ in range(100):
        if QGuiApplication.focusWindow() is window.windowHandle():
            return
        pause(10)
    raise AssertionError("the window does not get the focus")


def strike(events):
    """Send events at once, one after another, the way that real ones come."""
    for each in events:
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window is active"
        QCoreApplication.sendEvent(window, each)


def pause(milliseconds):
    """Let the window run for a while; QTest's own wait sleeps in steps of ten milliseconds."""
    loop = QEventLoop()
    timer = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(loop.quit)
    timer.start(milliseconds)
    loop.exec()


def strike_apart(strokes, milliseconds):
    """Send strokes, each a list of events, with a pause after each."""
    for each in strokes:
        strike(each)
        pause(milliseconds)
