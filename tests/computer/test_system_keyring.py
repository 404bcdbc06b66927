"""A passphrase that the system remembers."""

from pathlib import Path

import pytest

from second_wind.computer import system_keyring
from second_wind.core.errors.encryption_errors import KeyringUnavailable
from second_wind.core.secrets.passphrase_key import Key

pytestmark = pytest.mark.usefixtures("sqlcipher")


class Ring:
    """A keyring in memory, such as desktops have."""

    priority = 5.0

    def __init__(self) -> None:
        """Hold nothing."""
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        """Return a secret."""
        return self.held.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        """Keep a secret."""
        self.held[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        """Forget a secret."""
        del self.held[service, name]


class Refusing(Ring):
    """A keyring that is locked, and fails in its own way."""

    def _refuse(self, *_given: str) -> str:
        raise RuntimeError("locked")

    get_password = set_password = delete_password = _refuse  # type: ignore[assignment]


def use(monkeypatch: pytest.MonkeyPatch, *rings: Ring, trusted: bool = True) -> None:
    """Let these be all the keyrings of the system."""
    import keyring.backend

    monkeypatch.setattr(keyring.backend, "get_all_keyring", lambda: list(rings))
    if trusted:
        monkeypatch.setattr(system_keyring, "TRUSTED", (__name__.rpartition(".")[2],))


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Name a journal."""
    return tmp_path / "journal.sqlite3"


def test_it_remembers_and_forgets(
    tmp_path: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One journal's passphrase, in the keyring and nowhere else."""
    ring = Ring()
    use(monkeypatch, ring)
    system_keyring.remember(tmp_path, journal, Key("zebra"))
    found = system_keyring.remembered(tmp_path, journal)
    assert found is not None
    assert found.is_same(Key("zebra"))
    assert system_keyring.remembered(tmp_path, tmp_path / "other.sqlite3") is None
    assert not any(b"zebra" in each.read_bytes() for each in tmp_path.iterdir())
    system_keyring.forget(tmp_path, journal)
    assert ring.held == {}
    assert system_keyring.remembered(tmp_path, journal) is None


def test_the_keyring_is_not_asked_for_others(
    tmp_path: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desktop might ask to unlock it, for somebody who never used it here."""
    monkeypatch.setattr(system_keyring, "_backend", pytest.fail)
    assert system_keyring.remembered(tmp_path, journal) is None
    system_keyring.forget(tmp_path, journal)


def test_a_refusal_is_known_and_typing_goes_on(
    tmp_path: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a backend raises; what it raised might quote the secret, so it is not passed on."""
    use(monkeypatch, Refusing())
    with pytest.raises(KeyringUnavailable) as caught:
        system_keyring.remember(tmp_path, journal, Key("zebra"))
    assert caught.value.__cause__ is None
    use(monkeypatch, Ring())
    system_keyring.remember(tmp_path, journal, Key("zebra"))
    use(monkeypatch, Refusing())
    assert system_keyring.remembered(tmp_path, journal) is None
    system_keyring.forget(tmp_path, journal)


def test_a_keyring_that_writes_a_file_is_no_keyring(
    tmp_path: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor one that says of itself that it can't work here."""
    use(monkeypatch, Ring(), trusted=False)
    assert not system_keyring.is_available()
    weak = Ring()
    weak.priority = 0
    use(monkeypatch, weak)
    with pytest.raises(KeyringUnavailable):
        system_keyring.remember(tmp_path, journal, Key("zebra"))


def test_a_bare_system_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """No message bus, no desktop: that is told, and no error of a library gets out."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    assert not system_keyring.is_available()
