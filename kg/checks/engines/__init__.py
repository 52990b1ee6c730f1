"""SHACL engines by name: a compiled one where it is installed, and pySHACL everywhere."""

from __future__ import annotations

from functools import cache

from kg.checks.engine import Engine
from kg.model import AUTO, COMPILED, ENGINES, PYSHACL, BadInput, ReadoutError
from kg.reading import kinds
from kg.vocabulary import folder

# The referee finds all that these shapes find, and explains it; they are for other engines.
_REFEREED = "referee.ttl"


@cache
def engine_named(name: str = AUTO) -> Engine:
    """The engine with a name; ``auto`` is the compiled one where it can be imported, else pySHACL.

    Raises BadInput for another name, ReadoutError where the compiled engine is asked for and not installed.
    """
    if name not in ENGINES:
        raise BadInput(f"no engine is called {name!r}; known are {', '.join(ENGINES)}")
    if name != PYSHACL:
        try:
            from kg.checks.engines.compiled import Compiled

            return Compiled(shapes_text(refereed=False))
        except ImportError as error:
            if name == COMPILED:
                raise ReadoutError(
                    f"the compiled engine is not installed ({error}): pip install shacl, or take --engine {PYSHACL}"
                ) from error
    from kg.checks.engines.reference import PySHACL

    return PySHACL(shapes_text(refereed=False))


def shapes_text(refereed: bool = True) -> str:
    """The shapes as one Turtle document, with or without those that the referee stands in for."""
    own = sorted(folder("shapes").glob("*.ttl"))
    files = [*own, *(kind.shapes for kind in kinds().values() if kind.shapes)]
    return "\n".join(path.read_text("utf-8") for path in files if refereed or path.name != _REFEREED)
