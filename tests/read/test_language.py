"""The language of a text is told, one without rules is refused, and a short text is taken as English."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from support import ARTICLES

from kg.cli import main
from kg.model import BadInput
from kg.read import find, read
from kg.read.language import TRUSTED, language_of, words_of
from kg.vocabulary import folder

OTHERS = tomllib.loads((Path(__file__).parent / "ten_languages.toml").read_text("utf-8"))
NAMES = dict(line.split("\t") for line in (folder("ontology") / "languages.tsv").read_text("utf-8").splitlines())


@pytest.mark.parametrize("code", OTHERS)
def test_a_text_in_another_language_is_refused_by_its_name(code: str) -> None:
    with pytest.raises(BadInput, match=rf"^the text is in {NAMES[code]} \({code}\); there are rules for en"):
        language_of(OTHERS[code])


@pytest.mark.parametrize("code", OTHERS)
def test_a_text_that_is_just_long_enough_is_told(code: str) -> None:
    words = words_of(OTHERS[code])
    with pytest.raises(BadInput, match=rf"\({code}\)"):
        language_of(words[: words.find(" ", TRUSTED)])


def test_a_shorter_text_is_taken_as_english() -> None:
    assert language_of(words_of(OTHERS["fr"])[: TRUSTED - 1]) == "en"


def test_every_sample_article_is_english() -> None:
    assert {read(path).language for path in find([ARTICLES, ARTICLES.parent / "evaluation"]).files} == {"en"}


def test_names_of_people_and_places_make_no_text_foreign() -> None:
    sentence = "Kassym-Jomart Tokayev, Zhambyl Qizilqum and Nguyễn Thị Hương were received by Łukasz Wiśniewski. "
    assert language_of(sentence * 9) == "en"


def test_a_text_without_any_word_is_taken_as_english() -> None:
    assert language_of("12,571.1 24.6 14.3 " * 60) == "en"


def test_a_text_like_no_language_is_taken_as_english() -> None:
    assert language_of("a" * 50_000) == "en"


def test_a_file_in_another_language_ends_in_one_line_that_names_it(tmp_path: Path) -> None:
    file = tmp_path / "lima.txt"
    file.write_text(OTHERS["ru"], "utf-8")
    done = CliRunner().invoke(main, ["facts", str(file)])
    assert done.exit_code == 2
    assert done.output == f"kg: {file}: the text is in Russian (ru); there are rules for en\n"
