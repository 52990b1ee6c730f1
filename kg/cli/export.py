"""``kg export``: a store in a format that other tools read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.console import Named, output_option, store_option, write, write_folder
from kg.model import BadInput, Network

if TYPE_CHECKING:
    from kg.registry import Registry


def _exports() -> Registry[Any]:
    from kg.export.known import exports

    return exports


@click.command()
@click.option("--format", "format_", type=Named(_exports), default="turtle", show_default=True)
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
    from kg import pipeline
    from kg.analyse import network
    from kg.export.known import Source
    from kg.store import Store

    def drawn() -> Network:
        return network(graphs, pipeline.check_store(graphs)[0].findings)

    graphs = Store.open(Path(store))
    written = _exports().named(format_)(Source(graphs, not no_vocabulary, drawn))
    if not isinstance(written, Mapping):
        write(written, output)
    elif output is None:
        raise BadInput(f"{format_} is {len(written)} files; name a folder for them with -o")
    else:
        write_folder(written, output)
