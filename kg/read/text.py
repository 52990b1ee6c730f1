"""A file to an article: decoding, the lines that are not the article's prose, headline and date."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from kg.model import Article, BadInput, Span
from kg.read.formats import ending, readers
from kg.read.html import looks_like_html, page
from kg.read.language import language_of

MAX_BYTES = 20_000_000

_SOURCE = re.compile(r"\A# source: *(\S+)[^\n]*\n?")
_DATE = re.compile(r"\s*date (\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?=\s)")
_DATED_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?!\d)")
_FURNITURE = re.compile(
    r"^[ \t]*(?:photo(?:graph)?s?(?: credit| by| courtesy)?\s*:|image(?: credit)?\s*:|read (?:more|also)\b|related (?:news|articles|stories)\b|follow us\b|share (?:this|on)\b"
    r"|subscribe\b|sign up\b|advertisement\b|tags?\s*:|©|copyright\b|all rights reserved\b|by clicking\b|cookies?\b|print this\b|click here\b|download the app\b|home\s*[>»|])[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)


def read(path: Path) -> Article:
    """The article in a file; one whose ending no reader has is read as text.

    Raises BadInput where the file is empty, too large, binary, not UTF-8 or in a language that there are no rules for,
    ReadoutError where its reader cannot be loaded.
    """
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise BadInput(f"{path}: {size / 1e6:.0f} MB is more than an article can have ({MAX_BYTES // 1_000_000} MB)")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror})") from error
    reader = readers.named(ending(path)) if ending(path) in readers else _text
    found = reader(path, data)
    try:
        return replace(found, language=language_of(found.text))
    except BadInput as error:
        raise BadInput(f"{path}: {error}") from error


def _text(path: Path, data: bytes) -> Article:
    """The article in a text file, or in a web page that is called one."""
    text = decode(path, data)
    return _page(path, data) if looks_like_html(text) else article(path.stem, text)


def _page(path: Path, data: bytes) -> Article:
    """The article in a web page; the text that spans point into is the page's main text."""
    text, date, source = page(decode(path, data))
    if not text:
        raise BadInput(f"{path}: the page has no text")
    read_ = article(path.stem, text)
    return replace(read_, date=read_.date or date, source=read_.source or source)


def decode(path: Path, data: bytes) -> str:
    """The text of a file's bytes, as stored but for a byte order mark."""
    if not data.strip():
        raise BadInput(f"{path}: the file is empty")
    if b"\0" in data[:4096]:
        raise BadInput(f"{path}: not a text file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: not UTF-8 text (byte {error.start} is {data[error.start]:#04x})") from error


def article(name: str, text: str) -> Article:
    """An article from its name and text; the text is kept as it is, and the hash is of its UTF-8 form."""
    furniture: list[Span] = []
    source = _SOURCE.match(text)
    start = source.end() if source else 0
    if source:
        furniture.append(Span(0, source.end()))
    date = _DATE.match(text, start)
    if date:
        furniture.append(Span(start, date.end()))
        start = date.end()
    furniture.extend(Span(*match.span()) for match in _FURNITURE.finditer(text, start))
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    headline = "" if furniture[:1] and furniture[0].begin == 0 else _headline(text)
    return Article(
        name,
        text,
        digest,
        headline,
        date.group(1) if date else _day_of_address(source.group(1)) if source else None,
        source.group(1) if source else None,
        tuple(furniture),
    )


def _day_of_address(address: str) -> str | None:
    """The day that the address of a page holds ("/2018/07/23/")."""
    match = _DATED_ADDRESS.search(address)
    return "-".join(match.groups()) if match else None


def _headline(text: str) -> str:
    """The first line, where it stands alone above an empty line and ends without a full stop."""
    first, _, rest = text.partition("\n")
    alone = rest.startswith("\n") or not rest
    return (
        first
        if first.strip() and alone and len(first) < 250 and not first.rstrip().endswith((".", ":")) and rest
        else ""
    )


READERS = {"txt": _text, "html": _page, "htm": _page}
