"""When a person can log, and when the window is right, beside a bare PySide6 window in one run.

    python tests/bench/bench_startup.py [RUNS] [YEARS] [BUSY]

Needs Linux with Xvfb, xwininfo, xdotool and xwd. The journal is a sample of so many years, copied
for each turn; BUSY processes work beside it all the time. Prints medians and ratios: ready is when
a key that is sent every 15 ms from the moment the window is visible is a row in the journal; right
is when the last picture of a part of the screen differed from what it settles to. The very first
start of a home, at which matplotlib looks through all fonts of the computer, stands by itself.
"""

import os
import re
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from statistics import median

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(1336, 800)
window.show()
sys.exit(application.exec())
"""
WIDE, LEFT = 1336, 760
AIMS = {"ready": 2.7, "left": 2.7, "whole": 6.0}
_PROGRAM = [str(Path(sys.executable).with_name("second-wind")), "--home"]
_WINDOW = r"^\s+(0x[0-9a-f]+) .*?\s(\d+)x(\d+)\+"
_SMALLEST = (300, 200)
_GIVE_UP_AFTER, _SETTLED_AFTER = 60.0, 2.5
_HEADER, _SIZE, _HEIGHT, _BITS, _STRIDE, _COLOURS, _PER_COLOUR = 100, 0, 5, 11, 12, 19, 12


def main(runs: int, years: int, busy: int) -> None:
    """Measure all in turn, after a first turn that counts for none."""
    with tempfile.TemporaryDirectory() as folder, _screen(), _at_work(busy):
        sample = Path(folder) / "sample"
        making = [_PROGRAM[0], "demo", "--home", str(sample), "--years", str(years)]
        subprocess.run(making, check=True, stdout=subprocess.DEVNULL)
        first = _until_right([*_PROGRAM, str(sample)], WIDE)[0]
        turns = [_turn(sample, Path(folder) / "home") for _ in range(runs + 1)][1:]
    took = {name: median(turn[name] for turn in turns) for name in turns[0]}
    print(f"{years} years, {runs} turns, {busy} busy processes beside")
    print(f"the very first start of a home: whole after {first / took['bare right']:.2f} times")
    print(f"bare window visible {took['bare']:.0f} ms, right {took['bare right']:.0f} ms")
    _tell("shown", took["shown"] / took["bare"])
    _tell("ready", took["ready"] / took["bare"])
    for part in ("left", "whole"):
        _tell(part, took[part] / took["bare right"])
        print(f"    {took[f'{part}, unfinished']:.0f} unfinished pictures before")


def _tell(name: str, ratio: float) -> None:
    aim = f" (aim: at most {AIMS[name]})" if name in AIMS else ""
    print(f"{name:6} {ratio:6.2f} times{aim}")


def _turn(sample: Path, home: Path) -> dict[str, float]:
    """Start everything once, each with a fresh copy of the journal."""
    bare = [sys.executable, "-c", BARE]
    took = {"bare": _until_visible(bare), "bare right": _until_right(bare, WIDE)[0]}
    took["shown"], took["ready"] = _until_ready(_fresh(sample, home), home / "journal.sqlite3")
    for name, width in (("left", LEFT), ("whole", WIDE)):
        took[name], took[f"{name}, unfinished"] = _until_right(_fresh(sample, home), width)
    return took


def _fresh(sample: Path, home: Path) -> list[str]:
    """Return the command of a window on a new copy of the sample."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(sample, home)
    return [*_PROGRAM, str(home)]


@contextmanager
def _screen() -> Iterator[None]:
    """Have a screen without a window manager."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24"]
    command += ["-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        display = f":{server.stdout.readline().strip()}"
        os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each start would compile all of it
        try:
            yield
        finally:
            server.terminate()


@contextmanager
def _at_work(busy: int) -> Iterator[None]:
    """Let the processors have something else to do."""
    with ExitStack() as ends:
        for _ in range(busy):
            other = subprocess.Popen([sys.executable, "-c", "while True: pass"])
            ends.callback(other.wait)
            ends.callback(other.kill)
        yield


@contextmanager
def _running(command: Sequence[str]) -> Iterator[float]:
    """Run a program with a window, and give the moment of its start; it is gone in the end."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield start
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        while _window() is not None:
            time.sleep(0.02)


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1e3


def _wait(start: float, pause: float, is_so: Callable[[], object]) -> float:
    """Return after how many milliseconds something is so."""
    while not is_so():
        if time.perf_counter() - start > _GIVE_UP_AFTER:
            raise TimeoutError
        time.sleep(pause)
    return _since(start)


def _until_visible(command: Sequence[str]) -> float:
    with _running(command) as start:
        return _wait(start, 0.01, _window)


def _until_ready(command: Sequence[str], journal: Path) -> tuple[float, float]:
    """Return when the window was visible, and when a mood was stored."""
    before = _check_ins(journal)
    with _running(command) as start:
        shown = _wait(start, 0.01, _window)
        keys = ["xdotool", "key", "--window", str(int(_window() or "0", 16))]
        keys += ["--delay", "15", "--repeat", "3000", "7"]
        with subprocess.Popen(keys, stderr=subprocess.DEVNULL) as sending:
            try:
                return shown, _wait(start, 0.005, lambda: _check_ins(journal) > before)
            finally:
                sending.kill()


def _check_ins(journal: Path) -> int:
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"file:{journal}?mode=ro", uri=True, timeout=0)) as db,
    ):
        return int(db.execute("SELECT count(*) FROM check_in").fetchone()[0])
    return 0


def _until_right(command: Sequence[str], width: int) -> tuple[float, float]:
    """Return when the left part of the screen settled, and how many pictures came before."""
    empty = _picture(width)
    seen: list[tuple[float, int]] = []
    with _running(command) as start:
        changed = start
        while time.perf_counter() - changed < _SETTLED_AFTER or not seen:
            at, now = _since(start), _picture(width)
            if now != (seen[-1][1] if seen else empty):
                seen.append((at, now))
                changed = time.perf_counter()
            time.sleep(0.01)
    settled = next(at for at, picture in seen if picture == seen[-1][1])
    return settled, len({picture for at, picture in seen if at < settled})


def _picture(width: int) -> int:
    """Return a mark of what is on the screen, every other line of its left part."""
    command = ["xwd", "-root", "-silent"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    head = struct.unpack(">25I", raw[:_HEADER])
    data = memoryview(raw)[head[_SIZE] + head[_COLOURS] * _PER_COLOUR :]
    stride, across = head[_STRIDE], width * head[_BITS] // 8
    lines = range(0, head[_HEIGHT] * stride, 2 * stride)
    return hash(b"".join(data[line : line + across] for line in lines))


def _window() -> str | None:
    """Return the id of a window that is on the screen, not of a small one such as an icon."""
    for name, width, height in re.findall(_WINDOW, _ask("-root", "-tree"), re.MULTILINE):
        large = int(width) > _SMALLEST[0] and int(height) > _SMALLEST[1]
        if large and "IsViewable" in _ask("-id", name):
            return str(name)
    return None


def _ask(*words: str) -> str:
    done = subprocess.run(["xwininfo", *words], capture_output=True, text=True, check=False)
    return done.stdout


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:4]]
    main(*(given + [9, 2, 0][len(given) :]))
