"""A language for tests: the sentences of the program in letters that nothing else is written in."""

import re
from gettext import NullTranslations

_LETTERS = {
    **{ord("A") + n: 0x0410 + n for n in range(26)},
    **{ord("a") + n: 0x0430 + n for n in range(26)},
}
_FILLED = re.compile(r"(\{[a-z_]*\}|%(?:\([a-z_]+\))?[a-z])")


class StrangeLanguage(NullTranslations):
    """What was given to gettext is in Cyrillic letters; what still is in plain ones was not."""

    def gettext(self, message: str) -> str:
        """Return a message in Cyrillic letters, its placeholders as they are."""
        parts = _FILLED.split(message or "")
        return "".join(
            part if number % 2 else part.translate(_LETTERS) for number, part in enumerate(parts)
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form that goes with a number."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        """Return a bare word."""
        return self.gettext(message)
