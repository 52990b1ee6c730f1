"""The layers that the gazetteer marks: one for each lexicon of ``ontology/``, under the lexicon's name."""

from __future__ import annotations

from kg.model import Layer, ReadoutError, Term

PARTIES: Layer[Term] = Layer("party")
ROLES: Layer[Term] = Layer("roles")
TOPICS: Layer[Term] = Layer("topics")
CURRENCIES: Layer[Term] = Layer("currencies")

# Institutions and frameworks known by name, and the nouns ("ministry", "agreement") by which others are recognised.
BODY_TERMS: Layer[Term] = Layer("bodies")
INSTITUTION_KINDS: Layer[Term] = Layer("institution-kinds")
FRAMEWORK_TERMS: Layer[Term] = Layer("frameworks")
FRAMEWORK_KINDS: Layer[Term] = Layer("framework-kinds")

# Words that tell of a meeting, of what came up at it, and of what was said by whom.
MEETING_KINDS: Layer[Term] = Layer("meeting-kinds")
CUES: Layer[Term] = Layer("agenda-cues")
ACTS: Layer[Term] = Layer("acts")
GROUPS: Layer[Term] = Layer("groups")

# Words around figures.
FLOWS: Layer[Term] = Layer("flows")
MEASURES: Layer[Term] = Layer("measures")
CHANGES: Layer[Term] = Layer("changes")
APPROXIMATIONS: Layer[Term] = Layer("approximations")

_ALL = (
    *(PARTIES, ROLES, TOPICS, CURRENCIES),
    *(BODY_TERMS, INSTITUTION_KINDS, FRAMEWORK_TERMS, FRAMEWORK_KINDS),
    *(MEETING_KINDS, CUES, ACTS, GROUPS),
    *(FLOWS, MEASURES, CHANGES, APPROXIMATIONS),
)
_BY_NAME = {layer.name: layer for layer in _ALL}


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
