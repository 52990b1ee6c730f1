"""Connections that do not wait for ever for the other side, and the socket that they come to."""

from __future__ import annotations

import asyncio
import errno
import math
import socket

from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.model import BadInput

PATIENCE = 20.0
_MOST = 250


class Connection(H11Protocol):
    """A connection that is closed where the other side neither sends a whole request nor takes the answer.

    The time that we need for an answer does not count. More connections than 250 at a time are closed at once.
    """

    _timer: asyncio.TimerHandle | None = None
    _left = math.inf

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begins to wait for a request."""
        super().connection_made(transport)
        if len(self.connections) > _MOST:
            transport.abort()
        self._wait()

    def on_response_complete(self) -> None:
        """Begins to wait anew."""
        super().on_response_complete()
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Waits no more."""
        super().connection_lost(exc)
        if self._timer:
            self._timer.cancel()

    def _wait(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = self.loop.call_later(PATIENCE, self._look)

    def _look(self) -> None:
        left = self.transport.get_write_buffer_size()
        asked = self.cycle is not None and not self.cycle.more_body and not self.cycle.response_complete
        if (asked and left == 0) or 0 < left < self._left:
            self._left = left or math.inf
            self._wait()
        else:
            self.transport.abort()


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises BadInput where that is not possible."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise BadInput(f"port {port} is in use; name another with --port, or stop what listens there") from error
        if error.errno == errno.EACCES:
            raise BadInput(f"port {port} is for the system only; name one above 1023 with --port") from error
        raise BadInput(f"{host} is no address of this machine to listen on ({error.strerror})") from error
