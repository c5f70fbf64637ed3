"""Files that are refused: which failure, which exit code, and what is said."""

from __future__ import annotations

import zipfile

import pytest

from signin.exchange import failures, tables
from signin.exchange.choices import Choices
from signin.exchange.roster import read_roster

HEAD = ["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ຍິງ", "ຕຳແໜ່ງ", "ພາກສ່ວນ", "ເບີໂທ"]


def refused(path, failure, **how):
    with pytest.raises(failure) as told:
        read_roster(path, Choices(**how))
    return told.value


def test_missing_file_is_not_found(tmp_path):
    told = refused(tmp_path / "ບັນຊີ.xlsx", failures.FileMissing)
    assert told.exit_code == 4
    assert "ບັນຊີ.xlsx" in str(told)


def test_folder(tmp_path):
    assert refused(tmp_path, failures.FileUnreadable).exit_code == 3


def test_empty_file(text_file):
    refused(text_file(b"", "list.xlsx"), failures.FileEmpty)


def test_blank_text(text_file):
    refused(text_file(" \r\n\r\n"), failures.FileEmpty)


def test_a_list_in_a_hidden_sheet_alone_is_said_to_be_hidden(xlsx):
    path = xlsx([], sheets=[("ລາຍຊື່ຈິງ", "hidden", [HEAD, [1, "ບຸນມີ"]])])
    told = refused(path, failures.SheetsHidden)
    assert "hidden" in str(told)
    assert "ລາຍຊື່ຈິງ" in str(told)
    assert len(read_roster(path, Choices(sheet="ລາຍຊື່ຈິງ")).people) == 1


def test_workbook_without_a_filled_cell(xlsx):
    refused(xlsx([]), failures.FileEmpty)


def test_web_page_under_the_name_of_a_workbook(text_file):
    refused(text_file("<html><table><tr><td>ຊື່</td></tr></table></html>", "list.xls"), failures.WebPageNotTable)


def test_other_kinds_of_files(text_file):
    refused(text_file(b"%PDF-1.7", "list.pdf"), failures.NotATable)
    refused(text_file(b"\x89PNG\r\n\x1a\n\x00\x00", "list.xlsx"), failures.NotATable)


def test_word_document_renamed(tmp_path):
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    refused(path, failures.NotATable)


def test_password_protected_workbook(text_file):
    content = tables.OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(1024)
    refused(text_file(content, "list.xlsx"), failures.PasswordProtected)


def test_cut_workbook(xlsx):
    path = xlsx([HEAD, [1, "ບຸນມີ"]])
    path.write_bytes(path.read_bytes()[:-300])
    refused(path, failures.FileDamaged)


def test_altered_workbook(xlsx):
    path = xlsx([HEAD, [1, "ບຸນມີ"]])
    with zipfile.ZipFile(path) as packed:
        part = packed.getinfo("xl/worksheets/sheet1.xml")
    content = bytearray(path.read_bytes())
    content[part.header_offset + 60 : part.header_offset + 90] = bytes(30)
    path.write_bytes(content)
    refused(path, failures.FileDamaged)


def test_cut_old_workbook(text_file):
    refused(text_file(tables.OLE + bytes(2000), "list.xls"), failures.FileDamaged)


def test_entity_bomb_is_refused_unread(xlsx, tmp_path):
    source, path = xlsx([HEAD]), tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/workbook.xml":
                content = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>' + content
            new.writestr(part, content)
    refused(path, failures.FileDamaged)


def test_row_without_a_name_is_named(xlsx):
    rows = [HEAD, [1, "ບຸນມີ"], [2, None, "x", "ຄູ", "ໂຮງຮຽນ", "020 1111 2222"]]
    told = refused(xlsx(rows), failures.RowWithoutName)
    assert str(told) == "Row 3: no name. Fill it in and import again."
    assert (told.exit_code, told.values["row"]) == (3, 3)


def test_all_rows_without_a_name_are_named_at_once(xlsx):
    rows = [HEAD, [1, None, None, "ຄູ"], [2, "ບຸນມີ"], [3, None, None, "ຄູ"]]
    assert "Rows 2, 4: no name" in str(refused(xlsx(rows), failures.RowsWithoutName))


def test_no_head(xlsx):
    told = refused(xlsx([["ບຸນມີ", "ຄູ"], ["ມະນີ", "ໝໍ"]]), failures.NoHead)
    assert "ຊື່ ແລະ ນາມສະກຸນ" in str(told)


def test_head_below_row_20_is_not_looked_for(xlsx):
    assert read_roster(xlsx([[]] * 19 + [HEAD, [1, "ບຸນມີ"]])).header_row == 20
    refused(xlsx([[]] * 20 + [HEAD, [1, "ບຸນມີ"]]), failures.NoHead)


def test_unknown_sheet(xlsx):
    told = refused(xlsx([HEAD]), failures.SheetMissing, sheet="ອື່ນ")
    assert told.exit_code == 4
    assert "ລາຍຊື່" in str(told)


def test_text_in_no_unicode(text_file):
    refused(text_file("ຊື່;ລາຍ".encode()[:-1] + b"\xff\xfa"), failures.EncodingUnknown)


def test_too_many_rows(text_file):
    with pytest.raises(failures.TableTooLarge):
        tables.read(text_file("a,b\n" * 100), limits=tables.Limits(rows=99))


def test_file_too_large_is_not_opened(text_file):
    with pytest.raises(failures.TableTooLarge):
        tables.read(text_file("a,b\n" * 100), limits=tables.Limits(file_bytes=99))


def test_reading_can_be_cancelled(xls):
    with pytest.raises(failures.ReadingCancelled):
        tables.read(xls([HEAD]), cancelled=lambda: True)


def test_reading_ends_in_time(xls):
    with pytest.raises(failures.TableTooLarge):
        tables.read(xls([HEAD]), limits=tables.Limits(seconds=0))
