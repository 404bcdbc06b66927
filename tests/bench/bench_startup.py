"""How long until a window is on the screen, beside a bare PySide6 window in the same run.

    python tests/bench/bench_startup.py [runs]

Needs Linux with Xvfb and xwininfo. Prints the medians and their ratio; the aim is 1.6 at most.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

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
AIM = 1.6
_SMALLEST = (300, 200)
_WINDOW = r"^\s+(0x[0-9a-f]+) .*?\s(\d+)x(\d+)\+"
_GIVE_UP_AFTER = 30.0


def main(runs: int) -> None:
    """Measure both in turn, after a first turn that warms the disk's cache."""
    screen = [
        "Xvfb",
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1400x900x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with (
        subprocess.Popen(screen, stdout=subprocess.PIPE, text=True) as server,
        tempfile.TemporaryDirectory() as home,
    ):
        assert server.stdout is not None
        display = f":{server.stdout.readline().strip()}"
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        program = [sys.executable, "-m", "second_wind", "--home", home]
        turns = [
            (_seconds([sys.executable, "-c", BARE], environment), _seconds(program, environment))
            for _ in range(runs + 1)
        ]
        server.terminate()
    bare, ours = (statistics.median(times) for times in zip(*turns[1:], strict=True))
    print(f"bare window {bare * 1000:.0f} ms, Second Wind {ours * 1000:.0f} ms")
    print(f"ratio {ours / bare:.2f} (aim: at most {AIM})")


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return the time from the start of a program until its window is viewable."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        while time.perf_counter() - start < _GIVE_UP_AFTER:
            if _is_up(environment):
                return time.perf_counter() - start
            time.sleep(0.003)
        raise TimeoutError(command)
    finally:
        process.kill()
        process.wait()
        while _is_up(environment):
            time.sleep(0.05)


def _is_up(environment: dict[str, str]) -> bool:
    tree = _ask(environment, "-root", "-tree")
    for window, width, height in re.findall(
        r"^\s+(0x[0-9a-f]+) .*?\s(\d+)x(\d+)\+", tree, re.MULTILINE
    ):
        large = int(width) > _SMALLEST[0] and int(height) > _SMALLEST[1]
        if large and "IsViewable" in _ask(environment, "-id", window):
            return True
    return False


def _ask(environment: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        ["xwininfo", *words], env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
