"""The form for any entry: what is not touched stays exactly as it was."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Exercise,
    FeelingWord,
    Outing,
    OutingKind,
    Rest,
    StepMark,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.ui.entries.entry_form import EntryForm
from second_wind.ui.entries.maybe_time import MaybeTime

DAY = date(2026, 11, 20)
AT = time(18, 5)
ENTRIES: list[AnyEntry] = [
    CheckIn(day=DAY),
    CheckIn(day=DAY, at=AT, mood=1 + 9 / 7, feelings=("hopeful", "own word"), note=" a\n\nb "),
    Exercise(day=DAY, minutes=1440, kind="  walk "),
    Outing(day=DAY, at=time(0), kind=OutingKind.PHOTO, place="x", photos=("a",), as_exercise=True),
    Outing(day=DAY, minutes=7),
    Volunteering(day=DAY, at=AT, minutes=7, organisation="a", practised="b", met="c", note="d"),
    Talk(day=DAY, kind=TalkKind.MENTOR, person="Ana", person_id="p", minutes=3, tip="t"),
    Rest(day=DAY, note="x"),
    StepMark(day=DAY, rejection="r", step=7, note="x"),
    FeelingWord(day=DAY, word="wobbly", group_id="calm", meaning="m"),
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_untouched_form_changes_nothing(qtbot: QtBot, entry: AnyEntry) -> None:
    """To look at an entry is not to change it: not a digit, not a space."""
    form = EntryForm(entry)
    qtbot.addWidget(form)
    assert form.entry() == entry
    assert not form.is_changed()


def test_time_can_be_taken_away_and_given(qtbot: QtBot) -> None:
    """A box stands for no time."""
    form = EntryForm(CheckIn(day=DAY, at=AT, mood=5.0))
    qtbot.addWidget(form)
    at = form.findChild(MaybeTime)
    at.none.setChecked(True)
    assert form.is_changed()
    assert form.entry() == CheckIn(id=form.entry().id, day=DAY, mood=5.0)
    at.none.setChecked(False)
    at.time.set_at(time(7))
    changed = form.entry()
    assert isinstance(changed, CheckIn)
    assert changed.at == time(7)


def test_feelings_are_typed_by_name(qtbot: QtBot) -> None:
    """A known name becomes the feeling, another word stays one's own; twice counts once."""
    form = EntryForm(CheckIn(day=DAY, feelings=("hurt",)))
    qtbot.addWidget(form)
    form.findChild(QLineEdit, "feelings").setText("Hopeful, hopeful, very much so")
    changed = form.entry()
    assert isinstance(changed, CheckIn)
    assert changed.feelings == ("hopeful", "very much so")
