"""``kg analyse``: the answers of networks and figures as tables and plots."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.console import store_option, write
from kg.model import BadInput, Table


@click.command()
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--list", "list_", is_flag=True, help="List the analyses.")
@store_option
@click.option("--format", "format_", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--plot", metavar="FILE.png|FILE.svg", help="Draw the answer too (needs the extra 'plot').")
def analyse(name: str | None, list_: bool, store: str, format_: str, plot: str | None) -> None:
    """Answers a question about the network or the figures; without NAME the first few.

    Every row names the articles that it stands on.

    \b
    Example:
      kg analyse who-met-whom
      kg analyse brokers --plot brokers.svg
    """
    from kg import pipeline
    from kg.analyse import analyse as analysis
    from kg.analyse import analyses, names
    from kg.export.charts import chart
    from kg.store import Store

    if list_:
        write("\n".join(f"{known:<20}{answers}" for known, answers in names()))
        return
    source = Store.open(Path(store))
    if name is None:
        if plot or format_ != "table":
            raise BadInput("name an analysis to draw it or to have it as CSV or JSON; kg analyse --list shows them")
        for table in analyses(source):
            click.echo(_printed(table) + "\n")
        return
    table = analysis(name, source, lambda: pipeline.check_store(source)[0].findings)
    if plot:
        write(chart(table, Path(plot).suffix.lstrip(".").lower()), plot)
    write(_formatted(table, format_))


def _printed(table: Table) -> str:
    from kg.export import tables

    return f"{table.title}\n{table.answer}\n\n{tables.table(table.header, table.rows)}"


def _formatted(table: Table, format_: str) -> str:
    from kg.export import tables

    if format_ == "csv":
        return tables.as_csv(table.header, table.rows)
    if format_ == "json":
        return tables.as_json([dict(zip(table.header, row, strict=True)) for row in table.rows])
    return _printed(table)
