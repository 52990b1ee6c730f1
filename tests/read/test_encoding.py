"""Bytes to text: what is declared is honoured, what is not is detected and said."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import BadInput
from kg.read import read
from kg.read.encoding import decode

WESTERN = "Foreign Minister André Müller received José Peña in Köln – on 13 March 2024."
POLISH = "Minister Radosław Sikorski met Péter Szijjártó in Łódź on 13 March 2024."
RUSSIAN = "Министр иностранных дел принял посла Испании в Москве. Товарооборот вырос."
CHINESE = "外交部长王毅在北京会见了西班牙大使。双方讨论了贸易和能源合作。"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_honoured(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding)) == (WESTERN, "")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (WESTERN, "windows-1252"),
        (POLISH, "windows-1250"),
        (POLISH, "iso-8859-2"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso-8859-5"),
        (CHINESE, "gb18030"),
        ("联通", "gb2312"),
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        "<html><meta charset={}>",
        '<!DOCTYPE html><META http-equiv="Content-Type" content="text/html; charset={}">',
        '<?xml version="1.0" encoding="{}"?><html>',
    ],
)
def test_what_a_page_declares_is_honoured(text: str, label: str, head: str) -> None:
    page = head.format(label) + text
    assert decode(page.encode(label)) == (page, "")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (CHINESE, "gb18030"),
        (RUSSIAN, "utf-16-be"),
    ],
)
def test_what_is_not_declared_is_detected_and_said(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found.text == text
    assert "read as" in found.assumed


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "iso8859-15"])
@pytest.mark.parametrize("name", ["José Peña", "Dörthe Böhm", "Chloé Lefèvre", "Søren Ågård", "João Simões"])
def test_an_english_text_with_a_few_western_letters_is_western(name: str, encoding: str) -> None:
    text = f"The Foreign Minister received the Ambassador, {name}, in the capital, and they spoke of trade in 2023."
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("name", "encoding"), [("Сергей Иванов", "cp1251"), ("Сергей Иванов", "koi8-r"), ("王小明", "gb18030")]
)
def test_a_name_in_other_letters_in_an_english_text_is_read_in_its_own(name: str, encoding: str) -> None:
    text = f"The Foreign Minister received the Ambassador, {name}, in the capital, and they spoke of trade in 2023."
    assert decode(text.encode(encoding)).text == text


def test_an_encoding_that_a_page_declares_behind_a_long_script_is_honoured() -> None:
    page = f"<html><head><script>{'x' * 20_000}</script><meta charset=koi8-r></head><body>{RUSSIAN}"
    assert decode(page.encode("koi8-r")) == (page, "")


@pytest.mark.parametrize("label", ["unicode_escape", "utf-7", "idna", "undefined", "hex", "no-such", "utf-16"])
def test_a_label_that_names_no_encoding_of_text_is_not_followed(label: str) -> None:
    page = f"<html><meta charset={label}><p>André \\x41 +AEE-"
    assert decode(page.encode()) == (page, "")


def test_a_damaged_character_does_not_make_the_rest_unreadable() -> None:
    text, assumed = decode(WESTERN.encode() + b"\xc3")
    assert text == WESTERN + "\ufffd"
    assert "damaged UTF-8" in assumed


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xd8\xff\xe0\0\x10JFIF\0", b"a\0b"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput, match="not a text file"):
        decode(data)


def test_what_was_assumed_is_logged_with_the_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes(WESTERN.encode("cp1252"))
    assert read(file).text == WESTERN
    assert "old.txt: not UTF-8, and no encoding that fits is declared; read as Windows-1252" in caplog.text
