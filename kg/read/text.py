"""A file to an article: its bytes to text, the lines that are not the article's prose, headline and date."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import replace
from pathlib import Path

from kg.model import Article, BadInput
from kg.model.furniture import furniture
from kg.read.encoding import decode
from kg.read.html import looks_like_html, page
from kg.read.keys import as_text

MAX_BYTES = 20_000_000

_log = logging.getLogger(__name__)


def read(path: Path) -> Article:
    """The article in a text or HTML file; what had to be assumed about its encoding is logged as a warning.

    Raises BadInput where the file is empty, too large, cannot be read, is no text, or a page that holds none.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise BadInput(f"{size / 1e6:.0f} MB is more than an article can have ({MAX_BYTES // 1_000_000} MB)")
        text, assumed = decode(path.read_bytes())
        if assumed:
            _log.warning("%s: %s", path, assumed)
        if path.suffix.lower() in (".html", ".htm") or looks_like_html(text):
            return _from_page(as_text(path.stem), text)
        return article(as_text(path.stem), text)
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror})") from error
    except BadInput as error:
        raise BadInput(f"{path}: {error}") from error


def _from_page(name: str, markup: str) -> Article:
    """The article in a web page; the text that spans point into is the page's main text."""
    text, date, source, aside = page(markup)
    if not text:
        raise BadInput("the page has no text")
    read_ = article(name, text)
    return replace(read_, date=read_.date or date, source=read_.source or source, aside=aside)


def article(name: str, text: str) -> Article:
    """An article from its name and text; the text is kept as it is, and the hash is of its UTF-8 form."""
    spans, source, date = furniture(text)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    headline = "" if spans[:1] and spans[0].begin == 0 else _headline(text)
    return Article(name, text, digest, headline, date, source, spans)


def _headline(text: str) -> str:
    """The first line, where it stands alone above an empty line and ends without a full stop."""
    first, _, rest = text.partition("\n")
    alone = rest.startswith(("\n", "\r\n")) or not rest
    return (
        first
        if first.strip() and alone and len(first) < 250 and not first.rstrip().endswith((".", ":")) and rest
        else ""
    )
