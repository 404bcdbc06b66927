"""The plan of an import, and carrying it out."""

from dataclasses import replace
from datetime import date

import pytest

from second_wind.core.errors.import_errors import QuestionsOpen
from second_wind.core.log.entries import CheckIn, Exercise, Outing, Rejection
from second_wind.exchange.formats.reading import Left
from second_wind.exchange.plan.plan import carry_out, prepare
from second_wind.exchange.plan.plan_lines import lines
from second_wind.exchange.values.options import OnConflict, Options
from second_wind.journal.files import tidying
from second_wind.journal.log.changes import ActName

DAYLIO = "full_date,date,weekday,time,mood,activities,note_title,note\n"


def row(day: int, mood: str = "rad", note: str = "", clock: str = "8:00", ticks: str = "") -> str:
    return f"2020-05-{day:02},,,{clock},{mood},{ticks},,{note}\n"


@pytest.fixture
def bring(make_file, journal):
    """Import a text and return the plan and how much was written."""

    def bringing(text, options=None, on_conflict=OnConflict.MINE):
        plan = prepare(make_file(text), options or Options(), journal)
        return plan, carry_out(plan, journal, on_conflict)

    return bringing


def test_a_plan_writes_nothing(make_file, journal) -> None:
    """What would be new is shown with its span and kinds, and the journal stays empty."""
    plan = prepare(make_file(DAYLIO + row(3) + row(1, "bad")), Options(), journal)
    assert (len(plan.new), len(plan.same), len(plan.conflicts)) == (2, 0, 0)
    assert (plan.first_day, plan.last_day) == (date(2020, 5, 1), date(2020, 5, 3))
    assert (plan.check_ins, plan.activities, plan.rejections) == (2, 0, 0)
    assert journal.entries(CheckIn) == []
    assert journal.next_undo() is None
    assert journal.last_backup() is None


def test_an_import_is_one_act_after_a_backup(bring, journal) -> None:
    """All of it is taken back by one undo, and a copy was made before."""
    bring(DAYLIO + row(1) + row(2))
    assert journal.last_backup() is not None
    act = journal.undo()
    assert act.name is ActName.IMPORT
    assert journal.entries(CheckIn) == []
    assert journal.next_undo() is None


def test_twice_adds_nothing(bring, journal) -> None:
    """Importing again writes nothing, makes no act and no further backup."""
    text = DAYLIO + row(1) + row(2)
    bring(text)
    made = journal.last_backup()
    plan, written = bring(text)
    assert (len(plan.new), len(plan.same), written) == (0, 2, 0)
    assert journal.last_backup() == made
    assert len(journal.entries(CheckIn)) == 2


def test_a_grown_file_brings_what_it_grew_by(bring, journal) -> None:
    """New rows at either end are all that is new, two check-ins in one minute included."""
    bring(DAYLIO + row(2, "rad") + row(2, "bad"))
    plan, written = bring(DAYLIO + row(3) + row(2, "meh") + row(2, "rad") + row(2, "bad") + row(1))
    assert (len(plan.same), len(plan.conflicts), written) == (2, 0, 3)
    assert sorted(each.original for each in journal.entries(CheckIn)) == [
        "bad",
        "meh",
        "rad",
        "rad",
        "rad",
    ]
    plan, written = bring(DAYLIO + row(2, "bad") + row(1) + row(2, "meh"))
    assert (len(plan.same), written) == (3, 0)


def test_mine_is_kept_unless_told(bring, journal) -> None:
    """What changed there since, and here as well, stays as it is here; the conflict shows both."""
    bring(DAYLIO + row(1, note="theirs"))
    (mine,) = journal.entries(CheckIn)
    changed = replace(mine, note="mine")
    journal.store(change=[changed], name=ActName.EDIT)
    plan, written = bring(DAYLIO + row(1, note="later"))
    assert written == 0
    assert [(each.mine.note, each.theirs.note) for each in plan.conflicts] == [("mine", "later")]
    assert journal.entries(CheckIn) == [changed]


@pytest.mark.parametrize("answer", OnConflict)
def test_what_was_edited_by_hand_outlives_its_file(bring, journal, answer) -> None:
    """The file says what it said: it is known, told, and brings nothing, whatever the answer."""
    text = DAYLIO + row(1, note="theirs") + row(2)
    bring(text)
    mine, other = journal.entries(CheckIn)
    changed = replace(mine, note="mine")
    journal.store(change=[changed], name=ActName.EDIT)
    for _ in range(2):
        plan, written = bring(text, on_conflict=answer)
        assert (len(plan.same), len(plan.edited), len(plan.conflicts), written) == (1, 1, 0, 0)
        assert "1 entry was edited here" in "\n".join(lines(plan))
        assert journal.entries(CheckIn) == [changed, other]


@pytest.mark.parametrize("answer", OnConflict)
def test_a_row_that_stands_twice_in_a_file(bring, journal, answer) -> None:
    """Beside another row of that day, edited or not: once for each time, and never again."""
    twice = "date,exercise\n" + "2026-01-01,20\n" * 2
    bring("date,exercise\n2026-01-01,30\n")
    bring(twice, on_conflict=OnConflict.BOTH)
    walks = [each for each in journal.entries(Exercise) if each.minutes == 20]
    assert len(walks) == 2
    journal.store(change=[replace(walks[0], note="mine")], name=ActName.EDIT)
    before = journal.entries(Exercise)
    assert bring(twice, on_conflict=answer)[1] == 0
    assert journal.entries(Exercise) == before


def test_another_row_of_a_deleted_ones_minute_comes(bring, journal, clock) -> None:
    """Only what was deleted stays away, not whatever came to stand in its place."""
    bring(DAYLIO + row(1, note="a"))
    clock.advance(minutes=1)
    journal.store(delete=journal.entries(CheckIn), name=ActName.DELETE)
    plan, written = bring(DAYLIO + row(1, note="a") + row(1, note="b"))
    assert (written, [each.note for each in journal.entries(CheckIn)]) == (1, ["b"])
    assert [each.count for each in plan.left_out if each.what is Left.DELETED] == [1]


@pytest.mark.parametrize("answer", OnConflict)
def test_undo_takes_an_import_back_exactly(bring, journal, answer) -> None:
    """What was replaced or kept beside is as it was, to the last field."""
    bring(DAYLIO + row(1, note="a") + row(2))
    before = journal.entries(CheckIn)
    bring(DAYLIO + row(1, note="b") + row(3), on_conflict=answer)
    journal.undo()
    after = journal.entries(CheckIn)
    assert after == before
    assert [each.origin for each in after] == [each.origin for each in before]


def test_theirs_replaces_mine(bring, journal) -> None:
    """The entry keeps its id and takes their content; again, nothing changes."""
    bring(DAYLIO + row(1, "bad"))
    (mine,) = journal.entries(CheckIn)
    assert bring(DAYLIO + row(1, "rad"), on_conflict=OnConflict.THEIRS)[1] == 1
    (now,) = journal.entries(CheckIn)
    assert (now.id, now.mood, now.original) == (mine.id, 10, "rad")
    assert bring(DAYLIO + row(1, "rad"), on_conflict=OnConflict.THEIRS)[1] == 0
    journal.undo()
    assert journal.entries(CheckIn) == [mine]


def test_both_are_kept_once(bring, journal) -> None:
    """Theirs comes beside mine, and only once."""
    bring(DAYLIO + row(1, "bad"))
    bring(DAYLIO + row(1, "rad"), on_conflict=OnConflict.BOTH)
    assert {each.original for each in journal.entries(CheckIn)} == {"bad", "rad"}
    assert bring(DAYLIO + row(1, "rad"), on_conflict=OnConflict.BOTH)[1] == 0
    assert len(journal.entries(CheckIn)) == 2


def test_a_tick_that_became_another_kind(bring, journal, told) -> None:
    """Taking theirs replaces an entry of one kind by one of another."""
    text = DAYLIO + row(1, ticks="walk")
    bring(text, told(map_activity=["walk=exercise:20"]))
    plan, _ = bring(text, told(map_activity=["walk=nature"]), OnConflict.THEIRS)
    assert len(plan.conflicts) == 1
    assert journal.entries(Exercise) == []
    assert len(journal.entries(Outing)) == 1


def test_open_questions_stop_it(bring, journal) -> None:
    """With anything to be asked nothing is written, not even what is clear."""
    with pytest.raises(QuestionsOpen) as caught:
        bring(DAYLIO + row(1) + row(2, "so-so"))
    assert len(caught.value.questions) == 1
    assert journal.entries(CheckIn) == []
    assert journal.last_backup() is None


def test_what_was_undone_can_come_again(bring, journal) -> None:
    """After an undo the same file is new again."""
    text = DAYLIO + row(1)
    bring(text)
    journal.undo()
    assert bring(text)[1] == 1


@pytest.mark.parametrize("days", [0, 40])
def test_what_was_deleted_by_hand_stays_away(bring, journal, clock, days) -> None:
    """Importing the whole file each month doesn't bring it back, not even when it is wiped."""
    text = DAYLIO + row(1) + row(2)
    bring(text)
    clock.advance(minutes=1)
    gone, stays = journal.entries(CheckIn)
    journal.store(delete=[gone], name=ActName.DELETE)
    clock.advance(days=days)
    tidying.empty_trash(journal._database, clock.now())
    plan, written = bring(text + row(3))
    assert [(each.what, each.count) for each in plan.left_out] == [(Left.DELETED, 1)]
    assert "1 entry stays away, since you deleted it here." in list(lines(plan))
    assert written == 1
    assert [each.day.day for each in journal.entries(CheckIn)] == [stays.day.day, 3]


def test_one_of_two_in_a_minute_deleted_by_hand(bring, journal, clock) -> None:
    """The other one is known again, and what is new in that minute comes."""
    text = DAYLIO + row(1, note="a") + row(1, note="b")
    bring(text)
    clock.advance(minutes=1)
    journal.store(delete=[journal.entries(CheckIn)[0]], name=ActName.DELETE)
    assert bring(text)[1] == 0
    assert len(journal.entries(CheckIn)) == 1


def test_what_a_return_to_a_copy_took_away_can_come_again(bring, journal, clock) -> None:
    """The copy didn't know of the import, so nobody has deleted anything by hand."""
    copy = journal.back_up("test")
    text = DAYLIO + row(1)
    bring(text)
    clock.advance(minutes=1)
    journal.restore(copy)
    assert bring(text)[1] == 1


def test_a_later_day_changes_a_rejection(bring, journal) -> None:
    """A log of applications that was completed shows a conflict and no second rejection."""
    text = "company,role,applied,rejected on\nA,Clerk,2022-01-01,{}\n"
    bring(text.format("2022-01-05"))
    plan, _ = bring(text.format("2022-01-06"), on_conflict=OnConflict.THEIRS)
    assert len(plan.conflicts) == 1
    assert [each.day for each in journal.entries(Rejection)] == [date(2022, 1, 6)]


def test_thousands_alike_are_fast(bring, journal) -> None:
    """A hostile file with one day over and over takes no quadratic time."""
    text = "day,note\n" + "".join(f"2026-01-01,{i}\n" for i in range(5_000))
    assert bring(text)[1] == 5_000
    assert bring(text)[1] == 0
