"""Everything that is alive is found, newest first, and nothing else."""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule

from second_wind.core.errors.entry_errors import NothingToRedo, NothingToUndo
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Consultation,
    ConsultationKind,
    Exercise,
    Person,
    Rejection,
    StepMark,
    Talk,
)
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.core.search.search_terms import SearchTerms, terms, words
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.history import Hit, wanted
from second_wind.journal.log.settings import LogSettings
from second_wind.words.base.labels import mood_steps
from second_wind.words.entries.wording import Names, Told, told

TODAY = date(2026, 11, 22)
WORDS = (
    "kind",
    "Kindly",
    "kin",
    "café",
    "Cafe\u0301",
    "面接",
    "接",
    "C++",
    "😀",
    "final round",
    "a",
)
ASKED = (
    "",
    "k",
    "kin",
    "kind",
    "cafe",
    "面",
    "接",
    "c+",
    "😀",
    '"final round"',
    "round final",
    "zz",
)


def ids(hits: list[Hit]) -> list[str]:
    """Return the ids of hits."""
    return [each.id for each in hits]


def find(journal: Journal, text: str, **more: object) -> list[str]:
    """Return the ids of what is found, by an index as without one."""
    asked = wanted(text, **more)  # type: ignore[arg-type]
    hits = journal.history.search(asked)
    if asked.terms:
        said = [" · ".join(filter(None, (each.title.text, each.excerpt.text))) for each in hits]
        once = list(journal.search(asked))
        assert [(each.entry.id, each.text) for each in once] == list(
            zip(ids(hits), said, strict=True)
        )
    return ids(hits)


def test_newest_first(journal: Journal) -> None:
    """By day, then by time; after midnight is late, without a time is before all."""
    hours = {"late": time(1), "noon": time(12), "morning": time(8), "untimed": None}
    made = {name: CheckIn(day=TODAY, at=at, note="x") for name, at in hours.items()}
    made["before"] = Exercise(day=TODAY - timedelta(days=1), at=time(23), minutes=20, note="x")
    journal.store(add=made.values(), name=ActName.LOG)
    names = {each.id: name for name, each in made.items()}
    for text in ("", "x"):
        order = [names[each] for each in find(journal, text)]
        assert order == ["late", "noon", "morning", "untimed", "before"]


def test_every_word_has_to_occur(journal: Journal) -> None:
    """In whichever field it stands; the last one may only have begun."""
    entry = Rejection(day=TODAY, company="Acme", feedback="More SQL")
    journal.store(add=[entry, Rejection(day=TODAY, company="Acme")], name=ActName.LOG)
    assert find(journal, "sq acme") == []
    assert find(journal, "acme sq") == [entry.id]


def test_a_phrase_stays_within_one_text(journal: Journal) -> None:
    """Side by side in two fields is not side by side."""
    apart = Rejection(day=TODAY, company="final", role="round")
    joined = Rejection(day=TODAY, role="final round")
    journal.store(add=[apart, joined], name=ActName.LOG)
    assert find(journal, '"final round"') == [joined.id]


def test_filters(journal: Journal) -> None:
    """Kinds and days narrow the list, with words and without."""
    old = CheckIn(day=TODAY - timedelta(days=9), note="x")
    new, other = CheckIn(day=TODAY, note="x"), Exercise(day=TODAY, minutes=20, note="x")
    journal.store(add=[old, new, other], name=ActName.LOG)
    for text in ("", "x"):
        assert find(journal, text, kinds=[CheckIn]) == [new.id, old.id]
        assert set(find(journal, text, start=TODAY)) == {new.id, other.id}
        assert find(journal, text, end=TODAY - timedelta(days=1)) == [old.id]
        assert find(journal, text, start=TODAY, end=date.max, kinds=[Exercise]) == [other.id]


def test_pages_follow_one_another(journal: Journal) -> None:
    """Page after page gives the same as all at once."""
    made = [CheckIn(day=TODAY - timedelta(days=i // 3), note=f"x{i}") for i in range(50)]
    journal.store(add=made, name=ActName.LOG)
    for text in ("", "x"):
        asked = wanted(text)
        places = journal.history.places(asked)
        paged, page = [], journal.history.places(asked, most=7)
        while page:
            paged += page
            page = journal.history.places(asked, before=page[-1], most=7)
        assert paged == places
        assert len(places) == 50


def test_hit_says_where(journal: Journal) -> None:
    """A hit carries the marked words of its title and of what is written."""
    journal.store(
        add=[Rejection(day=TODAY, company="Acme", note="Acme was kind")], name=ActName.LOG
    )
    (hit,) = journal.history.search(wanted("acme"))
    assert hit.title.text[slice(*hit.title.marks[0])] == "Acme"
    assert hit.excerpt.text[slice(*hit.excerpt.marks[0])] == "Acme"
    assert (hit.day, hit.noun) == (TODAY, "rejection")


def test_new_name_is_found_where_it_is_linked(journal: Journal) -> None:
    """Somebody renamed is found by the new name alone, in talks and rejections too."""
    person = Person(day=TODAY - timedelta(days=30), name="Ana")
    talk = Talk(day=TODAY, person_id=person.id)
    linked = Rejection(day=TODAY - timedelta(days=3), people=(person.id,))
    journal.store(add=[person, talk, linked], name=ActName.LOG)
    assert set(find(journal, "ana")) == {person.id, talk.id, linked.id}
    journal.store(change=[replace(person, name="Bea")], name=ActName.EDIT)
    assert find(journal, "ana") == []
    assert set(find(journal, "bea")) == {person.id, talk.id, linked.id}


def test_new_names_of_the_moods_are_found(journal: Journal) -> None:
    """Settings that change the words change what is found."""
    journal.store(add=[CheckIn(day=TODAY, mood=7.0)], name=ActName.LOG)
    assert find(journal, "good")
    names = ("", "", "", "", "", "", "sunny", "", "", "")
    journal.change_settings(replace(journal.settings, mood_names=names))
    assert find(journal, "sunny")
    assert not find(journal, "good")


def test_reads_on_in_parts(journal: Journal) -> None:
    """The newest is found while the oldest is still unread."""
    made = [CheckIn(day=TODAY - timedelta(days=i), note="word") for i in range(20)]
    journal.store(add=made, name=ActName.LOG)
    assert not journal.history.read_on(5)
    assert journal.history.read_on(100)
    assert len(find(journal, "word")) == 20


def test_other_process_is_noticed(journal: Journal) -> None:
    """What the command line logs is found."""
    assert find(journal, "x") == []
    other = Journal(journal.path, journal.clock)
    other.store(add=[CheckIn(day=TODAY, note="x")], name=ActName.LOG)
    other.close(copy=False)
    journal.notice_foreign_changes()
    assert len(find(journal, "x")) == 1


def test_import_of_thousands_and_its_undo(journal: Journal, clock: FixedClock) -> None:
    """Each is one act; the next search knows, and reads nothing that did not change."""
    stays = CheckIn(day=TODAY, note="parcel")
    journal.store(add=[stays], name=ActName.NOTE)
    clock.advance(minutes=1)
    assert find(journal, "parcel") == [stays.id]
    many = [CheckIn(day=TODAY - timedelta(days=i % 900), note="parcel") for i in range(10_000)]
    journal.store(add=many, name=ActName.IMPORT)
    clock.advance(minutes=1)
    assert len(find(journal, "parcel")) == len(many) + 1
    assert journal.undo().name is ActName.IMPORT
    assert find(journal, "parcel") == [stays.id]
    journal.redo()
    assert len(find(journal, "parcel", kinds=[CheckIn])) == len(many) + 1


@pytest.fixture(scope="module")
def some() -> Iterator[Journal]:
    """Give a journal with odd notes."""
    with tempfile.TemporaryDirectory() as directory:
        clock = FixedClock(datetime(2026, 11, 22, 14, tzinfo=timezone(timedelta(hours=1))))
        journal = Journal(Path(directory) / "journal.sqlite3", clock)
        journal.store(add=[CheckIn(day=TODAY, note=word) for word in WORDS], name=ActName.LOG)
        yield journal
        journal.close(copy=False)


@given(
    text=st.text(
        st.sampled_from("\"*^:(){}-+AND OR NEAR kin'\\%_;\x00😀é") | st.characters(codec="utf-8")
    )
)
def test_nothing_typed_breaks_a_search(some: Journal, text: str) -> None:
    """Quotes, operators, emoji, control characters: an answer, never an error."""
    found = find(some, text)
    assert len(found) == len(WORDS) or terms(text)


@given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_a_note_is_found_by_its_own_words(journal: Journal, text: str) -> None:
    """Whatever was written, typing it again finds it."""
    entry = CheckIn(day=TODAY, note=text)
    journal.store(add=[entry], name=ActName.NOTE)
    assert entry.id in find(journal, text)


# Whatever happens to a log


class Machine(RuleBasedStateMachine):
    """Two windows on one journal: one looks all the time, the other only writes."""

    known: Bundle[str] = Bundle("known")

    def __init__(self) -> None:
        super().__init__()
        self.directory = tempfile.TemporaryDirectory()
        self.clock = FixedClock(datetime(2026, 11, 22, 14, tzinfo=timezone(timedelta(hours=1))))
        self.path = Path(self.directory.name) / "journal.sqlite3"
        self.journals = [Journal(self.path, self.clock) for _ in range(2)]
        self.copies: list[Path] = []

    def last_copy(self) -> Path | None:
        """Return the last copy; making another one may have thinned some out."""
        self.copies = [each for each in self.copies if each.exists()]
        return self.copies.pop() if self.copies else None

    def store(self, which: int, **what: list[AnyEntry]) -> None:
        """Store at a later moment."""
        self.clock.advance(seconds=1)
        self.journals[which].store(name=ActName.LOG, **what)  # type: ignore[arg-type]

    def alive(self) -> list[AnyEntry]:
        """Return all there is."""
        return [each for kind in ENTRY_TYPES for each in self.journals[0].entries(kind)]

    @rule(
        target=known,
        which=st.integers(0, 1),
        texts=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
        ago=st.integers(0, 3),
    )
    def add(self, which: int, texts: list[str], ago: int) -> object:
        """Log some entries that hang together."""
        day = TODAY - timedelta(days=ago)
        person = Person(day=day, name=texts[0])
        rejection = Rejection(day=TODAY, company=texts[-1], people=(person.id,))
        made: list[AnyEntry] = [
            *(CheckIn(day=day, note=text) for text in texts),
            person,
            rejection,
            Talk(day=day, person_id=person.id),
            StepMark(day=TODAY, rejection=rejection.id, step=6),
            Consultation(day=day, kind=ConsultationKind.COACHING, rejection=rejection.id),
        ]
        self.store(which, add=made)
        return multiple(*(each.id for each in made))

    @rule(which=st.integers(0, 1), key=known, text=st.sampled_from(WORDS), ago=st.integers(0, 3))
    def change(self, which: int, key: str, text: str, ago: int) -> None:
        """Change an entry, if it is there."""
        for each in self.alive():
            if each.id == key:
                fresh = replace(each, note=text, day=TODAY - timedelta(days=ago))
                if isinstance(fresh, Person):
                    fresh = replace(fresh, name=text)
                if isinstance(fresh, Rejection):
                    fresh = replace(fresh, company=text)
                self.store(which, change=[fresh])

    @rule(which=st.integers(0, 1), key=known)
    def delete(self, which: int, key: str) -> None:
        """Delete an entry, if it is there."""
        self.store(which, delete=[each for each in self.alive() if each.id == key])

    @rule(which=st.integers(0, 1))
    def undo(self, which: int) -> None:
        """Take back the last act."""
        with suppress(NothingToUndo):
            self.journals[which].undo()

    @rule(which=st.integers(0, 1))
    def redo(self, which: int) -> None:
        """Do it again."""
        with suppress(NothingToRedo):
            self.journals[which].redo()

    @rule(start=st.integers(0, 6))
    def change_settings(self, start: int) -> None:
        """Begin the day at another hour."""
        self.journals[0].change_settings(LogSettings(day_start=start))

    @rule()
    def back_up(self) -> None:
        """Make a copy."""
        self.clock.advance(minutes=1)
        self.copies.append(self.journals[0].back_up("test"))

    @rule(which=st.integers(0, 1))
    def restore(self, which: int) -> None:
        """Return to the last copy."""
        copy = self.last_copy()
        if copy:
            self.clock.advance(minutes=1)
            self.journals[which].restore(copy)

    @rule(which=st.integers(0, 1))
    def merge(self, which: int) -> None:
        """Merge what a copy holds."""
        copy = self.last_copy()
        if copy:
            self.clock.advance(minutes=1)
            journal = self.journals[which]
            journal.merge(journal.plan_merge(copy))

    @rule(days=st.sampled_from([1, 31]))
    def start_again(self, days: int) -> None:
        """Close the log, and open it some days later, when the trash is emptied."""
        self.journals[0].close(copy=False)
        self.clock.advance(days=days)
        self.journals[0] = Journal(self.path, self.clock)

    @invariant()
    def what_is_alive_is_found(self) -> None:
        """Every search finds what reading every entry finds."""
        journal = self.journals[0]
        journal.notice_foreign_changes()
        linked = {each.id: each.name for each in journal.entries(Person)}
        linked |= {each.id: each.company for each in journal.entries(Rejection)}
        names = Names(mood_steps(), linked)
        said = {each.id: told(each, names) for each in self.alive()}
        for text in ASKED:
            asked = terms(text)
            expected = {key for key, each in said.items() if holds(each, asked)}
            assert set(find(journal, text)) == expected, text
        assert journal.history._index is not None
        journal.history._index.check()

    def teardown(self) -> None:
        """Close everything."""
        for each in self.journals:
            each.close(copy=False)
        self.directory.cleanup()


def holds(said: Told, asked: SearchTerms) -> bool:
    """Tell by plain reading whether an entry holds what is asked for."""
    texts = [words(text) for text in (said.title, *said.texts, *said.also)]
    return all(
        any(occurs(text, phrase, is_open=is_open) for text in texts)
        for phrase, is_open in zip(asked.phrases, asked.open, strict=True)
    )


def occurs(text: list[str], phrase: tuple[str, ...], *, is_open: bool) -> bool:
    """Tell whether words stand side by side in a text."""
    for place in range(len(text) - len(phrase) + 1):
        *whole, last = text[place : place + len(phrase)]
        same = last.startswith(phrase[-1]) if is_open else last == phrase[-1]
        if tuple(whole) == phrase[:-1] and same:
            return True
    return False


TestHistory = Machine.TestCase
TestHistory.settings = settings(
    max_examples=12,
    stateful_step_count=15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
