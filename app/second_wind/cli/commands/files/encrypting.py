"""`second-wind encrypt`, `decrypt` and `rekey`: a passphrase for the journal, another, or none."""

import argparse
from typing import TYPE_CHECKING, Any

from second_wind.cli.duty import Duty, Writes
from second_wind.core.errors.encryption_errors import AlreadyEncrypted, NotEncrypted
from second_wind.words.base.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session
    from second_wind.core.secrets.passphrase_key import Key
    from second_wind.journal.safety.encrypting import Recoded

_DUTY = Duty(Writes.JOURNAL | Writes.SETTINGS, changes_key=True)


def add_parser(commands: Any) -> None:
    """Add the commands."""
    encrypting = commands.add_parser(
        "encrypt",
        help=_("encrypt the journal, its photos and its safe copies"),
        description=_(
            "Encrypts the journal, its photos and its safe copies with a passphrase. It is stored"
            " nowhere: without it nobody can read the journal again, its owner included. What is"
            " exported later is plain."
        ),
        epilog=_(
            "Examples:\n  second-wind encrypt\n  second-wind encrypt --passphrase-fd 3 3<passphrase"
        ),
    )
    encrypting.set_defaults(run=encrypt, duty=_DUTY)
    decrypting = commands.add_parser(
        "decrypt",
        help=_("take the encryption away"),
        description=_("Makes an encrypted journal, its photos and its safe copies plain again."),
        epilog=_("Example:\n  second-wind decrypt"),
    )
    decrypting.set_defaults(run=decrypt, duty=_DUTY)
    changing = commands.add_parser(
        "rekey",
        help=_("change the passphrase"),
        description=_(
            "Changes the passphrase of the journal, its photos and its safe copies. With"
            " --passphrase-fd the old and the new one are read, a line each."
        ),
        epilog=_(
            "Examples:\n  second-wind rekey\n  second-wind rekey --passphrase-fd 3 3<old-and-new"
        ),
    )
    changing.set_defaults(run=rekey, duty=_DUTY)


def encrypt(_arguments: argparse.Namespace, session: "Session") -> int:
    """Encrypt what is plain."""
    from second_wind.computer.second_place import chosen
    from second_wind.journal.safety import encrypting
    from second_wind.words.files import encryption as words

    paths = session.paths
    if _is_locked(session):
        raise AlreadyEncrypted(paths.journal)
    new = session.passphrases.new(paths.journal)
    done = encrypting.encrypt(paths.journal, new, session.clock.now(), chosen(paths.config))
    _refuse_unfinished(done)
    session.say(words.encrypted(done.files))
    _say_strength(new, session)
    for path in done.left:
        session.say(words.still_plain(path))
    return _told(done, session)


def decrypt(_arguments: argparse.Namespace, session: "Session") -> int:
    """Make plain what is encrypted."""
    from second_wind.computer import system_keyring
    from second_wind.computer.second_place import chosen
    from second_wind.journal.safety import encrypting
    from second_wind.words.files import encryption as words

    paths = session.paths
    old = _old(session)
    done = encrypting.decrypt(paths.journal, old, session.clock.now(), chosen(paths.config))
    system_keyring.forget(paths.config, paths.journal)
    _refuse_unfinished(done)
    session.say(words.decrypted(done.files))
    return _left(done, session)


def rekey(_arguments: argparse.Namespace, session: "Session") -> int:
    """Change the passphrase."""
    from second_wind.computer import system_keyring
    from second_wind.computer.second_place import chosen
    from second_wind.journal.safety import encrypting
    from second_wind.words.files import encryption as words

    paths = session.paths
    old = _old(session)
    encrypting.unlock(paths.journal, old)
    new = session.passphrases.new(paths.journal)
    done = encrypting.rekey(paths.journal, old, new, session.clock.now(), chosen(paths.config))
    if system_keyring.is_remembered(paths.config, paths.journal):
        system_keyring.remember(paths.config, paths.journal, new)
    _refuse_unfinished(done)
    session.say(words.rekeyed(done.files))
    _say_strength(new, session)
    return _left(done, session)


def _old(session: "Session") -> "Key":
    if not _is_locked(session):
        raise NotEncrypted(session.paths.journal)
    # Whoever changes it has to know it: what the keyring remembers doesn't count.
    return session.passphrases.old(session.paths.journal)


def _is_locked(session: "Session") -> bool:
    from second_wind.journal.safety.locked import is_locked

    return is_locked(session.paths.journal)


def _refuse_unfinished(done: "Recoded") -> None:
    """Don't call done what the next command has to finish; the new passphrase is asked then."""
    if done.unfinished is not None:
        raise done.unfinished


def _left(done: "Recoded", session: "Session") -> int:
    from second_wind.words.files import encryption as words

    for path in done.left:
        session.say(words.not_read(path))
    return _told(done, session)


def _told(done: "Recoded", session: "Session") -> int:
    from second_wind.words.files import encryption as words

    if done.second_place_problem is not None:
        session.say(words.second_place_as_it_was())
        raise done.second_place_problem
    return 0


def _say_strength(new: "Key", session: "Session") -> None:
    from second_wind.core.secrets.passphrase_strength import estimate
    from second_wind.words.files import encryption as words

    found = estimate(new.passphrase)
    if found is not None:
        session.say(words.strength(found))
