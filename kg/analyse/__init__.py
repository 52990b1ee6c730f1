"""Graph to networkx to answers."""

from __future__ import annotations

from kg.analyse.answers import Table, analyses
from kg.analyse.network import network

__all__ = ["Table", "analyses", "network"]
