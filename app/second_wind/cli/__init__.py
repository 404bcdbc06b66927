"""The command line: every command is a module; Qt, matplotlib, numpy and peewee load on demand."""

import gc
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from typing import TYPE_CHECKING, TextIO

from second_wind.core.errors.base import KnownError
from second_wind.core.log.clock import Clock, SystemClock

if TYPE_CHECKING:
    from argparse import Namespace

    from second_wind.cli.files import Opening
    from second_wind.paths import AppPaths

DONE, BUG, KNOWN_ERROR, INTERRUPTED = 0, 1, 2, 130
_SELDOM = 100_000
"""New objects between two looks for garbage."""


def run(
    argv: Sequence[str],
    *,
    clock: Clock | None = None,
    out: TextIO | None = None,
    err: TextIO | None = None,
) -> int:
    """Do what the words of a command line say and return the exit status."""
    out, err = _in_utf8(out or sys.stdout), _in_utf8(err or sys.stderr)
    try:
        status = _obey(argv, clock or SystemClock(), out, err)
        out.flush()
    except KnownError as error:
        return _refused(error, err)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget(sys.stdout)
        return DONE
    except Exception as error:
        return _failed(error, err)
    return status


def _refused(error: KnownError, err: TextIO) -> int:
    from second_wind.words.errors.sentences import sentence  # only when something went wrong

    _tell(sentence(error), err)
    return KNOWN_ERROR


def _failed(error: Exception, err: TextIO) -> int:
    """Tell of output that found no room; all else is a bug: shown in full, as nobody else will."""
    from second_wind.core.errors.usage_errors import OutputFull
    from second_wind.exchange.file.output import is_full

    if isinstance(error, OSError) and is_full(error):
        _forget(sys.stdout)
        return _refused(OutputFull(), err)
    import traceback

    _tell("".join(traceback.format_exception(error)).rstrip(), err)
    return BUG


def _tell(text: str, err: TextIO) -> None:
    """Say what went wrong, if anybody is there to hear it."""
    from second_wind.words.base.printable import shown

    try:
        print(shown(text), file=err, flush=True)
    except OSError:
        _forget(sys.stderr)


def _obey(argv: Sequence[str], clock: Clock, out: TextIO, err: TextIO) -> int:
    from second_wind.cli.files import HIDDEN, Opening, for_the_window

    opening = for_the_window(argv)
    if opening is not None:
        return _open_window(opening, clock)
    with _seldom_tidied():
        from second_wind.cli.parser import asked_places, understood
        from second_wind.core.errors.usage_errors import OptionNeeds, OptionsApart

        with redirect_stdout(out):  # argparse prints help by itself
            arguments = understood(argv)
    if arguments is None:
        return DONE
    if arguments.command is None:
        if hasattr(arguments, "passphrase_fd"):
            raise OptionNeeds("--passphrase-fd", "COMMAND")
        return _open_window(Opening(asked_places(arguments), arguments.hidden), clock)
    if arguments.hidden:
        raise OptionsApart(arguments.command, HIDDEN)
    with _seldom_tidied():
        return _carry_out(arguments, asked_places(arguments), clock, out, err)


@contextmanager
def _seldom_tidied() -> Iterator[None]:
    """Let Python seldom look for garbage: a quick command makes next to none, and is over soon."""
    usual = gc.get_threshold()
    gc.set_threshold(_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _carry_out(
    arguments: "Namespace", paths: "AppPaths", clock: Clock, out: TextIO, err: TextIO
) -> int:
    from second_wind.cli.duty import gate
    from second_wind.cli.session import Session
    from second_wind.cli.standard_input import fill

    gate(arguments, paths)
    fill(arguments)
    descriptor = getattr(arguments, "passphrase_fd", None)
    session = Session(paths, clock, out, descriptor, anew=getattr(arguments, "new", False))
    is_done = False
    try:
        status = int(arguments.run(arguments, session))
        is_done = True
    finally:
        failure = session.close()
        _tell_of_copy(failure, out, err, has_stored=is_done and session.has_stored)
        if not session.has_stored:
            session.take_back()
    if not arguments.duty.is_apart:
        _tell_of_place(paths, err)
    return status


def _open_window(opening: "Opening", clock: Clock) -> int:
    from second_wind.ui.program import before_qt

    before_qt.load()
    from second_wind.ui.program.application import run_window  # the only command that needs Qt

    return run_window(opening.paths, clock, is_hidden=opening.is_hidden)


def _tell_of_copy(
    failure: KnownError | None, out: TextIO, err: TextIO, *, has_stored: bool
) -> None:
    """Say why there is no safe copy; what was asked for is done, or refused, all the same."""
    if failure is not None:
        from second_wind.words.errors.sentences import no_copy

        with suppress(OSError):  # told by the flush at the end
            out.flush()  # what was stored comes first, in a pipe or a file, too
        _tell(no_copy(failure, stored=has_stored), err)


def _tell_of_place(paths: "AppPaths", err: TextIO) -> None:
    """Say that nothing can be written there, or, once, that others can see the names of files."""
    from second_wind.storage.file.read_only import is_read_only
    from second_wind.storage.sqlite.open_folder import to_be_told

    reads_alone = is_read_only(paths.journal)
    if reads_alone or to_be_told(paths.data, paths.config):
        from second_wind.words.safety import safety  # brings all that can be said of damage

        told = safety.read_only(paths.journal) if reads_alone else safety.open_to_others(paths.data)
        _tell(told, err)


def _in_utf8(stream: TextIO | None) -> TextIO:
    """Let a stream write every letter, whatever the locale says; Windows may have no stream."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    return stream or io.StringIO()


def _forget(stream: TextIO) -> None:
    """Let Python's last flush of a stream go nowhere: its reader has left, or it is full."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
