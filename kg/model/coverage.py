"""What of a text is in the graph, and what is not and why."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.report import Quote


@dataclass(frozen=True, slots=True)
class Item:
    """A number, date, name or quoted title of a text, or the end of a sentence that was cut; ``reason`` is a code of code:omissions, None where it is in the graph."""

    quote: Quote
    kind: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """All items of an article, in the order of the text."""

    article: str
    items: tuple[Item, ...]

    @property
    def ledger(self) -> tuple[Item, ...]:
        """The items that are not in the graph."""
        return tuple(item for item in self.items if item.reason)

    @property
    def share(self) -> float:
        """The share of the items that are in the graph; 1 where the text has none."""
        return 1 - len(self.ledger) / (len(self.items) or 1)
