"""Witnesses by name: those of the package, and those that other packages offer as entry points."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kg.model import BadInput, ReadoutError, WitnessUnavailable
from kg.registry import Registry
from kg.witness.base import Witness

witnesses: Registry[Callable[[], Witness]] = Registry("witness", "kg.witnesses", "kg.witness")


@cache
def witness_named(name: str) -> Witness:
    """The witness with a name, loaded once a process: ``none``, ``spacy``, ``llm`` or a plug-in.

    A plug-in is an entry point of the group ``kg.witnesses`` that names a callable without arguments. Raises BadInput where
    nobody has the name, WitnessUnavailable where the witness cannot be loaded.
    """
    try:
        make = witnesses.named(name)
    except BadInput:
        raise
    except ReadoutError as error:
        raise WitnessUnavailable(str(error)) from error
    return make()
