"""Witnesses by name: those of the package, and those that other packages offer as entry points."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from kg.model import BadInput, WitnessUnavailable
from kg.witness.base import NONE, Witness

GROUP = "kg.witnesses"
_OWN = (
    EntryPoint(NONE, "kg.witness.base:Nobody", GROUP),
    EntryPoint("spacy", "kg.witness.spacy_model:SpacyWitness", GROUP),
    EntryPoint("llm", "kg.witness.llm:LlmWitness", GROUP),
)


@cache
def witness_named(name: str) -> Witness:
    """The witness with a name, loaded once a process: ``none``, ``spacy``, ``llm`` or a plug-in.

    A plug-in is an entry point of the group ``kg.witnesses`` that names a callable without arguments; the names of the
    package are taken. Raises BadInput where nobody has the name, WitnessUnavailable where the witness cannot be loaded.
    """
    own = {point.name: point for point in _OWN}
    points = own if name in own else {point.name: point for point in entry_points(group=GROUP)} | own
    if name not in points:
        raise BadInput(f"no witness is called {name!r}; known are {', '.join(sorted(points))}")
    try:
        loaded: Witness = points[name].load()()
    except (ImportError, AttributeError) as error:
        raise WitnessUnavailable(f"the witness {name} ({points[name].value}) cannot be loaded: {error}") from error
    return loaded
