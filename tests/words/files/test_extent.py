"""How much is damaged, in plain words."""

import pytest

from second_wind.words.files.damage import journal_damaged, photos_unsound, put_in_again

TREES = [f"Tree 2 page {each}: btreeInitPage() returns error code 11" for each in (2, 2, 5, 7)]


@pytest.mark.parametrize(
    ("faults", "said"),
    [
        (["*** in database main ***", *TREES], "at least 3 parts of its file can't be read"),
        (["*** in database main ***", TREES[0]], "at least one part of its file can't be read"),
        (["database disk image is malformed"], "some of its file can't be read, and how much"),
        (["file is not a database"], "the beginning of its file can't be read"),
        (["only 3 of 40 pages are there"], "only 3 of 40 parts of its file are there"),
        (["check_in is not defined as it was"], "the file's own list of what it holds"),
        (["row 2 missing from index check_in_day"], "what its entries are found by is damaged"),
        (["an act is not as it was written"], "the list of what was done is not as it was"),
        (["a damaged page in the write-ahead log"], "the file beside it with what was written"),
    ],
    ids=str,
)
def test_one_sentence(faults: list[str], said: str) -> None:
    """Of what is known, with none of the database's own words."""
    whole = journal_damaged(faults)
    assert whole.startswith(f"The journal is damaged: {said}")
    assert whole.endswith(".")
    assert not [each for each in ("Tree", "btree", "database", "index", "***") if each in whole]


def test_a_photo_that_is_missing_is_called_one() -> None:
    """Even where none is damaged; and one more sentence tells what to do."""
    assert photos_unsound(0, 1, ()) == "1 photo is missing."
    assert photos_unsound(0, 2, ()) == "2 photos are missing."
    assert "that day in the window" in put_in_again(1)
