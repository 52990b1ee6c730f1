"""``kg evaluate``: what was read against what people wrote down."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kg.cli.console import witness_option, write


@click.command()
@click.argument("gold", metavar="GOLD_DIR")
@click.option("--errors", is_flag=True, help="List what was missed and what was wrong.")
@click.option("--strict", is_flag=True, help="Also score posts, meetings and figures by more fields; not in the mean.")
@witness_option
def evaluate(gold: str, errors: bool, strict: bool, witness: str) -> None:
    """Scores the reading of articles against gold facts (NAME.txt with NAME.json in one folder).

    \b
    Example:
      kg evaluate gold --errors
    """
    from kg import pipeline
    from kg.evaluate import evaluate as score
    from kg.evaluate import gold_facts, mean
    from kg.export import tables
    from kg.read import find

    everything = gold_facts(Path(gold))
    files = [file for file in find([gold]) if file.stem in everything]
    golds = {file.stem: everything[file.stem] for file in files}
    if left_out := len(everything) - len(golds):
        click.echo(f"gold facts without a text, left out: {left_out}", err=True)
    scores = score(golds, {file.stem: pipeline.facts_of(file, witness) for file in files}, strict)
    for kind, result in scores.items() if errors else ():
        for word, listed in (("missed", result.missed), ("wrong", result.wrong)):
            for name, fact in listed:
                click.echo(f"{name}\t{kind}\t{word}\t{json.dumps(fact, ensure_ascii=False)}")
    header = ("kind", "gold", "precision", "recall", "F1")
    rows = [(k, s.gold, f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}") for k, s in scores.items()]
    write(tables.table(header, [*rows, ("mean F1", "", "", "", f"{mean(scores):.3f}")]))
