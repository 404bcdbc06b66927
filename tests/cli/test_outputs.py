"""The one gate for all that a command writes where the person wants it."""

import os
import select
import shutil
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from second_wind.computer import second_place
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths

if sys.platform != "win32":
    import pty

Command = Callable[..., Any]
KINDS: dict[str, tuple[list[str], str]] = {
    "json": (["export", "{}", "--format", "json"], "out.json"),
    "csv": (["export", "{}", "--format", "csv"], "out.zip"),
    "daylio": (["export", "{}", "--format", "daylio-csv"], "daylio.csv"),
    "ics": (["export", "{}", "--format", "ics"], "out.ics"),
    "png": (["chart", "weeks", "{}"], "out.png"),
    "svg": (["chart", "weeks", "{}"], "out.svg"),
}
"""Each way out: the words, and a name that fits."""


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """Leave room beside the program's own folder."""
    return AppPaths.under(tmp_path / "home")


@pytest.fixture
def out(tmp_path: Path, command: Command, made_once: Callable[..., None]) -> Path:
    """Return a folder to write to, once something is logged and copied."""

    def log() -> None:
        command("log", "--day", "2026-11-20", "--mood", "6")
        command("backup")

    made_once(log)
    place = tmp_path / "out"
    place.mkdir()
    return place


@pytest.fixture(params=KINDS)
def put_out(request: pytest.FixtureRequest, command: Command) -> Callable[..., Any]:
    """Put something out, at a path; each way in its turn."""
    words, name = KINDS[request.param]

    def run(place: Path, *more: str) -> Any:
        end = place if place.suffix == Path(name).suffix else place / name
        run.path = end  # type: ignore[attr-defined]
        return command(*(each.format(end) for each in words), *more)

    return run


def tree(place: Path) -> dict[str, bytes]:
    """Return every file."""
    return {
        str(each.relative_to(place)): each.read_bytes()
        for each in place.rglob("*")
        if each.is_file() and not each.is_relative_to(place / "home" / "cache")
    }


def test_a_new_file_is_made_and_one_that_is_there_stays(
    put_out: Any, out: Path, tmp_path: Path
) -> None:
    """Without a terminal to ask on only --force replaces it; nothing else is left beside it."""
    assert put_out(out).status == 0
    file = put_out.path
    assert list(out.iterdir()) == [file]
    file.write_text("dear to somebody", encoding="utf-8")
    before = tree(tmp_path)
    ran = put_out(out)
    assert (ran.status, ran.out) == (2, "")
    assert "is there already, and was not touched; --force replaces it." in ran.err
    assert tree(tmp_path) == before
    assert put_out(out, "--force").status == 0
    assert file.read_bytes() != b"dear to somebody"


@pytest.mark.parametrize("place", ["", "config", "cache", "backups", "log", "new/below"])
def test_nothing_is_put_among_the_programs_own_files(
    put_out: Any, out: Path, paths: AppPaths, tmp_path: Path, place: str
) -> None:
    """Neither in the home nor below it, by whatever name it is reached, nor with --force."""
    link = tmp_path / "link"
    link.symlink_to(paths.data)
    before = tree(tmp_path)
    for folder in (paths.data / place, link / place, out / ".." / "home" / place):
        ran = put_out(folder, "--force")
        assert (ran.status, ran.out) == (2, "")
        assert "where Second Wind keeps its own files" in ran.err
    assert tree(tmp_path) == before


def test_nor_among_those_of_the_usual_home_or_a_second_place(
    put_out: Any, out: Path, paths: AppPaths
) -> None:
    """Whatever --home says."""
    usual = AppPaths.for_user()
    second = second_place.choose(paths.config, out)
    for folder in (usual.data, usual.config, usual.cache, usual.log, second):
        folder.mkdir(parents=True, exist_ok=True)
        assert "its own files" in put_out(folder, "--force").err


@pytest.mark.parametrize("name", ["journal.sqlite3", "photos.sqlite3", "a copy"])
def test_no_database_is_written_over(
    command: Command, out: Path, paths: AppPaths, name: str
) -> None:
    """Wherever it lies and whatever it is called; a link to one counts as well."""
    found = paths.journal if "copy" not in name else next((paths.data / "backups").iterdir())
    file = out / f"{name}.json"
    shutil.copy(found, file)
    (out / "link.json").symlink_to(file)
    before = file.read_bytes()
    for each in (file, out / "link.json"):
        ran = command("export", str(each), "--format", "json", "--force")
        assert ran.status == 2
        assert "is a database" in ran.err
    assert file.read_bytes() == before


@pytest.mark.usefixtures("sqlcipher")
def test_nor_an_encrypted_one(command: Command, out: Path, clock: Any) -> None:
    """Its bytes are like noise; those of a picture that is replaced are no obstacle."""
    Journal(out / "a.json", clock, key=Key("quiet otter")).close(copy=False)
    before = (out / "a.json").read_bytes()
    ran = command("export", str(out / "a.json"), "--format", "json", "--force")
    assert (ran.status, "is a database" in ran.err) == (2, True)
    assert (out / "a.json").read_bytes() == before
    (out / "b.png").write_bytes(b"\x89PNG" + os.urandom(4 * 4096 - 4))
    assert command("chart", "weeks", str(out / "b.png"), "--force").status == 0


def test_names_that_belong_to_a_journal(command: Command, out: Path) -> None:
    """Beside a journal in a folder of the person's own, any other name will do."""
    journal = out / "work.sqlite3"
    given = ("--journal", str(journal))
    command("log", "--mood", "5", *given)
    for name in (
        "work.sqlite3-wal",
        "work.sqlite3-shm",
        ".work.sqlite3.new",
        "work-photos.sqlite3",
    ):
        ran = command("export", str(out / name), "--format", "json", "--force", *given)
        assert (ran.status, "its own files" in ran.err) == (2, True)
    assert "its own files" in command("export", f"{out}/backups/x", "--format", "json", *given).err
    assert command("export", str(out / "mine.json"), "--format", "json", *given).status == 0


def test_no_folder_device_or_socket(command: Command, out: Path) -> None:
    """They are named, and nothing is written."""
    (out / "folder.json").mkdir()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(out / "s.json"))
        for each in (out / "folder.json", out / "s.json", Path("/dev/null")):
            ran = command("export", str(each), "--format", "json", "--force")
            assert (ran.status, "is no file that could be written" in ran.err) == (2, True)
    assert sorted(each.name for each in out.iterdir()) == ["folder.json", "s.json"]


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_pipe_that_nobody_reads(put_out: Any, out: Path) -> None:
    """It is refused at once, instead of waiting for ever."""
    put_out(out)
    file = put_out.path
    file.unlink()
    os.mkfifo(file)
    ran = put_out(out)
    assert (ran.status, ran.out) == (2, "")
    assert "is a pipe that nobody reads" in ran.err
    assert list(out.iterdir()) == [file]


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_pipe_that_somebody_reads(put_out: Any, out: Path) -> None:
    """It gets the same bytes as a file."""
    put_out(out)
    file = put_out.path
    wanted = file.read_bytes()
    file.unlink()
    os.mkfifo(file)
    # Open before the command begins, as a reader in a shell is.
    handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(handle, True)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(_all_of(handle)))
    reader.start()
    assert put_out(out).status == 0
    reader.join(30)
    os.close(handle)
    if file.suffix == ".zip":  # one that can't be sought has other marks
        (out / "got.zip").write_bytes(got[0])
        with zipfile.ZipFile(out / "got.zip") as packed:
            assert packed.testzip() is None
            assert len(packed.namelist()) == 5
    else:
        assert got[0][:20] == wanted[:20]
        assert len(got[0]) > 0.9 * len(wanted)


def _all_of(handle: int) -> bytes:
    parts = []
    select.select([handle], [], [], 30)  # until there is a writer, reading would end at once
    while part := os.read(handle, 65536):
        parts.append(part)
    return b"".join(parts)


def test_a_link_is_followed(put_out: Any, out: Path, tmp_path: Path) -> None:
    """The file it points at is made, asked about and replaced; the link stays a link."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    put_out(out)
    link = put_out.path
    link.unlink()
    link.symlink_to(elsewhere / link.name)
    assert put_out(out).status == 0
    assert (elsewhere / link.name).stat().st_size
    assert "is there already" in put_out(out).err
    assert put_out(out, "--force").status == 0
    assert link.is_symlink()


def test_of_several_files_none_is_replaced(command: Command, out: Path) -> None:
    """One that is there keeps the others from being written, too."""
    (out / "people.csv").write_text("mine", encoding="utf-8")
    ran = command("export", str(out), "--format", "csv")
    assert (ran.status, "people.csv" in ran.err) == (2, True)
    assert [each.name for each in out.iterdir()] == ["people.csv"]
    assert command("export", str(out), "--format", "csv", "--force").status == 0
    assert len(list(out.iterdir())) == 5


def test_no_second_place_among_the_first(command: Command, paths: AppPaths) -> None:
    """Copies of copies in the same folder would be none."""
    command("log", "--mood", "6")
    ran = command("backup", "--folder", str(paths.data))
    assert (ran.status, "its own files" in ran.err) == (2, True)
    assert not paths.config.exists()


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Open a terminal of its own."""
    ours, theirs = pty.openpty()
    yield ours, theirs
    os.close(ours)


@pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("n", 2), ("", 2)])
def test_on_a_terminal_it_is_asked(
    out: Path, paths: AppPaths, terminal: tuple[int, int], answer: str, status: int
) -> None:
    """A yes replaces the file, anything else leaves it."""
    file = out / "log.json"
    file.write_text("mine", encoding="utf-8")
    ours, theirs = terminal
    words = ("--home", str(paths.data), "export", str(file), "--format", "json")
    process = subprocess.Popen(
        (sys.executable, "-m", "second_wind", *words),
        stdin=theirs,
        stderr=theirs,
        stdout=subprocess.PIPE,
    )
    os.close(theirs)
    os.write(ours, f"{answer}\n".encode())
    process.communicate(timeout=60)
    assert b"Replace it? [y/N]" in os.read(ours, 4096)
    assert process.returncode == status
    assert (file.read_text(encoding="utf-8") == "mine") == bool(status)
