"""How much of a journal's file is damaged, as far as SQLite's own words for it tell."""

import re
from collections.abc import Sequence

from second_wind.words.base.language import _, translate_plural

_CUT = re.compile(r"only (\d+) of (\d+) pages are there")
_PAGE = re.compile(r"\bpage (\d+)", re.IGNORECASE)
_BEGINNING = ("the first page can't be read", "file is not a database")
_LOG = "write-ahead log"
_ACTS = ("an act is not as it was written", "no act is called")
_SETTING = "a setting, or what the window remembers"
_LIST = "is not defined as it was"
_INDEX = re.compile(r"missing from index|wrong # of entries in index|non-unique entry in index")


def extent(faults: Sequence[str]) -> str:
    """Return in a few plain words what of a journal is damaged; they follow a colon."""
    return (
        _of_file("\n".join(faults)) or _of_pages(faults) or _of_content("\n".join(faults), faults)
    )


def _of_file(said: str) -> str:
    cut = _CUT.search(said)
    if cut:
        return _("only {n} of {all} parts of its file are there").format(
            n=cut.group(1), all=cut.group(2)
        )
    if any(each in said for each in _BEGINNING):
        return _("the beginning of its file can't be read")
    if _LOG in said:
        return _("the file beside it with what was written last is damaged, or another one's")
    return ""


def _of_pages(faults: Sequence[str]) -> str:
    """Count the pages that are named: SQLite stops after some."""
    count = len({page for each in faults for page in _PAGE.findall(each)})
    if not count:
        return ""
    return translate_plural(
        "at least one part of its file can't be read",
        "at least {n} parts of its file can't be read",
        count,
    ).format(n=count)


def _of_content(said: str, faults: Sequence[str]) -> str:
    if _LIST in said:
        return _("the file's own list of what it holds is not as it was")
    if all(_INDEX.search(each) for each in faults):
        return _("what its entries are found by is damaged; the entries may be whole")
    if any(each in said for each in _ACTS):
        return _("the list of what was done is not as it was written")
    if _SETTING in said:
        return _("a setting, or what the window remembers, is not as it was written")
    return _("some of its file can't be read, and how much can't be told")
