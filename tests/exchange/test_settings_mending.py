from dataclasses import replace
from pathlib import Path

import pytest

from exchange.test_settings_file import FULL
from signin import bootstrap
from signin.exchange.settings_file import (
    Settings,
    SettingsNotSaved,
    SettingsUnreadable,
    read_settings,
    write_settings,
)
from signin.exchange.settings_mending import NOBODYS, SettingsOutOfReach, SettingWrong, change, mended
from signin.lao import lexicon

PIN = FULL.pin


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.toml"


@pytest.fixture
def kept(path):
    """Keep settings, then change the text of their file: kept("sounds = false", "sounds = 1")."""

    def written(before, after, settings=FULL):
        write_settings(path, settings)
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")
        return path.read_bytes()

    return written


def beside(path):
    return path.with_name("settings.toml.unreadable")


def test_a_file_without_a_fault_is_read_and_nothing_is_written(path):
    assert mended(path) == (Settings(), None)
    write_settings(path, FULL)
    assert mended(path) == (FULL, None)
    assert not beside(path).exists()


def test_of_a_wrong_value_only_that_setting_is_as_usual_and_the_file_is_kept_beside(path, kept):
    text = kept("sounds = false", 'sounds = "no"')
    settings, trouble = mended(path)
    assert settings == replace(FULL, sounds=True)
    assert isinstance(trouble, SettingWrong)
    assert "sounds in the settings" in str(trouble)
    assert str(trouble).endswith("The file as it was is “settings.toml.unreadable”.")
    assert beside(path).read_bytes() == text
    assert mended(path) == (settings, None)


def test_of_many_wrong_ones_the_first_is_named_and_the_others_are_counted(path, kept):
    kept("sounds = false", 'sounds = "no"\nnope = 1\nbadge_size = [1]')
    settings, trouble = mended(path)
    assert settings == replace(FULL, sounds=True)
    assert "sounds in the settings" in str(trouble)
    assert "And 1 more." in str(trouble)


@pytest.mark.parametrize("value", ["1234", "true", '["a"]'])
def test_a_pin_that_is_no_text_opens_to_nobody(path, kept, value):
    kept(f'pin = "{PIN}"', f"pin = {value}")
    assert mended(path)[0] == replace(FULL, pin=NOBODYS)


@pytest.mark.parametrize(
    ("line", "pin"),
    [
        (f'pin = "{PIN}"', PIN),
        (f'pin = "{PIN}', PIN),
        (f'pin "{PIN}"', PIN),
        (f"  PIN={PIN}", PIN),
        (f"'pin' = '{PIN}'", PIN),
        ("pin = ", NOBODYS),
        ("pin = 12", NOBODYS),
        ('pin = ""', ""),
        (f'# pin = "{PIN}"', ""),
        ('pint = "x"', ""),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_in_a_file_that_is_no_toml_the_pin_still_locks(path, line, pin, encoding):
    path.write_text(f'desk = "ໂຕະ 1"\nsounds =\n{line}\ntheme = "dark"\n', encoding)
    text = path.read_bytes()
    settings, trouble = mended(path)
    assert settings == Settings(pin=pin, first_start_done=True)
    assert isinstance(trouble, SettingsUnreadable)
    assert beside(path).read_bytes() == text
    assert read_settings(path) == settings


def test_a_file_that_the_disk_does_not_give_stays_and_locks(path, monkeypatch):
    write_settings(path, FULL)
    text = path.read_bytes()

    def broken(*_, **__):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_text", broken)
        settings, trouble = mended(path)
        assert settings == Settings(pin=NOBODYS, first_start_done=True)
        assert isinstance(trouble, SettingsOutOfReach)
        assert "Input/output error" in str(trouble)
        with pytest.raises(SettingsNotSaved, match="Input/output error"):
            change(path, replace(settings, theme="dark"), ["theme"])
    assert path.read_bytes() == text
    assert not beside(path).exists()
    assert mended(path) == (FULL, None)


def test_a_file_that_is_gone_in_between_locks(path, monkeypatch):
    path.write_text("desk = ", "utf-8")

    def gone(_):
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "read_bytes", gone)
    assert mended(path)[0].pin == NOBODYS


def test_without_room_to_keep_it_beside_the_file_stays_as_it_is(path, kept):
    text = kept("sounds = false", "sounds = 1")
    beside(path).mkdir()
    assert "“settings.toml”" in str(mended(path)[1])
    assert path.read_bytes() == text


def test_two_windows_keep_each_its_own_settings(path):
    write_settings(path, Settings(desk="ໂຕະ 1"))
    first, second = replace(Settings(desk="ໂຕະ 1"), pin=PIN), replace(Settings(desk="ໂຕະ 1"), theme="dark")
    change(path, first, ["pin"])
    change(path, second, ["theme"])
    assert read_settings(path) == Settings(desk="ໂຕະ 1", pin=PIN, theme="dark")


def test_where_the_file_is_gone_all_are_kept(path):
    change(path, FULL, ["theme"])
    assert read_settings(path) == FULL


def test_the_words_of_the_office_hold_though_something_else_is_wrong(path, kept, monkeypatch):
    monkeypatch.setattr(bootstrap, "settings_path", lambda: path)
    kept("sounds = false", "sounds = 1")
    try:
        assert bootstrap.settings_or_usual()[0].office_words == FULL.office_words
        assert lexicon.own() == set(FULL.office_words)
    finally:
        lexicon.use_own(())
