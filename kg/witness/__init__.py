"""A second reader of names, a model beside the rules: it adds candidates where the rules marked nothing."""

from __future__ import annotations

from kg.witness.base import NONE, Candidate, Witness
from kg.witness.known import witness_named
from kg.witness.merge import second

__all__ = ["NONE", "Candidate", "Witness", "second", "witness_named"]
