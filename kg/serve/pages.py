"""Templates and addresses that the pages share."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.vocabulary import BASE


def address(iri: str) -> str:
    """Where a thing has its page: an article (or a place in one) under its own path, all else by its IRI."""
    path, _, fragment = iri.removeprefix(BASE).partition("#")
    if path.startswith("article/") and path.count("/") == 1 and (not fragment or fragment.startswith("char=")):
        return f"/{quote(path)}" + (f"#{quote(fragment, safe='=,')}" if fragment else "")
    return f"/entity?iri={quote(iri, safe='')}"


@cache
def environment() -> Environment:
    """The templates; every value is escaped."""
    made = Environment(
        loader=PackageLoader("kg.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["address"] = address
    return made
