"""The queries of the views."""

from __future__ import annotations

from functools import cache

from kg.vocabulary import folder


@cache
def query(name: str) -> str:
    """The text of a query of ``queries/serve``."""
    return (folder("queries") / "serve" / f"{name}.rq").read_text("utf-8")
