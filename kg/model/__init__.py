"""The words that travel between the stages: plain, immutable data without any library."""

from __future__ import annotations

from kg.model.claims import (
    AgendaItem,
    Body,
    Claim,
    Framework,
    Meeting,
    Observation,
    Person,
    PostPhrase,
    Reading,
    Reference,
    Registration,
    Resolution,
    Statement,
    Tenure,
)
from kg.model.coverage import Coverage, Item
from kg.model.derived import Derived
from kg.model.errors import BadInput, ReadoutError, StoreInUse, TooMuch, WitnessUnavailable
from kg.model.graph import ArticleGraph, Edge, Evidence, Network, Node, Queryable, Row, Statement4
from kg.model.report import REFEREE, Finding, Quote, Report
from kg.model.table import Chart, Table, Value
from kg.model.text import Article, Document, Mention, Period, Quantity, Relative, Sentence, Span, Term, Token

__all__ = [
    "REFEREE",
    "AgendaItem",
    "Article",
    "ArticleGraph",
    "BadInput",
    "Body",
    "Chart",
    "Claim",
    "Coverage",
    "Derived",
    "Document",
    "Edge",
    "Evidence",
    "Finding",
    "Framework",
    "Item",
    "Meeting",
    "Mention",
    "Network",
    "Node",
    "Observation",
    "Period",
    "Person",
    "PostPhrase",
    "Quantity",
    "Queryable",
    "Quote",
    "Reading",
    "ReadoutError",
    "Reference",
    "Registration",
    "Relative",
    "Report",
    "Resolution",
    "Row",
    "Sentence",
    "Span",
    "Statement",
    "Statement4",
    "StoreInUse",
    "Table",
    "Tenure",
    "Term",
    "Token",
    "TooMuch",
    "Value",
    "WitnessUnavailable",
]
