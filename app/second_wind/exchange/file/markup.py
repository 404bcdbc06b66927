"""Text out of the simple HTML that apps keep in notes."""

import re

_BREAKS = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6])>", re.IGNORECASE)
_ITEMS = re.compile(r"<li(?:\s[^<>]*)?>", re.IGNORECASE)
# Only names of tags, so that "<3" and "a < b" stay as they were written.
_TAGS = re.compile(
    r"</?(?:a|b|i|u|s|p|em|strong|strike|del|ins|span|font|div|ul|ol|sub|sup|small|big|h[1-6])"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_SIGNS = {
    "&nbsp;": " ",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&#039;": "'",
    "&amp;": "&",
}


def plain_text(text: str) -> str:
    """Return a note without tags: line breaks as such, signs as what they stand for."""
    text = _ITEMS.sub("- ", _BREAKS.sub("\n", text))
    text = _TAGS.sub("", text)
    for sign, letter in _SIGNS.items():
        text = text.replace(sign, letter)
    return text.strip()
