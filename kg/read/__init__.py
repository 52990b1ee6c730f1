"""Files to articles."""

from __future__ import annotations

from kg.read.files import find
from kg.read.text import read

__all__ = ["find", "read"]
