"""What an entry is called in the other program that it came from."""

import re
from hashlib import sha256

_NUMBER = re.compile(r"#[0-9]+$")
_DIGEST = "sha256:"


def base_key(key: str) -> str:
    """Return the identity in the other program, without the number that it once got here.

    Several entries of one minute share an identity; they are told apart by what they say. Before
    they were, each further one got a number: `#2`, `#3`.
    """
    return _NUMBER.sub("", key)


def kept_key(key: str) -> str:
    """Return what is kept of an identity once its row is wiped, so that it stays away for good."""
    base = base_key(key)
    if base.startswith(_DIGEST) or not base:
        return base
    return _DIGEST + sha256(base.encode()).hexdigest()
