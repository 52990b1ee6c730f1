"""The shapes that the referee stands in for find what it finds, in any engine."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from engines import REFEREED, heard_by_default, heard_by_pyshacl, is_refereed, name
from spoiled import CASES, NAMES, Spoil, good, ntriples
from support import ARTICLES, graph_of

from kg.checks import check, relations
from kg.checks.relations import Relation
from kg.model import ArticleGraph
from kg.vocabulary import expand

SPOILS = {case: spoil for (shape, spoil), case in zip(CASES, NAMES, strict=True) if is_refereed(shape)}


def by_shapes(ntriples: str) -> set[tuple[str, str]]:
    """The shapes that speak, each with the culprit."""
    return {(shape, name(value)) for shape, _, value in heard_by_default(ntriples) if is_refereed(shape)}


def by_referee(triples: Sequence[str]) -> set[tuple[str, str]]:
    """The same from the referee."""
    findings = check(ArticleGraph("sample", "sample", "", tuple(triples)))
    return {(finding.shape, finding.focus) for finding in findings if is_refereed(finding.shape)}


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS)
def test_shapes_and_referee_name_the_same_culprit(spoil: Spoil) -> None:
    graph = good()
    spoil(graph)
    lines = ntriples(graph)
    heard = {(shape, name(value)) for shape, _, value in heard_by_pyshacl(lines, REFEREED)}
    assert heard == by_referee([line.removesuffix(" .") for line in lines.splitlines()])
    assert heard


def scaled(triples: Sequence[str], figure: str, power: int) -> list[str]:
    """Triples with the scale of a figure so many powers of ten higher."""
    amounts, multiplier = (
        [f"<{expand(name)}>" for name in ("kg:amount", "kg:tolerance")],
        expand("sdmx-attribute:unitMult"),
    )
    found = []
    for line in triples:
        subject, predicate, value = line.split(" ", 2)
        number = value.split('"')[1] if subject == figure and '"' in value else ""
        if number and predicate in amounts:
            value = value.replace(number, f"{Decimal(number).scaleb(power):f}")
        elif number and predicate == f"<{multiplier}>":
            value = value.replace(number, str(int(number) + power))
        found.append(f"{subject} {predicate} {value}")
    return found


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_they_agree_on_every_figure_of_the_sample_articles_made_wrong(path: Path) -> None:
    triples = graph_of(path).triples
    figures = sorted({line.split()[0] for line in triples if f"<{expand('kg:amount')}>" in line})
    for figure in figures:
        for power in (-3, 0, 3):
            wrong = scaled(triples, figure, power)
            assert by_shapes(" .\n".join([*wrong, ""])) == by_referee(wrong), (figure, power)


def test_every_law_of_figures_has_a_shape() -> None:
    laws = {law.rule for law in vars(relations).values() if isinstance(law, Relation)} | {"parts", "shares"}
    assert all(is_refereed(rule.capitalize()) for rule in laws)
