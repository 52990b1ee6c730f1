"""What the rules on frameworks find in a sentence: how a name goes on behind its head, and kinds in lower case that name one."""

from __future__ import annotations

from kg.language.layers import Layers
from kg.model import Sentence

_SUBJECT = "frameworks"


class Wording:
    """Where rules match in the sentences of a document, asked once a sentence; under each kind from each token the furthest."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._asked: dict[int, dict[str, dict[int, int]]] = {}

    def _ends(self, i: int, kind: str) -> dict[int, int]:
        sentence = self._layers.sentence_of(i)
        if sentence.first not in self._asked:
            self._asked[sentence.first] = self._ask(sentence)
        return self._asked[sentence.first].get(kind, {})

    def _ask(self, sentence: Sentence) -> dict[str, dict[int, int]]:
        found: dict[str, dict[int, int]] = {}
        for match in self._layers.lines.matches(_SUBJECT, sentence):
            first, last = match.slots["at"]
            ends = found.setdefault(match.rule.gives["as"], {})
            ends[first] = max(last, ends.get(first, last))
        return found

    def end(self, i: int, kind: str) -> int:
        """The token after the words of a kind that begin at token i; i where none do."""
        return self._ends(i, kind).get(i, i) if i < len(self._layers.tokens) else i

    def begin(self, i: int, kind: str) -> int | None:
        """The first token of the longest words of a kind that end right before token i."""
        ends = self._ends(i - 1, kind) if i else {}
        return min((first for first, last in ends.items() if last == i), default=None)
