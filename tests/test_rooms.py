"""Another package adds a language and a kind of fact, in folders of its own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from support import ROOT, kg

from kg.model import Facts

FILES = {
    "toys-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: toys\nVersion: 1.0\n",
    "toys-1.0.dist-info/entry_points.txt": """
[kg.languages]
eo = toys.eo
[kg.kinds]
jubilees = toys.jubilees.kind:KIND
""",
    "toys/__init__.py": "",
    # A language: its analyser, and what it says on a subject.
    "toys/eo/__init__.py": "",
    "toys/eo/analyser.py": "from kg.languages.en.analyser import split, tokenise\n",
    "toys/eo/modality.toml": """
[[rule]]
name = "ne"
pattern = "ne scope:(!(, | ;) ~)+"
gives = { status = "denied" }
examples = [{ text = "La ministroj ne kunvenis.", scope = "kunvenis." }]
never = ["La ministroj kunvenis."]
""",
    # A kind of fact: data, claims, what is read and written, its rules by language, its question and its shapes.
    "toys/jubilees/__init__.py": "",
    "toys/jubilees/kind.py": """
from pathlib import Path

from kg.kinds.kind import Kind
from toys.jubilees.reading import facts, read, write

HERE = Path(__file__).parent
KIND = Kind(
    name="jubilees", reads_after=("bodies",), read=read, write=write, facts={"jubilees": facts}, rules=HERE / "rules",
    shapes=HERE / "jubilees.ttl",
)
""",
    "toys/jubilees/reading.py": """
from dataclasses import dataclass

from kg.graph.asking import ask
from kg.graph.terms import text
from kg.kinds.kind import Key
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Jubilee:
    years: str
    evidence: Span
    rule: str


JUBILEES = Key("jubilees")


def read(readings):
    document = readings.document
    found = []
    for sentence in document.sentences:
        for match in readings.lines.matches("jubilees", sentence):
            years, _ = match.slots["years"]
            words = Span(document.tokens[match.first].begin, document.tokens[match.last - 1].end)
            found.append(Jubilee(document.tokens[years].text, words, match.rule.id))
    readings[JUBILEES] = tuple(found)


def write(writer):
    for number, claim in enumerate(writer.readings[JUBILEES]):
        subject = writer.triples.fragment(f"jubilee-{number + 1}")
        writer.triples.a(subject, "schema:Event")
        writer.triples.add(subject, "rdfs:label", text(f"{claim.years} years"))
        writer.triples.add(subject, "schema:duration", text(f"P{claim.years}Y"))
        writer.evidence(subject, (claim.evidence,), (claim.rule,))


def facts(graph):
    return [{"name": row["name"]} for row in ask(graph, __file__)]
""",
    "toys/jubilees/facts.rq": """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
SELECT ?name WHERE { ?jubilee schema:duration ?duration ; rdfs:label ?name } ORDER BY ?name
""",
    "toys/jubilees/rules/en/jubilees.toml": """
[[rule]]
name = "years-of-ties"
pattern = "years:%digits years of ties"
examples = [{ text = "They marked 30 years of ties.", years = "30" }]
never = ["They met 30 years ago."]
""",
    "toys/jubilees/rules/eo/jubilees.toml": """
[[rule]]
name = "jaroj-da-rilatoj"
pattern = "years:%digits jaroj da rilatoj"
examples = [{ text = "Ili festis 30 jaroj da rilatoj.", years = "30" }]
never = ["Ili kunvenis antau 30 jaroj."]
""",
    "toys/jubilees/jubilees.ttl": """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix schema: <https://schema.org/> .
@prefix shape: <https://w3id.org/readout/shape/> .

shape:Jubilee a sh:NodeShape ; sh:targetSubjectsOf schema:duration ; sh:property shape:Jubilee-round .
shape:Jubilee-round sh:path schema:duration ; sh:pattern "0Y$" ; sh:message "A jubilee is a round number of years." .
""",
}
ENGLISH = (
    "Foreign Minister of Chile Luis Sol met Foreign Minister of Spain Ana Rey in Lima. They marked 33 years of ties.\n"
)
ESPERANTO = (
    "La ministro pri eksterlandaj aferoj de Ĉilio renkontis en ĵaŭdo sian kolegon el Hispanio. Ili ne parolis pri komerco, "
    "sed pri la akvo kaj la fervojoj, kaj preparis la aŭtunan kunsidon de la komuna komisiono. La du landoj festas 40 "
    "jaroj da rilatoj. La vendado de kupro kreskis, dum la aĉetado de maŝinoj iom malkreskis en la unuaj sep monatoj.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installed package, as pip would leave it, and an article in each language."""
    path = tmp_path_factory.mktemp("toys")
    texts = {f"site/{name}": text for name, text in FILES.items()}
    for name, text in (texts | {"lima.txt": ENGLISH, "limo.txt": ESPERANTO}).items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, "utf-8")
    return path


def with_toys(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return kg(*arguments, cwd=folder, PYTHONPATH=f"{folder / 'site'}:{ROOT}")


def facts(folder: Path, article: str) -> Facts:
    done = with_toys(folder, "facts", article)
    assert done.returncode == 0, done.stderr
    found: Facts = json.loads(done.stdout)
    return found


def test_a_kind_of_another_package_tells_its_facts_beside_the_others(folder: Path) -> None:
    found = facts(folder, "lima.txt")
    assert found["jubilees"] == [{"name": "33 years"}]
    assert [person["name"] for person in found["people"]] == ["Ana Rey", "Luis Sol"]


def test_its_shapes_are_checked(folder: Path) -> None:
    done = with_toys(folder, "check", "lima.txt", "limo.txt")
    assert done.returncode == 1
    assert done.stdout.decode().count("A jubilee is a round number of years.") == 1


def test_its_rules_are_explained(folder: Path) -> None:
    told = with_toys(folder, "explain", "lima.txt", "years of ties").stdout.decode()
    begin = ENGLISH.index("33")
    words = f"{begin}–{begin + 16} “33 years of ties”"
    assert f"en/jubilees/years-of-ties  {words}  years: {begin}–{begin + 2} “33”\n" in told
    assert "    rule   en/jubilees/years-of-ties\n" in told


def test_a_language_of_another_package_is_told_and_read(folder: Path) -> None:
    assert facts(folder, "limo.txt")["jubilees"] == [{"name": "40 years"}]
    with_toys(folder, "build", "limo.txt", "--store", "limo")
    exported = with_toys(folder, "export", "--store", "limo", "--format", "ntriples").stdout.decode()
    assert 'schema.org/inLanguage> "eo"' in exported
    assert "rule/eo/jubilees/jaroj-da-rilatoj" in exported
    assert "denied  by eo/modality/ne" in with_toys(folder, "explain", "limo.txt", "parolis").stdout.decode()


def test_without_the_package_its_language_is_refused_and_its_kind_unknown(folder: Path) -> None:
    done = kg("facts", "limo.txt", cwd=folder)
    assert done.stderr == b"kg: limo.txt: the text is in Esperanto (eo); there are rules for en\n"
    assert "jubilees" not in json.loads(kg("facts", "lima.txt", cwd=folder).stdout)
