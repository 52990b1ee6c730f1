"""People who met: who whom, who lies between groups, which circles and which core they form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import networkx as nx

from kg.analyse.asking import ask, counted, distinct, first_and_last, grouped, listed, occasions
from kg.analyse.communities import communities
from kg.model import Chart, Queryable, Row, Table

_WORK = 2_000_000  # edges times samples: betweenness in a few seconds


def met(graph: Queryable) -> nx.Graph:
    """People as nodes; an edge for each host and guest, or for each two participants of a meeting without a host."""
    rows = ask(graph, "participants")
    names = {person: min(distinct(found, "name")) for (person,), found in grouped(rows, "person").items()}
    ties: dict[tuple[str, str], list[Row]] = {}
    for meeting in grouped(rows, "meeting").values():
        for pair in _pairs(meeting):
            one, other = sorted(names[person] for person in pair)
            ties.setdefault((one, other), []).append(meeting[0])
    network = nx.Graph()
    for (one, other), meetings in sorted(ties.items()):
        first, last = first_and_last(row["date"] for row in meetings)
        articles = distinct(meetings, "article")
        network.add_edge(one, other, meetings=occasions(meetings), first=first, last=last, articles=articles)
    return network


def _pairs(meeting: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Guests of one reception are not thereby linked with each other."""
    hosts = sorted({str(row["person"]) for row in meeting if row["role"] == "host"})
    others = sorted({str(row["person"]) for row in meeting} - set(hosts))
    yield from ((host, guest) for host in hosts for guest in others) if hosts else combinations(others, 2)


def who_met_whom(graph: Queryable) -> Table:
    """Pairs of people who met, most often first."""
    network = met(graph)
    rows = [
        (*sorted((one, other)), tie["meetings"], tie["first"], tie["last"], tie["articles"])
        for one, other, tie in network.edges(data=True)
    ]
    rows.sort(key=lambda row: (-row[2], row[:2]))
    if not rows:
        answer = "No meeting of named people was read."
    else:
        most = [f"{row[0]} – {row[1]}" for row in rows if row[2] == rows[0][2] > 1]
        answer = f"{len(network)} people met in {counted(len(rows), 'pair')}"
        answer += f"; most often {listed(most, 3)} ({rows[0][2]} times)." if most else ", each once."
    header = ("one", "other", "meetings", "first", "last", "articles")
    chart = Chart("network", ("one", "other"), ("meetings",))
    return Table("Who met whom", answer, header, tuple(rows), chart)


def brokers(graph: Queryable) -> Table:
    """People who lie between others (betweenness, Brandes 2001) or alone hold a group together (Tarjan 1974)."""
    network = met(graph)
    between = _betweenness(network)
    holding = set(nx.articulation_points(network))
    bridges: dict[str, list[str]] = {}
    for one, other in nx.bridges(network):
        bridges.setdefault(one, []).append(other)
        bridges.setdefault(other, []).append(one)
    rows = [
        (who, f"{between[who]:.3f}", "yes" if who in holding else "no", tuple(sorted(bridges.get(who, ()))), _articles(network, who))
        for who in network
        if between[who] > 0 or who in holding
    ]  # fmt: skip
    rows.sort(key=lambda row: (-float(row[1]), row[0]))
    groups = nx.number_connected_components(network)
    answer = f"Those who met form {counted(groups, 'group')}."
    if rows:
        answer += f" {rows[0][0]} lies between more people than anyone else."
    if holding:
        answer += f" Without any one of {listed([row[0] for row in rows if row[2] == 'yes'])} a group would fall apart."
    header = ("person", "betweenness", "holds a group together", "sole link to", "articles")
    return Table("Brokers", answer, header, tuple(rows), Chart("bars", ("person",), ("betweenness",)))


def _betweenness(network: nx.Graph) -> dict[str, float]:
    """Betweenness of every node; of large networks an estimate from so many seeded samples as a few seconds allow."""
    samples = min(len(network), max(10, _WORK // max(1, network.number_of_edges())))
    found: dict[str, float] = nx.betweenness_centrality(network, k=samples or None, seed=1)
    return found


def _articles(network: nx.Graph, *people: str) -> tuple[str, ...]:
    """The articles in which some people met anybody of the network."""
    return tuple(sorted({name for *_, articles in network.edges(people, data="articles") for name in articles}))


def circles(graph: Queryable) -> Table:
    """Groups who meet each other more than others (Louvain, Blondel et al. 2008, seeded)."""
    network = met(graph)
    found = communities(network, weight="meetings", seed=1)
    rows = []
    for circle in found:
        inside = network.subgraph(circle)
        members = sorted(circle, key=lambda who: (-inside.degree(who), who))
        meetings = sum(tie for *_, tie in inside.edges(data="meetings"))
        rows.append((members[0], len(members), tuple(members), meetings, _articles(inside, *members)))
    rows.sort(key=lambda row: (-row[1], row[0]))
    larger = [row for row in rows if row[1] > 2]
    answer = f"Those who met form {counted(len(rows), 'circle')}, {len(larger)} of more than two people"
    answer += f"; the largest is around {rows[0][0]} ({rows[0][1]} people)." if larger else "."
    header = ("circle around", "size", "members", "meetings", "articles")
    return Table("Circles", answer, header, tuple(rows), Chart("bars", ("circle around",), ("size",)))


def core(graph: Queryable) -> Table:
    """Core and periphery: the largest number k such that each of a group met k others of it (Seidman 1983)."""
    network = met(graph)
    numbers = nx.core_number(network) if len(network) else {}
    highest = max(numbers.values(), default=0)
    rows = [
        (who, "core" if number == highest > 1 else "periphery", number, network.degree(who), _articles(network, who))
        for who, number in numbers.items()
    ]
    rows.sort(key=lambda row: (-row[2], -row[3], row[0]))
    inner = [row[0] for row in rows if row[1] == "core"]
    answer = f"{listed(inner)} form the core: each met at least {highest} others of it." if inner else (
        "There is no core: nowhere did three people all meet each other."
    )  # fmt: skip
    header = ("person", "place", "core number", "people met", "articles")
    return Table("Core and periphery", answer, header, tuple(rows), Chart("bars", ("person",), ("people met",)))


ANALYSES = {"who-met-whom": who_met_whom, "brokers": brokers, "circles": circles, "core": core}
