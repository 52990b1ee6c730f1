"""What to look at: what the checks found where, people who might have met or be one, figures that stand on one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import networkx as nx

from kg.analyse.asking import ask, counted, distinct, grouped
from kg.analyse.people import met
from kg.analyse.time import spellings
from kg.model import Checked, Finding, Queryable, Row, Table, Value

_SHARED = 2
_LEAST = 0.3
_CROWD = 200


def what_to_look_at(graph: Checked) -> Table:
    """Leads for an analyst, each with why."""
    findings = graph.findings()
    found, missing, alike, alone = _found(findings), _never_met(met(graph)), _alike(graph), _alone(graph)
    answer = (
        f"{counted(len(findings), 'finding')} in {counted(len(found), 'article')}; "
        f"{counted(len(missing), 'pair')} who met the same people but not each other; "
        f"{counted(len(alike), 'pair')} of names who may be one person; "
        f"{counted(len(alone), 'pair')} of sides with trade or investment known from one article only."
    )
    return Table("What to look at", answer, ("lead", "what", "why", "articles"), (*found, *missing, *alike, *alone))


def _found(findings: Sequence[Finding]) -> list[tuple[Value, ...]]:
    by_article: dict[str, list[Finding]] = {}
    for finding in findings:
        by_article.setdefault(finding.article, []).append(finding)
    order = sorted(by_article, key=lambda article: (-len(by_article[article]), article))
    return [
        ("findings", article, "; ".join(f"{rule}: {n}" for rule, n in _rules(by_article[article])), (article,))
        for article in order
    ]


def _rules(findings: Sequence[Finding]) -> list[tuple[str, int]]:
    return sorted(Counter(finding.rule for finding in findings).items())


def _never_met(network: nx.Graph) -> list[tuple[Value, ...]]:
    """Pairs who met several of the same people, by the share of these (Jaccard), but not each other."""
    shared: Counter[tuple[str, str]] = Counter()
    for middle in network:
        if network.degree(middle) <= _CROWD:  # whoever met everybody makes nobody similar
            shared.update(combinations(sorted(network[middle]), 2))
    rows = []
    for (one, other), count in shared.items():
        likeness = count / len(set(network[one]) | set(network[other]))
        if count >= _SHARED and likeness >= _LEAST and not network.has_edge(one, other):
            common = sorted(set(network[one]) & set(network[other]))
            articles = {name for who in common for end in (one, other) for name in network[who][end]["articles"]}
            why = f"both met {', '.join(common)}"
            rows.append((-likeness, ("never met", f"{one} and {other}", why, tuple(sorted(articles)))))
    return [row for _, row in sorted(rows)]


def _alike(graph: Queryable) -> list[tuple[Value, ...]]:
    return [
        ("one person?", f"{one} and {other}", f"both {post}", articles)
        for one, other, post, articles in spellings(graph)
    ]


def _alone(graph: Queryable) -> list[tuple[Value, ...]]:
    """Pairs of sides with the dated levels that one article alone states."""
    levels = [row for row in ask(graph, "figures") if row["measure"] == "level" and row["when"] and row["counterpart"]]
    pairs: dict[str, list[Row]] = {}
    for (reporter, counterpart, *_), found in grouped(levels, "reporter", "counterpart", "flow", "period").items():
        if len(distinct(found, "article")) == 1:
            pairs.setdefault(f"{reporter} with {counterpart}", []).extend(found)
    return [
        ("one source", pair, "; ".join(_stated(found)), distinct(found, "article"))
        for pair, found in sorted(pairs.items())
    ]


def _stated(rows: Sequence[Row]) -> list[str]:
    """Levels in words: "exports 2023: $3 billion"."""
    return [
        f"{flow} {period}: {', '.join(dict.fromkeys(str(row['words']) for row in found))}"
        for (flow, period), found in grouped(rows, "flow", "period").items()
    ]


ANALYSES = {"what-to-look-at": what_to_look_at}
