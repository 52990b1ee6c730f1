"""Who holds which post: title phrases with their people, one tenure a post."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Body, Framework, Person, PostPhrase, Resolution, Span, Tenure, Term


def tenures(resolution: Resolution) -> tuple[Tenure, ...]:
    """The tenures of a document; a later, shorter or more telling title of the same post is the same tenure."""
    found: list[Tenure] = []
    for phrase, persons in resolution.posts:
        for person in persons:
            tenure = _tenure(phrase, person)
            known = next((t for t in found if t.person == person and _one_post(t, tenure)), None)
            if known is None:
                found.append(tenure)
            else:
                found[found.index(known)] = _merged(known, tenure)
    return tuple(found)


def _tenure(phrase: PostPhrase, person: Person) -> Tenure:
    spans = [span for span, _ in phrase.names] or [phrase.span]
    evidence = Span(
        min(phrase.span.begin, *(s.begin for s in spans)),
        max(s.end for s in spans) if phrase.plural else max(phrase.span.end, *(s.end for s in spans)),
    )
    return Tenure(person, phrase.title, phrase.role, phrase.of, phrase.to, phrase.new, (evidence,))


def _side(of: Term | Body | Framework | None) -> str | None:
    return of.iri if of is not None else None


def _one_post(known: Tenure, new: Tenure) -> bool:
    """The same side, and one title's words within the other's, the same role, or a head of mission by rank."""
    if known.of is not None and new.of is not None and _side(known.of) != _side(new.of):
        return False
    if known.to is not None and new.to is not None and known.to != new.to:
        return False
    if {known.title.lower(), new.title.lower()} & {"envoy", "representative"} and any(
        "head-of-mission" in t.role.traits for t in (known, new)
    ):
        return True
    a, b = set(known.title.lower().split()), set(new.title.lower().split())
    missions = all(t.role.iri.endswith("/head-of-mission") or "head-of-mission" in t.role.traits for t in (known, new))
    wider = known.role.iri.rsplit("/", 1)[-1] in new.role.traits or new.role.iri.rsplit("/", 1)[-1] in known.role.traits
    return a <= b or b <= a or missions or wider


def _merged(known: Tenure, new: Tenure) -> Tenure:
    """The fuller of two wordings, with the evidence of both; a rank tells more than "head of mission"."""
    ranked = known.role.iri.endswith("/head-of-mission") and "head-of-mission" in new.role.traits
    if new.title.lower() in ("envoy", "representative"):
        ranked = False
    fuller = (
        new
        if ranked
        or (len(new.title.split()) > len(known.title.split()) and not new.role.iri.endswith("/head-of-mission"))
        else known
    )
    return replace(
        fuller,
        of=known.of or new.of,
        to=known.to or new.to,
        new=known.new or new.new,
        evidence=tuple(dict.fromkeys((*known.evidence, *new.evidence))),
    )
