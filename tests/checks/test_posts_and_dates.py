"""Posts that exclude each other, and dates that cannot be."""

from __future__ import annotations

import pytest
from support import graph_of_text

from kg.checks import check
from kg.checks.posts import Holding, post_findings, posts_across
from kg.model import Finding


def holding(name: str, day: str | None = "2024-02-15", **others: object) -> Holding:
    facts: dict[str, object] = {
        "tenure": f"x#{name}", "person": name, "name": name, "role": "ambassador", "title": "Ambassador",
        "post": "Ambassador of Eastia in Norland", "seat": "mission", "single": True, "state": "eastia", "new": False,
        "article": f"{name}-{day}", "day": day, "spans": (),
    }  # fmt: skip
    return Holding(**{**facts, **others})  # type: ignore[arg-type]


def dates(text: str) -> list[Finding]:
    return [finding for finding in check(graph_of_text(text)) if finding.rule in ("weekday", "dates")]


def test_a_seat_has_one_holder() -> None:
    (finding,) = post_findings([holding("Ada Roe", article="x"), holding("Bo Lim", article="x")])
    assert (finding.rule, finding.severity, finding.shape) == ("post", "warning", "Seat")
    assert finding.message == "Ambassador of Eastia in Norland: both Ada Roe and Bo Lim"


@pytest.mark.parametrize("other", [{"new": True}, {"seat": "elsewhere"}, {"single": False}], ids=str)
def test_a_successor_or_another_seat_is_no_clash(other: dict[str, object]) -> None:
    assert post_findings([holding("Ada Roe"), holding("Bo Lim", **other)]) == []


def test_nobody_serves_two_states_or_is_minister_and_deputy_at_once() -> None:
    one = holding("Ada Roe", role="minister", single=False)
    assert len(post_findings([one, one._replace(state="norland")])) == 1
    assert len(post_findings([one, one._replace(role="deputy-minister")])) == 1
    assert post_findings([one, one._replace(role="prime-minister", seat="eastia")]) == []


def test_a_seat_that_is_given_to_hundreds_has_no_finding_for_every_two() -> None:
    assert len(post_findings([holding(f"Ada Roe{number}") for number in range(10)])) == 45
    assert len(post_findings([holding(f"Ada Roe{number}") for number in range(300)])) == 2945


def test_a_seat_held_by_another_in_between_is_a_clash_across_articles() -> None:
    early, late = holding("Ada Roe", "2024-01-01"), holding("Ada Roe", "2024-06-01")
    (finding,) = posts_across([early, late, holding("Bo Lim", "2024-03-01")])
    assert "Bo Lim on 2024-03-01" in finding.message
    assert finding.shape == ""
    assert posts_across([early, late, holding("Bo Lim", "2024-07-01")]) == []
    assert posts_across([early, late, holding("Bo Lim", None)]) == []


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("They met on Thursday, 15 February 2024 in Norland.", None),
        ("They met on Friday, 15 February 2024 in Norland.", "violation"),
        ("They met on Friday, February 15, 2024 in Norland.", "violation"),
        ("They met on February 15, 2024 (Friday) in Norland.", "violation"),
        ("They met on Friday, 31 June 2024 in Norland.", "violation"),
        ("They met on Friday, 15 February in Norland.", None),
    ],
)
def test_a_weekday_must_be_that_of_its_date(words: str, severity: str | None) -> None:
    assert [finding.severity for finding in dates(words)] == ([severity] if severity else [])
