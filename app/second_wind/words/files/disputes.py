"""What witnesses say of an entry of which nobody knows for sure how it was, in words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from second_wind.words.base import labels, numbers
from second_wind.words.base.language import _, pgettext, short_date, translate_plural
from second_wind.words.base.quoting import isolated, plain
from second_wind.words.files.merging import amounts

_MOST = 12
_BEFORE, _LONGEST = 20, 60
_NOT_SAID = frozenset({"id", "created_at", "updated_at", "deleted_at", "source", "source_id"})
_STATE = "state"
_NEVER_SAID = frozenset({"origin", "original"})

Source = Callable[[Path | None], str]


class Version(Protocol):
    """An entry as one witness has it."""

    @property
    def values(self) -> Mapping[str, Any]:
        """What it says, by column."""

    @property
    def source(self) -> Path | None:
        """The copy that has it so, None for the damaged file."""


class Dispute(Protocol):
    """An entry of which no version is proved; the first one is used."""

    @property
    def table(self) -> str:
        """What kind of entry it is."""

    @property
    def versions(self) -> Sequence[Version]:
        """What each witness says."""


def lines(disputes: Sequence[Dispute], source: Source) -> list[str]:
    """Return each entry with its day, and each value that witnesses disagree on."""
    said = [_line(each, source) for each in disputes[:_MOST]]
    more = len(disputes) - _MOST
    return [*said, _("… and {n} more").format(n=more)] if more > 0 else said


def in_doubt(count: int) -> str:
    """Return what a check says of entries that a recovery stored in doubt."""
    return translate_plural(
        "The file is sound, but when it was recovered nobody could say for sure how {n} entry was:",
        "The file is sound, but when it was recovered nobody could say for sure how {n} entries"
        " were:",
        count,
    ).format(n=numbers.whole(count))


def ways_out(ids: Sequence[str]) -> list[str]:
    """Return how doubt ends: by a change of each entry, or for all as they stand."""
    change = [_("To change one: second-wind edit {id}").format(id=each) for each in ids[:_MOST]]
    return [*change, _("If they are right as they stand: second-wind check --entries-right")]


def goes_on() -> str:
    """Return what a recovery says of entries in doubt."""
    return _(
        "second-wind check goes on naming what nobody could say for sure, until it is changed or"
        " called right."
    )


def confirmed(count: int) -> str:
    """Return what is said once they were called right."""
    if not count:
        return _("There is no entry in doubt.")
    return translate_plural(
        "Good. {n} entry stays as it is, and is not named again.",
        "Good. {n} entries stay as they are, and are not named again.",
        count,
    ).format(n=numbers.whole(count))


def line(count: int) -> str:
    """Return the line in the window about entries in doubt."""
    return translate_plural(
        "This journal was recovered from damage. {n} entry may not be as you wrote it.",
        "This journal was recovered from damage. {n} entries may not be as you wrote them.",
        count,
    ).format(n=numbers.whole(count))


def right(count: int) -> str:
    """Return the name of the button by which they stay as they are."""
    return translate_plural("It is right", "They are right", count)


def change() -> str:
    """Return the name of the button that opens an entry."""
    return pgettext("button", "Change it")


def intro() -> str:
    """Return what the sheet says first."""
    return _(
        "The file of your journal was damaged, and what could be saved was saved. Of these entries"
        " nobody can say for sure how they were. Change those that are wrong and call the others"
        " right; then they are not named again."
    )


def in_file() -> str:
    """Return where a version was found."""
    return _("in the damaged file")


def in_copy(made: date) -> str:
    """Return where a version was found."""
    return _("in the safe copy of {day}").format(day=short_date(made))


def in_this(name: str) -> str:
    """Return where a version was found, if its name tells no day."""
    return _("in {name}").format(name=isolated(name))


def _line(dispute: Dispute, source: Source) -> str:
    first, *others = dispute.versions
    name = f"{_day(first.values)}{_kind(dispute.table)}"
    if not others:
        return _(
            "{entry}: not as it was written, and no other witness knows it. It reads: {text}"
        ).format(entry=name, text=_all(first.values))
    columns = _differing([each.values for each in dispute.versions])
    said = (
        _("{values} {where}").format(
            values=_values(each.values, columns, dispute.versions), where=source(each.source)
        )
        for each in dispute.versions
    )
    return _("{entry}: {versions}. The first is used.").format(entry=name, versions="; ".join(said))


def _kind(table: str) -> str:
    return _("what the window remembers") if table == _STATE else amounts({table: 1})


def _day(values: Mapping[str, Any]) -> str:
    try:
        return _("{day}, ").format(day=short_date(date.fromisoformat(str(values.get("day")))))
    except ValueError:
        return ""


def _differing(states: Sequence[Mapping[str, Any]]) -> list[str]:
    first = states[0]
    found = [
        name
        for name in first
        if any(each.get(name) != first[name] for each in states) and name not in _NEVER_SAID
    ]
    return [each for each in found if each not in _NOT_SAID] or found


def _values(values: Mapping[str, Any], columns: Sequence[str], versions: Sequence[Version]) -> str:
    said = []
    for name in columns:
        texts = [_text(each.values.get(name)) for each in versions]
        begin = max(0, _shared(texts) - _BEFORE)
        said.append(f"{labels.field(name)} “{isolated(_excerpt(_text(values.get(name)), begin))}”")
    return ", ".join(said) or pgettext("what a witness says", "the same")


def _shared(texts: Sequence[str]) -> int:
    """Return how many letters all texts begin with."""
    letters = zip(*texts, strict=False)
    return next((at for at, each in enumerate(letters) if len(set(each)) > 1), min(map(len, texts)))


def _all(values: Mapping[str, Any]) -> str:
    left_out = _NOT_SAID | _NEVER_SAID | {"day"}
    said = [
        f"{labels.field(name)} “{isolated(_excerpt(_text(value), 0))}”"
        for name, value in values.items()
        if name not in left_out and value not in (None, "", "[]")
    ]
    return ", ".join(said) or "–"


def _text(value: object) -> str:
    if isinstance(value, float):
        return numbers.short(value, 2)
    return "" if value is None else plain(str(value))


def _excerpt(text: str, begin: int) -> str:
    part = text[begin : begin + _LONGEST]
    return f"{'…' if begin else ''}{part}{'…' if len(text) > begin + _LONGEST else ''}"
