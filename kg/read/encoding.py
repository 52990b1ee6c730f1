"""Bytes to text: by the byte order mark, else as the file declares, else UTF-8, else as a detector of encodings says."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

import chardet
from chardet import EncodingEra

from kg.model import BadInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 65_536  # some pages declare it behind long scripts
_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
# Python has codecs that are no encodings of text ("unicode_escape", "idna").
_TEXTUAL = re.compile(r"utf-8|gb18030|big5.*|(?:cp|iso8859-|koi8-|euc_|mac-)\w+|shift_jis|iso2022_jp")
# Not those of DOS and of mainframes, which would only be taken for others.
_ERAS = EncodingEra.MODERN_WEB | EncodingEra.LEGACY_ISO | EncodingEra.LEGACY_MAC | EncodingEra.LEGACY_REGIONAL
_WESTERN = "Windows-1252"
# What shows that a text is not Western: a capital within a word, a sign where a letter should stand, no plain letters.
_STRANGE = re.compile("[a-zß-öø-ÿšœž][ŠŒŽŸÀ-ÖØ-Þ]|[À-ÖØ-öø-ÿ]{4}|[¡-ª¬®-¶¸-º¼-¿ˆ˜ƒ†‡‰](?=[a-zß-öø-ÿšœž])")
# What a browser takes these labels for (WHATWG, Encoding Standard); a page that can be read as ASCII is not UTF-16.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}


class Decoded(NamedTuple):
    """A text, and what had to be assumed to read it (empty where nothing had to)."""

    text: str
    assumed: str = ""


def decode(data: bytes) -> Decoded:
    """The text of a file's bytes. Raises BadInput, without the file's name, where there is none or it is not text."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    data = data[len(mark) :]
    if not data.strip():
        raise BadInput("the file is empty")
    if mark:
        return _strict(data, encoding) or Decoded(*_damaged(data, encoding))
    return _strict(data, declared(data[:_HEAD])) or _strict(data, "utf-8") or _detected(data)


def declared(head: bytes) -> str | None:
    """The encoding that the start of a page or XML file declares, as Python calls it; None for none that is known."""
    if b"<" not in head:
        return None
    found = _XML.match(head) or (_META.search(head) if _HTML.search(head) else None)
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name if found else ""
    except LookupError:
        return None
    name = _MEANT.get(name, name)
    return name if _TEXTUAL.fullmatch(name) else None


def _strict(data: bytes, encoding: str | None) -> Decoded | None:
    """The text where every byte fits the encoding and none is a zero, which text does not hold."""
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else Decoded(text)


def _detected(data: bytes) -> Decoded:
    """The text of bytes that are not UTF-8 and declare nothing that fits."""
    text, lost = _damaged(data, "utf-8")
    if 0 < text.count("\ufffd") < sum(char > "\x7f" for char in text) / 2 and "\0" not in text:
        return Decoded(text, lost)
    guess = _WESTERN if _is_western(data) else chardet.detect(_telling(data), encoding_era=_ERAS)["encoding"]
    found = _strict(data, guess) if guess else None
    if not found:
        raise BadInput("not a text file")
    return Decoded(found.text, f"not UTF-8, and no encoding that fits is declared; read as {guess}")


def _is_western(data: bytes) -> bool:
    """Whether bytes are nearly all ASCII, with some letters of Western Europe: too little for a detector to go by."""
    found = _strict(data, _WESTERN)
    beyond = sum(byte > 127 for byte in data)
    return found is not None and 8 * beyond < len(data) and not _STRANGE.search(found.text)


def _telling(data: bytes) -> bytes:
    """What a detector can go by: the words that are not ASCII, which it would not heed among many that are."""
    return data if b"\0" in data else b" ".join(word for word in data.split() if not word.isascii())


def _damaged(data: bytes, encoding: str) -> tuple[str, str]:
    """A text with a mark (U+FFFD) for what is broken, and how much that is."""
    text = data.decode(encoding, "replace")
    return text, f"damaged {encoding.upper()}; U+FFFD stands for what cannot be read, {text.count(chr(0xFFFD))} times"
