"""How much work quick commands and a search make, beside bare SQLite in the same run.

    python tests/bench/bench_command_line.py [RUNS] [ENTRIES]

Prints medians of the time that the processor worked (user and system), all commands in turn, and
the ratio to `import sqlite3`: `log` and `day` shall take at most 6.5 times as long. A search with
so many hits stands beside a bare query that fetches the same rows from an FTS5 index that lies
ready (at most 4 times as long), and beside a program that makes such an index first, as one has to
where none lies on the disk. jrnl is measured, too, where it is installed.
"""

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from datetime import time as time_of_day
from pathlib import Path
from statistics import median

from second_wind.core.log.clock import SystemClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName

AIM, SEARCH_AIM = 6.5, 4.0
PROGRAM = [str(Path(sys.executable).with_name("second-wind"))]
_PYTHON = [sys.executable, "-c"]
_WORD = "zebra"
_ASK = f"""
import sqlite3, sys
found = sqlite3.connect(sys.argv[1])
rows = found.execute("SELECT * FROM found WHERE found MATCH '{_WORD}' ORDER BY rowid DESC")
sys.stdout.writelines(f"{{day}} {{note}}\\n" for day, _, note in rows.fetchall())
"""
_MAKE = """
import sqlite3, sys
journal = sqlite3.connect(sys.argv[1])
memory = sqlite3.connect(sys.argv[2] if len(sys.argv) > 2 else ":memory:")
memory.execute("CREATE VIRTUAL TABLE found USING fts5(day, id, note)")
rows = journal.execute("SELECT day, id, note FROM check_in ORDER BY day, rowid").fetchall()
with memory:
    memory.executemany("INSERT INTO found VALUES (?, ?, ?)", rows)
"""
_MAKE_AND_ASK = f"""{_MAKE}
rows = memory.execute("SELECT * FROM found WHERE found MATCH '{_WORD}' ORDER BY rowid DESC")
sys.stdout.writelines(f"{{day}} {{note}}\\n" for day, _, note in rows.fetchall())
"""
_JRNL = "version: v4.2\njournals:\n  default:\n    journal: {file}\neditor: ''\ntemplate: false\n"
_ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}


def worked(command: Sequence[str]) -> float:
    """Return how long the processor worked for a command, in milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1e3


def in_turn(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, float]:
    """Return the median of each command, all in turn, after a first turn that counts for none."""
    turns = [[worked(each) for each in commands.values()] for _ in range(runs + 1)]
    return dict(zip(commands, map(median, zip(*turns[1:], strict=True)), strict=True))


def tell(took: Mapping[str, float], bare: str, aims: Mapping[str, float]) -> None:
    """Print each median and its ratio to the bare one."""
    for name, each in took.items():
        ratio, aim = each / took[bare], aims.get(name)
        verdict = f"  (aim: at most {aim})" if aim else ""
        sys.stdout.write(f"{name:34} {each:9.1f} ms  {ratio:6.2f} times{verdict}\n")


def measure_commands(folder: Path, runs: int) -> None:
    """Measure commands on a young journal and on one of two years."""
    commands: dict[str, Sequence[str]] = {"import sqlite3": [*_PYTHON, "import sqlite3"]}
    begin: Mapping[str, Callable[[Path], Sequence[str]]] = {
        "young": lambda home: [*PROGRAM, "--home", str(home), "log", "--mood", "5"],
        "two years": lambda home: [*PROGRAM, "demo", "--home", str(home)],
    }
    aims: dict[str, float] = {}
    for name, how in begin.items():
        home = folder / name.replace(" ", "-")
        subprocess.run(how(home), env=_ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
        here = [*PROGRAM, "--home", str(home)]
        commands[f"log, {name}"] = [*here, "log", "--mood", "6", "--note", "x"]
        commands[f"day, {name}"] = [*here, "day"]
        aims |= {f"log, {name}": AIM, f"day, {name}": AIM}
    jrnl = shutil.which("jrnl")
    if jrnl:
        settings = folder / "jrnl.yaml"
        settings.write_text(_JRNL.format(file=folder / "jrnl.txt"), encoding="utf-8")
        commands["jrnl, a line"] = [jrnl, "--config-file", str(settings), "Mood 6."]
    tell(in_turn(commands, runs), "import sqlite3", aims)


def measure_search(folder: Path, runs: int, count: int) -> None:
    """Measure a search that finds each of so many entries, and how soon the first is seen."""
    journal, index = folder / "journal.sqlite3", folder / "index.sqlite3"
    fill(journal, count)
    subprocess.run([*_PYTHON, _MAKE, str(journal), str(index)], check=True)
    search = [*PROGRAM, "--home", str(folder), "search", _WORD]
    commands = {
        "a bare query, its index ready": [*_PYTHON, _ASK, str(index)],
        "bare, its index made first": [*_PYTHON, _MAKE_AND_ASK, str(journal)],
        f"search, {count} hits": search,
    }
    took = in_turn(commands, max(runs // 3, 1))
    tell(took, "a bare query, its index ready", {f"search, {count} hits": SEARCH_AIM})
    first = median(until_first_line(search) for _ in range(max(runs // 3, 1)))
    sys.stdout.write(f"{'  its first hit is seen after':34} {first:9.1f} ms\n")


def until_first_line(command: Sequence[str]) -> float:
    """Return how long it takes until a command's first line arrives, in milliseconds."""
    begun = time.perf_counter()
    with subprocess.Popen(command, env=_ENVIRONMENT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        took = time.perf_counter() - begun
        process.kill()
    return took * 1e3


def fill(journal: Path, count: int) -> None:
    """Begin a journal with so many check-ins, five a day, with twelve words beside the one."""
    chance, today = random.Random(1), SystemClock().now().date()
    words = ["".join(chance.choices("etaoinshrdlu", k=chance.randint(3, 9))) for _ in range(3_000)]
    opened = Journal(journal, SystemClock())
    opened.store(
        add=[_check_in(today - timedelta(days=n // 5), words, chance) for n in range(count)],
        name=ActName.IMPORT,
    )
    opened.close(copy=False)


def _check_in(day: date, words: Sequence[str], chance: random.Random) -> CheckIn:
    at = time_of_day(chance.randrange(8), chance.randrange(60))
    note = f"{_WORD} {' '.join(chance.choices(words, k=12))}"
    return CheckIn(day=day, at=at, mood=float(chance.randint(1, 10)), note=note)


def main(runs: int, count: int) -> None:
    """Measure both."""
    with tempfile.TemporaryDirectory() as name:
        measure_commands(Path(name), runs)
        large = Path(name) / "large"
        large.mkdir()
        measure_search(large, runs, count)


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(*given, *(15, 50_000)[len(given) :])
