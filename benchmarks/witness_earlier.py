"""What a second witness gives where the rules do not know the text: the same gold, read by the rules of an earlier commit.

usage: python benchmarks/witness_earlier.py COMMIT GOLD_DIR [WITNESS]

The rules of today were written with the gold articles in sight; those of the first commits were not. The earlier package
is unpacked, gets the witness and the scorer of today, and reads the gold with and without the witness. The first
article (``seed``) is left out, for every commit knows it.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
READ = """
import sys
from pathlib import Path
from kg.evaluate import evaluate, gold_facts, mean
from kg.export.facts import facts
from kg.pipeline import Store, annotate, read, relate, resolve, to_graph
from kg.witness import second, witness_named

gold = Path(sys.argv[1])
golds = {name: facts for name, facts in gold_facts(gold).items() if name != "seed"}
for witness in ("none", sys.argv[2]):
    def graph(name):
        return to_graph(relate(resolve(second(annotate(read(gold / f"{name}.txt")), witness_named(witness)))))
    scores = evaluate(golds, {name: facts(Store.single(graph(name))) for name in golds})
    print("witness", witness)
    for kind, score in scores.items():
        print(f"  {kind:<14}{score.precision:.3f}  {score.recall:.3f}  {score.f1:.3f}")
    print(f"  mean F1       {mean(scores):.4f}")
"""


def unpack(commit: str, folder: Path) -> None:
    """The package as of a commit, with the witness and the scorer of today."""
    archive = subprocess.run(["git", "-C", ROOT, "archive", commit], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
    shutil.copytree(ROOT / "kg/witness", folder / "kg/witness")
    shutil.copytree(ROOT / "kg/evaluate", folder / "kg/evaluate")
    model = folder / "kg/model.py"
    text = model.read_text("utf-8")
    text = text.replace("    value: Any = None\n", "    value: Any = None\n    source: str | None = None\n", 1)
    text += "\n\nclass WitnessUnavailable(ReadoutError):\n    pass\n"
    model.write_text(text, "utf-8")


def main(commit: str, gold: Path, witness: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        unpack(commit, Path(folder))
        subprocess.run([sys.executable, "-c", READ, str(gold.resolve()), witness], cwd=folder, check=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "spacy")
