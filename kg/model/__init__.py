"""The words that travel between the stages: plain, immutable data without any library."""

from __future__ import annotations

from kg.model.coverage import Coverage, Item
from kg.model.derived import Derived
from kg.model.errors import BadInput, BadRules, ReadoutError, StoreInUse, TooMuch, Unsuitable, WitnessUnavailable
from kg.model.graph import ArticleGraph, Checked, Edge, Evidence, Facts, Network, Node, Queryable, Row, Statement4
from kg.model.periods import FISCAL, Period, Relative, month
from kg.model.report import AUTO, COMPILED, ENGINES, PYSHACL, REFEREE, Finding, Quote, Report
from kg.model.table import Chart, Table, Value
from kg.model.text import (
    Article,
    Document,
    Layer,
    Mention,
    Quantity,
    Sentence,
    Span,
    Term,
    Token,
    in_order,
    no_tags,
    sentence_number,
)

__all__ = [
    "AUTO",
    "COMPILED",
    "ENGINES",
    "FISCAL",
    "PYSHACL",
    "REFEREE",
    "Article",
    "ArticleGraph",
    "BadInput",
    "BadRules",
    "Chart",
    "Checked",
    "Coverage",
    "Derived",
    "Document",
    "Edge",
    "Evidence",
    "Facts",
    "Finding",
    "Item",
    "Layer",
    "Mention",
    "Network",
    "Node",
    "Period",
    "Quantity",
    "Queryable",
    "Quote",
    "ReadoutError",
    "Relative",
    "Report",
    "Row",
    "Sentence",
    "Span",
    "Statement4",
    "StoreInUse",
    "Table",
    "Term",
    "Token",
    "TooMuch",
    "Unsuitable",
    "Value",
    "WitnessUnavailable",
    "in_order",
    "month",
    "no_tags",
    "sentence_number",
]
