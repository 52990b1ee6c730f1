"""``kg build`` and ``kg remove``: what is in the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.console import Bar, paths_argument, say, store_option, witness_option
from kg.model import Refusal

if TYPE_CHECKING:
    from kg.store import Changes


@click.command()
@paths_argument
@store_option
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that read in parallel.",
)
@witness_option
@click.option("--name", metavar="KEY", help="What a single article is known by, in place of its path.")
@click.option("--prune", is_flag=True, help="Take out what is in the store but no longer in the folders named.")
@click.option("--strict", is_flag=True, help="Build nothing where one file cannot be read.")
@click.pass_context
def build(
    context: click.Context,
    paths: tuple[str, ...],
    store: str,
    workers: int,
    witness: str,
    name: str | None,
    prune: bool,
    strict: bool,
) -> None:
    """Reads articles (text files or folders) into the store, one named graph each.

    An article is known by its path. Read again with another text it replaces its earlier version, whose text is
    kept apart. A build that fails or is killed leaves the store as it was. Exit code 1: some files were refused.

    \b
    Example:
      kg build data/articles --store readout-store
    """
    from kg import pipeline
    from kg.graph.asking import shipped
    from kg.store import Store

    refused: list[Refusal] = []
    with Bar() as bar:
        built = pipeline.build(paths, Path(store), workers, bar.show, witness, None if strict else refused, name, prune)
    _told(built.changes, refused, store)
    summary = Store.memory(*built.graphs).select(shipped("summary"))
    for kind in ("people", "institutions", "agreements and formats", "meetings", "figures", "statements"):
        names = [str(row["label"]) for row in summary if row["kind"] == kind]
        say(f"  {kind:<23}{len(names):>5}  {_some(names)}".rstrip())
    context.exit(1 if refused else 0)


@click.command()
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@store_option
def remove(articles: tuple[str, ...], store: str) -> None:
    """Takes articles out of the store, with their earlier versions and all that follows from them.

    An article is named as it was built, by its path or its --name; by its IRI; or by its file's name without ending.

    \b
    Example:
      kg remove data/articles/kazakhstan-eu-talks-2024.txt
    """
    from kg import pipeline

    for key in pipeline.remove(articles, Path(store)):
        say(f"removed {key}")


def _told(changes: Changes, refused: list[Refusal], store: str) -> None:
    """Prints what a build did, file by file where it left one out."""
    reasons = f" ({'; '.join(map(str, refused))})" if refused else ""
    say(f"{changes.built} built, {len(refused)} refused{reasons}")
    counts = (f"{len(getattr(changes, name))} {name}" for name in ("added", "replaced", "unchanged", "removed"))
    say(f"{', '.join(counts)} in {store}")


def _some(names: list[str]) -> str:
    """The first names, as many as fit a line."""
    distinct = list(dict.fromkeys(n for n in names if n))
    shown: list[str] = []
    while distinct and len(", ".join([*shown, distinct[0]])) < 90:
        shown.append(distinct.pop(0))
    return ", ".join(shown) + (", ..." if distinct and shown else "")
