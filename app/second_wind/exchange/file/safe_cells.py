"""Cells that no spreadsheet runs as a formula, and the way back."""

_RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_MARK = "'"


def closed(text: str) -> str:
    """Return a text that a spreadsheet shows and never runs: with an apostrophe before it."""
    return f"{_MARK}{text}" if _would_run(text.lstrip(_MARK)) else text


def opened(text: str) -> str:
    """Return what `closed` was given."""
    if text.startswith(_MARK) and _would_run(text.lstrip(_MARK)):
        return text[len(_MARK) :]
    return text


def _would_run(text: str) -> bool:
    return text.lstrip().startswith(_RUNS) or text.startswith(("\t", "\r", "\n"))
