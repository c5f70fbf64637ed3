"""Gathers every text that the program says into the Lao catalogue, and compiles what is translated."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).resolve().parent.parent
CATALOGUE = HERE / "resources" / "locale" / "lo" / "LC_MESSAGES" / "signin.po"
KEYWORDS = {"say": None, "mark": None}
FIXED = datetime(2024, 1, 1, tzinfo=UTC)  # so that the file changes only when a text does


def gathered() -> Catalog:
    """Give every text that is marked in the sources, in their order."""
    template = Catalog()
    for _, _, text, _, _ in extract_from_dir(HERE / "src" / "signin", keywords=KEYWORDS):
        template.add(text)
    return template


def updated() -> Catalog:
    """Give the Lao catalogue with what is new added and what is gone left out."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="lo", domain="signin")
    catalogue.update(gathered(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.project, catalogue.version, catalogue.fuzzy = "signin", "1", False
    catalogue.header_comment = "# What signin says, in Lao."
    catalogue.last_translator = catalogue.language_team = catalogue.msgid_bugs_address = ""
    catalogue.creation_date = catalogue.revision_date = FIXED
    return catalogue


def main() -> None:
    """Write the catalogue and its compiled form, and say what is still missing."""
    catalogue = updated()
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, width=0, sort_output=True, no_location=True, ignore_obsolete=True)
    with CATALOGUE.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
    missing = [message.id for message in catalogue if message.id and not message.string]
    print(f"{len(catalogue)} texts, {len(missing)} not translated", *missing, sep="\n  ")


if __name__ == "__main__":
    main()
