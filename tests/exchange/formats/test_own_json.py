"""Our own JSON, in and out."""

import io
import json
from contextlib import suppress
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from second_wind.core.errors.import_errors import (
    BrokenExport,
    Fault,
    ImportProblem,
    NewerExport,
    TooManyRows,
    UnfitFormat,
    UnknownFormat,
)
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    Channel,
    CheckIn,
    Consultation,
    ConsultationKind,
    Exercise,
    FeelingWord,
    GoodNews,
    GoodNewsKind,
    Outing,
    OutingKind,
    Person,
    Rejection,
    Rest,
    Stage,
    StepMark,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.exchange.formats import own_json
from second_wind.exchange.plan.plan import carry_out, prepare
from second_wind.exchange.values.options import OnConflict, Options
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
DAYS = st.dates(date(1990, 1, 1), date(2026, 11, 22))
TIMES = st.none() | st.times().map(lambda each: time(each.hour, each.minute))
MINUTES = st.integers(1, 1440)
SHARED = {"day": DAYS, "note": TEXTS}
ENTRIES = st.one_of(
    st.builds(
        CheckIn,
        **SHARED,
        at=TIMES,
        mood=st.none() | st.floats(1, 10),
        feelings=st.lists(TEXTS, max_size=3).map(tuple),
        original=TEXTS,
    ),
    st.builds(Exercise, **SHARED, at=TIMES, minutes=MINUTES, kind=TEXTS),
    st.builds(
        Outing,
        **SHARED,
        at=TIMES,
        kind=st.sampled_from(OutingKind),
        minutes=st.none() | MINUTES,
        place=TEXTS,
        photos=st.lists(TEXTS, max_size=2).map(tuple),
        as_exercise=st.booleans(),
    ),
    st.builds(
        Volunteering, **SHARED, at=TIMES, minutes=MINUTES, organisation=TEXTS, practised=TEXTS
    ),
    st.builds(Talk, **SHARED, at=TIMES, kind=st.sampled_from(TalkKind), person=TEXTS),
    st.builds(
        Rejection,
        **SHARED,
        company=TEXTS,
        stage=st.sampled_from(Stage),
        how=st.sampled_from(Channel),
        feedback=TEXTS,
        themes=st.lists(TEXTS, max_size=2).map(tuple),
        people=st.lists(st.uuids().map(str), max_size=2).map(tuple),
    ),
    st.builds(
        Person,
        **SHARED,
        name=TEXTS.filter(str.strip),
        kind=st.sampled_from(TalkKind),
        keep_in_touch=st.none() | st.integers(1, 3650),
        lean_on=st.booleans(),
    ),
    st.builds(Consultation, **SHARED, kind=st.sampled_from(ConsultationKind), said=TEXTS),
    st.builds(GoodNews, **SHARED, kind=st.sampled_from(GoodNewsKind), company=TEXTS),
    st.builds(FeelingWord, **SHARED, word=TEXTS.filter(str.strip)),
    st.builds(Rest, **SHARED),
    st.builds(StepMark, **SHARED, rejection=st.uuids().map(str), step=st.sampled_from([6, 7])),
)


def exported(journal: Journal, start: date | None = None, end: date | None = None) -> str:
    out = io.StringIO()
    own_json.write(journal, out, start, end)
    return out.getvalue()


def bring(path: Path, journal: Journal, on_conflict: OnConflict = OnConflict.MINE) -> int:
    return carry_out(prepare(path, Options(), journal), journal, on_conflict)


def test_signs_of_control_keep_nothing_from_coming_back(
    journal: Journal, tmp_path: Path, clock: FixedClock
) -> None:
    """Pasted from a terminal they are in a note; the export leaves them out and can be read."""
    entry = CheckIn(day=date(2026, 11, 22), note="a\x1b[1m b\x00\n\tc", feelings=("cal\x07m",))
    journal.store(add=[entry], name=ActName.LOG)
    path = tmp_path / "export.json"
    path.write_text(exported(journal), encoding="utf-8")
    other = Journal(tmp_path / "other.sqlite3", clock)
    assert bring(path, other) == 1
    (back,) = other.entries(CheckIn)
    assert (back.note, back.feelings) == ("a[1m b\n\tc", ("calm",))
    other.close(copy=False)


@given(entries=st.lists(ENTRIES, max_size=12))
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_out_in_and_out_gives_the_same_bytes(entries, tmp_path_factory, clock) -> None:
    """Whatever was logged: export, import into an empty journal, export: the same bytes."""
    folder = tmp_path_factory.mktemp("journals")
    one, other = Journal(folder / "one.sqlite3", clock), Journal(folder / "other.sqlite3", clock)
    try:
        one.store(add=entries, name=ActName.LOG)
        first = exported(one)
        (folder / "export").write_bytes(first.encode())
        bring(folder / "export", other)
        assert exported(other) == first
        assert bring(folder / "export", other) == 0
    finally:
        one.close()
        other.close()


def test_the_file_is_plain_json(journal) -> None:
    """Another program can read it: a format, a version, a list for each kind, nothing empty."""
    journal.store(add=[CheckIn(day=date(2026, 1, 2), mood=7, id=KEY)], name=ActName.LOG)
    whole = json.loads(exported(journal))
    assert (whole["format"], whole["version"]) == ("second-wind", 1)
    moment = "2026-11-22T13:32:00+00:00"
    assert whole["check_ins"] == [
        {"day": "2026-01-02", "id": KEY, "logged_at": moment, "changed_at": moment, "mood": 7.0}
    ]
    assert whole["rejections"] == []


def test_a_period_is_cut_out(journal) -> None:
    """Both ends are included."""
    days = [date(2026, 1, each) for each in (1, 2, 3, 4)]
    journal.store(add=[CheckIn(day=each, note="x") for each in days], name=ActName.LOG)
    whole = json.loads(exported(journal, days[1], days[2]))
    assert [each["day"] for each in whole["check_ins"]] == ["2026-01-02", "2026-01-03"]


KEY = "6dd0a5f5-7c5a-4a63-9f1b-3a5a9f2a2f10"
ENTRY = {"day": "2026-01-02", "id": KEY, "note": "x"}


def file_with(**more) -> str:
    return json.dumps({"format": "second-wind", "version": 1, "check_ins": [ENTRY]} | more)


def test_what_was_deleted_or_undone_comes_back(make_file, journal) -> None:
    """An export brings back what is gone here."""
    path = make_file(file_with())
    assert bring(path, journal) == 1
    journal.undo()
    assert bring(path, journal) == 1
    assert [each.id for each in journal.entries(CheckIn)] == [KEY]


def test_conflicts_are_known_by_id(make_file, journal) -> None:
    """Mine stays, theirs replaces, both are kept once."""
    journal.store(add=[CheckIn(day=date(2026, 1, 2), note="mine", id=KEY)], name=ActName.LOG)
    path = make_file(file_with())
    assert bring(path, journal) == 0
    assert bring(path, journal, OnConflict.BOTH) == 1
    assert bring(path, journal, OnConflict.BOTH) == 0
    assert sorted(each.note for each in journal.entries(CheckIn)) == ["mine", "x"]
    journal.undo()
    assert bring(path, journal, OnConflict.THEIRS) == 1
    assert [each.note for each in journal.entries(CheckIn)] == ["x"]


def test_one_rest_a_day(make_file, journal) -> None:
    """A day of rest that is one here already stays one."""
    journal.store(add=[Rest(day=date(2026, 1, 2))], name=ActName.LOG)
    rests = [{"day": "2026-01-02", "id": KEY}]
    assert bring(make_file(file_with(check_ins=[], rests=rests)), journal) == 0


def test_the_same_import_in_two_journals_is_one(make_file, journal) -> None:
    """An entry of one source and identity is the same whatever its id."""
    one = CheckIn(day=date(2026, 1, 2), note="x", source="daylio", source_id="2026-01-02")
    journal.store(add=[one], name=ActName.LOG)
    entry = ENTRY | {"source": "daylio", "source_id": "2026-01-02"}
    assert bring(make_file(file_with(check_ins=[entry])), journal) == 0


def test_a_newer_version_is_refused_with_both_numbers(read) -> None:
    """What a newer program wrote is not guessed at."""
    with pytest.raises(NewerExport) as caught:
        read(file_with(version=2))
    assert (caught.value.found, caught.value.known) == (2, 1)


def test_days_to_come_are_reported(read) -> None:
    """A day after today is a line that can't be taken."""
    found = read(file_with(check_ins=[ENTRY | {"day": "2999-01-01"}]))
    assert [each.fault for each in found.rejected] == [Fault.FUTURE_DAY]


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"version": "1"}, "version"),
        ({"version": True}, "version"),
        ({"pets": []}, "pets"),
        ({"check_ins": {}}, "check_ins"),
        ({"check_ins": [7]}, "check_ins 1"),
        ({"check_ins": [{"id": KEY}]}, "check_ins 1 day"),
        ({"check_ins": [{"day": "2026-01-02"}]}, "check_ins 1 id"),
        ({"check_ins": [ENTRY, ENTRY]}, KEY),
        ({"check_ins": [ENTRY | {"id": "1"}]}, "check_ins 1 id"),
        ({"check_ins": [ENTRY | {"day": "2026-02-30"}]}, "check_ins 1 day"),
        ({"check_ins": [ENTRY | {"at": "25:00"}]}, "check_ins 1 at"),
        ({"check_ins": [ENTRY | {"mood": "7"}]}, "check_ins 1 mood"),
        ({"check_ins": [ENTRY | {"mood": 1e308}]}, "check_ins 1 mood"),
        ({"check_ins": [ENTRY | {"note": None}]}, "check_ins 1 note"),
        ({"check_ins": [ENTRY | {"note": "a\0b"}]}, "check_ins 1 note"),
        ({"check_ins": [ENTRY | {"note": "\ud800"}]}, "check_ins 1 note"),
        ({"check_ins": [ENTRY | {"feelings": "calm"}]}, "check_ins 1 feelings"),
        ({"check_ins": [ENTRY | {"weather": "fair"}]}, "check_ins 1 weather"),
        ({"exercise": [ENTRY | {"minutes": 1.5}]}, "exercise 1 minutes"),
        ({"outings": [ENTRY | {"kind": "cinema"}]}, "outings 1 kind"),
        ({"outings": [ENTRY | {"as_exercise": 1}]}, "outings 1 as_exercise"),
        ({"step_marks": [ENTRY | {"rejection": "x", "step": 5}]}, "step_marks 1 step"),
    ],
)
def test_what_can_not_be_is_named(read, more, place: str) -> None:
    """A damaged file is refused whole, with the place."""
    with pytest.raises(BrokenExport) as caught:
        read(file_with(**more))
    assert caught.value.place == place


@pytest.mark.parametrize("text", ['{"format": "second-wind", ', "[" * 50_000, "{" + "9" * 5_000])
def test_broken_json_is_named(read, text: str) -> None:
    """A file cut off, nested without end or with an endless number is refused."""
    with pytest.raises(BrokenExport):
        read(text)


def test_a_swollen_file_is_refused(read) -> None:
    """Empty objects by the million would take far more memory than their text."""
    with pytest.raises(TooManyRows):
        read("[" + "{}," * 400_000 + "{}]")


@pytest.mark.parametrize("text", ["[]", "{}", '{"format": "pixels"}', '[{"date": "2026-01-01"}]'])
def test_json_of_others_is_no_format_of_ours(read, text: str) -> None:
    """Another program's JSON is refused as such, however it is called."""
    with pytest.raises(UnknownFormat):
        read(text)
    with pytest.raises(UnfitFormat):
        read(text, format="csv")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda x: (
            st.lists(x, max_size=3)
            | st.dictionaries(
                st.sampled_from([*own_json.LISTS, "day", "id", "minutes", "mood", "at"]),
                x,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
@settings(
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_any_json_is_read_or_refused(read, value) -> None:
    """No value in our format's dress raises anything but a known problem."""
    dress = {"format": "second-wind", "version": 1}
    whole = dress | value if isinstance(value, dict) else dress | {"check_ins": value}
    with suppress(ImportProblem):
        read(json.dumps(whole))
