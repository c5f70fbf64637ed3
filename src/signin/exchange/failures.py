"""What can be wrong with a file that is handed in, and what to do next."""

from __future__ import annotations

from signin.words import Failure, mark


class FileMissing(Failure):
    """There is no file of that name."""

    text = mark("There is no file {file}. Check the name and the folder.")
    exit_code = 4


class FileUnreadable(Failure):
    """The system does not let us read it: a folder, no permission, a stick pulled out."""

    text = mark("The file {file} cannot be opened. Close it in other programs, or copy it to your own folder.")


class FileEmpty(Failure):
    """No bytes, or no cell with anything in it."""

    text = mark("The file {file} is empty. Choose the file that holds the list.")


class NotATable(Failure):
    """The content is neither a workbook nor delimited text."""

    text = mark("The file {file} is not a table. Save it as an Excel workbook (.xlsx) and import again.")


class WebPageNotTable(Failure):
    """A web page saved under a workbook's name, as many systems export."""

    text = mark(
        "The file {file} is a web page, not a workbook. Open it in Excel, save it as .xlsx and import again."
    )


class PasswordProtected(Failure):
    """The workbook is encrypted."""

    text = mark("The file {file} is protected by a password. Take the password off and import again.")


class FileDamaged(Failure):
    """The container or its parts cannot be read."""

    text = mark("The file {file} is damaged. Open it in Excel, save it again as .xlsx and import again.")


class TableTooLarge(Failure):
    """Far more than a roster: a zip bomb, a cell in the last corner, too many rows, no end of reading."""

    text = mark("The table in {file} is too large. Copy only the list into a new workbook and import again.")


class EncodingUnknown(Failure):
    """Delimited text in no Unicode encoding."""

    text = mark("The letters in {file} cannot be told. Save it as “CSV UTF-8” and import again.")


class QuoteUnclosed(Failure):
    """Delimited text with a quotation mark that is never closed, so that the rows below are taken for its cell."""

    text = mark(
        'Row {row} of {file}: a quotation mark (") is opened and not closed. Close it or take it out, '
        "and import again."
    )


class ReadingCancelled(Failure):
    """Somebody pressed cancel while the file was read."""

    text = mark("Reading {file} was cancelled. Nothing was changed.")


class SheetsHidden(Failure):
    """Only hidden sheets hold anything."""

    text = mark(
        "In {file} only hidden sheets hold anything: {sheets}. Show the sheet in Excel, save and import again."
    )


class SheetMissing(Failure):
    """A sheet was named that the workbook has not."""

    text = mark("There is no sheet “{sheet}”. The file has: {sheets}.")
    exit_code = 4


class NoHead(Failure):
    """No row among the first 20 names the columns."""

    text = mark(
        "No head row was found in the first {rows} rows of {file}. Give the columns names such as {examples}."
    )


class NoNameColumn(Failure):
    """No column is said to hold the names."""

    text = mark("No column of {file} holds the names. Say which one does.")


class RowWithoutName(Failure):
    """A filled row that nobody can be made from."""

    text = mark("Row {row}: no name. Fill it in and import again.")


class RowsWithoutName(Failure):
    """Several of them; the message lists the rows."""

    text = mark("Rows {rows}: no name. Fill them in and import again.")


class LegacyFontText(Failure):
    """Text in a pre-Unicode Lao font, which would be stored as garbage."""

    text = mark(
        "Row {row}: the text is written in the old font {font}. Convert the file to Unicode (Phetsarath OT) "
        "and import again."
    )


class UnnamedFontText(LegacyFontText):
    """Such text of which only its letters tell that its font is an old one."""

    text = mark(
        "Row {row}: the text is written in an old Lao font. Convert the file to Unicode (Phetsarath OT) "
        "and import again."
    )
