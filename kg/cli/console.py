"""What every command shares: options, errors as one line, output to file or screen, a progress bar."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
from click.shell_completion import CompletionItem

from kg.export.inert import terminal
from kg.model import BadInput, ReadoutError, Refusal

if TYPE_CHECKING:
    from kg.registry import Registry

STORE = "readout-store"
_LONGEST = 2000
store_option = click.option("--store", metavar="DIR", default=STORE, show_default=True, help="The folder of the store.")

paths_argument = click.argument("paths", metavar="PATH...", nargs=-1, required=True)
witness_option = click.option(
    "--witness",
    metavar="NAME",
    default="none",
    show_default=True,
    help="A second reader of names: spacy, llm or a plug-in.",
)
output_option = click.option("-o", "--output", metavar="FILE", help="Write to a file, not to the screen.")


class Named(click.ParamType):  # type: ignore[type-arg]
    """A name of a registry; ``find`` gives the registry, and is called only when a command needs the names."""

    name = "name"

    def __init__(self, find: Callable[[], Registry[Any]]) -> None:
        self._find = find

    def get_metavar(self, *_: Any, **__: Any) -> str:
        """All names, as help and messages show them."""
        return f"[{'|'.join(self._find().names())}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name itself, where there is such a thing."""
        names = self._find().names()
        if value not in names:
            self.fail(f"{value!r} is not one of {', '.join(names)}.", param, ctx)
        return value

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The names that begin as what was typed."""
        return [CompletionItem(name) for name in self._find().names() if name.startswith(incomplete)]


class Commands(click.Group):
    """Every error is one line on standard error and exit code 2."""

    def main(self, *args: Any, standalone_mode: bool = True, **kwargs: Any) -> Any:
        """Runs a command; see click."""
        if not standalone_mode:
            return super().main(*args, standalone_mode=False, **kwargs)  # type: ignore[call-overload]
        _warnings_on_screen()
        try:
            code = super().main(*args, standalone_mode=False, **kwargs)  # type: ignore[call-overload]
        except click.exceptions.Abort:
            sys.exit(130)
        except click.exceptions.NoArgsIsHelpError as error:
            say(error.format_message())
            sys.exit(0)
        except (click.ClickException, ReadoutError) as error:
            fail(error.format_message() if isinstance(error, click.ClickException) else str(error))
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(0)
        except OSError as error:
            _give_up_output()
            fail(f"the system refuses this ({error.strerror or error})")
        sys.exit(code if isinstance(code, int) else 0)


def _give_up_output() -> None:
    """Lets what is still to be printed go nowhere, where it cannot be printed and Python would complain at its end."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def fail(message: str) -> NoReturn:
    """Prints one line and ends with exit code 2."""
    warn(message)
    sys.exit(2)


def say(text: str) -> None:
    """Prints text for people, in which nothing can steer the terminal."""
    write(terminal(text))


def warn(message: str) -> None:
    """Prints one line on standard error; names of files and texts in it may be hostile or very long."""
    line = " ".join(message.split())
    click.echo(terminal(f"kg: {line if len(line) <= _LONGEST else f'{line[:_LONGEST]} ...'}"), err=True)


def warned(refused: Sequence[Refusal]) -> int:
    """Prints a line for each file that was refused; the exit code that says so."""
    for refusal in refused:
        warn(str(refusal))
    return 1 if refused else 0


def write(text: str | bytes, output: str | None = None) -> None:
    """Writes data to a file, whole or not at all, or to the screen, which nothing in it can steer."""
    if output is not None:
        try:
            _replace(Path(output), text.encode() if isinstance(text, str) else text)
        except (OSError, ValueError, RuntimeError) as error:
            raise BadInput(f"{output}: cannot be written ({getattr(error, 'strerror', error)})") from error
        return
    if sys.stdout is None:
        raise BadInput("there is nothing to print to: standard output is closed")
    if isinstance(text, str):
        text = (terminal(text) if sys.stdout.isatty() else text).encode()
    sys.stdout.buffer.write(text if text.endswith(b"\n") else text + b"\n")
    sys.stdout.flush()


def _replace(path: Path, data: bytes) -> None:
    """Writes beside a file, then puts that in its place; a pipe or device is written to as it is."""
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    beside = path.with_name(f".kg-{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _warnings_on_screen() -> None:
    """Shows what the package logs as warnings as lines on standard error."""
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: warn(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("kg").handlers = [handler]


def write_folder(files: Mapping[str, str | bytes], output: str) -> None:
    """Writes files into a folder, which is made where it is missing."""
    try:
        Path(output).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{output}: cannot be made a folder ({error.strerror})") from error
    for name, data in files.items():
        write(data, str(Path(output) / name))


def one_article(path: str) -> Path:
    """The only article file of a path."""
    from kg.read import find

    files = find([path]).files
    if len(files) != 1:
        raise BadInput(f"{path} holds {len(files)} articles; name one")
    return files[0]


class Bar:
    """A progress bar on standard error, for work that a person waits for."""

    def __enter__(self) -> Bar:
        self._bar: Any = None
        return self

    def show(self, done: int, total: int) -> None:
        """Moves the bar; it appears with the 20th article."""
        if self._bar is None and total >= 20:
            self._bar = click.progressbar(length=total, label="reading", file=sys.stderr)
            self._bar.__enter__()
        if self._bar is not None:
            self._bar.update(done - self._bar.pos)

    def __exit__(self, *exception: object) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
