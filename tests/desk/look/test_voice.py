"""The voice: every text follows the language, and nothing is kept alive by it."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtWidgets import QLabel

from signin.desk.look.voice import Voice
from signin.words import say

DAY = say("Row {row}: no name. Fill it in and import again.", row=14)


@pytest.fixture
def label(qtbot):
    widget = QLabel()
    qtbot.addWidget(widget)
    return widget


def test_what_was_told_is_said_again_in_the_other_language(voice, label):
    voice.tell(label, label.setText, DAY)
    lao = label.text()
    voice.speak("en")
    assert label.text() == "Row 14: no name. Fill it in and import again."
    voice.speak("lo")
    assert label.text() == lao
    assert "14" in lao
    assert lao != DAY.text


def test_telling_the_same_setter_again_replaces(voice, label):
    said = []
    voice.tell(label, said.append, say("Organisation"))
    voice.tell(label, said.append, say("Phone"))
    voice.speak("en")
    assert said == ["ພາກສ່ວນ", "ເບີໂທ", "Phone"]


def test_one_widget_may_be_told_several_things(voice, label):
    voice.tell(label, label.setText, say("Organisation"))
    voice.tell(label, label.setToolTip, say("Phone"))
    voice.speak("en")
    assert (label.text(), label.toolTip()) == ("Organisation", "Phone")


def test_texts_and_messages_are_rendered_in_the_language_of_now():
    assert Voice("lo").text("Phone") == Voice("lo").text(say("Phone")) == "ເບີໂທ"
    assert Voice("en").text("Phone") == "Phone"


def test_changed_is_told_only_when_the_language_changes(voice, qtbot):
    with qtbot.assertNotEmitted(voice.changed):
        voice.speak("lo")
    with qtbot.waitSignal(voice.changed):
        voice.speak("en")
    assert voice.language == "en"


def test_a_deleted_widget_is_spoken_to_no_more(voice, qapp):
    label = QLabel()
    voice.tell(label, label.setText, say("Phone"))
    label.deleteLater()
    qapp.sendPostedEvents(label, 0)
    qapp.processEvents()
    gc.collect()
    voice.speak("en")


def test_the_voice_keeps_no_widget_alive(voice):
    label = QLabel()

    def point(text, of=label):
        of.setToolTip(text)

    voice.tell(label, label.setText, say("Phone"))
    voice.tell(label, point, say("Phone"))
    gone = weakref.ref(label)
    del label, point
    gc.collect()
    assert gone() is None
