"""The command line: parse, call, print."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import __version__
from kg.cli.analyse import analyse
from kg.cli.build import build, remove
from kg.cli.console import Commands, paths_argument, say, store_option, warned, witness_option, write
from kg.cli.evaluate import evaluate
from kg.cli.explain import explain
from kg.cli.export import export
from kg.cli.serve import brief, serve
from kg.model import AUTO, ENGINES, BadInput, Refusal

# What reads, checks and stores takes long to load, so each command imports what it needs.
if TYPE_CHECKING:
    from kg.store import Answer


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Turns diplomatic readouts and trade news into a checked knowledge graph, offline.

    \b
    Example:
      kg build data/articles
      kg check
    """


@main.command()
@paths_argument
@click.option("--format", "format_", type=click.Choice(["json", "csv", "table"]), default="json", show_default=True)
@witness_option
@click.pass_context
def facts(context: click.Context, paths: tuple[str, ...], format_: str, witness: str) -> None:
    """Prints the facts of articles, one JSON object a line an article.

    People with their posts, institutions, frameworks, meetings and figures, asked of the graph of each article.

    \b
    Example:
      kg facts data/articles --format table
    """
    from kg import pipeline
    from kg.export import tables
    from kg.export.facts import fact_rows

    refused: list[Refusal] = []
    found = pipeline.facts_of_each(paths, witness, refused)
    if format_ == "json":
        for facts_ in found:
            write(json.dumps(facts_, ensure_ascii=False))
    else:
        header = ("article", "kind", "fact", "details")
        rows = [row for facts_ in found for row in fact_rows(facts_)]
        write(tables.as_csv(header, rows) if format_ == "csv" else tables.table(header, rows))
    context.exit(warned(refused))


@main.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@store_option
@click.option("--format", "format_", type=click.Choice(["text", "json", "turtle"]), default="text", show_default=True)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=AUTO,
    show_default=True,
    help="The SHACL engine; auto is compiled where it is installed.",
)
@witness_option
@click.pass_context
def check(context: click.Context, paths: tuple[str, ...], store: str, format_: str, engine: str, witness: str) -> None:
    """Runs shapes and referee over articles, or over the store when no PATH is given.

    Exit code 0: nothing found; 1: findings; 2: bad input. The turtle format is a standard sh:ValidationReport.
    Both engines find the same; the report names the one that ran.

    \b
    Example:
      kg check data/articles --format json
    """
    from kg import pipeline
    from kg.checks import as_json, as_text, as_turtle
    from kg.store import Store

    if witness != "none" and not paths:
        raise BadInput("--witness reads articles; name files or folders, for those of a store have been read")
    refused: list[Refusal] = []
    report, count = (
        pipeline.check_files(paths, witness, engine, refused)
        if paths
        else pipeline.check_store(Store.open(Path(store)), engine)
    )
    if format_ == "text":
        say(as_text(report, count))
    else:
        write(as_json(report) if format_ == "json" else as_turtle(report))
    context.exit(warned(refused) or int(not report.conforms))


@main.command()
@paths_argument
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def coverage(context: click.Context, paths: tuple[str, ...], format_: str) -> None:
    """Prints how much of articles is in their graphs: numbers, dates, names and quoted titles.

    What is not is listed with its place and the reason; nothing goes uncounted.

    \b
    Example:
      kg coverage data/articles
    """
    from kg import pipeline
    from kg.checks import ledger_json, ledger_text

    refused: list[Refusal] = []
    ledger = pipeline.coverage(paths, refused)
    if format_ == "text":
        say(ledger_text(ledger))
    else:
        write(ledger_json(ledger))
    context.exit(warned(refused))


@main.command()
@click.argument("question", metavar="[FILE.rq|QUERY|NAME]", required=False)
@click.option("--list", "list_", is_flag=True, help="List the questions that ship with the package.")
@store_option
@click.option(
    "--format", "format_", type=click.Choice(["table", "csv", "json", "turtle"]), default="table", show_default=True
)
def query(question: str | None, list_: bool, store: str, format_: str) -> None:
    """Asks the store in SPARQL: a query file, the text of a query, or a named question.

    \b
    Example:
      kg query who-received-whom
      kg query 'SELECT ?name WHERE { ?p a foaf:Person ; rdfs:label ?name }'
    """
    from kg.questions import questions, sparql
    from kg.store import Store

    if list_:
        write("\n".join(f"{name:<28}{title}" for name, title in questions()))
        return
    if question is None:
        raise BadInput("name a query file, a query or a question; kg query --list shows the questions")
    write(_answer(Store.open(Path(store)).query(sparql(question)), format_))


def _answer(answer: Answer, format_: str) -> str:
    from kg.export import tables

    if answer.triples is not None:
        if format_ in ("csv", "json"):
            raise BadInput("a CONSTRUCT gives triples; use --format turtle")
        return answer.triples
    if format_ == "turtle":
        raise BadInput("only CONSTRUCT and DESCRIBE give triples; use --format table, csv or json")
    header, rows = answer.variables, answer.rows
    if answer.truth is not None:
        header, rows = ("answer",), ({"answer": answer.truth},)
    values = [[row[name] for name in header] for row in rows]
    makers: dict[str, Callable[[], str]] = {
        "table": lambda: tables.table(header, values),
        "csv": lambda: tables.as_csv(header, values),
        "json": lambda: tables.as_json(rows),
    }
    return makers[format_]()


@main.command()
@store_option
@click.option(
    "-o", "--output", metavar="FILE.html", default="readout-graph.html", show_default=True, help="The page to write."
)
def view(store: str, output: str) -> None:
    """Writes the graph as one page that works offline: zoom, search, evidence on click, findings marked.

    \b
    Example:
      kg view -o readout-graph.html
    """
    from kg import pipeline
    from kg.analyse import network
    from kg.export.page import page
    from kg.store import Store

    source = Store.open(Path(store))
    report, count = pipeline.check_store(source)
    write(page(network(source, report.findings), f"Readout: {count} article{'s' * (count != 1)}"), output)
    say(f"picture: {output}")


for _command in (build, remove, export, evaluate, analyse, explain, serve, brief):
    main.add_command(_command)
