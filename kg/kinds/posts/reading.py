"""Who holds which post: title phrases with their people, one tenure a post."""

from __future__ import annotations

from dataclasses import replace

from kg.kinds.people.claim import Person
from kg.kinds.posts.claim import Held, PostPhrase, Tenure
from kg.model import Span, Term
from kg.vocabulary import local

_MISSION = "head-of-mission"
_BARE_ENVOYS = ("envoy", "representative")


def tenures(held: Held) -> tuple[Tenure, ...]:
    """The tenures of a document; a later, shorter or more telling title of the same post is the same tenure."""
    found: list[Tenure] = []
    of_person: dict[Person, list[int]] = {}
    for phrase, persons in held:
        for person in persons:
            tenure, own = _tenure(phrase, person), of_person.setdefault(person, [])
            known = next((k for k in own if _one_post(found[k], tenure)), None)
            if known is None:
                own.append(len(found))
                found.append(tenure)
            else:
                found[known] = _merged(found[known], tenure)
    return tuple(found)


def heads_mission(role: Term) -> bool:
    """Whether a role is that of a head of mission, by that name or by a rank."""
    return local(role.iri) == _MISSION or _has_mission_rank(role)


def _has_mission_rank(role: Term) -> bool:
    return _MISSION in role.traits


def _tenure(phrase: PostPhrase, person: Person) -> Tenure:
    names = [span for span, _ in phrase.names] or [phrase.span]
    ends = names if phrase.plural else [phrase.span, *names]
    evidence = Span(min(s.begin for s in (phrase.span, *names)), max(s.end for s in ends))
    return Tenure(person, phrase.title, phrase.role, phrase.of, phrase.to, phrase.new, (evidence,))


def _one_post(known: Tenure, new: Tenure) -> bool:
    """The same side, and one title's words within the other's, the same role, or a head of mission by rank."""
    if known.of is not None and new.of is not None and known.of.iri != new.of.iri:
        return False
    if known.to is not None and new.to is not None and known.to != new.to:
        return False
    roles, titles = (known.role, new.role), (known.title.lower(), new.title.lower())
    if set(titles) & set(_BARE_ENVOYS) and any(_has_mission_rank(role) for role in roles):
        return True
    one, other = (set(title.split()) for title in titles)
    wider = local(known.role.iri) in new.role.traits or local(new.role.iri) in known.role.traits
    return one <= other or other <= one or wider or all(heads_mission(role) for role in roles)


def _merged(known: Tenure, new: Tenure) -> Tenure:
    """The fuller of two wordings, with the evidence of both; a rank tells more than "head of mission"."""
    return replace(
        new if _is_fuller(known, new) else known,
        of=known.of or new.of,
        to=known.to or new.to,
        new=known.new or new.new,
        evidence=tuple(dict.fromkeys((*known.evidence, *new.evidence))),
    )


def _is_fuller(known: Tenure, new: Tenure) -> bool:
    """Whether the new wording tells more than the known one."""
    longer = len(new.title.split()) > len(known.title.split()) and local(new.role.iri) != _MISSION
    ranked = local(known.role.iri) == _MISSION and _has_mission_rank(new.role)
    return longer or (ranked and new.title.lower() not in _BARE_ENVOYS)
