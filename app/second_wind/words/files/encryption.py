"""Encryption in words: prompts, what was done, how strong a passphrase is, and a sheet to print."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from second_wind.core.secrets.passphrase_strength import Strength, Weakness
from second_wind.words.base.language import _, pgettext, short_date, translate_plural

_MINUTE, _HOUR, _DAY, _YEAR = 60, 3600, 86_400, 31_557_600
_CENTURY = 100 * _YEAR


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A heading with its paragraphs; `blank` lines follow, to be filled in by hand."""

    heading: str
    paragraphs: tuple[str, ...]
    blank: int = 0


def prompt(journal: Path) -> str:
    """Return how a passphrase is asked for."""
    return _("Passphrase of {path}: ").format(path=journal)


def new_prompt() -> str:
    """Return how a new passphrase is asked for."""
    return pgettext("question on a terminal", "New passphrase: ")


def repeat_prompt() -> str:
    """Return how it is asked for once more."""
    return _("The same once more: ")


def encrypted(files: int) -> str:
    """Return what is said after encrypting."""
    return translate_plural(
        "{n} file is encrypted now. Without the passphrase nobody can read it again.",
        "{n} files are encrypted now. Without the passphrase nobody can read them again.",
        files,
    ).format(n=files)


def decrypted(files: int) -> str:
    """Return what is said after decrypting."""
    return translate_plural(
        "{n} file is plain now: whoever has it can read it.",
        "{n} files are plain now: whoever has them can read them.",
        files,
    ).format(n=files)


def rekeyed(files: int) -> str:
    """Return what is said after a change of the passphrase."""
    return translate_plural(
        "{n} file opens with the new passphrase now.",
        "{n} files open with the new passphrase now.",
        files,
    ).format(n=files)


def still_plain(path: Path) -> str:
    """Return what is said of a file that could not be encrypted."""
    return _(
        "This file is damaged and could not be encrypted; it may hold parts of the journal that"
        " anybody can read, so delete it when you need it no more: {path}"
    ).format(path=path)


def not_read(path: Path) -> str:
    """Return what is said of a file that was left as it was."""
    return _("This file could not be read and is as it was: {path}").format(path=path)


def second_place_as_it_was() -> str:
    """Return what is said when copies elsewhere could not be reached."""
    return _(
        "The copies in the second folder are as they were; the next copy that goes there brings"
        " them up to date."
    )


def strength(found: Strength) -> str:
    """Return how strong a passphrase is, and what would make it stronger."""
    said = _strengths()[found.score].format(time=duration(found.seconds))
    hint = _hints().get(found.weakness) if found.weakness else None
    return f"{said} {hint}" if hint else said


def duration(seconds: float) -> str:
    """Return about how long something takes."""
    for unit, text in (
        (_CENTURY, pgettext("how long guessing takes", "centuries")),
        (_YEAR, pgettext("how long guessing takes", "years")),
        (_DAY, pgettext("how long guessing takes", "days")),
        (_HOUR, pgettext("how long guessing takes", "hours")),
        (_MINUTE, pgettext("how long guessing takes", "minutes")),
    ):
        if seconds >= 2 * unit:
            return text
    return pgettext("how long guessing takes", "a moment")


def recovery_sheet(
    journal: Path, photos: Path, copies: Path, second: Path | None, made: date
) -> list[SheetPart]:
    """Return the sheet to print; it holds no passphrase, only the place to write it by hand."""
    places = [
        _("The journal: {path}").format(path=journal),
        _("Its photos: {path}").format(path=photos),
        _("Its safe copies: {path}").format(path=copies),
    ]
    if second is not None:
        places.append(_("More copies: {path}").format(path=second))
    return [
        SheetPart(
            _("Second Wind: how to open the journal again"),
            (
                _("Made on {day}. Keep this sheet away from the computer.").format(
                    day=short_date(made)
                ),
            ),
        ),
        SheetPart(
            pgettext("heading", "The passphrase"),
            (
                _(
                    "Write it here by hand, capital letters and spaces included. It is stored"
                    " nowhere else, and nobody can bring it back."
                ),
            ),
            blank=2,
        ),
        SheetPart(pgettext("heading", "The files"), tuple(places)),
        SheetPart(_("How to open them"), _ways_to_open()),
    ]


def _ways_to_open() -> tuple[str, ...]:
    return (
        _(
            "On this computer: start Second Wind and type the passphrase. If the journal is"
            " damaged, Second Wind offers the safe copies; the same passphrase opens them."
        ),
        _(
            "On another one: install Second Wind with"
            ' pip install "second-wind[encryption]",'
            " copy the files there, and type: second-wind --journal FILE"
        ),
        _(
            "Without Second Wind: each file is a database of SQLCipher 4 with its own"
            " settings, and any program for such files opens it with the passphrase."
        ),
    )


def _strengths() -> tuple[str, ...]:
    return (
        _("This passphrase would be guessed in {time}. Several unrelated words are much better."),
        _("This passphrase is weak: a fast computer would need {time}. A few more words help."),
        _("This passphrase is fair: a fast computer would need {time}. One more word helps."),
        _("This passphrase is good: a fast computer would need {time}."),
        _("This passphrase is strong: a fast computer would need {time}."),
    )


def _hints() -> dict[Weakness, str]:
    return {
        Weakness.WORD: _("It is close to a common word or name."),
        Weakness.KEYS: _("Keys beside each other are tried early."),
        Weakness.REPEAT: _("Repeating something adds little."),
        Weakness.SEQUENCE: _("Rows such as abc or 123 are tried early."),
        Weakness.DATE: _("Dates are tried early."),
    }
