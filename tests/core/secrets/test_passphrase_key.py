"""The key of an encrypted journal."""

import hashlib

import pytest

from second_wind.core.errors.encryption_errors import EmptyPassphrase, UnreadablePassphrase
from second_wind.core.secrets.passphrase_key import Key


def test_it_shows_itself_in_no_text() -> None:
    """Neither a log nor a report of a bug can hold the passphrase."""
    key = Key("zebra crossing")
    key.for_salt(b"s" * 16)
    assert "zebra" not in f"{key} {key!r} {[key]}"
    assert key.for_salt(b"s" * 16).hex() not in repr(key)


def test_it_is_made_as_sqlcipher_does_it() -> None:
    """Other programs for such files open them with the passphrase alone."""
    expected = hashlib.pbkdf2_hmac("sha512", "grün".encode(), b"s" * 16, 256_000, 32)
    assert Key("grün").for_salt(b"s" * 16) == expected


def test_a_letter_is_the_same_from_every_keyboard() -> None:
    """An accent that comes apart, as on some systems, makes no other passphrase."""
    assert Key("caf\u00e9").is_same(Key("cafe\u0301"))
    assert not Key("cafe").is_same(Key("caf\u00e9"))


def test_new_files_share_the_salt_of_the_first_one() -> None:
    """So that a dozen copies cost one derivation; a salt that came from damage is not used."""
    key = Key("a")
    key.for_salt(b"d" * 16)
    key.forget(b"d" * 16)
    key.for_salt(b"j" * 16)
    key.for_salt(b"o" * 16)
    assert key.salt_for_new() == b"j" * 16


def test_a_first_file_gets_a_salt_by_chance() -> None:
    """Two people with one passphrase have different keys."""
    salts = {Key("a").salt_for_new() for _ in range(5)}
    assert len(salts) == 5
    assert {len(each) for each in salts} == {16}


def test_what_is_no_passphrase_is_refused_without_being_quoted() -> None:
    """An empty one, and bytes that are no letters."""
    with pytest.raises(EmptyPassphrase):
        Key("")
    with pytest.raises(UnreadablePassphrase) as caught:
        Key("zebra\udcff")
    assert "zebra" not in f"{caught.value!r} {caught.value.__cause__!r}"
