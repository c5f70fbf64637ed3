import pytest

from signin.exchange.keys import KeyRefused
from signin.exchange.settings_file import Settings, SettingsUnreadable, read_settings


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding=encoding)
    return path


def test_without_a_file_the_usual_settings_hold(tmp_path):
    assert read_settings(tmp_path / "none.toml") == Settings(desk="", language="lo", office_words=())


def test_settings_are_read_as_they_are_written(tmp_path):
    path = written(tmp_path, 'desk = "ໂຕະ 1"\nlanguage = "en"\noffice_words = ["ຫ້ອງວ່າການ"]\n', "utf-8-sig")
    assert read_settings(path) == Settings(desk="ໂຕະ 1", language="en", office_words=("ຫ້ອງວ່າການ",))


@pytest.mark.parametrize("text", ['language = "fr"', "desk = 1", 'office_words = "x"', 'nope = "x"'])
def test_a_setting_that_cannot_be_is_refused_by_name(tmp_path, text):
    with pytest.raises(KeyRefused, match=f"{text.split()[0]} in the settings"):
        read_settings(written(tmp_path, text))


def test_a_file_that_is_no_toml_says_what_to_do(tmp_path):
    with pytest.raises(SettingsUnreadable, match="Correct the file, or delete it"):
        read_settings(written(tmp_path, "desk = "))
    with pytest.raises(SettingsUnreadable):
        read_settings(tmp_path)
