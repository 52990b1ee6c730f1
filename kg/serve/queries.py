"""The queries of the views."""

from __future__ import annotations

from kg.graph.asking import shipped


def query(name: str) -> str:
    """The text of a query of ``queries/serve``."""
    return shipped(f"serve/{name}")
