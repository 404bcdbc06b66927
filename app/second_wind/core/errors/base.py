"""The base of all that can go wrong and is no bug; alone, since everything that starts needs it."""


class KnownError(Exception):
    """Something expected went wrong; nothing was changed."""
