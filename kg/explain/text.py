"""Explanations as text for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from kg.explain.facts import Part, Told
from kg.explain.stretch import Found, Stretch
from kg.model import Article, Mention, Span, Term
from kg.vocabulary import compact

_LONGEST = 100


def as_text(article: Article, facts: Iterable[Told], stretches: Iterable[Stretch] | None = None) -> str:
    """The facts with their rules, words and parts; with stretches what was tried on each, and the facts read from it."""
    told = list(facts)
    if stretches is None:
        lines = [line for fact in told for line in _fact(article, fact)]
    else:
        lines = [line for stretch in stretches for line in _stretch(article, stretch, told)]
    return "\n".join(lines)


def _fact(article: Article, fact: Told) -> Iterator[str]:
    yield f"{fact.kind}: {fact.label}"
    yield from (f"    words  {_quoted(article, span)}" for span in fact.words)
    yield from (f"    rule   {rule}" for rule in fact.rules)
    yield from (f"    {part.property}: {part.value}  {_origin(article, part)}" for part in fact.parts)


def _origin(article: Article, part: Part) -> str:
    if part.span is None:
        return "(no words name it: it follows from others)"
    return f"({'inherited from ' if part.inherited else ''}{_quoted(article, part.span)})"


def _stretch(article: Article, stretch: Stretch, facts: Iterable[Told]) -> Iterator[str]:
    yield _quoted(article, stretch.span)
    yield from _listed("marks", (_mark(article, mark) for mark in stretch.marks))
    yield from _listed("rules that match", (_match(article, found) for found in stretch.matched))
    yield from _listed("rules tried in vain", stretch.in_vain)
    here = (fact for fact in facts if any(span.covers(stretch.span) for span in fact.words))
    yield from _listed("facts", (line for fact in here for line in _fact(article, fact)))


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = [f"        {line}" for line in lines]
    yield f"    {title}" if listed else f"    {title}: none"
    yield from listed


def _mark(article: Article, mark: Mention[object]) -> str:
    by = f"  by {mark.rule or mark.source}" if mark.rule or mark.source else ""
    return f"{mark.layer.name}  {_quoted(article, mark.span)}  {_value(mark.value)}{by}"


def _match(article: Article, found: Found) -> str:
    slots = "".join(f"  {name}: {_quoted(article, span)}" for name, span in found.slots.items())
    gives = "".join(f"  {name} = {value}" for name, value in found.rule.gives.items())
    return f"{found.rule.id}  {_quoted(article, found.span)}{slots}{gives}"


def _value(value: object) -> str:
    """The value of a mark: a term by its label and name, other data by their fields."""
    if isinstance(value, Term):
        return f"{value.label} ({compact(value.iri)}, {value.form})"
    if is_dataclass(value) and type(value).__str__ is object.__str__:
        return ", ".join(f"{field.name} {_value(getattr(value, field.name))}" for field in fields(value))
    return str(value)


def _quoted(article: Article, span: Span) -> str:
    """Where a span is and its words in one line, of which a long one keeps its begin."""
    words = " ".join(article.quote(span).split())
    return f"{span.begin}–{span.end} “{words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + ' …'}”"
