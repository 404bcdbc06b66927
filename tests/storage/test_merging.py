"""The merge of rows: nothing twice, the last change counts, the same in whichever order."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from second_wind.storage.merging import merged
from second_wind.storage.rows import Rows, Values, alive

TIMES = st.integers(1, 4).map(lambda n: f"2026-11-2{n}T00:00:00.000000+00:00")


def row(key: str, at: str, **more: Any) -> Values:
    """Return a row."""
    return {
        "id": key,
        "created_at": "2026-11-20T00:00:00.000000+00:00",
        "updated_at": at,
        "deleted_at": None,
        "day": "2026-11-20",
        "note": "",
        "source": "",
        "source_id": "",
    } | more


@st.composite
def journals(draw: st.DrawFn) -> Rows:
    """Draw the tables of a journal with keys and identities that often meet."""
    names = ("check_in", "person", "rejection", "rest", "step_mark", "consultation", "talk")
    tables: Rows = {each: {} for each in names}
    for table, found in tables.items():
        for key in draw(st.sets(st.sampled_from("abc"))):
            at = draw(TIMES)
            made = row(key, at, note=draw(st.sampled_from(["", "x", "y"])))
            made["deleted_at"] = draw(st.none() | st.just(at))
            if table in ("check_in", "person", "rejection") and draw(st.booleans()):
                made |= {"source": "daylio", "source_id": draw(st.sampled_from("12"))}
            found[key] = made
            if table in _LINKED:
                found[key] = made | _links(table, draw(st.sampled_from("abc")))
        _drop_doubles(table, found)
    return tables


_LINKED = ("rejection", "step_mark", "consultation", "talk")


def _links(table: str, key: str) -> Values:
    """Let a row point at others."""
    return {
        "rejection": {"people": f'["{key}", "ü"]'},
        "step_mark": {"rejection": key, "step": 6},
        "consultation": {"rejection": key, "person_id": key},
        "talk": {"person_id": key},
    }.get(table, {})


def _drop_doubles(table: str, found: dict[str, Values]) -> None:
    """No journal holds two live rows of one identity; that is what its index forbids."""
    seen = set()
    for key, each in list(found.items()):
        identity = (each["source"], each["source_id"])
        if table == "rest":
            identity = ("rest", each["day"])
        if table == "step_mark":
            identity = (each["rejection"], "6")
        if each["deleted_at"] is None and identity != ("", ""):
            if identity in seen:
                del found[key]
            seen.add(identity)


def after(mine: Rows, theirs: Rows) -> Rows:
    """Return what a journal holds after a merge."""
    result = {table: dict(found) for table, found in mine.items()}
    for table, states in merged(mine, theirs).items():
        result[table] |= {each["id"]: each for each in states}
    return result


@settings(max_examples=50)
@given(journals(), journals())
def test_it_does_not_matter_which_is_merged_into_which(one: Rows, other: Rows) -> None:
    """Laptop into desktop or desktop into laptop: both end with the same rows."""
    assert after(one, other) == after(other, one)


@settings(max_examples=50)
@given(journals(), journals())
def test_a_second_merge_changes_nothing(one: Rows, other: Rows) -> None:
    """Neither with the same journal, nor with one that has merged in turn."""
    both = after(one, other)
    assert after(both, other) == both
    assert after(both, one) == both
    assert after(both, after(other, one)) == both


@settings(max_examples=50)
@given(journals(), journals())
def test_nothing_is_there_twice(one: Rows, other: Rows) -> None:
    """What came from another program lives once, a day rests once, a step is marked once."""
    both = after(one, other)
    identities = [
        (table, each["source"], each["source_id"])
        for table, found in both.items()
        for each in alive(found).values()
        if each["source"]
    ]
    assert len(identities) == len(set(identities))
    assert len(alive(both["rest"])) <= 1
    marks = [(each["rejection"], each["step"]) for each in alive(both["step_mark"]).values()]
    assert len(marks) == len(set(marks))


@settings(max_examples=50)
@given(journals(), journals())
def test_no_key_is_lost(one: Rows, other: Rows) -> None:
    """Every row of either stays known, and no live one vanishes without another in its place."""
    both = after(one, other)
    for table in one:
        assert set(both[table]) == set(one[table]) | set(other[table])


def merge_one(mine: Values | None, theirs: Values) -> Values | None:
    """Return the row to write when one row meets another."""
    tables = {"check_in": {mine["id"]: mine} if mine else {}}
    states = merged(tables, {"check_in": {theirs["id"]: theirs}})["check_in"]
    return states[0] if states else None


def test_the_last_change_counts() -> None:
    """Of two states of a row the later one stays."""
    early, late = row("a", "2026-11-21", note="x"), row("a", "2026-11-22", note="y")
    assert merge_one(early, late) == late
    assert merge_one(late, early) is None


def test_a_deletion_is_a_change() -> None:
    """A later deletion deletes; a deletion before the last change doesn't."""
    alive_row = row("a", "2026-11-22")
    early = row("a", "2026-11-21", deleted_at="2026-11-21")
    late = row("a", "2026-11-23", deleted_at="2026-11-23")
    assert merge_one(alive_row, late) == late
    assert merge_one(alive_row, early) is None
    assert merge_one(late, alive_row) is None


def test_of_one_moment_the_deletion_counts() -> None:
    """Both computers end the same, and what is doubtful stays away."""
    living, gone = row("a", "2026-11-21"), row("a", "2026-11-21", deleted_at="2026-11-21")
    assert merge_one(living, gone) == gone
    assert merge_one(gone, living) is None


def test_a_wiped_row_stays_wiped() -> None:
    """A copy that still has the content of what was deleted long ago doesn't bring it back."""
    full = row("a", "2026-11-21", deleted_at="2026-11-21", note="secret")
    assert merge_one(full | {"note": ""}, full) is None


def of_one_import() -> tuple[Rows, Rows]:
    """Return two journals that took the same rejection and person from another program."""
    same: Values = {"source": "job-log", "source_id": "1"}
    one: Rows = {
        "rejection": {"m": row("m", "2026-11-21", people='["p"]', **same)},
        "person": {"p": row("p", "2026-11-21", **same)},
    }
    other: Rows = {
        "rejection": {"t": row("t", "2026-11-22", people="[]", **same)},
        "person": {"q": row("q", "2026-11-22", **same)},
    }
    for table in ("step_mark", "consultation", "talk"):
        one[table], other[table] = {}, {}
    return one, other


def test_what_points_at_a_double_follows_to_the_one_that_stays() -> None:
    """A step marked, an expert asked, a talk and who was met keep their rejection and person."""
    mine, theirs = of_one_import()
    mine["step_mark"] = {"s": row("s", "2026-11-21", rejection="m", step=6)}
    mine["consultation"] = {"c": row("c", "2026-11-21", rejection="m", person_id="p")}
    mine["talk"] = {"k": row("k", "2026-11-21", person_id="p")}
    met = row("n", "2026-11-21", people='["x", "p", "q"]')
    mine["rejection"]["n"] = met
    both = after(mine, theirs)
    assert set(alive(both["rejection"])) == {"t", "n"}
    assert both["step_mark"]["s"]["rejection"] == "t"
    assert both["consultation"]["c"]["rejection"] == "t"
    assert both["consultation"]["c"]["person_id"] == both["talk"]["k"]["person_id"] == "q"
    assert both["rejection"]["n"]["people"] == '["x", "q"]'


def test_what_points_at_a_double_follows_in_a_later_merge_too() -> None:
    """The other computer went on with its own row meanwhile."""
    mine, theirs = of_one_import()
    both = after(mine, theirs)
    mine["consultation"] = {"c": row("c", "2026-11-25", rejection="m", person_id="p")}
    again = after(both, mine)
    assert again["consultation"]["c"]["rejection"] == "t"
    assert again["consultation"]["c"]["person_id"] == "q"
