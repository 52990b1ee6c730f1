"""What the text around a sentence tells the figures in it: the article's own period and parties, and those named last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.kinds.figures.flows import OTHER
from kg.kinds.figures.frames import Frame, Told
from kg.kinds.figures.periods import is_base
from kg.kinds.figures.scene import Scene
from kg.kinds.periods.claim import PERIODS, When
from kg.language.lexicon import CURRENCIES, FLOWS, PARTIES
from kg.model import Document, Period, Span, Term
from kg.vocabulary import local


def topic(scene: Scene, frame: Frame) -> tuple[Term, ...]:
    """The parties that the last sentences name, each once, the latest last; a new paragraph begins anew."""
    known = {term.iri: term for term in frame.topic if frame.same_paragraph}
    for cue in sorted((*scene.parties, *scene.titled), key=lambda cue: cue.first):
        known.pop(cue.value.iri, None)
        known[cue.value.iri] = cue.value
    return tuple(known.values())[-3:] or frame.topic


def both(scene: Scene, frame: Frame) -> Told | None:
    """The last two sides told of together: by a figure, or by a sentence without figures that names one other state."""
    named = {cue.value.iri: cue.value for cue in (*scene.parties, *scene.titled) if "State" in cue.value.traits}
    others = [term for iri, term in named.items() if frame.home and iri != frame.home.iri]
    if scene.figures or len(others) != 1 or frame.home is None:
        return frame.both
    return Told(OTHER, "level", frame.home, others[0], None, False, "")


def headline_flow(document: Document) -> str:
    """The first flow that the headline names; empty without one."""
    head = document.inside(Span(0, len(document.article.headline)), FLOWS)
    return local(head[0].value.iri) if head else ""


def often(document: Document) -> tuple[str, ...]:
    """The parties that an article names most, by IRI, the most frequent first."""
    counts = Counter(m.value.iri for m in document.of(PARTIES) if not document.covered(m.span, CURRENCIES))
    return tuple(iri for iri, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3])


def main(document: Document) -> Period | None:
    """The month, quarter or year that an article names most often; of equals the one named first."""
    counts = Counter(_stretches(mention.value for mention in document.of(PERIODS)))
    return counts.most_common(1)[0][0] if counts else None


def last(document: Document, span: Span) -> Period | None:
    """The last month, quarter or year that a stretch of the text names."""
    return next(reversed(_stretches(mention.value for mention in document.inside(span, PERIODS))), None)


def mentioned(scene: Scene) -> Period | None:
    """The last month, quarter or year that a sentence names, but as the base of a comparison."""
    return next(reversed(_stretches(cue.value for cue in scene.periods if not is_base(scene, cue))), None)


def _stretches(said: Iterable[When]) -> list[Period]:
    """The periods of whole months with an end: no days, none that are open, and none that only others date."""
    return [when for when in said if isinstance(when, Period) and when.last and len(when.first) <= 7]


def item(scene: Scene) -> Term | None:
    """The party that heads a line."""
    heads = (cue.value for cue in scene.parties if "item-head" in scene.told(cue))
    return next(heads, None)


def opening(scene: Scene) -> Period | None:
    """The month, quarter or year that a sentence begins with."""
    return next(iter(_stretches(cue.value for cue in scene.periods[:1] if "opening-when" in scene.told(cue))), None)
