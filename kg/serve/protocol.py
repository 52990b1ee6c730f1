"""The endpoint: SPARQL 1.1 Protocol for queries, and the description of the service."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

from kg.model import BadInput, ReadoutError, TooMuch, Unsuitable
from kg.serve.accept import accepted
from kg.serve.workers import Busy, Question, Stopped, Workers
from kg.store.results import ROWS, TRIPLES

_LONGEST = 100_000
_STATUS: tuple[tuple[type[ReadoutError], int], ...] = (
    (BadInput, 400),
    (Unsuitable, 406),
    (TooMuch, 413),
    (Stopped, 503),
    (Busy, 503),
    (ReadoutError, 500),
)
_UTF8 = ("text/csv", "text/tab-separated-values", "text/turtle")
_FORMATS = "http://www.w3.org/ns/formats/"
_DESCRIPTION = f"""\
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .

<> a sd:Service ;
    sd:endpoint <> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat {", ".join(f"<{_FORMATS}{name}>" for name in (
        "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
        "Turtle", "JSON-LD", "N-Triples", "RDF_XML"))} ;
    sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ] ] .
"""  # fmt: skip


class Refused(Exception):
    """A request that the protocol does not allow."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


async def answer(request: Request, workers: Workers) -> Response:
    """The response to a request with a query; an error is a line of plain text."""
    try:
        media, body = await workers.ask(await _question(request))
    except Refused as refusal:
        return PlainTextResponse(f"{refusal}\n", refusal.status)
    except ReadoutError as error:
        status = next(code for kind, code in _STATUS if isinstance(error, kind))
        return PlainTextResponse(f"{error}\n", status, {"Retry-After": "2"} if isinstance(error, Busy) else None)
    charset = "; charset=utf-8" if media in _UTF8 else ""
    return Response(body, headers={"Content-Type": media + charset, "Vary": "Accept"})


def description(request: Request) -> Response:
    """What the endpoint can do (SPARQL 1.1 Service Description)."""
    if not accepted(request.headers.get("accept", ""), ("text/turtle",)):
        return PlainTextResponse("the service is described in text/turtle; to ask, send a query\n", 406)
    return Response(_DESCRIPTION, headers={"Content-Type": "text/turtle; charset=utf-8", "Vary": "Accept"})


async def _question(request: Request) -> Question:
    """The query of a GET, of a form, or of a body that is a query."""
    pairs = parse_qsl(request.url.query, keep_blank_values=True)
    if request.method == "POST":
        media = request.headers.get("content-type", "").split(";")[0].strip().lower()
        body = await _body(request)
        if media == "application/sparql-query":
            pairs.append(("query", body))
        elif media == "application/x-www-form-urlencoded":
            pairs += parse_qsl(body, keep_blank_values=True)
        elif media == "application/sparql-update":
            raise Refused(403, "this endpoint takes no updates")
        else:
            raise Refused(415, "send a query as application/sparql-query or as a form")
    if any(name == "update" for name, _ in pairs):
        raise Refused(403, "this endpoint takes no updates")
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) != 1:
        raise Refused(400, "send exactly one query")
    takes = accepted(request.headers.get("accept", ""), (*ROWS, *TRIPLES))
    if not takes:
        raise Refused(406, f"answers come as one of {', '.join((*ROWS, *TRIPLES))}")
    default, named = (
        tuple(value for name, value in pairs if name == wanted) for wanted in ("default-graph-uri", "named-graph-uri")
    )
    return Question(queries[0], takes, default, named)


async def _body(request: Request) -> str:
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LONGEST:
                raise Refused(413, f"a query may have {_LONGEST:,} bytes")
        return body.decode()
    except ClientDisconnect:
        raise Refused(400, "the request was broken off") from None
    except UnicodeDecodeError:
        raise Refused(400, "a query is UTF-8 text") from None
