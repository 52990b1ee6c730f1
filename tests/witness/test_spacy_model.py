"""The witness spacy: with the model it adds people; without it there is one clear line and no reading."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support import ARTICLES, TALKS, kg

from kg import pipeline
from kg.model import WitnessUnavailable
from kg.witness import witness_named
from kg.witness.spacy_model import MODEL, SpacyWitness

TEXT = "Yesterday evening the delegation was greeted by Michael Turner of the harbour office.\n"
INSTALL = "pip install 'readout-kg[spacy]'"


def installed() -> bool:
    try:
        witness_named("spacy")
    except WitnessUnavailable:
        return False
    return True


needs_spacy = pytest.mark.skipif(not installed(), reason=f"spaCy and its model are not installed ({INSTALL})")


@pytest.mark.parametrize("missing", ["spacy", MODEL])
def test_without_spacy_or_its_model_the_error_says_what_to_install(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(WitnessUnavailable) as error:
        SpacyWitness()
    assert INSTALL in str(error.value)


def test_the_command_line_never_reads_without_the_witness_that_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "spacy.py").write_text("raise ImportError\n", "utf-8")
    path = f"{tmp_path}:{Path(__file__).parents[2]}"
    done = kg("build", TALKS, "--witness", "spacy", "--store", "store", cwd=tmp_path, PYTHONPATH=path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        f"kg: the witness spacy needs spaCy and its model; install them with: {INSTALL}"
    ]
    assert not (tmp_path / "store").exists()


@needs_spacy
def test_the_model_finds_a_person_that_the_rules_do_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    assert pipeline.facts_of(path)["people"] == []
    assert [person["name"] for person in pipeline.facts_of(path, "spacy")["people"]] == ["Michael Turner"]


@needs_spacy
def test_the_provenance_names_the_model_with_its_version() -> None:
    assert witness_named("spacy").name == f"spacy {MODEL} 3.8.0"


@needs_spacy
def test_spans_count_from_the_beginning_of_the_text() -> None:
    text = "\n\nFirst line.\r\n" + "word " * 3000 + "\nIn the end\u00a0Michael Turner came.\n"
    spans = [candidate.span for candidate in witness_named("spacy").candidates(text)]
    assert "Michael Turner" in [text[span.begin : span.end] for span in spans]


@needs_spacy
def test_two_workers_read_what_one_reads() -> None:
    one = pipeline.graphs([ARTICLES], witness="spacy")
    assert pipeline.graphs([ARTICLES], workers=2, witness="spacy") == one
