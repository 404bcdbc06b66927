"""A passphrase on the command line: from a descriptor or the terminal, never an argument."""

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from second_wind.computer import system_keyring
from second_wind.core.log.clock import FixedClock
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.storage.sqlite import encryption

pytestmark = pytest.mark.usefixtures("sqlcipher")

SECRET = "quiet otter lantern"
Command = Callable[..., Any]


@pytest.fixture
def typed(command: Command) -> Iterator[Command]:
    """Run a command that reads lines from a descriptor."""
    opened = []

    def run(lines: str, *words: str) -> Any:
        reading, writing = os.pipe()
        os.write(writing, lines.encode(errors="surrogateescape"))
        os.close(writing)
        opened.append(reading)
        return command(*words, "--passphrase-fd", str(reading))

    yield run
    for each in opened:
        os.close(each)


@pytest.fixture
def encrypted(command: Command, typed: Command, made_once: Callable[..., None]) -> Command:
    """Make an encrypted journal with an entry and a copy; return a way to run commands on it."""

    def make() -> None:
        assert command("log", "--mood", "6", "--note", "zebra").status == 0
        assert typed(f"{SECRET}\n", "encrypt").status == 0

    made_once(make)
    return lambda *words: typed(f"{SECRET}\n", *words)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Be at a terminal and type these lines when asked; what is asked is prepended to the rest."""
    lines: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return lines.pop(0)

    asked: list[str] = []
    monkeypatch.setattr("second_wind.cli.passphrases.getpass.getpass", ask)
    monkeypatch.setattr("second_wind.cli.passphrases.sys.stdin.isatty", lambda: True, raising=False)
    return lines


def test_an_entry_of_an_encrypted_journal_can_be_changed(encrypted: Command) -> None:
    """The passphrase is no part of the entry."""
    key = json.loads(encrypted("day", "--json").out)["check_ins"][0]["id"]
    ran = encrypted("edit", key, "--mood", "7")
    assert (ran.status, ran.err) == (0, "")
    assert "Mood 7" in ran.out


def test_encrypt_says_what_it_did(command: Command, typed: Command, paths: AppPaths) -> None:
    """The number of files, that nobody can bring it back, and how strong the passphrase is."""
    command("log", "--mood", "6")
    ran = typed("abc123\n", "encrypt")
    assert (ran.status, ran.err) == (0, "")
    assert "encrypted now. Without the passphrase nobody can read them again." in ran.out
    assert "guessed" in ran.out
    assert "abc123" not in ran.out
    assert encryption.is_encrypted(paths.journal)


def test_encrypting_that_can_not_be_finished_is_told_as_decided(
    command: Command, typed: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next command finishes it, and asks for the new passphrase."""
    command("log", "--mood", "6", "--note", "zebra")
    rename = os.replace

    def fail(source: Path, target: Path) -> None:
        if source.name.endswith(".recoded"):
            raise OSError(errno.EIO, "not now")
        rename(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", fail)
        ran = typed(f"{SECRET}\n", "encrypt")
        assert (ran.status, ran.out) == (2, "")
        assert "change of the passphrase" in ran.err
        assert "Nothing is lost" in ran.err
        assert command("log", "--mood", "3").status == 2
    assert command("day").status == 2
    assert "zebra" in typed(f"{SECRET}\n", "day").out


@pytest.mark.parametrize(
    "words",
    [
        ["day"],
        ["log", "--mood", "5"],
        ["reject", "--company", "Acme"],
        ["undo"],
        ["backup"],
        ["backup", "--list"],
        ["backup", "--verify"],
        ["check"],
        ["analyse"],
        ["export", "-", "--format", "json"],
    ],
)
def test_every_command_opens_it(encrypted: Command, words: list[str]) -> None:
    """With the passphrase they do what they always do."""
    if words == ["undo"]:
        encrypted("log", "--mood", "4")
    ran = encrypted(*words)
    assert (ran.status, ran.err) == (0, ""), ran


@pytest.mark.parametrize(
    "words", [["day"], ["log", "--mood", "5"], ["check"], ["backup", "--list"]]
)
def test_without_a_passphrase_nothing_is_shown_or_changed(
    command: Command, encrypted: Command, paths: AppPaths, words: list[str]
) -> None:
    """One sentence, status 2, and the file is as it was."""
    before = paths.journal.read_bytes()
    ran = command(*words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "there is no terminal to ask for it; give it with --passphrase-fd." in ran.err
    assert paths.journal.read_bytes() == before
    assert encrypted("check").status == 0


def test_the_option_may_stand_before_the_command(encrypted: Command, paths: AppPaths) -> None:
    """As all global options may."""
    reading, writing = os.pipe()
    os.write(writing, SECRET.encode())
    os.close(writing)
    from second_wind.cli import run

    home = ("--home", str(paths.data))
    assert run([*home, "--passphrase-fd", str(reading), "day"]) == 0
    os.close(reading)
    assert encrypted("day").status == 0


def test_a_wrong_one_says_both_reasons_and_offers_the_newest_copy(
    encrypted: Command, typed: Command
) -> None:
    """Nobody can tell a wrong passphrase from a lost beginning."""
    ran = typed("zzz\n", "day")
    assert ran.status == 2
    assert "it is another one, or the beginning of the file is damaged" in ran.err
    assert "second-wind backup --list" in ran.err
    assert "zzz" not in ran.err
    assert encrypted("day").status == 0


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", "has to have at least one character"),
        ("\n", "has to have at least one character"),
        ("\udcff\udcfe\n", "bytes in it that are no letters"),
    ],
)
def test_what_is_no_passphrase(command: Command, typed: Command, lines: str, said: str) -> None:
    """It is refused in a sentence; the journal stays plain."""
    command("log", "--mood", "6")
    ran = typed(lines, "encrypt")
    assert ran.status == 2
    assert said in ran.err
    assert command("day").status == 0


def test_a_descriptor_that_isnt_open(refused: Callable[..., str]) -> None:
    """Or no number at all."""
    assert "No passphrase can be read from descriptor 987" in refused(
        "log", "--mood", "6", "--passphrase-fd", "987"
    )
    assert "The number of a descriptor can be" in refused("day", "--passphrase-fd", "x")


def test_rekey_reads_the_old_and_the_new(encrypted: Command, typed: Command) -> None:
    """A line each; Windows' ends of lines do no harm."""
    assert typed(f"{SECRET}\r\nnew grün\r\n", "rekey").status == 0
    assert typed("new grün", "day").status == 0
    assert encrypted("day").status == 2
    assert typed("new grün\nnew grün\n", "rekey").err.startswith("The new passphrase is the one")
    assert typed("wrong\nnew\n", "rekey").status == 2
    assert typed("new grün\n\n", "rekey").status == 2
    assert typed("new grün\n", "backup", "--verify").status == 0


def test_decrypt(encrypted: Command, command: Command) -> None:
    """It says that everybody can read it now."""
    ran = encrypted("decrypt")
    assert "plain now: whoever has them can read them." in ran.out
    assert "zebra" in command("day").out
    assert command("decrypt").err.startswith("“")


def test_a_new_journal_begins_encrypted(command: Command, typed: Command, paths: AppPaths) -> None:
    """Whoever gives a passphrase for one that isn't there yet has no word on the disk in plain."""
    assert typed(f"{SECRET}\n", "log", "--note", "zebra").status == 0
    assert encryption.is_encrypted(paths.journal)
    assert "zebra" in typed(f"{SECRET}\n", "day").out
    assert command("day").status == 2


def test_what_makes_no_sense(encrypted: Command, command: Command, typed: Command) -> None:
    """Encrypting twice; without a journal; the option without a command."""
    assert "is encrypted already" in encrypted("encrypt").err
    assert "belongs to COMMAND" in typed("a\n").err
    assert command("decrypt").status == 2


@pytest.mark.parametrize("name", ["encrypt", "decrypt", "rekey"])
def test_without_a_journal(refused: Callable[..., str], name: str, paths: AppPaths) -> None:
    """None is begun."""
    assert refused(name).startswith("There is no journal")
    assert not paths.journal.exists()


def test_the_terminal_is_asked(
    command: Command, terminal: list[str], paths: AppPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new one twice; then once for each command."""
    command("log", "--mood", "6", "--note", "zebra")
    terminal += ["one", "two"]
    assert command("encrypt").err.startswith("The two new passphrases are not the same")
    terminal += ["one", "one"]
    assert command("encrypt").status == 0
    terminal += ["one"]
    assert "zebra" in command("day").out
    terminal += ["one", "three", "three"]
    assert command("rekey").status == 0
    terminal += ["three"]
    assert command("decrypt").status == 0
    assert terminal == []
    assert "one" not in capsys.readouterr().err


def test_check_says_that_it_is_encrypted(encrypted: Command, command: Command) -> None:
    """For programs."""
    assert json.loads(encrypted("check", "--json").out)["encrypted"] is True
    encrypted("decrypt")
    assert json.loads(command("check", "--json").out)["encrypted"] is False


def test_copies_are_listed_and_returned_to(encrypted: Command, paths: AppPaths) -> None:
    """By their names, as always."""
    newest = backups.listed(paths.journal)[-1].name
    encrypted("log", "--mood", "2", "--note", "later")
    assert "sound" in encrypted("backup", "--list").out
    assert encrypted("backup", "--restore", newest).status == 0
    assert "later" not in encrypted("day").out


def test_a_damaged_one_is_recovered(encrypted: Command, paths: AppPaths) -> None:
    """The check tells it, and what it recovers is encrypted."""
    with paths.journal.open("r+b") as file:
        file.seek(200)
        file.write(b"\xff" * 100)
    assert "can't be read as a journal" in encrypted("day").err
    assert encrypted("check").status == 2
    assert encrypted("check", "--recover", "--use", "both").status == 0
    assert "zebra" in encrypted("day").out
    assert encryption.is_encrypted(paths.journal)


def test_a_truncated_one_says_so(encrypted: Command, paths: AppPaths) -> None:
    """With the numbers."""
    with paths.journal.open("r+b") as file:
        file.truncate(8 * 4096)
    assert "was cut short: 8 of " in encrypted("day").err
    assert "only 8 of " in encrypted("check").out


def test_an_encrypted_one_is_merged(encrypted: Command, paths: AppPaths, tmp_path: Path) -> None:
    """The other journal is tried with the same passphrase."""
    other = AppPaths.under(tmp_path / "other")
    other.data.mkdir()
    (other.journal).write_bytes(paths.journal.read_bytes())
    encrypted("log", "--mood", "2")
    assert encrypted("merge", str(other.journal)).status == 0


def test_a_remembered_passphrase_opens_it(
    encrypted: Command,
    command: Command,
    typed: Command,
    paths: AppPaths,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """If somebody chose that in the window; rekey brings it up to date and decrypt forgets it."""
    held: dict[str, str] = {}

    class Ring:
        """Remembers in memory."""

        priority = 1

        def get_password(self, _service: str, name: str) -> str | None:
            return held.get(name)

        def set_password(self, _service: str, name: str, secret: str) -> None:
            held[name] = secret

        def delete_password(self, _service: str, name: str) -> None:
            del held[name]

    monkeypatch.setattr(system_keyring, "_backend", Ring)
    assert command("day").status == 2
    system_keyring.remember(paths.config, paths.journal, Key(SECRET))
    assert "zebra" in command("day").out
    assert typed(f"{SECRET}\nnew\n", "rekey").status == 0
    assert "zebra" in command("day").out
    assert list(held.values()) == ["new"]
    assert typed("new\n", "decrypt").status == 0
    assert held == {}
    assert not system_keyring.is_remembered(paths.config, paths.journal)
    with closing(Journal(paths.journal, clock)) as journal:
        assert journal.key is None


@pytest.mark.parametrize("is_large", [False, True])
def test_an_encrypted_journal_is_for_a_merge_too(
    encrypted: Command, refused: Callable[..., str], paths: AppPaths, tmp_path: Path, is_large: bool
) -> None:
    """It is no text in a wrong encoding, and what brings it along is named."""
    other = tmp_path / "other.sqlite3"
    other.write_bytes(paths.journal.read_bytes() * (80 if is_large else 1))
    paths.journal.unlink()
    shutil.rmtree(backups.directory(paths.journal))
    said = refused("import", str(other))
    assert "other.sqlite3” looks like an encrypted journal" in said
    assert "second-wind merge FILE" in said
