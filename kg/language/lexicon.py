"""The layers that the gazetteer marks: one for each lexicon of ``ontology/``, under the lexicon's name."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Layer, ReadoutError, Term
from kg.vocabulary import local


def tags(term: Term) -> Iterator[str]:
    """What a pattern may ask of a term: the form by which the text names it, its own name, its types and broader terms."""
    yield term.form
    yield local(term.iri)
    yield from term.traits


PARTIES: Layer[Term] = Layer("party", tags)
ROLES: Layer[Term] = Layer("roles", tags)
TOPICS: Layer[Term] = Layer("topics", tags)
CURRENCIES: Layer[Term] = Layer("currencies", tags)

# Institutions and frameworks known by name, and the nouns ("ministry", "agreement") by which others are recognised.
BODY_TERMS: Layer[Term] = Layer("bodies", tags)
INSTITUTION_KINDS: Layer[Term] = Layer("institution-kinds", tags)
FRAMEWORK_TERMS: Layer[Term] = Layer("frameworks", tags)
FRAMEWORK_KINDS: Layer[Term] = Layer("framework-kinds", tags)

# Words that tell of a meeting, of what came up at it, and of what was said by whom.
MEETING_KINDS: Layer[Term] = Layer("meeting-kinds", tags)
CUES: Layer[Term] = Layer("agenda-cues", tags)
ACTS: Layer[Term] = Layer("acts", tags)
GROUPS: Layer[Term] = Layer("groups", tags)

# Words around figures.
FLOWS: Layer[Term] = Layer("flows", tags)
MEASURES: Layer[Term] = Layer("measures", tags)
CHANGES: Layer[Term] = Layer("changes", tags)
APPROXIMATIONS: Layer[Term] = Layer("approximations", tags)

_ALL = (
    *(PARTIES, ROLES, TOPICS, CURRENCIES),
    *(BODY_TERMS, INSTITUTION_KINDS, FRAMEWORK_TERMS, FRAMEWORK_KINDS),
    *(MEETING_KINDS, CUES, ACTS, GROUPS),
    *(FLOWS, MEASURES, CHANGES, APPROXIMATIONS),
)
_BY_NAME = {layer.name: layer for layer in _ALL}
LEXICONS = frozenset(_BY_NAME)


def layer_of(term: Term) -> Layer[Term]:
    """The layer of a term's lexicon. Raises ReadoutError for a lexicon that is none of them."""
    layer = _BY_NAME.get(term.kind)
    if layer is None:
        known = ", ".join(sorted(_BY_NAME))
        raise ReadoutError(
            f'no kind of fact reads the lexicon "{term.kind}" of {term.iri}: '
            f"correct its skos:inScheme in ontology/ to one of {known}, or add a layer to kg/language/lexicon.py"
        )
    return layer
