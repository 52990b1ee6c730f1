"""What stands between a question and the engine: what is not asked of it, and what its errors mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import accumulate
from string import ascii_lowercase

import pyoxigraph as ox

from kg.model import BadInput, ReadoutError
from kg.store.trouble import meaning_of
from kg.vocabulary import NAMESPACES

# The engine reads and plans by recursion. On a stack of 8 MB it ends in a crash from about 800 brackets or 2,500 steps.
_MOST_NESTED = 100
_MOST_STEPS = 2000
_MOST_LISTED = 500
_MOST_WORDS = 2000
_TEXT = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n\r]|\\.)*"'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>|\#[^\n\r]*|\\.',
    re.DOTALL,
)
_BRACKET = re.compile(r"<<|>>|[(){}\[\]]")
_OPENING = {"<<", "(", "{", "["}
_STEP = re.compile(r"\b(?:UNION|OPTIONAL|MINUS|AS|FILTER|VALUES)\b|\|\||&&|[-+*/!|^;]|\.(?!\d)", re.IGNORECASE)
# Data may be of any length.
_DATA = re.compile(r"(\bVALUES)\s*(?:[?$]\w+|\([^(){}]*\))\s*\{[^{}]*\}", re.IGNORECASE)
_ITEM = re.compile(r"[(){}\[\]]|[^\s(){}\[\]]+")
_SERVICE = re.compile("(servic)e", re.IGNORECASE)


# The same few questions are asked of every article.
@lru_cache(maxsize=32)
def refuse(query: str) -> None:
    """Raises BadInput where a query is too deep for the engine, or asks other servers."""
    structure = _TEXT.sub(" _ ", query)
    _refuse_depth(structure)
    if max(_lists(structure), default=0) > _MOST_LISTED:
        raise BadInput(f"the query is too long; a list of more than {_MOST_LISTED} things is not read")
    _refuse_service(query)


def _refuse_depth(structure: str) -> None:
    turns = (1 if bracket in _OPENING else -1 for bracket in _BRACKET.findall(structure))
    if max(accumulate(turns), default=0) > _MOST_NESTED:
        raise BadInput(f"the query is nested too deeply; more than {_MOST_NESTED} brackets in one another are not read")
    if len(_STEP.findall(structure)) > _MOST_STEPS:
        raise BadInput(f"the query is too long; more than {_MOST_STEPS:,} operators and clauses are not read")
    if _words(_DATA.sub(r"\1", structure)) > _MOST_WORDS:
        raise BadInput(f"the query is too long; more than {_MOST_WORDS:,} words and brackets are not read")


def _words(structure: str) -> int:
    """How many words and brackets there are, without lists with commas, which may be of any length too."""
    return len(_ITEM.findall(structure.replace(",", " , "))) - 2 * structure.count(",")


def _lists(structure: str) -> Iterator[int]:
    """How many things stand in each pair of round brackets without a comma or operator: the lists of RDF."""
    opened = [0]
    for item in _ITEM.findall(structure):
        if item in (")", "}", "]") and len(opened) > 1:
            things = opened.pop()
            if item == ")":
                yield things
        elif item in ("(", "{", "["):
            opened[-1] += 1
            opened.append(0)
        elif "," in item or "||" in item or "&&" in item or _STEP.fullmatch(item):
            opened[-1] = -len(structure)
        else:
            opened[-1] += 1


def _refuse_service(query: str) -> None:
    """The engine's own parser tells: with the word spelled otherwise a query is read only if it was no keyword.

    So a variable, prefix, text or comment may hold the word, and no reading but that of the engine counts. The engine
    has no escapes for the letters of a keyword. The other spelling occurs nowhere in the query.
    """
    if not _SERVICE.search(query):
        return
    spare = [letter for letter in ascii_lowercase if f"servic{letter}" not in query.lower()]
    try:
        ox.Store().query(_SERVICE.sub(rf"\g<1>{spare[0]}", query), prefixes=NAMESPACES)
    except (SyntaxError, IndexError) as error:
        raise BadInput(
            "a query asks this store only; SERVICE, which asks other servers, is not answered"
            f" (if SERVICE is no keyword here, the query cannot be read: {' '.join(str(error).split())})"
        ) from error


@contextmanager
def errors_explained() -> Iterator[None]:
    """Turns the engine's errors into BadInput, or ReadoutError where not the query but the store is the cause."""
    try:
        yield
    except SyntaxError as error:
        raise BadInput(f"the query cannot be read: {' '.join(str(error).split())}") from error
    except (OSError, RuntimeError) as error:
        meaning = meaning_of(error, "the store")
        if meaning:
            raise ReadoutError(str(meaning)) from error
        raise BadInput(f"the query cannot be answered: {' '.join(str(error).split())}") from error
