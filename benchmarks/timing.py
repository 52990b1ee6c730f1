"""What the benchmarks share."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

RUNS = 15


def best(work: Callable[[], Any], runs: int = RUNS) -> tuple[float, Any]:
    """The shortest time of several runs in milliseconds, and the last result."""
    shortest, result = float("inf"), None
    for _ in range(runs):
        start = time.perf_counter()
        result = work()
        shortest = min(shortest, (time.perf_counter() - start) * 1000)
    return shortest, result
