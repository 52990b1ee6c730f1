"""The language of rules: what patterns match, what they give, and what is wrong with a file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg.language.language import Language
from kg.languages.en import analyser
from kg.model import BadRules

LAYERS = frozenset({"party", "person"})


def language(folder: Path, text: str) -> Language:
    (folder / "xx").mkdir(exist_ok=True)
    (folder / "xx" / "kind.toml").write_text(text, "utf-8")
    return Language(folder / "xx", analyser, LAYERS)


def found(
    folder: Path, pattern: str, text: str, mentions: list[tuple[int, int, str, set[str]]] | None = None, words: str = ""
) -> list[dict[str, str]]:
    """The slots of each match of a pattern in a text, with the whole match under the empty name."""
    read = language(folder, f"{words}\n[[rule]]\nname = 'it'\npattern = \"{pattern}\"\n")
    tokens = analyser.tokenise(text)
    line = read.alphabet.line(
        read.alphabet.tokens(tokens), 0, len(tokens), [read.alphabet.marked(*m) for m in mentions or []]
    )

    def quote(first: int, last: int) -> str:
        return text[tokens[first].begin : tokens[last - 1].end]

    return [
        {"": quote(m.first, m.last)} | {name: quote(*span) for name, span in m.slots.items()}
        for m in read.rules("kind").matches(line)
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("were discussed", "Visas were discussed.", ["were discussed"]),
        ("were (thoroughly)? discussed", "Visas were discussed, then were thoroughly discussed.", ["were discussed", "were thoroughly discussed"]),
        ("were ~{0,2} discussed", "They were quite thoroughly discussed.", ["were quite thoroughly discussed"]),
        ("^ visas", "Visas and visas.", ["Visas"]),
        ("visas .? $", "Visas and visas.", ["visas."]),
        ("May", "May may, may May.", ["May", "May"]),
        ("US", "US and us and Us.", ["US"]),
        ("%cap{2}", "Then Ana Rey spoke.", ["Then Ana", "Ana Rey"]),
        ("%digits _ '%'", "A 5% and 6 % rise.", ["5%"]),
        ("was !not held", "It was held; it was not held.", ["was held"]),
        ("(the | a) b", "the b a b", ["the b", "a b"]),
        ("a+ b", "a a b", ["a a b", "a b"]),
        ("a+? b?", "a a b", ["a", "a b"]),
        ("reunion d", "Réunion d", ["Réunion d"]),
        ("'s visit", "Chile's visit", ["'s visit"]),
    ],
)  # fmt: skip
def test_a_pattern_matches_once_from_each_token(tmp_path: Path, pattern: str, text: str, expected: list[str]) -> None:
    assert [match[""] for match in found(tmp_path, pattern, text)] == expected


def test_slots_keep_what_they_match(tmp_path: Path) -> None:
    assert found(tmp_path, "topics:~+ were @discussed", "Visas and trade were taken up.", words="[words]\ndiscussed = ['taken up', 'discussed']") == [
        {"": "Visas and trade were taken up", "topics": "Visas and trade"},
        {"": "and trade were taken up", "topics": "and trade"},
        {"": "trade were taken up", "topics": "trade"},
    ]  # fmt: skip


def test_a_pattern_that_begins_with_what_must_not_stand_there_sees_the_mentions(tmp_path: Path) -> None:
    text = "Peru Lima Quito"
    assert [m[""] for m in found(tmp_path, "!<party> %cap", text, [(0, 1, "party", set())])] == ["Lima", "Quito"]


def test_a_raised_number_is_a_mark(tmp_path: Path) -> None:
    assert [m[""] for m in found(tmp_path, "%digits", "2023.² 5")] == ["2023", "5"]


def test_a_mention_is_taken_whole_with_its_tags(tmp_path: Path) -> None:
    mentions: list[tuple[int, int, str, set[str]]] = [
        (0, 2, "party", {"label", "State"}),
        (3, 4, "party", {"adjective", "State"}),
        (0, 1, "person", set()),
    ]
    text = "Costa Rica and Chilean goods"
    assert found(tmp_path, "who:<party>", text, mentions) == [
        {"": "Costa Rica", "who": "Costa Rica"},
        {"": "Chilean", "who": "Chilean"},
    ]
    assert [m[""] for m in found(tmp_path, "<party.adjective> goods", text, mentions)] == ["Chilean goods"]
    assert [m[""] for m in found(tmp_path, "<party.State.!adjective>", text, mentions)] == ["Costa Rica"]
    assert [m[""] for m in found(tmp_path, "costa rica and", text, mentions)] == ["Costa Rica and"]
    assert [m[""] for m in found(tmp_path, "<person> rica", text, mentions)] == ["Costa Rica"]
    assert [m[""] for m in found(tmp_path, "(<party> and)? <party>", text, mentions)] == [
        "Costa Rica and Chilean",
        "Chilean",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[rule]]\nname = 'a'\npattern = '(b'", "kind.toml:2: a bracket is not closed: (b⟨here⟩"),
        ("[[rule]]\nname = 'a'\npattern = 'b | | c'", "is missing"),
        ("[[rule]]\nname = 'a'\npattern = '@no'", "kind.toml:2: there is no list @no"),
        ("[[rule]]\nname = 'a'\npattern = '<no>'", "there is no layer <no>"),
        ("[[rule]]\nname = 'a'\npattern = '%no'", "there is no shape %no"),
        ("[[rule]]\nname = 'a'\npattern = 'b{3,2}'", "a repetition goes from few to many, up to 40"),
        ("[[rule]]\nname = 'a'\npattern = 'b{0,99}'", "up to 40"),
        ("[[rule]]\nname = 'a'\npattern = 'b'\nexample = []", "there is no key example"),
        ("[[rule]]\nname = 'a'\npattern = 'b'\nexamples = [{ text = 'b', c = 'b' }]", "an example names the slot c"),
        ("[[rule]]\nname = 'a'\npattern = 'b'\n[[rule]]\nname = 'a'\npattern = 'c'", "two rules are called a"),
        ("[words]\nb = ['c', 'c']", "'c' stands twice in b"),
        ("[word]\nb = ['c']", "there is no part called word"),
        ("[sources]\nb = 'CLDR'", "a source for b"),
        ("name = ", "cannot be read as TOML"),
    ],
)  # fmt: skip
def test_a_file_tells_all_that_is_wrong_with_it(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(BadRules) as error:
        language(tmp_path, text)
    assert problem in str(error.value)


@pytest.mark.parametrize(
    ("pattern", "tried"),
    [
        ("visas .* 2023", True),
        ("visas .* 2024", False),
        ("(visas | goods) ~* %digits", True),
        ("visas? %upper", False),
        ("visas{2,3} | 2024", True),
        ("(2024 visas)?", True),
        ("visas _in", False),
    ],
)
def test_a_rule_is_tried_where_all_stands_that_a_match_must_hold(tmp_path: Path, pattern: str, tried: bool) -> None:
    read = language(tmp_path, f"[[rule]]\nname = 'it'\npattern = \"{pattern}\"\n")
    encoded = read.alphabet.tokens(analyser.tokenise("Of visas in 2023"))
    assert bool(read.rules("kind").tried(set("".join(encoded)))) == tried


def test_a_rule_is_where_it_is_named_though_a_list_has_its_name(tmp_path: Path) -> None:
    read = language(tmp_path, "[words]\nits = ['visas']\n[[rule]]\nname = 'its'\npattern = '@its'\n")
    assert [rule.where for rule in read.rules("kind").rules] == [f"{tmp_path / 'xx' / 'kind.toml'}:4"]


def test_time_grows_with_the_length_of_a_sentence_and_no_faster(tmp_path: Path) -> None:
    read = language(tmp_path, "[[rule]]\nname = 'a'\npattern = \"x:~+ (a | b)* c y:~{0,40}? d\"\n")
    for length in (500, 4000):
        tokens = analyser.tokenise("a b c " * length)
        line = read.alphabet.line(read.alphabet.tokens(tokens), 0, len(tokens), [])
        assert read.rules("kind").matches(line) == []


def test_ways_through_a_repetition_are_not_multiplied(tmp_path: Path) -> None:
    read = language(tmp_path, "[[rule]]\nname = 'it'\npattern = \"((a | a b) (b | a | b a)?){1,20} c\"\n")
    tokens = analyser.tokenise("c " + "a b a " * 14)
    line = read.alphabet.line(read.alphabet.tokens(tokens), 0, len(tokens), [])
    start = time.process_time()
    assert list(read.rules("kind").matches(line)) == []
    assert time.process_time() - start < 1
