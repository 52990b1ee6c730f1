"""Topics and what came up at meetings as RDF."""

from __future__ import annotations

from kg.graph.terms import Triples, iri, text
from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.frameworks.rdf import known
from kg.kinds.kind import Writer
from kg.kinds.posts.claim import POST_PHRASES
from kg.kinds.topics.claim import AgendaItem
from kg.language.lexicon import TOPICS
from kg.model import Term
from kg.vocabulary import local, vocabulary


def topic(triples: Triples, term: Term) -> str:
    """A topic; one that the vocabulary does not know is described here."""
    subject = iri(term.iri)
    if triples.first_time(subject) and not vocabulary().values(term.iri, "skos:prefLabel"):
        triples.a(subject, "skos:Concept")
        triples.add(subject, "skos:prefLabel", text(term.label, "en"))
    return subject


def finish(writer: Writer) -> None:
    """Which words name which topics of the vocabulary."""
    document = writer.readings.document
    for mention in document.of(TOPICS):
        if not document.covered(mention.span, FRAMEWORK_MENTIONS, BODY_MENTIONS, POST_PHRASES):
            term = topic(writer.triples, mention.value)
            writer.triples.add(writer.spans.term(mention.span), "itsrdf:taIdentRef", term)


def write_agenda(writer: Writer, meeting: str, number: int, agenda: tuple[AgendaItem, ...], discussed: bool) -> None:
    """What came up (or was to come up) at a meeting, given its term and number."""
    triples = writer.triples
    for item in agenda:
        about = known(writer, item.topic.iri) or topic(triples, item.topic)
        where = f"{item.evidence.begin}-{item.evidence.end}"
        node = triples.fragment(f"agenda-{number + 1}-{where}-{local(item.topic.iri)}")
        if discussed:
            triples.add(meeting, "kg:discussed", about)
        triples.a(node, "kg:AgendaItem")
        triples.add(node, "kg:madeAt", meeting)
        triples.add(node, "schema:about", about)
        triples.add(node, "rdfs:label", text(item.words))
        writer.evidence(node, (item.evidence,))
