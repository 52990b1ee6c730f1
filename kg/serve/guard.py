"""Who may ask: not another site through somebody's browser, and nobody under another name of this machine."""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_OWN = ("same-origin", "none")  # "none": typed, or opened from a bookmark or a mail


class Guard:
    """Answers only under names of this server, and to another site only where its origin is allowed.

    A name that is not ours may be that of a site which had it point here (DNS rebinding); an address cannot be.
    A link on another site may be followed, since that site does not see the answer.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str], origins: Collection[str]) -> None:
        self._app, self._hosts, self._origins = app, hosts, origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or refuses in a line of plain text."""
        app = self._app
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            if not self._is_ours(headers.get("host", "")):
                app = PlainTextResponse("this server is not known by that name; ask it by its address\n", 400)
            elif self._is_foreign(scope["method"], headers):
                app = PlainTextResponse("another site may not ask; allow it with --allow-origin ORIGIN\n", 403)
        await app(scope, receive, send)

    def _is_ours(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self._hosts or _is_address(name)

    def _is_foreign(self, method: str, headers: Headers) -> bool:
        """Whether another site makes a browser ask (Fetch Metadata; older browsers send the origin only)."""
        origin = headers.get("origin")
        if origin is not None and not {origin, "*"}.isdisjoint(self._origins):
            return False
        if origin is not None and origin.partition("://")[2] != headers["host"]:
            return True
        followed = (method, headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest"))
        return headers.get("sec-fetch-site", "none") not in _OWN and followed != ("GET", "navigate", "document")


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
