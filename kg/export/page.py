"""One HTML page that shows a network and needs nothing else: no server, no network, no other file.

The script and the style sheet are bundled from ``web/`` into ``assets/`` when the package is built.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from pathlib import Path
from typing import Any

from kg.model import Evidence, Network, ReadoutError

ASSETS = Path(__file__).parent / "assets"

# Inside a script element only these characters could end it or start markup (HTML), or break the
# JSON for readers that take it for JavaScript (the two line separators).
_UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<div id="page"><p class="wait">Drawing…</p></div>
<noscript><p class="wait">This page draws its graph with JavaScript, which is switched off here.\
</p></noscript>
<script type="application/json" id="network">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def page(network: Network, title: str) -> str:
    """The whole HTML page that shows a network.

    Args:
        network: what to draw; every edge joins two of its nodes.
        title: the heading of the page.

    Returns:
        The text of an HTML document, the same for the same arguments.

    Raises:
        ReadoutError: if the script or style sheet has not been built.
        ValueError: if an edge names a node that the network does not have.
    """
    script = _asset("graph.js")
    style = _asset("graph.css")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_digest(script)}",
            f"style-src {_digest(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return _PAGE.format(
        policy=policy,
        title=html.escape(title),
        style=style,
        data=_json(data(network, title)),
        script=script,
    )


def _asset(name: str) -> str:
    """A bundled file's text as the parser of a page sees it."""
    try:
        return (ASSETS / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ReadoutError(
            f"kg/export/assets/{name}, a part of the page, has not been built: install the package"
            " again (pip install -e .), or run 'npm ci' and 'npm run build' in web/."
        ) from None


def _digest(text: str) -> str:
    """The source expression by which a content security policy allows an inline text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def data(network: Network, title: str) -> dict[str, Any]:
    """The network as the script reads it: articles and quotes once, referred to by number."""
    articles: dict[str, int] = {}
    quotes: dict[Evidence, int] = {}

    def numbers(evidence: tuple[Evidence, ...]) -> list[int]:
        for item in evidence:
            articles.setdefault(item.article, len(articles))
        return [quotes.setdefault(item, len(quotes)) for item in evidence]

    places = {node.id: place for place, node in enumerate(network.nodes)}
    nodes = [
        {
            "id": node.id,
            "label": node.label,
            "kind": node.kind,
            "evidence": numbers(node.evidence),
            "findings": list(node.findings),
        }
        for node in network.nodes
    ]
    edges = []
    for edge in network.edges:
        if edge.source not in places or edge.target not in places:
            raise ValueError(f"an edge joins {edge.source} to {edge.target}, not both nodes")
        edges.append(
            {
                "source": places[edge.source],
                "target": places[edge.target],
                "kind": edge.kind,
                "label": edge.label,
                "evidence": numbers(edge.evidence),
                "findings": list(edge.findings),
            }
        )
    return {
        "title": title,
        "articles": list(articles),
        "evidence": [[articles[q.article], q.begin, q.end, q.quote] for q in quotes],
        "nodes": nodes,
        "edges": edges,
    }
