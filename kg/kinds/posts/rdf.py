"""Posts, missions and tenures as RDF."""

from __future__ import annotations

from kg.graph.terms import Triples, iri, text, typed
from kg.kinds.bodies.claim import Body
from kg.kinds.bodies.rdf import Side, body, side
from kg.kinds.kind import Denotations, Writer
from kg.kinds.parties.rdf import party
from kg.kinds.people.rdf import person
from kg.kinds.posts.claim import POSTS, Tenure
from kg.kinds.posts.reading import heads_mission
from kg.model import Term
from kg.vocabulary import expand, local, slug

_GOVERNMENT = frozenset(["minister", "foreign-minister", "deputy-minister"])


def write(writer: Writer) -> None:
    """Who holds which post."""
    for tenure in writer.readings[POSTS].tenures:
        _tenure(writer, tenure)


def _tenure(writer: Writer, claim: Tenure) -> None:
    triples = writer.triples
    held, organisation = post(triples, claim)
    parts = [slug(claim.person.name), slug(claim.title), *([local(claim.of.iri)] if claim.of else [])]
    subject = triples.fragment("tenure-" + "-".join(parts))
    triples.a(subject, "kg:Tenure")
    triples.add(subject, "org:member", person(triples, claim.person))
    triples.add(subject, "kg:post", held)
    triples.add(subject, "schema:roleName", text(claim.title))
    if organisation:
        triples.add(subject, "org:organization", organisation)
    if claim.new:
        triples.add(subject, "kg:newlyAppointed", typed("true", "xsd:boolean"))
    writer.evidence(subject, claim.evidence)


def denote(writer: Writer) -> Denotations:
    """A title denotes its holder's post; a list of several holders is not one mention."""
    held, tenures = writer.readings[POSTS]
    by_role = {(tenure.person, tenure.role.iri): tenure for tenure in reversed(tenures)}
    for phrase, persons in held:
        if phrase.plural or not persons:
            continue
        tenure = by_role.get((persons[0], phrase.role.iri))
        if tenure:
            yield phrase.span, [post(writer.triples, tenure)[0]]


def label_of(what: Side) -> str:
    """The name of a party, institution or framework."""
    return what.label if isinstance(what, Term) else what.name


def definite(what: Side) -> str:
    """The name of a side with its article: "the European Union", "France"."""
    union = isinstance(what, Term) and "Union" in what.traits
    return (
        f"the {label_of(what)}"
        if union or label_of(what).startswith(("United ", "European ", "Council "))
        else label_of(what)
    )


def post(triples: Triples, tenure: Tenure) -> tuple[str, str | None]:
    """The post of a tenure and the organisation that it is in (a mission, a ministry, or the side itself)."""
    parts = [slug(tenure.title), *(local(s.iri) for s in (tenure.of, tenure.to) if s is not None)]
    subject = iri(expand("id:" + "-".join(parts)))
    organisation = _organisation(triples, tenure)
    if triples.first_time(subject):
        triples.a(subject, "org:Post")
        triples.add(subject, "rdfs:label", text(_post_label(tenure)))
        triples.add(subject, "org:role", iri(tenure.role.iri))
        if organisation:
            triples.add(subject, "org:postIn", organisation)
        if tenure.of is not None:
            triples.add(subject, "kg:represents", side(triples, tenure.of))
    return subject, organisation


def _post_label(tenure: Tenure) -> str:
    if tenure.of is None:
        return tenure.title
    if heads_mission(tenure.role):
        where = f" in {definite(tenure.to)}" if tenure.to else ""
        what = "Head of the Mission" if local(tenure.role.iri) == "head-of-mission" else tenure.title
        return f"{what} of {definite(tenure.of)}{where}"
    return f"{tenure.title} of {definite(tenure.of)}"


def _organisation(triples: Triples, tenure: Tenure) -> str | None:
    if tenure.of is None:
        return None
    if isinstance(tenure.of, Term) and heads_mission(tenure.role):
        return mission(triples, tenure.of, tenure.to)
    if isinstance(tenure.of, Term) and local(tenure.role.iri) in _GOVERNMENT:
        portfolio = ministry_name(tenure.title)
        if portfolio:
            what = Body(
                expand(f"id:{slug(portfolio)}-{local(tenure.of.iri)}"),
                f"{portfolio} of {definite(tenure.of)}",
                "ministry",
                tenure.of,
            )
            return body(triples, what)
    return side(triples, tenure.of)


def ministry_name(title: str) -> str | None:
    """ "Deputy Minister of Foreign Affairs" serves in the "Ministry of Foreign Affairs"; None for a bare "Minister"."""
    words = title.replace("First ", "").replace("Deputy ", "").replace("Vice ", "").replace("Acting ", "")
    if words.lower().startswith(("minister of ", "minister for ")):
        return "Ministry of " + words.split(" ", 2)[2]
    if words.lower().endswith(" minister") and not words.lower().endswith("prime minister"):
        portfolio = words[: -len(" minister")]
        return (
            "Ministry of Foreign Affairs"
            if portfolio.lower() in ("foreign", "foreign affairs")
            else f"Ministry of {portfolio}"
        )
    return None


def mission(triples: Triples, sending: Term, receiving: Term | Body | None) -> str:
    """A diplomatic mission of a party, accredited to another where the article says so."""
    parts = ["mission", local(sending.iri), *([local(receiving.iri)] if receiving else [])]
    subject = iri(expand("id:" + "-".join(parts)))
    if triples.first_time(subject):
        triples.a(subject, "kg:DiplomaticMission", "org:Organization")
        where = f" in {definite(receiving)}" if receiving else ""
        triples.add(subject, "rdfs:label", text(f"Mission of {definite(sending)}{where}"))
        triples.add(subject, "kg:sendingParty", party(triples, sending))
        if receiving:
            triples.add(subject, "kg:receivingParty", side(triples, receiving))
    return subject
