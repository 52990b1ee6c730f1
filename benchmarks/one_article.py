"""One article from text to checked quads: each stage warm, the whole cold, and the shapes in pySHACL.

usage: python benchmarks/one_article.py [ARTICLE.txt]

Prints milliseconds (the best of 15 runs in one process) and ratios; ratios of one run compare, absolute times do not.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import rdflib
from timing import best

from kg import reading
from kg.checks.engines import engine_named
from kg.checks.lookup import Lookup
from kg.checks.referee import judge, referee
from kg.checks.shapes import shape_findings
from kg.model import AUTO, PYSHACL
from kg.read import read
from kg.store import Store


def main(path: Path) -> None:
    times: dict[str, float] = {}
    times["read"], article = best(lambda: read(path))
    times["mark"], document = best(lambda: reading.mark(article))
    times["read the claims"], readings = best(lambda: reading.read(document))
    times["write"], graph = best(lambda: reading.write(readings))
    times["store"], _ = best(lambda: Store.single(graph))
    lookup = Lookup(graph.triples)
    times["check: shapes"], _ = best(lambda: shape_findings(lookup, graph.triples, graph.name, engine_named(AUTO)))
    times["check: referee"], findings = best(lambda: referee(judge(Lookup(graph.triples), graph.name)))
    total = sum(times.values())
    print(f"{path.name}: {len(article.text)} characters, {len(graph.triples)} quads, {len(findings)} findings\n")
    for stage, ms in [*times.items(), ("text to checked quads", total)]:
        print(f"{stage:<24}{ms:>9.2f} ms")

    parse, _ = best(lambda: rdflib.Graph().parse(data=graph.ntriples, format="nt"), 3)
    validate, _ = best(lambda: shape_findings(lookup, graph.triples, graph.name, engine_named(PYSHACL)), 3)
    print(f"\n{'rdflib parse':<24}{parse:>9.2f} ms\n{'check: shapes, pySHACL':<24}{validate:>9.2f} ms")
    print(f"{'ratio to check: shapes':<24}{validate / times['check: shapes']:>9.1f} x")

    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "kg", "build", str(path), "--store", f"{folder}/store"]
        cold, _ = best(lambda: subprocess.run(command, check=True, capture_output=True), 1)
    print(f"\n{'kg build, cold':<24}{cold:>9.0f} ms")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "data/articles/kazakhstan-eu-france-poland-envoys.txt"))
