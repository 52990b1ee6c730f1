"""The command line: parse, call, print."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from kg import __version__, pipeline
from kg.analyse import network
from kg.check import as_json, as_text, as_turtle, ledger_json, ledger_text
from kg.cli.analyse import analyse
from kg.cli.console import Bar, Commands, output_option, store_option, write, write_folder
from kg.cli.explain import explain
from kg.cli.serve import brief, serve
from kg.evaluate import evaluate as score
from kg.evaluate import gold_facts, mean
from kg.export import tables
from kg.export.annotations import web_annotations
from kg.export.facts import fact_rows
from kg.export.jsonld import jsonld
from kg.export.networks import dot, edge_table, gexf, graphml, neo4j, node_table
from kg.export.page import page
from kg.export.parquet import parquet
from kg.model import BadInput, Network
from kg.questions import questions, sparql
from kg.read import find
from kg.store import Answer, Store
from kg.vocabulary import folder
from kg.witness import NONE

_paths = click.argument("paths", metavar="PATH...", nargs=-1, required=True)
_witness = click.option(
    "--witness",
    metavar="NAME",
    default=NONE,
    show_default=True,
    help="A second reader of names: spacy, llm or a plug-in.",
)


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
@_paths
@store_option
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that read in parallel.",
)
@_witness
def build(paths: tuple[str, ...], store: str, workers: int, witness: str) -> None:
    """Reads articles (text files or folders) into the store, one named graph each.

    Reading an article again replaces its graph. A build that fails or is killed leaves the store as it was.

    \b
    Example:
      kg build data/articles --store readout-store
    """
    with Bar() as bar:
        graphs = pipeline.build(paths, Path(store), workers, bar.show, witness)
    click.echo(f"read {len(graphs)} article{'s' * (len(graphs) != 1)} into {store}")
    summary = Store.memory(*graphs).select(_query("summary"))
    for kind in ("people", "institutions", "agreements and formats", "meetings", "figures", "statements"):
        names = [str(row["label"]) for row in summary if row["kind"] == kind]
        click.echo(f"  {kind:<23}{len(names):>5}  {_some(names)}".rstrip())


def _query(name: str) -> str:
    return (folder("queries") / f"{name}.rq").read_text("utf-8")


def _some(names: list[str]) -> str:
    """The first names, as many as fit a line."""
    distinct = list(dict.fromkeys(n for n in names if n))
    shown: list[str] = []
    while distinct and len(", ".join([*shown, distinct[0]])) < 90:
        shown.append(distinct.pop(0))
    return ", ".join(shown) + (", ..." if distinct and shown else "")


@main.command()
@_paths
@click.option("--format", "format_", type=click.Choice(["json", "csv", "table"]), default="json", show_default=True)
@_witness
def facts(paths: tuple[str, ...], format_: str, witness: str) -> None:
    """Prints the facts of articles, one JSON object a line an article.

    People with their posts, institutions, frameworks, meetings and figures, asked of the graph of each article.

    \b
    Example:
      kg facts data/articles --format table
    """
    files = find(paths)
    if format_ == "json":
        for file in files:
            click.echo(json.dumps(pipeline.facts_of(file, witness), ensure_ascii=False))
        return
    header = ("article", "kind", "fact", "details")
    rows = [row for file in files for row in fact_rows(pipeline.facts_of(file, witness))]
    write(tables.as_csv(header, rows) if format_ == "csv" else tables.table(header, rows))


@main.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@store_option
@click.option("--format", "format_", type=click.Choice(["text", "json", "turtle"]), default="text", show_default=True)
@_witness
@click.pass_context
def check(context: click.Context, paths: tuple[str, ...], store: str, format_: str, witness: str) -> None:
    """Runs shapes and referee over articles, or over the store when no PATH is given.

    Exit code 0: nothing found; 1: findings; 2: bad input. The turtle format is a standard sh:ValidationReport.

    \b
    Example:
      kg check data/articles --format json
    """
    if witness != NONE and not paths:
        raise BadInput("--witness reads articles; name files or folders, for those of a store have been read")
    report, count = pipeline.check_files(paths, witness) if paths else pipeline.check_store(Store.open(Path(store)))
    write(
        {"text": lambda: as_text(report, count), "json": lambda: as_json(report), "turtle": lambda: as_turtle(report)}[
            format_
        ]()
    )
    context.exit(0 if report.conforms else 1)


@main.command()
@_paths
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def coverage(paths: tuple[str, ...], format_: str) -> None:
    """Prints how much of articles is in their graphs: numbers, dates, names and quoted titles.

    What is not is listed with its place and the reason; nothing goes uncounted.

    \b
    Example:
      kg coverage data/articles
    """
    write({"text": ledger_text, "json": ledger_json}[format_](pipeline.coverage(paths)))


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
    if list_:
        write("\n".join(f"{name:<28}{title}" for name, title in questions()))
        return
    if question is None:
        raise BadInput("name a query file, a query or a question; kg query --list shows the questions")
    write(_answer(Store.open(Path(store)).query(sparql(question)), format_))


def _answer(answer: Answer, format_: str) -> str:
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


_RDF = ("turtle", "trig", "nquads", "ntriples")
_NETWORKS: dict[str, Callable[[Network], str]] = {
    "graphml": graphml, "gexf": gexf, "csv": edge_table, "csv-nodes": node_table, "dot": dot,
}  # fmt: skip
_FOLDERS: dict[str, Callable[[Network], Mapping[str, str | bytes]]] = {"neo4j": neo4j, "parquet": parquet}
_FORMATS = (*_RDF, "jsonld", *_NETWORKS, *_FOLDERS, "web-annotation")


@main.command()
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="turtle", show_default=True)
@store_option
@output_option
@click.option("--no-vocabulary", is_flag=True, help="Leave the ontology, code lists and labels out.")
def export(format_: str, store: str, output: str | None, no_vocabulary: bool) -> None:
    """Writes the store in a format that other tools read.

    Turtle and N-Triples hold the merge of all articles, TriG, N-Quads and JSON-LD one named graph each.
    GraphML, GEXF, DOT, CSV, Neo4j and Parquet hold the network of things; web-annotation the spans. neo4j and
    parquet write two files into the folder that -o names.

    \b
    Example:
      kg export --format trig -o readout.trig
    """
    source = Store.open(Path(store))
    if format_ in _RDF:
        write(source.dump(format_, not no_vocabulary), output)
    elif format_ == "jsonld":
        write(jsonld(source.statements(not no_vocabulary)), output)
    elif format_ == "web-annotation":
        write(web_annotations(source), output)
    else:
        drawn = network(source, pipeline.check_store(source)[0].findings)
        if format_ in _NETWORKS:
            write(_NETWORKS[format_](drawn), output)
        elif output is None:
            raise BadInput(f"{format_} is two files; name a folder for them with -o")
        else:
            write_folder(_FOLDERS[format_](drawn), output)


@main.command()
@click.argument("gold", metavar="GOLD_DIR")
@click.option("--errors", is_flag=True, help="List what was missed and what was wrong.")
@_witness
def evaluate(gold: str, errors: bool, witness: str) -> None:
    """Scores the reading of articles against gold facts (NAME.txt with NAME.json in one folder).

    \b
    Example:
      kg evaluate gold --errors
    """
    golds = gold_facts(Path(gold))
    files = [file for file in find([gold]) if file.stem in golds]
    scores = score(golds, {file.stem: pipeline.facts_of(file, witness) for file in files})
    for kind, result in scores.items() if errors else ():
        for word, listed in (("missed", result.missed), ("wrong", result.wrong)):
            for name, fact in listed:
                click.echo(f"{name}\t{kind}\t{word}\t{json.dumps(fact, ensure_ascii=False)}")
    header = ("kind", "gold", "precision", "recall", "F1")
    rows = [(k, s.gold, f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}") for k, s in scores.items()]
    write(tables.table(header, [*rows, ("mean F1", "", "", "", f"{mean(scores):.3f}")]))


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
    source = Store.open(Path(store))
    report, count = pipeline.check_store(source)
    write(page(network(source, report.findings), f"Readout: {count} article{'s' * (count != 1)}"), output)
    click.echo(f"picture: {output}")


for _command in (analyse, explain, serve, brief):
    main.add_command(_command)
