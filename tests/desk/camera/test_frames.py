"""Camera frames made from badge pages, read through the same path as a camera's."""

import random
import threading

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

WIDE, HIGH = 1280, 720


def held_before_a_camera(badge, *, share=0.7, turn=0.0, lean=0.0):
    """The badge in a frame of a camera, turned and leaning away, before a grey room."""
    frame = Image.new("L", (WIDE, HIGH), 90)
    ImageDraw.Draw(frame).rectangle((0, 500, WIDE, HIGH), fill=60)
    scale = HIGH * share / badge.height
    paper = badge.resize((round(badge.width * scale), round(badge.height * scale)))
    if lean:
        wide, high = paper.size
        cut = lean * wide
        corners = (0, 0, cut, high, wide - cut, high, wide, 0)  # quad: the lower edge is nearer
        paper = paper.transform(paper.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    paper = paper.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=90)
    frame.paste(paper, ((WIDE - paper.width) // 2, (HIGH - paper.height) // 2))
    return frame


def noisy(frame, strength):
    noise = Image.effect_noise(frame.size, strength)
    return Image.blend(frame, noise, 0.25)


FRAMES = {
    "straight": held_before_a_camera,
    "turned": lambda badge: held_before_a_camera(badge, turn=23),
    "upside down": lambda badge: held_before_a_camera(badge, turn=180),
    "leaning": lambda badge: held_before_a_camera(badge, lean=0.08),
    "leaning and turned": lambda badge: held_before_a_camera(badge, lean=0.06, turn=-14),
    "out of focus": lambda badge: held_before_a_camera(badge).filter(ImageFilter.GaussianBlur(2.0)),
    "in noise": lambda badge: noisy(held_before_a_camera(badge), 60),
    "in low light": lambda badge: noisy(
        ImageEnhance.Brightness(ImageEnhance.Contrast(held_before_a_camera(badge)).enhance(0.4)).enhance(0.35), 20
    ),
    "far away": lambda badge: held_before_a_camera(badge, share=0.45),
    "in colour": lambda badge: held_before_a_camera(badge).convert("RGB"),
}


def as_frame(picture):
    """The picture as Qt hands a camera's frame over."""
    from PySide6.QtGui import QImage

    from signin.desk.camera.code_reader import image_of

    colour = picture.convert("RGB")
    image = QImage(colour.tobytes(), *colour.size, colour.width * 3, QImage.Format.Format_RGB888).copy()
    return image_of(image)


@pytest.mark.parametrize("name", FRAMES)
def test_a_badge_before_a_camera_is_read(badge, reader, code, qtbot, name):
    with qtbot.waitSignal(reader.found) as told:
        reader.read(as_frame(FRAMES[name](badge)))
    assert told.args == [code(2)]


def test_a_badge_that_stays_before_the_camera_is_told_once_and_again_after_it_was_gone(badge, reader, qtbot):
    found, frame = [], as_frame(FRAMES["straight"](badge))
    reader.found.connect(found.append)
    for second in (0, 0.5, 1.0, 1.5, 2.4, 3.3):
        reader.times[0] = second
        with qtbot.waitSignal(reader.looked):
            reader.read(frame)
    qtbot.waitUntil(lambda: len(found) >= 1)
    assert len(found) == 1
    reader.times[0] = 6.0
    reader.read(frame)
    qtbot.waitUntil(lambda: len(found) == 2)


def test_of_the_frames_that_wait_only_the_newest_is_read(reader, qtbot, monkeypatch):
    from signin.desk.camera import code_reader

    read, gate = [], threading.Event()

    def slowly(picture):
        read.append(picture)
        gate.wait(5)
        return []

    monkeypatch.setattr(code_reader, "read_codes", slowly)
    frames = [Image.new("L", (8, 8), shade) for shade in range(5)]
    reader.read(frames[0])
    qtbot.waitUntil(lambda: len(read) == 1)
    for frame in frames[1:]:
        reader.read(frame)
    with qtbot.waitSignal(reader.looked):
        gate.set()
    qtbot.waitUntil(lambda: len(read) == 2)
    assert read[1] is frames[4]


def test_without_a_camera_the_panel_says_so_and_a_picture_file_is_read(
    camera, screen, badge, tmp_path, stored, qtbot
):
    assert "ກ້ອງ" in camera.told.text()
    assert not camera.view.isVisible()
    FRAMES["leaning"](badge).save(tmp_path / "photo.jpg")
    camera.read_file(tmp_path / "photo.jpg")
    qtbot.waitUntil(lambda: screen.verdict.face.name == "ພອນທິບ ເຈົ້າໄຊ")
    assert stored() == [(2, "Admitted", "qr")]


def test_a_picture_on_the_clipboard_is_read(camera, badge, stored, qtbot, qapp):
    from PySide6.QtGui import QImage

    picture = FRAMES["straight"](badge).convert("RGB")
    image = QImage(picture.tobytes(), *picture.size, picture.width * 3, QImage.Format.Format_RGB888).copy()
    qapp.clipboard().setImage(image)
    camera.read_clipboard()
    qtbot.waitUntil(lambda: stored() == [(2, "Admitted", "qr")])
    qapp.clipboard().clear()


def test_no_picture_and_a_picture_without_a_code_are_told_in_place(camera, tmp_path, qtbot, qapp):
    qapp.clipboard().clear()
    camera.read_clipboard()
    assert camera._notice.message is not None
    (tmp_path / "broken.png").write_bytes(b"no picture")
    camera.read_file(tmp_path / "broken.png")
    qtbot.waitUntil(lambda: "broken.png" in str(camera._notice.message))
    Image.new("L", (200, 200), random.Random(1).randrange(256)).save(tmp_path / "grey.png")
    camera.read_file(tmp_path / "grey.png")
    qtbot.waitUntil(lambda: "no code" in str(camera._notice.message))
