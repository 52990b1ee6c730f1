"""Tokens and sentences of texts with odd characters and wrapped lines."""

from __future__ import annotations

import pytest

from kg.languages.en.analyser import split, tokenise
from kg.languages.en.wrapping import soft_breaks

WRAPPED = (
    "Foreign Minister of Germany Anna Berg\nreceived the Ambassador of Spain, Carl Dorn,\nin Rome on 13 March 2024.\n"
)
LIST = "Exports of the country grew to $3 million\nImports of the country grew to $2 million\nTurnover of both grew to $5 million\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("France¹ in 2023²", ["france", "¹", "in", "2023", "²"]),
        ("ex\u00adports\u200b", ["exports"]),
        ("Anna\x07 Berg\x1b", ["anna", "berg"]),
        ("1\u202f900 tons", ["1\u202f900", "tons"]),
        ("②③ 5", ["②", "③", "5"]),
    ],
)
def test_footnote_marks_and_unseen_characters_break_no_word(text: str, words: list[str]) -> None:
    assert [token.fold.replace(" ", "\u202f") for token in tokenise(text)] == words


def test_wrapped_lines_are_one_sentence() -> None:
    assert len(split(WRAPPED, tokenise(WRAPPED))) == 1


@pytest.mark.parametrize(
    "text", [LIST, "A headline of some length over talks in Rome\n\n" + LIST, "one\ntwo\nthree", "", "\n\n"]
)
def test_lists_and_headlines_are_not_wrapped_lines(text: str) -> None:
    assert soft_breaks(text) == frozenset()


def test_a_wrapped_text_without_full_stops_still_ends_its_sentences() -> None:
    text = "the minister of foreign affairs met envoys\n" * 500
    assert len(split(text, tokenise(text))) > 10


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("word, " * 250, [200, 200, 100]),  # behind a comma
        ("word " * 600, [250, 250, 100]),
        ("word " * 150 + ". " + "Word " * 150 + ".", [151, 151]),
        ("a wrapped line of ten words that goes on and\n" * 30, [200, 100]),
    ],
)
def test_a_sentence_that_grows_too_long_is_cut(text: str, lengths: list[int]) -> None:
    sentences = split(text, tokenise(text))
    assert [sentence.last - sentence.first for sentence in sentences] == lengths
    assert [sentence.cut for sentence in sentences] == [max(lengths) > 199] * (len(lengths) - 1) + [False]
