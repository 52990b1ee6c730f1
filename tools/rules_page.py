"""The reference page of the rules: each with its examples, and how often it fires in the articles that come with the project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.language.known import codes
from kg.language.rules import Rule
from kg.read import read, survey
from kg.reading import language_named, mark
from kg.reading import read as claims

FOLDERS = ("data/articles", "data/evaluation")


def rules_page(root: Path) -> str:
    """The rules of all languages, a section a subject, then a table of how often each fires."""
    counts = fired(root)
    parts = [
        "# Rules",
        "",
        "How each language words things: the files of `kg/languages/`, in the [language of rules](rule-language.md). Below each rule stand",
        "sentences that it matches, with what its slots hold, and sentences in which it is silent; both run as tests.",
        "`kg explain` names rules by their id, the graph by `https://w3id.org/readout/rule/` and the id.",
    ]
    for code in sorted(codes()):
        parts += [line for subject in subjects(code) for line in section(code, subject)]
    parts += ["", "## How often each fires", ""]
    parts += ["In the articles of `data/articles/` and `data/evaluation/`.", ""]
    parts += ["| rule | matches | articles |", "| --- | --- | --- |"]
    parts += [f"| `{rule}` | {matches} | {articles} |" for rule, (matches, articles) in counts.items()]
    return "\n".join([*parts, ""])


def subjects(code: str) -> list[str]:
    """The subjects on which a language has lists or rules."""
    return sorted(language_named(code).files)


def section(code: str, subject: str) -> Iterator[str]:
    """What a language says on a subject."""
    known = language_named(code)
    file, rules = known.files[subject], known.rules(subject).rules
    yield from ("", f"## {subject} ({code})")
    for name, words in (*file.lists.items(), *((name, tuple(table)) for name, table in file.tables.items())):
        source = f" *(from {file.sources[name]})*" if name in file.sources else ""
        yield from ("", f"`@{name}`{source}: " + " ".join(f"`{word}`" for word in words))
    for rule in rules:
        gives = "".join(f", gives {name} `{value}`" for name, value in rule.gives.items())
        yield from ("", f"### `{rule.id}`", "", "```text", rule.pattern, "```", "", f"Matches{gives}:", "")
        yield from (f"- {_example(example)}" for example in rule.examples)
        yield from ("", "Is silent in:", "", *(f"- {never['text']}" for never in rule.never))


def _example(example: Mapping[str, str]) -> str:
    slots = [f"{name}: *{text}*" for name, text in example.items() if name not in ("text", "reads")]
    return example["text"] + (f" ({'; '.join(slots)})" if slots else "")


def fired(root: Path) -> dict[str, tuple[int, int]]:
    """How often each rule matches in the articles that come with the project, and in how many of them."""
    matches: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for path in survey([root / folder for folder in FOLDERS]).files:
        readings = claims(mark(read(path)))
        found = [
            match.rule.id
            for subject in subjects(readings.document.article.language)
            for sentence in readings.document.sentences
            for match in readings.lines.matches(subject, sentence)
        ]
        matches.update(found)
        articles.update(set(found))
    every = [rule.id for code in sorted(codes()) for subject in subjects(code) for rule in _rules(code, subject)]
    return {rule: (matches[rule], articles[rule]) for rule in every}


def _rules(code: str, subject: str) -> Iterable[Rule]:
    return language_named(code).rules(subject).rules
