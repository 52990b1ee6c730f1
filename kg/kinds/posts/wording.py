"""The words of a title: without sides and bodies, in the singular, abbreviations written out."""

from __future__ import annotations

from kg.kinds.posts.title import Title
from kg.language.layers import Layers
from kg.vocabulary import fold


def words(layers: Layers, title: Title) -> str:
    """The title's own words, from its first capital on."""
    cut = {k for first, last in title.cuts for k in range(first, last)}
    kept = [k for k in range(title.first, title.last) if k not in cut]
    text = _joined(layers, _trimmed(layers, kept))
    head = title.head.mention.value
    if head.form == "hidden":
        text = text.replace(layers.words(title.head.first, title.head.last), head.label.title())
    if "plural" in title.traits:
        text = _in_singular(layers, title, text)
    return text[:1].upper() + text[1:]


def _trimmed(layers: Layers, kept: list[int]) -> list[int]:
    """Without the joints and articles that cuts left at the edges."""
    loose = layers.lines.language.words("titles", "loose")
    while kept and layers.fold(kept[0]) in loose:
        kept = kept[1:]
    while kept and layers.fold(kept[-1]) in loose:
        kept = kept[:-1]
    return kept


def _in_singular(layers: Layers, title: Title, text: str) -> str:
    """The title with the plural of its head put into the singular."""
    singular = layers.lines.language.table("titles", "singular")
    for k in range(title.head.first, title.head.last):
        word = layers.text_at(k)
        text = text.replace(word, _as_printed(word, singular.get(fold(word), word)))
    return text


def _as_printed(word: str, other: object) -> str:
    """A word in the case of another."""
    return str(other).capitalize() if word[0].isupper() else str(other)


def _joined(layers: Layers, kept: list[int]) -> str:
    """Tokens as text: no blank before a comma, behind a bracket or where two of them touch."""
    words_: list[str] = []
    for k in kept:
        touches = layers.text_at(k) == "," or (layers.adjacent(k) and k - 1 in kept)
        words_.append(layers.text_at(k) if touches or not words_ else " " + layers.text_at(k))
    return "".join(words_)
