"""Choosing a year."""

from pytestqt.qtbot import QtBot

from second_wind.ui.charts.choosers import YearChooser


def test_the_newest_year_comes_first(qtbot: QtBot) -> None:
    """There is none before it after it."""
    chooser = YearChooser()
    qtbot.addWidget(chooser)
    assert not chooser.has_several
    chooser.offer((2026, 2025, 2022))
    assert chooser.choice == 2026
    assert not chooser.later.isEnabled()
    assert chooser.has_several


def test_going_to_the_year_before_tells(qtbot: QtBot) -> None:
    """Years without a mood are stepped over; at the end there is no further."""
    chooser = YearChooser()
    qtbot.addWidget(chooser)
    chooser.offer((2026, 2022))
    with qtbot.waitSignal(chooser.chosen):
        chooser.earlier.click()
    assert chooser.choice == 2022
    assert not chooser.earlier.isEnabled()
    with qtbot.waitSignal(chooser.chosen):
        chooser.later.click()
    assert chooser.choice == 2026


def test_what_is_chosen_stays_while_it_is_offered(qtbot: QtBot) -> None:
    """Else the newest is chosen; offering tells nothing."""
    chooser = YearChooser()
    qtbot.addWidget(chooser)
    chooser.offer((2026, 2025))
    chooser.earlier.click()
    with qtbot.assertNotEmitted(chooser.chosen):
        chooser.offer((2027, 2026, 2025))
        assert chooser.choice == 2025
        chooser.offer((2027,))
    assert chooser.choice == 2027
    assert not chooser.has_several
