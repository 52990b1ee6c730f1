"""Files to articles."""

from __future__ import annotations

from kg.read.files import Found, find, survey
from kg.read.keys import key_of, lies_in
from kg.read.text import read

__all__ = ["Found", "find", "key_of", "lies_in", "read", "survey"]
