"""The one place that keeps signs of control away from whoever reads: terminals, pipes, programs.

A text may come from a file of somebody else. Signs that steer a terminal, or turn the order of the
letters around, could make it show what isn't there.
"""

import re

_SIGNS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # what steers a terminal
    "\u202a-\u202e\u2066-\u2069"  # what turns the order of letters around
    "\u2028\u2029\ufff9-\ufffb"
    "\ud800-\udfff"  # bytes that were no letters
)
_ISOLATE = f"\u2068[^{_SIGNS}\r\n]*\u2069"
"""A name with a direction of its own: whoever wrote it, it turns around nothing beside it."""
_CONTROL = re.compile(f"({_ISOLATE})|[{_SIGNS}]|\r(?!\n)")
_IN_JSON = re.compile(f"[{_SIGNS}]")
_BREAKS = re.compile(r"[\n\r\t]")
_SHOWN = "�"


def shown(text: str) -> str:
    """Return a text of some lines that any terminal can show."""
    return _CONTROL.sub(lambda found: found[1] or _SHOWN, text)


def on_one_line(text: str) -> str:
    """Return a text on one line that any terminal can show."""
    return _BREAKS.sub(_SHOWN, shown(text))


def escaped(json: str) -> str:
    """Return JSON that means the same, with signs of control written as numbers."""
    return _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
