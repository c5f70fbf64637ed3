import string
from importlib.util import module_from_spec, spec_from_file_location
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

from signin.lao.normalize import canonical
from signin.words import Failure, Message, mark, render, say

TOOL = Path(__file__).parent.parent.parent / "tools" / "words.py"


def _tool():
    """Load the tool that gathers texts, without its folder on the path: tests have modules of the same names."""
    spec = spec_from_file_location("gathering", TOOL)
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


gathering = _tool()


@pytest.fixture(scope="module")
def catalogue():
    return gathering.updated()


def fields(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_every_text_is_translated_and_the_catalogue_holds_no_other(catalogue):
    stored = gathering.CATALOGUE.read_text(encoding="utf-8")
    for message in filter(lambda one: one.id, catalogue):
        assert message.string, f"not translated: {message.id!r}; run `python3 run.py words`"
        assert message.id.splitlines()[0].replace('"', '\\"')[:40] in stored
    assert len(catalogue) == stored.count("\nmsgid ") - 1


def test_every_translation_has_the_places_of_its_text(catalogue):
    for message in filter(lambda one: one.id, catalogue):
        assert fields(message.string) == fields(message.id), message.id


def test_translations_are_canonical_lao(catalogue):
    for message in filter(lambda one: one.id, catalogue):
        assert message.string == canonical(message.string), message.id


def test_the_compiled_catalogue_is_that_of_the_texts(catalogue):
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    assert gathering.CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue()


def test_messages_are_rendered_late_and_with_the_messages_in_them():
    message = say("“{path}” is on {kind}. A live store would be lost there: keep it on this computer and copy it out after.", path="a", kind=say("a network share"))  # fmt: skip  # noqa: E501 - the text as it is marked
    assert render(message, "en").startswith("“a” is on a network share.")
    assert "ໂຟນເດີເຄືອຂ່າຍ" in render(message, "lo")
    assert str(message) == render(message, "en")


def test_a_text_without_a_translation_and_an_empty_one_stay_as_they_are():
    assert render("not in any catalogue", "lo") == "not in any catalogue"
    assert render("", "lo") == ""
    assert mark("x") == "x"


def test_braces_in_values_are_text():
    assert render(say("{name} is cancelled.", name="{x} {0} %s"), "en") == "{x} {0} %s is cancelled."


def test_a_failure_says_its_sentence_with_its_values():
    class Spilled(Failure):
        text = "{what} was spilled."
        exit_code = 5

    failure = Spilled(what="Tea")
    assert failure.message == Message("{what} was spilled.", {"what": "Tea"})
    assert str(failure) == "Tea was spilled."
    assert failure.values == {"what": "Tea"}
