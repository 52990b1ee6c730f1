"""What a text may not do to the program that shows it: steer a terminal, or become a formula in a spreadsheet."""

from __future__ import annotations

import re

# Control characters but line break and tab, marks that turn the direction of writing, line separators, lone surrogates.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_FORMULA = tuple("=+-@\t\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def terminal(text: str) -> str:
    """A text for the screen: what would steer it is shown as an escape ("\\x1b")."""
    return _STEERING.sub(lambda match: match.group().encode("unicode_escape").decode("ascii"), text)


def cell(text: str) -> str:
    """A cell of a CSV file, with an apostrophe before what would start a formula; a number stays one.

    Spreadsheets take formulas behind blanks too. Line ends become LF, since a bare CR would end the row.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    starts = text.lstrip(" \u00a0").startswith(_FORMULA)
    return f"'{text}" if starts and not _NUMBER.fullmatch(text) else text
