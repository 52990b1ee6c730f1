"""The witness ``llm``: a language model behind an OpenAI-compatible endpoint, asked for names in their exact words.

Set by the environment: ``READOUT_LLM_URL`` (the base address, up to and without ``/chat/completions``),
``READOUT_LLM_MODEL``, ``READOUT_LLM_KEY`` (where the endpoint wants one) and ``READOUT_LLM_CACHE`` (a folder).
Answers are kept there by the hash of model, prompt and text, so that the same text is asked once. A name that does
not stand in the text word by word is dropped.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.model import Span, WitnessUnavailable
from kg.witness.base import Candidate

if TYPE_CHECKING:
    from urllib.request import Request

PROMPT = """You mark names in a diplomatic or trade news article.
Answer with one JSON object and nothing else: {"people": [...], "institutions": [...]}.
"people": the full name of each human being, without titles, honorifics and countries.
"institutions": the name of each ministry, agency, company, bank, organisation, mission or news agency.
Copy each name exactly as the article prints it. Leave out states, cities, agreements and events."""
TIMEOUT = 120.0

Names = dict[str, list[str]]


class LlmWitness:
    """People and institutions that a language model names. Raises WitnessUnavailable where it is not set up."""

    def __init__(self) -> None:
        self._url = os.environ.get("READOUT_LLM_URL", "").strip().rstrip("/")
        self._model = os.environ.get("READOUT_LLM_MODEL", "").strip()
        self._key = os.environ.get("READOUT_LLM_KEY", "").strip()
        self._cache = _cache_folder()
        if not self._url.startswith(("http://", "https://")) or not self._model:
            raise WitnessUnavailable(
                "the witness llm needs READOUT_LLM_URL (such as http://localhost:11434/v1) and READOUT_LLM_MODEL"
            )
        self.name = f"llm {self._model}"

    def candidates(self, text: str) -> Iterator[Candidate]:
        """Every place where a name that the model gives stands in a text. Raises WitnessUnavailable for any trouble."""
        names = self._names(text)
        for quote in names["people"]:
            yield from (Candidate("person", span) for span in _places(text, quote))
        for quote in names["institutions"]:
            yield from (Candidate("institution", span) for span in _places(text, quote))

    def _names(self, text: str) -> Names:
        """The names that the model gives, from the cache where it was asked before."""
        question = json.dumps([self._model, PROMPT, text], ensure_ascii=False)
        kept = self._cache / f"{hashlib.sha256(question.encode()).hexdigest()}.json"
        try:
            return _parsed(kept.read_text("utf-8"))
        except (OSError, ValueError):
            names = self._ask(text)
        try:
            _write(kept, json.dumps(names, ensure_ascii=False))
        except OSError as error:
            raise WitnessUnavailable(f"{self._cache}: answers cannot be kept there ({error.strerror})") from error
        return names

    def _ask(self, text: str) -> Names:
        from http.client import HTTPException
        from urllib.error import HTTPError
        from urllib.request import urlopen

        try:
            with urlopen(self._request(text), timeout=TIMEOUT) as response:
                content = json.load(response)["choices"][0]["message"]["content"]
        except HTTPError as error:
            with error:
                raise WitnessUnavailable(f"{self._url} answered {error.code} {error.reason}") from error
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", None) or str(error) or type(error).__name__
            raise WitnessUnavailable(f"{self._url} cannot be reached ({reason})") from error
        except (ValueError, LookupError, TypeError) as error:
            raise WitnessUnavailable(f"{self._url} does not answer as an OpenAI-compatible endpoint") from error
        try:
            return _parsed(content)
        except ValueError as error:
            raise WitnessUnavailable(
                f"{self._model} did not answer with JSON of people and institutions ({error})"
            ) from error

    def _request(self, text: str) -> Request:
        from urllib.request import Request

        messages = [{"role": "system", "content": PROMPT}, {"role": "user", "content": text}]
        body = json.dumps({"model": self._model, "messages": messages, "temperature": 0}).encode()
        address = f"{self._url}/chat/completions"
        request = Request(address, body, {"Content-Type": "application/json"})
        if self._key:
            # A redirect to another host must not carry the key along.
            request.add_unredirected_header("Authorization", f"Bearer {self._key}")
        return request


def _cache_folder() -> Path:
    own = os.environ.get("READOUT_LLM_CACHE")
    if own:
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "readout" / "llm"


def _write(path: Path, text: str) -> None:
    """Writes a file in one step, so that a reader in another process never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}")
    part.write_text(text, "utf-8")
    part.replace(path)


def _parsed(content: object) -> Names:
    """The names in an answer; a fence or words around the JSON object are passed over. Raises ValueError."""
    if not isinstance(content, str):
        raise ValueError("no text")
    answer: Any = json.loads(content[content.find("{") : content.rfind("}") + 1])
    names = {kind: answer.get(kind) for kind in ("people", "institutions")}
    for kind, found in names.items():
        if not isinstance(found, list) or not all(isinstance(quote, str) for quote in found):
            raise ValueError(f"{kind} is no list of texts")
    return names


def _places(text: str, quote: str) -> Iterator[Span]:
    """Where a quote stands in a text as whole words, whatever white space is between them."""
    words = r"\s+".join(map(re.escape, quote.split()))
    if words:
        yield from (Span(*match.span()) for match in re.finditer(rf"(?<!\w){words}(?!\w)", text))


WITNESSES = {"llm": LlmWitness}
