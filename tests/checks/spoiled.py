"""A graph made by hand in which every shape has something to look at, and the ways to spoil it.

In the Turtle below «words» stands for the span of the text that holds these words.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

from rdflib import RDF, XSD, BNode, Graph, Literal, Node, URIRef
from rdflib.namespace import DCTERMS

from kg.vocabulary import BASE, NAMESPACES, expand

TEXT = (
    "Minister Ada Roe of Norland received the new Ambassador of the Southern Union, Bo Lim, at the Ministry of Trade. "
    "They talked about transport under the Norland Accord. Roe praised the partnership. "
    "Trade between Norland and the Southern Union reached $30.5 million in 2024, up 22 percent; exports were "
    "$20.3 million (€18.7 million) and imports $10.2 million (€9.4 million), a surplus of $10.1 million. In 2023 it was $25.0 million, in 2022 only $12.0 million. "
    "Trade with Eastia was $5.0 million in 2024. With Westia it was $28.0 million. The Union takes 40 percent. "
    "Westia takes 70 percent. Output rose by 150 percent. "
    "Aid came to more than $1 million."
)
_SENTENCES = [sentence.removesuffix(".") + "." for sentence in TEXT.split(". ")]
ARTICLE = f"{BASE}article/0123456789abcdef"
_FACTS = """
<ARTICLE> a schema:NewsArticle, nif:Context ; schema:identifier "sample" ; dcterms:identifier "sample" ; rdfs:label "sample" .
id:ada-roe a foaf:Person ; rdfs:label "Ada Roe" .
id:bo-lim a foaf:Person ; rdfs:label "Bo Lim" .
id:norland a kg:State ; rdfs:label "Norland" .
id:union a kg:Union ; rdfs:label "Southern Union" .
id:eastia a kg:State ; rdfs:label "Eastia" .
id:westia a kg:State ; rdfs:label "Westia" .
id:membership a org:Membership ; org:member id:eastia ; org:organization id:union .
id:ministry a kg:Institution ; rdfs:label "Ministry of Trade" ; dcterms:type code:ministry .
id:mission a kg:DiplomaticMission ; rdfs:label "Mission" ; kg:sendingParty id:union ; kg:receivingParty id:norland .
id:post a org:Post ; rdfs:label "Ambassador" ; org:role code:ambassador ; org:postIn id:mission .
:tenure a kg:Tenure ; org:member id:bo-lim ; kg:post id:post ; schema:roleName "Ambassador" ; kg:newlyAppointed true ;
    prov:wasDerivedFrom «Ambassador of the Southern Union, Bo Lim» .
id:accord a kg:Agreement ; rdfs:label "Norland Accord" ; schema:name "Norland Accord" ;
    prov:wasDerivedFrom «Norland Accord» .
:meeting a kg:Meeting ; rdfs:label "Roe receives Lim" ; dcterms:type code:meeting ; kg:host id:ada-roe ;
    kg:guest id:bo-lim ; kg:betweenParty id:norland, id:union ; prov:wasDerivedFrom «Ada Roe of Norland received» .
:unheld a kg:UnheldMeeting ; rdfs:label "Roe visits Eastia" ; dcterms:type code:visit ; kg:status code:planned ; kg:participant id:ada-roe ;
    prov:wasDerivedFrom «Ada Roe of Norland received» .
:agenda a kg:AgendaItem ; kg:madeAt :meeting ; schema:about topic:transport ; prov:wasDerivedFrom «transport» .
:statement a kg:Statement ; kg:act code:praises ; kg:madeAt :meeting ; prov:wasDerivedFrom «Roe praised the partnership» .
period:2022 a dcterms:PeriodOfTime ; rdfs:label "2022" ; dcat:startDate "2022-01-01"^^xsd:date ; dcat:endDate "2022-12-31"^^xsd:date .
period:2023 a dcterms:PeriodOfTime ; rdfs:label "2023" ; dcat:startDate "2023-01-01"^^xsd:date ; dcat:endDate "2023-12-31"^^xsd:date .
period:2024 a dcterms:PeriodOfTime ; rdfs:label "2024" ; dcat:startDate "2024-01-01"^^xsd:date ; dcat:endDate "2024-12-31"^^xsd:date .
:figures a qb:DataSet .
"""
# name, surface, flow, measure, counterpart, period, decimals
_FIGURES = [
    ("turnover", "$30.5 million", "turnover", "level", "union", 2024, 1),
    ("exports", "$20.3 million", "exports", "level", "union", 2024, 1),
    ("imports", "$10.2 million", "imports", "level", "union", 2024, 1),
    ("exports-in-euros", "€18.7 million", "exports", "level", "union", 2024, 1),
    ("imports-in-euros", "€9.4 million", "imports", "level", "union", 2024, 1),
    ("surplus", "$10.1 million", "balance", "level", "union", 2024, 1),
    ("growth", "22 percent", "turnover", "growth", "union", 2024, 0),
    ("before", "$25.0 million", "turnover", "level", "union", 2023, 1),
    ("long-before", "$12.0 million", "turnover", "level", "union", 2022, 1),
    ("part", "$5.0 million", "turnover", "level", "eastia", 2024, 1),
    ("other-part", "$28.0 million", "turnover", "level", "westia", 2024, 1),
    ("share", "40 percent", "turnover", "share", "union", 2024, 0),
    ("other-share", "70 percent", "turnover", "share", "westia", 2024, 0),
    ("rise", "150 percent", "production", "growth", None, 2024, 0),
    ("aid", "$1 million", "aid", "level", None, 2024, 0),
]


def term(name: str) -> URIRef:
    """The IRI of a prefixed name; a bare ``:name`` belongs to the article."""
    return URIRef(f"{ARTICLE}#{name[1:]}" if name.startswith(":") else expand(name))


def span(words: str) -> URIRef:
    """The IRI of the span that holds words of the text."""
    assert TEXT.count(words) == 1, words
    begin = TEXT.index(words)
    return URIRef(f"{ARTICLE}#char={begin},{begin + len(words)}")


def _figure(name: str, surface: str, flow: str, measure: str, other: str | None, year: int, decimals: int) -> str:
    value, currency = surface.lstrip("$€").split()[0], {"$": "USD", "€": "EUR"}.get(surface[0])
    power = 6 if currency else 0
    whole, _, rest = value.partition(".")
    return (
        f":{name} a kg:Observation ; qb:dataSet :figures ; kg:flow code:{flow} ; kg:measure code:{measure} ; "
        f"sdmx-dimension:refArea id:norland ; {f'kg:counterpartArea id:{other} ; ' if other else ''}"
        f"sdmx-dimension:refPeriod period:{year} ; sdmx-measure:obsValue {value if rest else value + '.0'} ; "
        f"sdmx-attribute:unitMeasure {f'currency:{currency}' if currency else 'unit:PERCENT'} ; "
        f"sdmx-attribute:unitMult {power} ; sdmx-attribute:decimals {decimals} ; "
        f"kg:amount {whole}{rest.ljust(power, '0')}.0 ; "
        f"kg:tolerance {'5' + '0' * (power - decimals - 1) if power else '0.5'}{'.0' if power else ''} ; "
        f"kg:surface «{surface}» ; prov:wasDerivedFrom «{surface}» ."
    )


def good() -> Graph:
    """The graph that no shape has anything to say against."""
    facts = "\n".join([_FACTS, *(_figure(*figure) for figure in _FIGURES)])
    facts += "\n:growth sdmx-attribute:basePer period:2023 .\n:aid kg:approximation code:more-than .\n"
    facts += (
        'currency:USD skos:notation "USD" . currency:EUR skos:notation "EUR" . unit:PERCENT skos:notation "percent" .\n'
    )
    facts += f'<{BASE}unit/percentage-points> skos:notation "percentage-points" .\n'
    words = sorted(set(re.findall("«(.+?)»", facts)))
    for quote in words:
        facts = facts.replace(f"«{quote}»", f"<{span(quote)}>")
    prefixes = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in NAMESPACES.items())
    graph = Graph()
    graph.parse(data=prefixes + f"@prefix : <{ARTICLE}#> .\n" + facts.replace("ARTICLE", ARTICLE), format="turtle")
    graph.add((URIRef(ARTICLE), term("nif:isString"), Literal(TEXT, datatype=XSD.string)))
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    graph.add((URIRef(ARTICLE), term("kg:sha256"), Literal(digest, datatype=XSD.string)))
    for quote in {*words, *_SENTENCES}:
        graph.add((span(quote), RDF.type, term("nif:Phrase" if quote in words else "nif:Sentence")))
        graph.add((span(quote), term("nif:referenceContext"), URIRef(ARTICLE)))
        graph.add((span(quote), term("nif:beginIndex"), Literal(TEXT.index(quote))))
        graph.add((span(quote), term("nif:endIndex"), Literal(TEXT.index(quote) + len(quote))))
        graph.add((span(quote), term("nif:anchorOf"), Literal(quote, datatype=XSD.string)))
        graph.add((span(quote), term("nif:sentence"), span(_sentence(quote))))
    return graph


def _sentence(words: str) -> str:
    return next(sentence for sentence in _SENTENCES if words in sentence)


def ntriples(graph: Graph) -> str:
    """A graph as sorted N-Triples."""
    assert not [node for node in graph.all_nodes() if isinstance(node, BNode)]
    return "\n".join(sorted(graph.serialize(format="nt").splitlines())) + "\n"


Spoil = Callable[[Graph], object]


def without(subject: str | URIRef, *predicates: str) -> Spoil:
    """Takes all values of properties away."""
    node = subject if isinstance(subject, URIRef) else term(subject)

    def spoil(graph: Graph) -> None:
        for predicate in predicates:
            assert (node, term(predicate), None) in graph, f"nothing to take from {node}"
            graph.remove((node, term(predicate), None))

    return spoil


def also(subject: str | URIRef, predicate: str, *values: Node) -> Spoil:
    """Adds values to a property."""
    node = subject if isinstance(subject, URIRef) else term(subject)

    def spoil(graph: Graph) -> None:
        for value in values:
            graph.add((node, term(predicate), value))

    return spoil


def instead(subject: str | URIRef, predicate: str, *values: Node) -> Spoil:
    """Puts other values in place of those that a property has."""

    def spoil(graph: Graph) -> None:
        without(subject, predicate)(graph)
        also(subject, predicate, *values)(graph)

    return spoil


def all_of(*spoils: Spoil) -> Spoil:
    """Several changes at once."""

    def spoil(graph: Graph) -> None:
        for one in spoils:
            one(graph)

    return spoil


def number(value: str) -> Literal:
    return Literal(value, datatype=XSD.decimal)


def day(value: str) -> Literal:
    return Literal(value, datatype=XSD.date)


def reads(figure: str, surface: str) -> Spoil:
    """Gives a figure the number of another one, which is printed so."""
    like = next(term(f":{name}") for name, printed, *_ in _FIGURES if printed == surface)
    number = ("sdmx-measure:obsValue", "kg:amount", "kg:tolerance", "sdmx-attribute:decimals", "kg:surface")

    def spoil(graph: Graph) -> None:
        for name in number:
            instead(figure, name, *graph.objects(like, term(name)))(graph)

    return spoil


def period(name: str, start: str, end: str | None = None) -> Spoil:
    """Adds a period."""
    iri = f"period:{name}"
    ends = [also(iri, "dcat:endDate", day(end))] if end else []
    named = also(iri, "rdf:type", DCTERMS.PeriodOfTime), also(iri, "rdfs:label", Literal(name))
    return all_of(*named, also(iri, "dcat:startDate", day(start)), *ends)


def tenure(person: str, post: str) -> Spoil:
    """Adds a second tenure."""
    return all_of(
        also(":tenure-2", "rdf:type", term("kg:Tenure")),
        also(":tenure-2", "org:member", term(person)),
        also(":tenure-2", "kg:post", term(post)),
        also(":tenure-2", "schema:roleName", Literal("Minister", datatype=XSD.string)),
        also(":tenure-2", "prov:wasDerivedFrom", span("Ada Roe of Norland received")),
    )


def post(role: str) -> Spoil:
    """Adds a second post."""
    return all_of(
        also("id:post-2", "rdf:type", term("org:Post")),
        also("id:post-2", "rdfs:label", Literal("Minister")),
        also("id:post-2", "org:role", term(role)),
    )


_ACCORD = span("Norland Accord")
_ARTICLE = URIRef(ARTICLE)
_POINTS = URIRef(f"{BASE}unit/percentage-points")
_UNGROWN = without(":growth", "sdmx-attribute:basePer")
_GROWN = {
    figure: all_of(
        instead(figure, "kg:measure", term("code:growth")), also(figure, "sdmx-attribute:basePer", term("period:2023"))
    )
    for figure in (":share", ":rise")
}

# For every shape that can speak: changes of the good graph on which it, and no other shape, speaks.
SPOILED: dict[str, list[Spoil]] = {
    "Evidence-span": [
        without(":tenure", "prov:wasDerivedFrom"),
        without(":meeting", "prov:wasDerivedFrom"),
        without(":statement", "prov:wasDerivedFrom"),
        without(":agenda", "prov:wasDerivedFrom"),
        without(":aid", "prov:wasDerivedFrom"),
        without("id:accord", "prov:wasDerivedFrom"),
        instead(":tenure", "prov:wasDerivedFrom", Literal("somewhere")),
    ],
    "Span-context": [
        without(_ACCORD, "nif:referenceContext"),
        also(_ACCORD, "nif:referenceContext", term("id:other")),
    ],
    "Span-begin": [
        without(_ACCORD, "nif:beginIndex"),
        instead(_ACCORD, "nif:beginIndex", Literal("x", datatype=XSD.string)),
    ],
    "Span-end": [
        without(_ACCORD, "nif:endIndex"),
        instead(_ACCORD, "nif:endIndex", Literal("x", datatype=XSD.string)),
    ],
    "Span-quote": [
        without(_ACCORD, "nif:anchorOf"),
    ],
    "Span-cut": [also(_ACCORD, "kg:cut", Literal("yes"))],
    "Article-text": [without(_ARTICLE, "nif:isString")],
    "Article-hash": [
        without(_ARTICLE, "kg:sha256"),
    ],
    "Article-name": [without(_ARTICLE, "schema:identifier")],
    "Article-key": [without(_ARTICLE, "dcterms:identifier")],
    "Hash-query": [instead(_ARTICLE, "kg:sha256", Literal("0" * 64))],
    "Quote-query": [
        instead(_ACCORD, "nif:anchorOf", Literal("Norland accord", datatype=XSD.string)),
        instead(_ACCORD, "nif:beginIndex", Literal(TEXT.index("Norland Accord") + 1)),
        instead(_ACCORD, "nif:endIndex", Literal(TEXT.index("Norland Accord") + 13)),
    ],
    "Observation-reporter": [
        also(":aid", "sdmx-dimension:refArea", term("id:eastia")),
        instead(":aid", "sdmx-dimension:refArea", Literal("Norland")),
    ],
    "Observation-counterpart": [
        also(":aid", "kg:counterpartArea", term("id:eastia"), term("id:union")),
        also(":aid", "kg:counterpartArea", Literal("Eastia")),
    ],
    "Observation-flow": [
        without(":aid", "kg:flow"),
        also(":aid", "kg:flow", term("code:debt")),
        instead(":aid", "kg:flow", term("code:tourism")),
    ],
    "Observation-measure": [
        without(":aid", "kg:measure"),
        also(":aid", "kg:measure", term("code:target")),
        instead(":aid", "kg:measure", term("code:rank")),
    ],
    "Observation-period": [
        without(":aid", "sdmx-dimension:refPeriod"),
        also(":aid", "sdmx-dimension:refPeriod", term("period:2023")),
        instead(":aid", "sdmx-dimension:refPeriod", term("period:1999")),
    ],
    "Observation-base": [
        also(":aid", "sdmx-attribute:basePer", term("period:1999")),
        also(":aid", "sdmx-attribute:basePer", term("period:2022"), term("period:2023")),
    ],
    "Observation-value": [
        without(":aid", "sdmx-measure:obsValue"),
    ],
    "Observation-unit": [
        without(":aid", "sdmx-attribute:unitMeasure"),
        also(":aid", "sdmx-attribute:unitMeasure", term("currency:EUR")),
    ],
    "Observation-multiplier": [without(":aid", "sdmx-attribute:unitMult")],
    "Observation-decimals": [
        without(":aid", "sdmx-attribute:decimals"),
        also(":aid", "sdmx-attribute:decimals", Literal(2)),
        instead(":aid", "sdmx-attribute:decimals", number("0.0")),
    ],
    "Observation-amount": [
        without(":aid", "kg:amount"),
        instead(":aid", "kg:amount", Literal(1000000)),
    ],
    "Observation-tolerance": [
        without(":aid", "kg:tolerance"),
        also(":aid", "kg:tolerance", number("5.0")),
        instead(":aid", "kg:tolerance", number("0.0")),
    ],
    "Observation-surface": [
        without(":aid", "kg:surface"),
        also(":aid", "kg:surface", span("$1 million"), _ACCORD),
        instead(":aid", "kg:surface", term("id:union")),
    ],
    "Observation-approximation": [
        instead(":aid", "kg:approximation", term("code:exactly")),
        also(":aid", "kg:approximation", term("code:about")),
    ],
    "Observation-scope": [
        also(":aid", "kg:scope", Literal("")),
        also(":aid", "kg:scope", Literal("grain"), Literal("flour")),
        also(":aid", "kg:scope", term("id:union")),
    ],
    "Observation-confidence": [
        also(":aid", "kg:confidence", number("1.5")),
        also(":aid", "kg:confidence", number("-0.5")),
        also(":aid", "kg:confidence", number("0.5"), number("0.6")),
    ],
    "Number-query": [
        all_of(
            instead(":aid", "sdmx-measure:obsValue", number("2.0")),
            instead(":aid", "kg:amount", number("2000000.0")),
        )
    ],
    "Amount-query": [
        instead(":aid", "kg:amount", number("1000001.0")),
        instead(":aid", "sdmx-attribute:unitMult", Literal(9)),
    ],
    "Period-start": [
        instead("period:2022", "dcat:startDate", day("2023-01-01")),
        also("period:2022", "dcat:startDate", day("2022-02-01")),
        instead("period:2022", "dcat:startDate", Literal("2022")),
    ],
    "Period-end": [
        also("period:2022", "dcat:endDate", day("2022-12-30")),
    ],
    "Base-query": [
        all_of(period("2025", "2025-01-01"), instead(":growth", "sdmx-attribute:basePer", term("period:2025"))),
        all_of(
            instead(":growth", "sdmx-attribute:basePer", term("period:2024")),
            without(":growth", "kg:counterpartArea"),
        ),
    ],
    "Percentage-query": [instead(":rise", "kg:measure", term("code:share"))],
    "Sum-query": [all_of(_UNGROWN, reads(":turnover", "$25.0 million"))],
    "Balance-query": [reads(":surplus", "$12.0 million")],
    "Growth-query": [instead(":growth", "sdmx-attribute:basePer", term("period:2022"))],
    "Growth-points": [
        all_of(
            instead(":growth", "sdmx-attribute:unitMeasure", _POINTS),
            instead(":growth", "kg:flow", term("code:imports")),
            *(instead(share, "kg:flow", term("code:imports")) for share in (":share", ":other-share")),
            instead(":other-share", "kg:counterpartArea", term("id:union")),
            instead(":other-share", "sdmx-dimension:refPeriod", term("period:2023")),
        )
    ],
    "Change-query": [
        all_of(
            _UNGROWN,
            instead(":long-before", "kg:measure", term("code:change")),
            instead(":long-before", "sdmx-dimension:refPeriod", term("period:2024")),
            also(":long-before", "sdmx-attribute:basePer", term("period:2023")),
        )
    ],
    "Change-growth": [
        all_of(
            instead(":long-before", "kg:measure", term("code:change")),
            instead(":long-before", "sdmx-dimension:refPeriod", term("period:2024")),
        )
    ],
    "Blend-between": [
        all_of(
            instead(":share", "kg:flow", term("code:exports")),
            instead(":rise", "kg:flow", term("code:imports")),
            also(":rise", "kg:counterpartArea", term("id:union")),
            instead(":imports", "sdmx-attribute:unitMeasure", term("currency:GBP")),
            instead(":imports-in-euros", "sdmx-dimension:refPeriod", term("period:2023")),
            *_GROWN.values(),
        )
    ],
    "Blend-weighted": [
        all_of(
            instead(":growth", "kg:flow", term("code:imports")),
            instead(":rise", "kg:flow", term("code:exports")),
            also(":rise", "kg:counterpartArea", term("id:union")),
            instead(":before", "kg:counterpartArea", term("id:eastia")),
            *_GROWN.values(),
        )
    ],
    "Share-query": [
        all_of(
            instead(":turnover", "kg:measure", term("code:target")),
            instead(":share", "kg:counterpartArea", term("id:eastia")),
            instead(":other-part", "sdmx-dimension:refPeriod", term("period:2023")),
            without(":before", "kg:counterpartArea"),
            instead(":before", "sdmx-dimension:refPeriod", term("period:2024")),
            instead(":other-share", "kg:measure", term("code:target")),
        )
    ],
    "Shares-query": [instead(":share", "kg:counterpartArea", term("id:eastia"))],
    "Part-query": [
        all_of(
            also("id:other-membership", "rdf:type", term("org:Membership")),
            also("id:other-membership", "org:member", term("id:union")),
            also("id:other-membership", "org:organization", term("id:eastia")),
        ),
        all_of(
            without(":before", "kg:counterpartArea"),
            instead(":before", "sdmx-dimension:refPeriod", term("period:2024")),
            instead(":other-part", "sdmx-dimension:refPeriod", term("period:2023")),
            instead(":share", "kg:measure", term("code:target")),
        ),
    ],
    "Parts-query": [
        all_of(
            also("id:other-membership", "rdf:type", term("org:Membership")),
            also("id:other-membership", "org:member", term("id:westia")),
            also("id:other-membership", "org:organization", term("id:union")),
        )
    ],
    "Shorter-query": [
        all_of(
            period("2024-05", "2024-05-01", "2024-05-31"),
            instead(":long-before", "sdmx-dimension:refPeriod", term("period:2024-05")),
            instead(":long-before", "kg:counterpartArea", term("id:eastia")),
        )
    ],
    "Since-query": [
        all_of(
            period("2022--2024", "2022-01-01", "2024-12-31"),
            instead(":before", "kg:flow", term("code:aid")),
            instead(":before", "sdmx-dimension:refPeriod", term("period:2022")),
            instead(":long-before", "kg:flow", term("code:aid")),
            instead(":long-before", "sdmx-dimension:refPeriod", term("period:2022--2024")),
        )
    ],
    "Cell-query": [instead(":other-part", "kg:counterpartArea", term("id:eastia"))],
    "Rate-query": [
        all_of(
            instead(":imports-in-euros", "sdmx-attribute:unitMult", Literal(3)),
            instead(":imports-in-euros", "kg:amount", number("9400.0")),
            instead(":imports-in-euros", "kg:tolerance", number("50.0")),
        )
    ],
    "Mirror-query": [
        all_of(
            instead(":before", "kg:flow", term("code:imports")),
            instead(":before", "sdmx-dimension:refArea", term("id:union")),
            instead(":before", "kg:counterpartArea", term("id:norland")),
            instead(":before", "sdmx-dimension:refPeriod", term("period:2024")),
        )
    ],
    "Seat-seat": [all_of(tenure("id:ada-roe", "id:post"), without(":tenure", "kg:newlyAppointed"))],
    "Seat-state": [
        all_of(
            post("code:prime-minister"),
            also("id:post", "kg:represents", term("id:eastia")),
            also("id:post-2", "kg:represents", term("id:norland")),
            tenure("id:bo-lim", "id:post-2"),
        )
    ],
    "Seat-deputy": [
        all_of(
            post("code:deputy-minister"),
            instead("id:post", "org:role", term("code:minister")),
            also("id:post-2", "org:postIn", term("id:mission")),
            tenure("id:bo-lim", "id:post-2"),
        )
    ],
    "Dates-query": [
        all_of(
            also(":meeting", "schema:startDate", day("2024-05-02")),
            also(":meeting", "schema:endDate", day("2024-05-01")),
        )
    ],
    "Meeting": [
        without(":meeting", "kg:guest", "kg:betweenParty"),
        all_of(without(":meeting", "kg:host"), instead(":meeting", "kg:betweenParty", term("id:union"))),
    ],
    "Meeting-kind": [
        without(":meeting", "dcterms:type"),
        also(":meeting", "dcterms:type", term("code:summit")),
        instead(":meeting", "dcterms:type", term("code:lunch")),
    ],
    "Meeting-status": [also(":meeting", "kg:status", term("code:planned"))],
    "UnheldMeeting": [instead(":unheld", "dcterms:type", term("code:meeting"))],
    "UnheldMeeting-status": [
        without(":unheld", "kg:status"),
        also(":unheld", "kg:status", term("code:denied")),
        instead(":unheld", "kg:status", term("code:lunch")),
    ],
    "UnheldMeeting-discussed": [also(":unheld", "kg:discussed", term("topic:transport"))],
    "Meeting-people": [also(":meeting", "kg:participant", term("id:norland"))],
    "Meeting-host": [also(":meeting", "kg:host", term("id:bo-lim"))],
    "Statement-act": [without(":statement", "kg:act")],
    "Statement-meeting": [instead(":statement", "kg:madeAt", term("id:norland"))],
    "AgendaItem-topic": [
        without(":agenda", "schema:about"),
        also(":agenda", "schema:about", term("topic:energy")),
    ],
    "AgendaItem-meeting": [
        without(":agenda", "kg:madeAt"),
        instead(":agenda", "kg:madeAt", term("id:norland")),
    ],
    "Person-name": [
        without("id:ada-roe", "rdfs:label"),
        instead("id:ada-roe", "rdfs:label", Literal("Ada Roe", lang="en")),
    ],
    "Tenure-member": [
        without(":tenure", "org:member"),
        also(":tenure", "org:member", term("id:ada-roe")),
        instead(":tenure", "org:member", term("id:union")),
    ],
    "Tenure-post": [
        without(":tenure", "kg:post"),
        instead(":tenure", "kg:post", term("id:union")),
    ],
    "Tenure-title": [
        without(":tenure", "schema:roleName"),
        also(":tenure", "schema:roleName", Literal("Envoy", datatype=XSD.string)),
    ],
    "Tenure-new": [instead(":tenure", "kg:newlyAppointed", Literal("yes"))],
    "Post-role": [without("id:post", "org:role")],
    "Mission-sender": [
        without("id:mission", "kg:sendingParty"),
        also("id:mission", "kg:sendingParty", term("id:eastia")),
    ],
    "Institution-name": [without("id:ministry", "rdfs:label")],
    "Institution-kind": [
        without("id:ministry", "dcterms:type"),
        instead("id:ministry", "dcterms:type", term("code:bakery")),
    ],
    "Framework-name": [without("id:accord", "schema:name")],
}
CASES = [(shape, spoil) for shape, spoils in SPOILED.items() for spoil in spoils]
NAMES = [f"{shape}-{number}" for shape, spoils in SPOILED.items() for number in range(1, len(spoils) + 1)]
