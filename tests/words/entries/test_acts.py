"""What was done, as the undo menu and the command line name it."""

import pytest

from second_wind.journal.log.changes import Act, ActName
from second_wind.words.entries import acts


@pytest.mark.parametrize("name", list(ActName))
def test_every_act_has_a_name_of_its_own(name: ActName) -> None:
    """A name in words, not the general one, and no other act's."""
    label = acts.label(Act(1, name))
    assert label.startswith("the ")
    assert label != "the last change"
    assert [acts.label(Act(1, each)) for each in ActName].count(label) == 1


def test_the_menu_and_what_is_said_afterwards() -> None:
    """Undo, redo, and both once they are done."""
    act = Act(1, ActName.MOOD)
    assert acts.undo(act) == "Undo the mood"
    assert acts.redo(act) == "Redo the mood"
    assert acts.undone(act) == "Undone: the mood"
    assert acts.redone(act) == "Done again: the mood"


def test_a_detail_is_named() -> None:
    """Which file it was, or what else is known."""
    assert acts.label(Act(1, ActName.IMPORT, "daylio.csv")) == "the import of daylio.csv"
    assert acts.label(Act(1, ActName.DELETE, "12 entries")) == "the deletion (12 entries)"


def test_an_act_of_a_newer_version_has_a_name() -> None:
    """A name that this version doesn't know is no error."""

    class Unknown:
        name = "future"
        detail = ""

    assert acts.label(Unknown()) == "the last change"
