"""Witnesses by name: those of the package, plug-ins, and clear errors for the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import TALKS, kg

import kg as library
from kg.model import BadInput, WitnessUnavailable
from kg.witness import NONE, witness_named

PLUG_IN = """
import re
from kg.model import Span
from kg.witness import Candidate

class Reader:
    name = "reader 2.1"
    def candidates(self, text):
        for match in re.finditer("Tarn Vell", text):
            yield Candidate("person", Span(*match.span()))
"""
TEXT = "Foreign Minister Ana Roe met the minister, and they thanked Tarn Vell for it.\n"


def plug_in(folder: Path, value: str = "reader_plug_in:Reader") -> None:
    """An installed package with a witness, as pip would leave it in a folder."""
    (folder / "reader_plug_in.py").write_text(PLUG_IN, "utf-8")
    metadata = folder / "reader_plug_in-2.1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: reader-plug-in\nVersion: 2.1\n", "utf-8")
    (metadata / "entry_points.txt").write_text(f"[kg.witnesses]\nreader = {value}\nnone = nowhere:Reader\n", "utf-8")


def test_the_witness_none_finds_nothing() -> None:
    assert list(witness_named(NONE).candidates(TEXT)) == []


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(BadInput, match="no witness is called 'oracle'; known are llm, none, spacy"):
        witness_named("oracle")


def test_a_plug_in_is_found_by_its_entry_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plug_in(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    witness_named.cache_clear()
    assert witness_named("reader").name == "reader 2.1"
    with pytest.raises(BadInput, match="known are llm, none, reader, spacy"):
        witness_named("oracle")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (found,) = library.facts(tmp_path / "a.txt", witness="reader")
    assert [person["name"] for person in found["people"]] == ["Ana Roe", "Tarn Vell"]
    witness_named.cache_clear()


@pytest.mark.parametrize("value", ["nowhere:Reader", "reader_plug_in:Nobody"])
def test_a_plug_in_that_cannot_be_loaded_is_named(value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plug_in(tmp_path, value)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(WitnessUnavailable, match=f"the witness reader .{value}. cannot be loaded"):
        witness_named("reader")


@pytest.mark.parametrize("command", ["build", "facts", "check"])
def test_an_unknown_witness_is_one_line_and_exit_code_2(command: str, tmp_path: Path) -> None:
    done = kg(command, TALKS, "--witness", "oracle", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"kg: no witness is called 'oracle'; known are llm, none, spacy\n"
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_checked_without_a_witness(tmp_path: Path) -> None:
    done = kg("check", "--witness", "spacy", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(b"kg: --witness reads articles")


def test_the_command_line_reads_with_a_plug_in(tmp_path: Path) -> None:
    plug_in(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    done = kg(
        "facts", "a.txt", "--witness", "reader", cwd=tmp_path, PYTHONPATH=f"{tmp_path}:{Path(__file__).parents[2]}"
    )
    assert b"Tarn Vell" in done.stdout
    assert b"Tarn Vell" not in kg("facts", "a.txt", cwd=tmp_path).stdout
