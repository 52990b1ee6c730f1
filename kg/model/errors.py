"""States of the world that stop the work; the text of each is one line that says what to do."""

from __future__ import annotations


class ReadoutError(Exception):
    """A state of the world that stops the work; its text is one line that says what to do."""


class BadInput(ReadoutError):
    """A file, folder or argument that cannot be used."""


class BadRules(ReadoutError):
    """Rules or word lists of a language that cannot be used; a line for each problem, with file and line."""


class WitnessUnavailable(ReadoutError):
    """A second witness is not installed, not set up, or does not answer."""


class StoreInUse(ReadoutError):
    """Another process is writing to the store."""


class TooMuch(ReadoutError):
    """An answer that is larger than what may be given."""


class Unsuitable(ReadoutError):
    """An answer that comes in no form that the asker takes."""
