"""Lasting things: parties, people, institutions, missions, posts, periods, units, places, topics."""

from __future__ import annotations

from kg.map.terms import Triples, iri, name, text, typed
from kg.model import Body, Framework, Meeting, Period, Person, Tenure, Term
from kg.vocabulary import expand, local, slug, vocabulary

_MONTHS = "January February March April May June July August September October November December".split()
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PARTICLES = frozenset("al el bin ibn van von der den de da do dos du la le".split())
_PARTIES = ("State", "Union", "Region")
_GOVERNMENT = frozenset(["minister", "foreign-minister", "deputy-minister"])


def party(triples: Triples, term: Term) -> str:
    """A state, union or region."""
    subject = iri(term.iri)
    if triples.first_time(subject):
        types = vocabulary().values(term.iri, "rdf:type")
        triples.add(subject, "rdf:type", *(iri(t) for t in types if local(t) in _PARTIES))
        triples.add(subject, "rdfs:label", text(term.label))
        triples.add(subject, "schema:sameAs", *map(iri, vocabulary().values(term.iri, "schema:sameAs")))
    return subject


def memberships(triples: Triples, parties: dict[str, Term]) -> None:
    """Which of the parties that an article names are members of which others."""
    for union in parties.values():
        if "Union" not in union.traits:
            continue
        for member in vocabulary().members(union.iri):
            if member in parties:
                subject = iri(expand(f"id:membership-{local(member)}-{local(union.iri)}"))
                triples.a(subject, "org:Membership")
                triples.add(subject, "org:member", iri(member))
                triples.add(subject, "org:organization", iri(union.iri))


def person(triples: Triples, who: Person) -> str:
    """A human being under the names that the article uses."""
    subject = iri(who.iri)
    if triples.first_time(subject):
        triples.a(subject, "foaf:Person")
        triples.add(subject, "rdfs:label", text(who.name))
        triples.add(subject, "skos:altLabel", *map(text, who.aliases))
    return subject


def body(triples: Triples, what: Body) -> str:
    """An institution, company, organisation or agency."""
    subject = iri(what.iri)
    if triples.first_time(f"institution {subject}"):
        triples.a(subject, "kg:Institution", *(["schema:NewsMediaOrganization"] if what.kind == "media" else []))
        triples.add(subject, "rdfs:label", text(what.name))
        triples.add(subject, "skos:altLabel", *map(text, what.aliases))
        triples.add(subject, "dcterms:type", institution_kind(what.kind))
        if what.of is not None:
            triples.add(subject, "org:subOrganizationOf", party(triples, what.of))
    return subject


def witness(triples: Triples, name_: str) -> str:
    """The second witness that marked a span; what the rules marked names nobody."""
    subject = iri(expand("id:witness-" + slug(name_)))
    if triples.first_time(subject):
        triples.a(subject, "prov:SoftwareAgent")
        triples.add(subject, "rdfs:label", text(name_))
    return subject


def institution_kind(kind: str) -> str:
    """The code of a kind of institution, as GUIDELINES name it."""
    return name("code:" + {"party": "political-party", "other": "other-institution"}.get(kind, kind))


Side = Term | Body | Framework


def side(triples: Triples, what: Side) -> str:
    """A party, an institution or a framework (which its own claim describes)."""
    if isinstance(what, Framework):
        return iri(framework_iri(what))
    return body(triples, what) if isinstance(what, Body) else party(triples, what)


def framework_iri(what: Framework) -> str:
    """A framework's name with its parties: two pairs may each have a "Joint Commission"."""
    sides = sorted(local(p.iri) for p in what.parties)
    return expand("id:" + "-".join([local(what.iri), *sides]))


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


def is_envoy(role: Term) -> bool:
    """Whether a role heads a diplomatic mission."""
    return local(role.iri) == "head-of-mission" or "head-of-mission" in role.traits


def _post_label(tenure: Tenure) -> str:
    if tenure.of is None:
        return tenure.title
    if is_envoy(tenure.role):
        where = f" in {definite(tenure.to)}" if tenure.to else ""
        what = "Head of the Mission" if local(tenure.role.iri) == "head-of-mission" else tenure.title
        return f"{what} of {definite(tenure.of)}{where}"
    return f"{tenure.title} of {definite(tenure.of)}"


def _organisation(triples: Triples, tenure: Tenure) -> str | None:
    if tenure.of is None:
        return None
    if isinstance(tenure.of, Term) and is_envoy(tenure.role):
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
        triples.a(subject, "kg:DiplomaticMission")
        where = f" in {definite(receiving)}" if receiving else ""
        triples.add(subject, "rdfs:label", text(f"Mission of {definite(sending)}{where}"))
        triples.add(subject, "kg:sendingParty", party(triples, sending))
        if receiving:
            triples.add(subject, "kg:receivingParty", side(triples, receiving))
    return subject


def period(triples: Triples, when: Period | None) -> str:
    """A stretch of time, or the period that is said to be unstated."""
    code = "unstated" if when is None else when.first if when.first == when.last else f"{when.first}--{when.last or ''}"
    subject = iri(expand("period:" + code))
    if triples.first_time(subject):
        triples.a(subject, "dcterms:PeriodOfTime")
        triples.add(subject, "rdfs:label", text(period_label(when)))
        if when is not None:
            triples.add(subject, "dcterms:identifier", text(str(when)))
            _dates(triples, subject, when)
    return subject


def _dates(triples: Triples, subject: str, when: Period) -> None:
    if when.first[:4].isdigit():
        triples.add(subject, "dcat:startDate", typed(_day(when.first, True), "xsd:date"))
    if when.last and when.last[:4].isdigit():
        triples.add(subject, "dcat:endDate", typed(_day(when.last, False), "xsd:date"))


def _day(date: str, first: bool) -> str:
    parts = [int(p) for p in date.split("-")]
    if len(parts) == 1:
        parts.append(1 if first else 12)
    if len(parts) == 2:
        leap = parts[1] == 2 and parts[0] % 4 == 0 and (parts[0] % 100 != 0 or parts[0] % 400 == 0)
        parts.append(1 if first else _LENGTHS[parts[1] - 1] + leap)
    return f"{parts[0]:04d}-{parts[1]:02d}-{parts[2]:02d}"


def period_label(when: Period | None) -> str:
    """A period in words: "January-July 2024", "since 2005", "2023"."""
    if when is None:
        return "period not stated"
    if when.last is None:
        return f"since {_words(when.first)}"
    if when.first == when.last:
        return _words(when.first)
    if len(when.first) == len(when.last) == 7 and when.first[:4] == when.last[:4]:
        return f"{_MONTHS[int(when.first[5:]) - 1]}-{_words(when.last)}"
    return f"{_words(when.first)} to {_words(when.last)}"


def _words(date: str) -> str:
    if len(date) == 10 and date[:4].isdigit():
        return f"{int(date[8:])} {_MONTHS[int(date[5:7]) - 1]} {date[:4]}"
    if len(date) == 7 and date[:4].isdigit() and date[5:].isdigit():
        return f"{_MONTHS[int(date[5:]) - 1]} {date[:4]}"
    return date


def unit(triples: Triples, code: str) -> str:
    """The unit of a figure: a currency, percent, or the noun that is counted."""
    if code == "percent":
        subject, label = name("unit:PERCENT"), "percent"
    elif len(code) == 3 and code.isupper():
        term = vocabulary().term(expand("currency:" + code))
        subject, label = iri(term.iri), code
    else:
        subject, label = iri(expand("kg:").removesuffix("ontology#") + "unit/" + slug(code)), code
    if triples.first_time(subject):
        triples.add(subject, "skos:notation", text(label))
    return subject


def place(triples: Triples, where: Term | Body | str) -> str:
    """The place of a meeting: an institution, or a town by its name."""
    if not isinstance(where, str):
        return side(triples, where)
    subject = iri(expand("id:place-" + slug(where)))
    if triples.first_time(subject):
        triples.a(subject, "schema:Place")
        triples.add(subject, "rdfs:label", text(where))
    return subject


def topic(triples: Triples, term: Term) -> str:
    """A topic; one that the vocabulary does not know is described here."""
    subject = iri(term.iri)
    if triples.first_time(subject) and not vocabulary().values(term.iri, "skos:prefLabel"):
        triples.a(subject, "skos:Concept")
        triples.add(subject, "skos:prefLabel", text(term.label, "en"))
    return subject


def meeting_kind(meeting: Meeting) -> str:
    """The code of a kind of meeting."""
    return name("code:" + meeting.kind)
