"""The named questions that ship with the package, and how the command line finds the SPARQL it is asked for."""

from __future__ import annotations

from pathlib import Path

from kg.graph.asking import shipped
from kg.model import BadInput
from kg.vocabulary import folder


def questions() -> list[tuple[str, str]]:
    """The named questions with their titles, by name."""
    files = sorted((folder("queries") / "questions").glob("*.rq"))
    return [(file.stem, file.read_text("utf-8").split("\n", 1)[0].lstrip("# ")) for file in files]


def sparql(question: str) -> str:
    """The SPARQL of a named question, of a file that ends in .rq, or the text itself.

    Raises BadInput where a single word names no question, or a file cannot be read.
    """
    if question in dict(questions()):
        return shipped(f"questions/{question}")
    if question.endswith(".rq"):
        try:
            return Path(question).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput(f"{question}: no such query file, or not UTF-8 text") from error
    if " " not in question and "{" not in question:
        raise BadInput(f"there is no question called {question}; kg query --list shows them")
    return question
