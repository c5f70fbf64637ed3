import pytest

from signin import bootstrap
from signin.lao import lexicon
from signin.lao.segment import breakable


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """Write this desk's settings file."""
    path = tmp_path / "settings.toml"
    monkeypatch.setattr(bootstrap, "settings_path", lambda: path)
    yield lambda text: path.write_text(text, encoding="utf-8")
    lexicon.use_own(())


def test_the_settings_choose_the_language_unless_the_command_does(signin, settings):
    settings('language = "en"')
    signin.store.touch()
    assert signin.raw("--store", signin.store, "event", "list")[1] == "There is nothing here yet.\n"
    assert "ຍັງບໍ່ມີ" in signin.raw("--store", signin.store, "event", "list", "--language", "lo")[1]


def test_the_settings_name_the_desk_unless_the_command_does(conference, settings):
    settings('desk = "ໂຕະ ໃຫຍ່"')
    code = conference.people[1]["code"]
    scan = ("scan", code, "--session", "open", "--at")
    assert conference.ok(*scan, "2024-06-12T08:20")["scanned_at_desk"] == "ໂຕະ ໃຫຍ່"
    assert conference.ok(*scan, "2024-06-12T08:21", "--desk", "ໂຕະ 2")["scanned_at_desk"] == "ໂຕະ 2"


def test_an_offices_own_words_are_never_broken(signin, settings):
    word = "ຟຟຟາກກກີ"
    assert "\u200b" in breakable(f"ແລະ{word}ແລະ")
    settings(f'office_words = ["{word}"]')
    signin.store.touch()
    signin.ok("event", "list")
    assert breakable(f"ແລະ{word}ແລະ") == f"ແລະ\u200b{word}\u200bແລະ"


def test_settings_that_cannot_be_read_are_said_plainly(signin, settings):
    settings('language = "fr"')
    code, answer = signin("tally")
    assert (code, answer["error"]["name"]) == (3, "KeyRefused")
