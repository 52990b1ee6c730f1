"""Graph to networkx to answers."""

from __future__ import annotations

from kg.analyse.answers import analyse, analyses, names
from kg.analyse.network import network

__all__ = ["analyse", "analyses", "names", "network"]
