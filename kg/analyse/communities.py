"""Communities by modularity: Louvain (Blondel et al. 2008), which visits again only what a move has touched (Ozaki et al. 2016)."""

from __future__ import annotations

from collections import deque
from random import Random

import networkx as nx

_Links = list[dict[int, float]]
_LEAST = 1e-9


def communities(graph: nx.Graph, weight: str, seed: int) -> list[set[str]]:
    """Sets of nodes with more weight inside than chance has it; the same for the same graph and seed."""
    members = [{node} for node in graph]
    index = {node: place for place, node in enumerate(graph)}
    links: _Links = [{index[other]: float(tie[weight]) for other, tie in graph[node].items()} for node in graph]
    degrees = [sum(ties.values()) for ties in links]
    draw = Random(seed)
    while True:
        placed = _moved(links, degrees, draw)
        names = {community: place for place, community in enumerate(dict.fromkeys(placed))}
        if len(names) == len(links):
            return members
        groups = [names[community] for community in placed]
        members = _united(members, groups, len(names))
        links, degrees = _merged(links, degrees, groups, len(names))


def _moved(links: _Links, degrees: list[float], draw: Random) -> list[int]:
    """The community of each node, after each has moved to where it gains most until none gains."""
    whole = sum(degrees)
    community, sizes = list(range(len(links))), list(degrees)
    waiting = deque(draw.sample(range(len(links)), len(links)))
    queued = [True] * len(links)
    while waiting:
        node = waiting.popleft()
        queued[node] = False
        home, degree = community[node], degrees[node]
        sizes[home] -= degree
        inside: dict[int, float] = {home: 0.0}
        for other, tie in links[node].items():
            inside[community[other]] = inside.get(community[other], 0.0) + tie
        best, most = home, inside[home] - degree * sizes[home] / whole + _LEAST
        for place, tie in inside.items():
            if (gain := tie - degree * sizes[place] / whole) > most:
                best, most = place, gain
        sizes[best] += degree
        community[node] = best
        if best != home:
            for other in links[node]:
                if community[other] != best and not queued[other]:
                    queued[other] = True
                    waiting.append(other)
    return community


def _united(members: list[set[str]], groups: list[int], count: int) -> list[set[str]]:
    united: list[set[str]] = [set() for _ in range(count)]
    for names, group in zip(members, groups, strict=True):
        united[group] |= names
    return united


def _merged(links: _Links, degrees: list[float], groups: list[int], count: int) -> tuple[_Links, list[float]]:
    """The communities as nodes; ties inside one count to its degree only."""
    merged: _Links = [{} for _ in range(count)]
    sums = [0.0] * count
    for group, ties, degree in zip(groups, links, degrees, strict=True):
        sums[group] += degree
        for other, tie in ties.items():
            if groups[other] != group:
                merged[group][groups[other]] = merged[group].get(groups[other], 0.0) + tie
    return merged, sums
