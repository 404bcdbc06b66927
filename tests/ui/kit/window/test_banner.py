"""The calm line that says what was done or what went wrong."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from second_wind.ui.kit.window.banner import Banner
from second_wind.ui.shell.main_window import MainWindow


def test_nothing_moves_when_it_comes(qtbot: QtBot, window: MainWindow) -> None:
    """Undo says what it took back without moving what is under the mouse."""
    window.today.mood.press(7)
    before = window.today.header.mapTo(window, window.today.header.rect().topLeft())
    window.commands.undo()
    assert window.banner.text() == "Undone: the mood"
    assert window.today.header.mapTo(window, window.today.header.rect().topLeft()) == before


def test_it_goes_with_the_next_act(qtbot: QtBot, window: MainWindow) -> None:
    """What it offers to do again is out of date once something else was done."""
    window.today.mood.press(7)
    window.commands.undo()
    window.today.mood.press(5)
    assert window.banner.text() == ""


def test_an_error_stays_and_what_was_done_passes(qtbot: QtBot) -> None:
    """Only a sentence with a way on goes by itself."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.show()
    banner = Banner(page)
    banner.say("It went wrong.")
    assert not banner._passing.isActive()
    banner.say("Undone.", "Redo", page.hide)
    assert banner._passing.isActive()
    assert page.rect().contains(banner.geometry())


def test_it_stands_over_no_form_that_is_written_in(qtbot: QtBot, window: MainWindow) -> None:
    """Where the window is small, what was refused is told above the form; its fields stay free."""
    window.resize(640, 360)
    window.today.exercise.ask()
    editor = window.today.exercise.editor
    number = editor.first_field()
    scrolled = window.today._area.verticalScrollBar()
    qtbot.waitUntil(lambda: number.hasFocus() and scrolled.value() > 0)
    qtbot.keyClicks(number, "1.000")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert "could be 1 or 1000" in window.banner.text()
    form = QRect(editor.mapTo(window.stack, QPoint()), editor.size())
    assert window.stack.rect().contains(form)
    assert not window.banner.geometry().intersects(form)
    assert window.stack.rect().contains(window.banner.geometry())


def test_no_quick_amount_is_cut_off(window: MainWindow) -> None:
    """In the smallest window they wrap."""
    window.resize(640, 360)
    QApplication.processEvents()
    for minutes in (5, 10, 20):
        button = window.findChild(QPushButton, f"exercise-{minutes}")
        assert button is not None
        assert button.width() >= button.sizeHint().width()
        assert window.today.exercise.rect().contains(button.mapTo(window.today.exercise, QPoint()))


def test_a_sample_says_so_for_good(qtbot: QtBot, window: MainWindow) -> None:
    """A sample journal can't be taken for one's own."""
    window.show_sample()
    assert window.sidebar._sample.isVisible()
    assert window.windowTitle() == "Sample journal"
