"""The coverage ledger as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kg.model import Coverage
from kg.vocabulary import expand, vocabulary


def ledger_text(every: Sequence[Coverage]) -> str:
    """The share of each article that is in its graph, and what is not, each with its place and reason."""
    lines = []
    for coverage in every:
        counted = len(coverage.items)
        lines.append(f"{coverage.article}: {_share(counted - len(coverage.ledger), counted)} in the graph")
        lines.extend(
            f"    {item.quote.begin}–{item.quote.end}  {item.kind} “{item.quote.quote}”: {_words(item.reason)}"
            for item in coverage.ledger
        )
    if len(every) > 1:
        counted = sum(len(coverage.items) for coverage in every)
        missing = sum(len(coverage.ledger) for coverage in every)
        lines.append(f"{len(every)} articles: {_share(counted - missing, counted)} in the graph")
    return "\n".join(lines)


def _share(some: int, whole: int) -> str:
    return f"{some} of {whole} ({100 * some / whole if whole else 100:.1f} %)"


def _words(reason: str | None) -> str:
    return vocabulary().value(expand(f"code:{reason}"), "skos:prefLabel") or str(reason)


def ledger_json(every: Sequence[Coverage]) -> str:
    """The same as a JSON array with an object an article."""
    return json.dumps(
        [
            {
                "article": coverage.article,
                "items": len(coverage.items),
                "share": round(coverage.share, 4),
                "ledger": [
                    {
                        "kind": item.kind,
                        "begin": item.quote.begin,
                        "end": item.quote.end,
                        "quote": item.quote.quote,
                        "reason": item.reason,
                    }
                    for item in coverage.ledger
                ],
            }
            for coverage in every
        ],
        ensure_ascii=False,
        indent=2,
    )
