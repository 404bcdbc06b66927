"""The command line: every command is a module; Qt, matplotlib, numpy and peewee load on demand."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from typing import TextIO

from second_wind.core.clock import Clock, SystemClock
from second_wind.core.known_error import KnownError
from second_wind.paths import AppPaths

DONE, BUG, KNOWN_ERROR, INTERRUPTED = 0, 1, 2, 130


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
        from second_wind.words.errors import sentence  # only when something went wrong

        print(sentence(error), file=err)
        return KNOWN_ERROR
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return DONE
    except Exception:  # a bug: shown in full, since nobody else will
        import traceback

        traceback.print_exc(file=err)
        return BUG
    return status


def _obey(argv: Sequence[str], clock: Clock, out: TextIO, err: TextIO) -> int:
    from second_wind.cli.places import for_the_window

    window_places = for_the_window(argv)
    if window_places is not None:
        return _open_window(window_places, clock)
    from second_wind.cli.parser import asked_places, understood
    from second_wind.core.errors import OptionNeeds

    with redirect_stdout(out):  # argparse prints help by itself
        arguments = understood(argv)
    if arguments is None:
        return DONE
    passphrase_fd = getattr(arguments, "passphrase_fd", None)
    if arguments.command is None:
        if passphrase_fd is not None:
            raise OptionNeeds("--passphrase-fd", "COMMAND")
        return _open_window(asked_places(arguments), clock)
    from second_wind.cli.session import Session

    session = Session(asked_places(arguments), clock, out, passphrase_fd)
    try:
        return int(arguments.run(arguments, session))
    finally:
        _tell_of_copy(session.close(), err)


def _open_window(paths: AppPaths, clock: Clock) -> int:
    from second_wind.ui.application import run_window  # the only command that needs Qt

    return run_window(paths, clock)


def _tell_of_copy(failure: KnownError | None, err: TextIO) -> None:
    """Say why there is no safe copy; what was asked for is done all the same."""
    if failure is not None:
        from second_wind.words.errors import no_copy

        print(no_copy(failure), file=err)


def _in_utf8(stream: TextIO | None) -> TextIO:
    """Let a stream write every letter, whatever the locale says; Windows may have no stream."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    return stream or io.StringIO()


def _forget_output() -> None:
    """Let Python's last flush go nowhere when the reader has left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
