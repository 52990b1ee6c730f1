"""The language of a text: told by Resiliparse's profiles of 101 languages, against those that there are rules for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import cast

from resiliparse.parse.lang import detect_fast, supported_langs

from kg.language.known import codes
from kg.model import BadInput
from kg.vocabulary import folder

ASSUMED = "en"
# Measured by benchmarks/languages.py: from this length on no text is taken for another, and a text in a language that
# there are rules for is at most 20 ranks behind another language, one in another language at least 46 ahead.
TRUSTED = 200
_BEHIND = 30
_WORD = re.compile(r"[^\W\d_]+")


def language_of(prose: str) -> str:
    """The ISO 639-1 code of the language that a text is to be read in.

    Words with a capital tell nothing, since names are the same everywhere. A text whose other words have fewer than
    TRUSTED letters is taken as English, and so is one that is like no language. Raises BadInput where the text is in a
    language that there are no rules for.
    """
    words = words_of(prose)
    if len(words) < TRUSTED:
        return ASSUMED
    found = told(words, codes())
    if found not in codes():
        raise BadInput(f"the text is in {name(found)} ({found}); there are rules for {', '.join(sorted(codes()))}")
    return found


def words_of(prose: str) -> str:
    """The words of a text that begin without a capital."""
    return " ".join(word for word in _WORD.findall(unicodedata.normalize("NFC", prose)) if not word[0].isupper())


def told(words: str, ours: Mapping[str, str]) -> str:
    """The language of words, in which ours come first where another is barely nearer."""
    ranks = dict(cast(list[tuple[str, int]], detect_fast(words, n_results=len(supported_langs()))))
    if not ranks:
        return ASSUMED
    nearest = min(ranks, key=ranks.__getitem__)
    known = min(ranks.keys() & ours.keys(), key=lambda code: (ranks[code], code), default=nearest)
    return known if ranks[known] - ranks[nearest] < _BEHIND else nearest


def name(code: str) -> str:
    """The English name of a language."""
    lines = (folder("ontology") / "languages.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines).get(code, code)
