"""Names of people: those that titles introduce, and those that honorifics, verbs, neighbours or repetition give away."""

from __future__ import annotations

from collections.abc import Iterator

from kg.kinds.people.claim import NAMES
from kg.kinds.posts.claim import POST_PHRASES
from kg.kinds.runs import HONORIFICS, NOUNS, RUNS, Run
from kg.language.layers import Hit, Layers
from kg.model import Mention, Span


def names(layers: Layers) -> Iterator[Mention[str]]:
    """The names in a document as printed."""
    found = {span: "" for hit in layers.hits(POST_PHRASES) for span, _ in hit.mention.value.names}
    free = (run for run in layers.hits(RUNS) if run.mention.span not in found)
    for sentence in dict.fromkeys(layers.sentence_of(run.first) for run in free):
        for match in layers.lines.matches("people", sentence):
            found.setdefault(layers.span(*match.slots["name"]), match.rule.id)
    for span in _recurring(layers, found):
        found.setdefault(span, "")
    for span, rule in sorted(found.items()):
        yield Mention(span, NAMES, _printed(layers, span), rule=rule)


def _printed(layers: Layers, span: Span) -> str:
    return " ".join(layers.text[span.begin : span.end].split())


def _recurring(layers: Layers, found: dict[Span, str]) -> Iterator[Span]:
    """Whole names whose last word is that of a name already found: "NAME SURNAME ... Mr SURNAME"."""
    surnames = {_printed(layers, span).split()[-1] for span in found}
    for run in layers.hits(RUNS):
        words = run.mention.value.text.split()
        if len(words) > 1 and words[-1] in surnames and not _heads_another(layers, run):
            yield run.mention.span


def _heads_another(layers: Layers, run: Hit[Run]) -> bool:
    """ "Luis Sol Airport", "the Luis Sol of Ana Rey": words that name another thing."""
    return layers.at(NOUNS, run.last) is not None or layers.before(HONORIFICS, run.first) is not None
