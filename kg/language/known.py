"""The languages that articles can be read in: the folders of ``kg/languages``, and those that other packages offer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import kg.languages
from kg.language.language import Language
from kg.model import BadInput
from kg.registry import offered

GROUP = "kg.languages"


@cache
def codes() -> Mapping[str, str]:
    """The modules of the languages by code; another package offers one as an entry point of the group ``kg.languages``."""
    own = {module.name: f"kg.languages.{module.name}" for module in iter_modules(kg.languages.__path__)}
    return {name: point.value for name, point in offered(GROUP).items()} | own


@cache
def language(code: str, layers: frozenset[str], others: tuple[Path, ...] = ()) -> Language:
    """A language, with rules that may ask for some layers; ``others`` are folders that hold more rules by language.

    Raises BadInput for a language that is not there, BadRules for a broken one.
    """
    known = codes()
    if code not in known:
        raise BadInput(f"no rules for the language {code!r}; there are rules for {', '.join(sorted(known))}")
    module = import_module(known[code])
    analyser = import_module(f"{known[code]}.analyser")
    return Language(Path(str(module.__file__)).parent, analyser, layers, [folder / code for folder in others])
