import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signin import bootstrap
from signin.exchange.keys import KeyRefused
from signin.exchange.settings_file import (
    Settings,
    SettingsNotSaved,
    SettingsUnreadable,
    read_settings,
    write_settings,
)
from signin.lao import lexicon
from signin.lao.normalize import canonical


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding=encoding)
    return path


def test_without_a_file_the_usual_settings_hold(tmp_path):
    assert read_settings(tmp_path / "none.toml") == Settings(desk="", language="lo", office_words=())


def test_settings_are_read_as_they_are_written(tmp_path):
    path = written(tmp_path, 'desk = "ໂຕະ 1"\nlanguage = "en"\noffice_words = ["ຫ້ອງວ່າການ"]\n', "utf-8-sig")
    assert read_settings(path) == Settings(desk="ໂຕະ 1", language="en", office_words=("ຫ້ອງວ່າການ",))


@pytest.mark.parametrize(
    "text",
    [
        'language = "fr"',
        "desk = 1",
        'office_words = "x"',
        'nope = "x"',
        'theme = "pink"',
        "sounds = 1",
        "backup_folder = 7",
        "pin = 1234",
        "document_printer = true",
        "scanner_pace = [1, 2]",
        "scanner_pace = [1, 2, 0]",
        "scanner_pace = [1, 2, true]",
        "scanner_pace = [1, 2, inf]",
        'badge_page = ["a", "b"]',
        "badge_page = 90",
    ],
)
def test_a_setting_that_cannot_be_is_refused_by_name(tmp_path, text):
    with pytest.raises(KeyRefused, match=f"{text.split()[0]} in the settings"):
        read_settings(written(tmp_path, text))


def test_a_file_that_is_no_toml_says_what_to_do(tmp_path):
    with pytest.raises(SettingsUnreadable, match="Correct the file, or delete it"):
        read_settings(written(tmp_path, "desk = "))
    with pytest.raises(SettingsUnreadable, match="directory") as told:
        read_settings(tmp_path)
    assert "Errno" not in str(told.value)
    with pytest.raises(SettingsUnreadable, match="nested too deeply"):
        read_settings(written(tmp_path, "desk = " + "[" * 100_000))
    with pytest.raises(SettingsUnreadable, match=r"cannot be read: save it as UTF-8\."):
        read_settings(written(tmp_path, 'desk = "ໂຕະ"', "utf-16"))


def test_a_text_that_no_file_holds_is_said_plainly(tmp_path):
    with pytest.raises(SettingsNotSaved, match="a text in it cannot be stored"):
        write_settings(tmp_path / "settings.toml", Settings(desk="\udcff"))


FULL = Settings(
    desk="ໂຕະ 1",
    language="en",
    office_words=("ຫ້ອງວ່າການ",),
    theme="dark",
    sounds=False,
    last_event="2024-06-12-k3f7qa2m",
    scanner_pace=(0.5, 8.25, 30.0),
    badge_printer='Brother "QL"',
    badge_page=(90.0, 62.0),
    document_printer="HP LaserJet",
    backup_folder="D:\\ຫນັງສື  ສຳຮອງ",
    pin="scrypt:32768:8:1:c2FsdA==:aGFzaA==",
    window="AdnQywADAAAA==",
    first_start_done=True,
)
"""Nothing as usual."""


def test_every_setting_comes_back_as_it_was_saved(tmp_path):
    path = tmp_path / "a folder" / "settings.toml"
    write_settings(path, FULL)
    assert read_settings(path) == FULL
    assert [one.name for one in path.parent.iterdir()] == ["settings.toml"]


def test_what_is_as_usual_is_not_written(tmp_path):
    path = written(tmp_path, 'theme = "dark"')
    write_settings(path, Settings())
    assert path.read_text(encoding="utf-8") == ""


any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
names = any_text.map(canonical)
amounts = st.floats(0, exclude_min=True, allow_infinity=False)
any_settings = st.builds(
    Settings,
    desk=names,
    language=st.sampled_from(["lo", "en"]),
    office_words=st.lists(names.filter(bool), max_size=3).map(tuple),
    theme=st.sampled_from(["light", "dark"]),
    sounds=st.booleans(),
    last_event=any_text,
    scanner_pace=st.none() | st.tuples(amounts, amounts, amounts),
    badge_printer=any_text,
    badge_page=st.none() | st.tuples(amounts, amounts),
    document_printer=any_text,
    backup_folder=any_text,
    pin=any_text,
    window=any_text,
    first_start_done=st.booleans(),
)


@given(any_settings)
def test_whatever_is_saved_is_what_is_read(tmp_path_factory, settings):
    path = tmp_path_factory.getbasetemp() / "any-settings.toml"
    write_settings(path, settings)
    assert read_settings(path) == settings


def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(SettingsNotSaved, match="goes on without"):
        write_settings(tmp_path / "file" / "settings.toml", FULL)


def test_if_saving_fails_the_older_settings_stay_and_nothing_is_left_about(tmp_path, monkeypatch):
    path = written(tmp_path, 'desk = "ເກົ່າ"')

    def full(_file):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsNotSaved):
        write_settings(path, FULL)
    assert read_settings(path) == Settings(desk="ເກົ່າ")
    assert [one.name for one in tmp_path.iterdir()] == ["settings.toml"]


def test_a_folder_whose_name_no_file_can_hold_is_said_plainly(tmp_path):
    with pytest.raises(SettingsNotSaved):
        write_settings(tmp_path / "settings.toml", Settings(backup_folder="\udcff"))


def test_the_desk_keeps_its_settings_in_its_own_place(monkeypatch, tmp_path):
    monkeypatch.setattr(bootstrap, "settings_path", lambda: tmp_path / "signin" / "settings.toml")
    try:
        bootstrap.save_settings(FULL, [])
        assert bootstrap.load_settings() == FULL
    finally:
        lexicon.use_own(())


def test_the_words_of_the_office_hold_even_where_they_cannot_be_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "settings_path", lambda: tmp_path / "file" / "settings.toml")
    (tmp_path / "file").write_text("")
    try:
        with pytest.raises(SettingsNotSaved):
            bootstrap.save_settings(Settings(office_words=("ສະມາດແລນ",)), [])
        assert lexicon.own() == {"ສະມາດແລນ"}
    finally:
        lexicon.use_own(())
