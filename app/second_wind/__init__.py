"""Second Wind: a private log of moods and deeds that shows how you come back from a rejection."""

__version__ = "0.1.0"
