"""The routes: which view answers which address, and what every response must carry."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.analyse import analyse, names
from kg.model import BadInput, ReadoutError
from kg.questions import questions, sparql
from kg.serve import figures, protocol
from kg.serve.accept import accepted
from kg.serve.guard import Guard
from kg.serve.library import Library
from kg.serve.pages import environment
from kg.serve.published import ontology, shapes
from kg.serve.queries import query
from kg.serve.workers import Workers
from kg.store.results import TRIPLES
from kg.vocabulary import BASE

ASSETS = Path(__file__).parent / "assets"
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_HTML = "text/html"
_TURTLE = {"Content-Type": "text/turtle; charset=utf-8"}
_LOG = logging.getLogger("uvicorn.error")
_MOST_TRIPLES = 20_000
_SECONDS = 1.0  # until a build is noticed


class _Headers:
    """Adds the headers of every response."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._extra = [(name.lower().encode(), value.encode()) for name, value in _HEADERS.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self._extra]
            await send(message)

        await self._app(scope, receive, sent)


class _Views:
    """The views of the latest library."""

    def __init__(self, latest: Callable[[], Library], workers: Callable[[], Workers]) -> None:
        self._latest, self._workers = latest, workers
        self._library = latest()
        self._templates = environment()

    def refresh(self) -> None:
        """Shows the latest library, once it is checked."""
        library = self._latest()
        library.check()
        self._library = library

    def _page(self, name: str, code: int = 200, **values: Any) -> Response:
        text = self._templates.get_template(f"{name}.html").render(view=name, **values)
        return HTMLResponse(text, code, {"Vary": "Accept"})

    def articles(self, request: Request) -> Response:
        """The list of articles."""
        return self._page("articles", articles=self._library.articles)

    def entity(self, request: Request) -> Response:
        """A thing under its IRI, which stands in the query or whose path the address has."""
        library = self._library
        iri = request.query_params.get("iri") or BASE + request.path_params.get("path", "")
        takes = accepted(request.headers.get("accept", ""), (_HTML, *TRIPLES))
        if not takes:
            raise HTTPException(406, f"this comes as one of {', '.join((_HTML, *TRIPLES))}")
        if takes[0] == _HTML:
            if article := library.article(iri):
                return self._page("article", article=article)
            if entity := library.entity(iri):
                return self._page("entity", entity=entity)
        elif library.entity(iri):
            media, body = library.store.document(query("describe"), takes, _MOST_TRIPLES, things={"thing": iri})
            return Response(body, headers={"Content-Type": f"{media}; charset=utf-8", "Vary": "Accept"})
        raise HTTPException(404, "The articles say nothing of this.")

    def ontology(self, request: Request) -> Response:
        """The Turtle that defines the ontology."""
        return Response(ontology(), headers=_TURTLE)

    def shape(self, request: Request) -> Response:
        """The Turtle that defines a shape, among all others."""
        if f"shape:{request.path_params['name']} " not in shapes():
            raise HTTPException(404, "There is no such shape.")
        return Response(shapes(), headers=_TURTLE)

    def graph(self, request: Request) -> Response:
        """The graph view."""
        return self._page("graph")

    def network(self, request: Request) -> Response:
        """What the graph view draws."""
        return Response(self._library.network, media_type="application/json")

    def figures(self, request: Request) -> Response:
        """The figures of each pair."""
        library = self._library
        return self._page("figures", pairs=figures.pairs(library.store, library.findings))

    def analyses(self, request: Request) -> Response:
        """The list of analyses."""
        return self._page("analyses", analyses=names())

    def analysis(self, request: Request) -> Response:
        """One analysis."""
        library = self._library
        try:
            table = analyse(request.path_params["name"], library.store, lambda: library.findings)
        except BadInput as error:
            raise HTTPException(404, str(error)) from error
        return self._page("analysis", table=table, named=library.named)

    async def sparql(self, request: Request) -> Response:
        """The editor for people; the endpoint for programs."""
        asked = request.method == "POST" or "query" in request.query_params or "update" in request.query_params
        page = accepted(request.headers.get("accept", ""), ("text/turtle", _HTML))[:1] == (_HTML,)
        if request.method == "GET" and page:
            known = [(name, title, sparql(name)) for name, title in questions()]
            return self._page("sparql", questions=known, query=request.query_params.get("query") or known[0][2])
        return await protocol.answer(request, self._workers()) if asked else protocol.description(request)

    def failed(self, request: Request, error: Exception) -> Response:
        """The page of an error."""
        status, message = (error.status_code, error.detail) if isinstance(error, HTTPException) else (500, str(error))
        return self._page("error", status, status=status, message=message)


async def _watch(views: _Views) -> None:
    while True:
        try:
            await asyncio.to_thread(views.refresh)
        except ReadoutError as error:
            _LOG.warning("the pages show an earlier state: %s", error)
        await asyncio.sleep(_SECONDS)


def app(
    latest: Callable[[], Library],
    start: Callable[[], Workers],
    hosts: Collection[str],
    origins: Collection[str] = (),
) -> Starlette:
    """The application; ``start`` starts the workers of the endpoint, ``hosts`` are the names it answers to.

    ``origins`` are those of other sites that may ask ("*" for any). ``latest`` is called again and again in a thread of its own, and gives another library after a build.
    """

    @asynccontextmanager
    async def lifespan(site: Starlette) -> AsyncIterator[None]:
        site.state.workers = start()
        watching = asyncio.create_task(_watch(views))
        yield
        watching.cancel()
        site.state.workers.stop()

    views = _Views(latest, lambda: site.state.workers)
    routes = [
        Route("/", views.articles),
        Route("/graph", views.graph),
        Route("/graph.json", views.network),
        Route("/figures", views.figures),
        Route("/analyses", views.analyses),
        Route("/analyses/{name}", views.analysis),
        Route("/entity", views.entity),
        Route("/ontology", views.ontology),
        Route("/shape/{name}", views.shape),
        Route("/sparql", views.sparql, methods=["GET", "POST"]),
        Mount("/assets", StaticFiles(directory=ASSETS, check_dir=False)),
        Route("/{path:path}", views.entity),
    ]
    site = Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers={HTTPException: views.failed, ReadoutError: views.failed},
        middleware=[
            Middleware(_Headers),
            Middleware(Guard, hosts=hosts, origins=origins),
            *([Middleware(CORSMiddleware, allow_origins=origins, allow_methods=("GET", "POST"))] if origins else ()),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
    )
    return site
