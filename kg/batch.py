"""Many articles in a row, where one that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TypeVar

from kg.model import BadInput, ReadoutError, Refusal

T = TypeVar("T")
R = TypeVar("R")
Progress = Callable[[int, int], None]
Refused = list[Refusal] | None


def tried(work: Callable[[T], R], given: tuple[str, T]) -> R | Refusal:
    """What work gives for the content of a file, given with the file's name; a refusal where it cannot be read.

    Raises what stops all work, which is any ReadoutError but BadInput.
    """
    file, content = given
    try:
        return work(content)
    except BadInput as error:
        return Refusal(file, str(error).removeprefix(f"{file}: "))
    except ReadoutError:
        raise
    except Exception as error:
        return Refusal(
            file, f"cannot be read ({type(error).__name__}, an error of this program that should be reported)"
        )


def each(
    work: Callable[[T], R],
    given: list[tuple[str, T]],
    refused: Refused = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Iterator[R]:
    """What work gives for each file, in their order. Refusals go into ``refused``.

    Raises BadInput for the first refusal where there is no ``refused``, and for all where nothing else came.
    """
    came = False
    for number, outcome in enumerate(_outcomes(partial(tried, work), given, workers), 1):
        if progress:
            progress(number, len(given))
        if not isinstance(outcome, Refusal):
            came = True
            yield outcome
        elif refused is None:
            raise BadInput(str(outcome))
        else:
            refused.append(outcome)
    if refused and given and not came:
        raise BadInput("; ".join(map(str, refused)))


def _outcomes(work: Callable[[T], R], given: list[T], workers: int) -> Iterable[R]:
    if workers == 1 or len(given) < 2:
        yield from map(work, given)
        return
    try:
        with ProcessPoolExecutor(workers) as pool:
            yield from pool.map(work, given, chunksize=max(1, min(50, len(given) // workers)))
    except BrokenProcessPool as error:
        raise ReadoutError("a process that read articles was ended from outside; try fewer with --workers 1") from error
