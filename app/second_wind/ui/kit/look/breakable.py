"""Words too long for a line."""

import re

_LONGEST_RUN = 24
_RUN = re.compile(rf"(\S{{{_LONGEST_RUN}}})(?=\S)")
_BREAK_HERE = "\u200b"


def breakable(text: str) -> str:
    """Return a text whose long words may break, so that a label never grows past its page."""
    return _RUN.sub(rf"\1{_BREAK_HERE}", text)
