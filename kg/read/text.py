"""A file to an article: its bytes to text, the lines that are not the article's prose, headline and date."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import replace
from pathlib import Path

from kg.model import Article, BadInput
from kg.model.furniture import furniture
from kg.read.encoding import decode
from kg.read.formats import ending, readers
from kg.read.html import looks_like_html, page
from kg.read.keys import as_text, key_of
from kg.read.language import language_of

MAX_BYTES = 20_000_000

_log = logging.getLogger(__name__)


def read(path: Path) -> Article:
    """The article in a file; one whose ending no reader has is read as text.

    Raises BadInput where the file is empty, too large, cannot be read, holds no article or is in a language that there
    are no rules for, ReadoutError where its reader cannot be loaded.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise BadInput(f"{size / 1e6:.0f} MB is more than an article can have ({MAX_BYTES // 1_000_000} MB)")
        reader = readers.named(ending(path)) if ending(path) in readers else _text
        found = reader(path, path.read_bytes())
        return replace(found, key=key_of(path), language=language_of(found.text))
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror})") from error
    except BadInput as error:
        raise BadInput(f"{path}: {error}") from error


def _text(path: Path, data: bytes) -> Article:
    """The article in a text file, or in a web page that is called one."""
    text = _decoded(path, data)
    return _from_page(path, text) if looks_like_html(text) else article(as_text(path.stem), text)


def _page(path: Path, data: bytes) -> Article:
    return _from_page(path, _decoded(path, data))


def _decoded(path: Path, data: bytes) -> str:
    """The text of a file; what had to be assumed about its encoding is logged as a warning."""
    text, assumed = decode(data)
    if assumed:
        _log.warning("%s: %s", path, assumed)
    return text


def _from_page(path: Path, markup: str) -> Article:
    """The article in a web page; the text that spans point into is the page's main text."""
    text, date, source, aside = page(markup)
    if not text:
        raise BadInput("the page has no text")
    read_ = article(as_text(path.stem), text)
    return replace(read_, date=read_.date or date, source=read_.source or source, aside=aside)


def article(name: str, text: str) -> Article:
    """An article from its name, which is its key too, and its text, which is kept as it is; the hash is of its UTF-8 form."""
    spans, source, date = furniture(text)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    headline = "" if spans[:1] and spans[0].begin == 0 else _headline(text)
    return Article(name, text, digest, headline, date, source, spans, key=name)


def _headline(text: str) -> str:
    """The first line, where it stands alone above an empty line and ends without a full stop."""
    first, _, rest = text.partition("\n")
    alone = rest.startswith(("\n", "\r\n")) or not rest
    return (
        first
        if first.strip() and alone and len(first) < 250 and not first.rstrip().endswith((".", ":")) and rest
        else ""
    )


READERS = {"txt": _text, "html": _page, "htm": _page}
