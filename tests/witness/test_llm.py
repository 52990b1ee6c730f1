"""The witness llm against a stand-in server: quotes that stand in the text, a cache, and one clear line for trouble."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from support import kg

from kg.model import WitnessUnavailable
from kg.witness import llm
from kg.witness.llm import LlmWitness

TEXT = "They thanked Orla\nQuist of the Polar Weavers, and Orla Quist thanked them. Orla Quistova did not.\n"
NAMES = {"people": ["Orla Quist", "Nobody Here"], "institutions": ["Polar Weavers"]}


class Endpoint:
    """An OpenAI-compatible endpoint that gives one answer and keeps what it was asked."""

    def __init__(self) -> None:
        self.content: object = json.dumps(NAMES)
        self.body: bytes | None = None
        self.status, self.delay = 200, 0.0
        self.asked: list[tuple[str, dict[str, str], Any]] = []
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                endpoint.asked.append((self.path, dict(self.headers), body))
                time.sleep(endpoint.delay)
                self.send_response(endpoint.status)
                self.end_headers()
                answer = {"choices": [{"message": {"role": "assistant", "content": endpoint.content}}]}
                self.wfile.write(json.dumps(answer).encode() if endpoint.body is None else endpoint.body)

            def log_message(self, *arguments: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"


@pytest.fixture
def endpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    stand_in = Endpoint()
    thread = Thread(target=stand_in.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setenv("READOUT_LLM_URL", stand_in.url)
    monkeypatch.setenv("READOUT_LLM_MODEL", "stand-in-1")
    monkeypatch.setenv("READOUT_LLM_KEY", "secret-key")
    monkeypatch.setenv("READOUT_LLM_CACHE", str(tmp_path / "cache"))
    yield stand_in
    stand_in.server.shutdown()
    thread.join()
    stand_in.server.server_close()


def trouble(text: str = TEXT) -> str:
    """The one line that an LLM in trouble gives."""
    with pytest.raises(WitnessUnavailable) as error:
        list(LlmWitness().candidates(text))
    assert "secret-key" not in str(error.value)
    return str(error.value)


def test_quotes_count_where_they_stand_in_the_text(endpoint: Endpoint) -> None:
    found = [(kind, TEXT[span.begin : span.end]) for kind, span in LlmWitness().candidates(TEXT)]
    assert found == [("person", "Orla\nQuist"), ("person", "Orla Quist"), ("institution", "Polar Weavers")]


def test_the_question_has_the_model_the_text_the_key_and_no_chance(endpoint: Endpoint) -> None:
    list(LlmWitness().candidates(TEXT))
    ((path, headers, body),) = endpoint.asked
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer secret-key"
    assert (body["model"], body["temperature"], body["messages"][-1]["content"]) == ("stand-in-1", 0, TEXT)


def test_an_endpoint_without_a_key_gets_none(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("READOUT_LLM_KEY")
    list(LlmWitness().candidates(TEXT))
    assert "Authorization" not in endpoint.asked[0][1]


def test_the_same_text_is_asked_once(endpoint: Endpoint) -> None:
    first = list(LlmWitness().candidates(TEXT))
    assert list(LlmWitness().candidates(TEXT)) == first
    assert len(endpoint.asked) == 1


@pytest.mark.parametrize("changed", ["text", "model", "prompt"])
def test_another_text_model_or_prompt_is_asked_anew(
    changed: str, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(LlmWitness().candidates(TEXT))
    if changed == "model":
        monkeypatch.setenv("READOUT_LLM_MODEL", "stand-in-2")
    if changed == "prompt":
        monkeypatch.setattr(llm, "PROMPT", "Other words.")
    list(LlmWitness().candidates(TEXT + "!" * (changed == "text")))
    assert len(endpoint.asked) == 2


def test_a_spoiled_answer_in_the_cache_is_asked_anew(endpoint: Endpoint, tmp_path: Path) -> None:
    first = list(LlmWitness().candidates(TEXT))
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_text("{", "utf-8")
    assert list(LlmWitness().candidates(TEXT)) == first
    assert json.loads(kept.read_text("utf-8")) == NAMES


def test_words_around_the_json_are_passed_over(endpoint: Endpoint) -> None:
    endpoint.content = f"Here it is:\n```json\n{json.dumps(NAMES)}\n```\n"
    assert len(list(LlmWitness().candidates(TEXT))) == 3


@pytest.mark.parametrize(
    "content",
    [
        "I cannot do that.",
        "{",
        "{}",
        '{"people": "Orla", "institutions": []}',
        '{"people": [1], "institutions": []}',
        None,
    ],
)
def test_malformed_answers_are_one_line_and_are_not_kept(content: object, endpoint: Endpoint, tmp_path: Path) -> None:
    endpoint.content = content
    assert trouble().startswith("stand-in-1 did not answer with JSON of people and institutions")
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"choices": []}', b"\xff\xfe"])
def test_what_is_no_such_endpoint_is_one_line(body: bytes, endpoint: Endpoint) -> None:
    endpoint.body = body
    assert trouble() == f"{endpoint.url} does not answer as an OpenAI-compatible endpoint"


@pytest.mark.parametrize(("status", "words"), [(401, "401 Unauthorized"), (500, "500 Internal Server Error")])
def test_http_errors_are_one_line(status: int, words: str, endpoint: Endpoint) -> None:
    endpoint.status = status
    assert trouble() == f"{endpoint.url} answered {words}"


def test_a_slow_endpoint_is_given_up(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llm, "TIMEOUT", 0.05)
    endpoint.delay = 0.3
    assert trouble() == f"{endpoint.url} cannot be reached (timed out)"


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/v1", "http://127.0.0.1:port/v1", "http:///v1"])
def test_an_endpoint_that_is_not_there_is_one_line(
    url: str, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READOUT_LLM_URL", url)
    assert trouble().startswith(f"{url} cannot be reached")


@pytest.mark.parametrize(("name", "value"), [("URL", ""), ("URL", "file:///etc"), ("MODEL", "")])
def test_a_missing_setting_is_named(name: str, value: str, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"READOUT_LLM_{name}", value)
    assert "READOUT_LLM_URL" in trouble()


def test_a_cache_that_cannot_be_written_is_one_line(
    endpoint: Endpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("READOUT_LLM_CACHE", str(tmp_path / "file" / "cache"))
    assert "answers cannot be kept there" in trouble()


def test_without_a_folder_of_its_own_the_cache_is_the_users(
    monkeypatch: pytest.MonkeyPatch, endpoint: Endpoint, tmp_path: Path
) -> None:
    monkeypatch.delenv("READOUT_LLM_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    list(LlmWitness().candidates(TEXT))
    assert len(list((tmp_path / "user" / "readout" / "llm").iterdir())) == 1


def test_the_command_line_reads_with_the_llm(endpoint: Endpoint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    found = json.loads(kg("facts", "a.txt", "--witness", "llm", cwd=tmp_path).stdout)
    assert [person["name"] for person in found["people"]] == ["Orla Quist"]
    assert [body["name"] for body in found["institutions"]] == ["Polar Weavers"]


def test_the_command_line_gives_one_line_and_exit_code_2(endpoint: Endpoint, tmp_path: Path) -> None:
    endpoint.status = 429
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    done = kg("build", "a.txt", "--witness", "llm", "--store", "store", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"kg: {endpoint.url} answered 429 Too Many Requests\n"
    assert not (tmp_path / "store").exists()
