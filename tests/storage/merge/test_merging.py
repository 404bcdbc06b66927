"""The merge of rows: nothing twice, the last change counts, the same in whichever order."""

from typing import Any

import pytest

from second_wind.core.log.sources import kept_key
from second_wind.storage.merge.merging import merged
from second_wind.storage.tables.rows import Rows, Values, alive, never_lived
from second_wind.storage.tables.seals import origin


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
        "origin": "",
    } | more


def after(mine: Rows, theirs: Rows) -> Rows:
    """Return what a journal holds after a merge."""
    result = {table: dict(found) for table, found in mine.items()}
    for table, states in merged(mine, theirs).items():
        result[table] |= {each["id"]: each for each in states}
    return result


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


def imported(key: str, table: str = "check_in", **more: Any) -> Values:
    """Return a row as an import of another program's file brings it; what is given is changed."""
    values = row(key, "2026-11-21", note="theirs", source="csv", source_id="1") | {
        "people": "[]" if table == "rejection" else ""
    }
    return values | {"origin": origin(table, values)} | more


def met(*mine: Values, theirs: tuple[Values, ...], table: str = "check_in") -> Rows:
    """Return what becomes of rows of one table, whichever way round."""
    one, other = ({table: {each["id"]: each for each in some}} for some in (mine, theirs))
    assert after(one, other) == after(other, one)
    return after(one, other)


def notes(found: Rows) -> list[str]:
    """Return the notes that are shown."""
    return sorted(each["note"] for each in alive(found["check_in"]).values())


def test_two_programs_rows_of_one_minute_are_two_rows() -> None:
    """Two files that share a day and a minute brought different things: both stay."""
    other = imported("b", note="other")
    other["origin"] = origin("check_in", other)
    assert notes(met(imported("a"), theirs=(other,))) == ["other", "theirs"]


def test_the_row_edited_by_hand_stays() -> None:
    """It outlives the same import elsewhere, however late that was."""
    late = imported("b", updated_at="2026-11-25", created_at="2026-11-25")
    edited = imported("a", note="mine", updated_at="2026-11-22")
    assert notes(met(edited, theirs=(late,))) == ["mine"]


def test_two_that_were_edited_differently_both_stay() -> None:
    """Both were typed by hand."""
    one, other = imported("a", note="one"), imported("b", note="other")
    assert notes(met(one, theirs=(other,))) == ["one", "other"]


def test_a_link_made_by_hand_is_an_edit() -> None:
    """Whoever was met in a process is not forgotten for a bare import of the same rejection."""
    linked = imported("b", "rejection", people='["p"]')
    both = met(imported("a", "rejection"), theirs=(linked,), table="rejection")
    assert list(alive(both["rejection"])) == ["b"]


def test_a_row_that_a_file_holds_twice_stays_twice() -> None:
    """Two walks of twenty minutes on one day are forty, on both computers."""
    both = met(imported("a"), imported("b"), theirs=(imported("c"), imported("d")))
    assert notes(both) == ["theirs", "theirs"]
    assert len(both["check_in"]) == 4


def test_where_the_import_is_unknown_only_the_same_content_is_the_same() -> None:
    """A row of before may have been edited or not: what differs stays twice."""
    unknown = imported("b", origin="")
    assert notes(met(imported("a"), theirs=(unknown,))) == ["theirs"]
    assert notes(met(imported("a"), theirs=(unknown | {"note": "mine"},))) == ["mine", "theirs"]


def test_what_a_person_deleted_takes_the_import_elsewhere_along() -> None:
    """It would stay away from the next import, too; what was edited there stays."""
    gone = imported("a", deleted_at="2026-11-23", updated_at="2026-11-23")
    wiped = gone | {"note": "", "source_id": kept_key("1")}
    for deleted in (gone, wiped):
        assert notes(met(deleted, theirs=(imported("b"),))) == []
        assert notes(met(deleted, theirs=(imported("b", note="mine"),))) == ["mine"]


def test_what_was_only_taken_back_takes_nothing_along() -> None:
    """The undo of an import here does not undo the one there."""
    undone = never_lived(imported("a", updated_at="2026-11-23"))
    assert notes(met(undone, theirs=(imported("b"),))) == ["theirs"]


def test_a_double_stands_again_where_it_is_the_only_one() -> None:
    """Its import there was undone after the merge; here it still says what it said."""
    both = met(imported("a"), theirs=(imported("b"),))
    (shown,) = alive(both["check_in"])
    both["check_in"][shown] = never_lived(both["check_in"][shown]) | {"updated_at": "2026-11-25"}
    assert notes(after(both, {"check_in": {"b": imported("b")}})) == ["theirs"]


@pytest.mark.parametrize(
    ("one", "other", "stay"),
    [("ill", "", ["ill"]), ("ill", "ill", ["ill"]), ("ill", "tired", ["ill", "tired"])],
)
def test_a_day_rests_once_unless_two_notes_differ(one: str, other: str, stay: list[str]) -> None:
    """No note is lost."""
    mine, theirs = row("a", "2026-11-21", note=one), row("b", "2026-11-22", note=other)
    both = met(mine, theirs=(theirs,), table="rest")
    assert sorted(each["note"] for each in alive(both["rest"]).values()) == stay


def test_a_day_whose_rest_was_deleted_rests_no_more() -> None:
    """A double of before the deletion does not bring it back."""
    mine, theirs = row("a", "2026-11-21"), row("b", "2026-11-22")
    both = met(mine, theirs=(theirs,), table="rest")
    gone = dict.fromkeys(("updated_at", "deleted_at"), "2026-11-24")
    both["rest"]["b"] |= gone
    assert not alive(after(both, {"rest": {"b": theirs}})["rest"])
    assert not alive(after(both, {"rest": {"a": mine}})["rest"])


def of_one_import() -> tuple[Rows, Rows]:
    """Return two journals that took the same rejection and person from another program."""
    one: Rows = {
        "rejection": {"t": imported("t", "rejection")},
        "person": {"q": imported("q", "person")},
    }
    other: Rows = {
        "rejection": {"m": imported("m", "rejection")},
        "person": {"p": imported("p", "person")},
    }
    for table in ("step_mark", "consultation", "talk"):
        one[table], other[table] = {}, {}
    return one, other


def test_what_points_at_a_double_follows_to_the_one_that_stays() -> None:
    """A step marked, an expert asked, a talk and who was met keep their rejection and person."""
    mine, theirs = of_one_import()
    mine["step_mark"] = {"s": row("s", "2026-11-21", rejection="t", step=6)}
    mine["consultation"] = {"c": row("c", "2026-11-21", rejection="t", person_id="q")}
    mine["talk"] = {"k": row("k", "2026-11-21", person_id="q")}
    mine["rejection"]["n"] = row("n", "2026-11-21", people='["x", "p", "q"]')
    both = after(mine, theirs)
    assert set(alive(both["rejection"])) == {"m", "n"}
    assert both["step_mark"]["s"]["rejection"] == "m"
    assert both["consultation"]["c"]["rejection"] == "m"
    assert both["consultation"]["c"]["person_id"] == both["talk"]["k"]["person_id"] == "p"
    assert both["rejection"]["n"]["people"] == '["x", "p"]'


def test_what_points_at_a_double_follows_in_a_later_merge_too() -> None:
    """The other computer went on with its own row meanwhile."""
    mine, theirs = of_one_import()
    both = after(mine, theirs)
    mine["consultation"] = {"c": row("c", "2026-11-25", rejection="t", person_id="q")}
    again = after(both, mine)
    assert again["consultation"]["c"]["rejection"] == "m"
    assert again["consultation"]["c"]["person_id"] == "p"
