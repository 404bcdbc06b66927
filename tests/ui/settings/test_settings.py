"""Settings: what is changed there holds at once, and everywhere."""

import struct
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from second_wind import assets
from second_wind.core.log.entries import CheckIn, Exercise
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.settings import LogSettings, WeekStart
from second_wind.paths import AppPaths
from second_wind.ui.feelings.mood_row import MoodButton
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.number_field import NumberField
from second_wind.ui.kit.fields.typed import TypedLine
from second_wind.ui.kit.look.theme import Theme, ThemeChoice
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.window.places import Place
from second_wind.ui.program.application import speak
from second_wind.ui.settings.deletion import DeletionDialog
from second_wind.ui.settings.folder import FolderSection
from second_wind.ui.settings.page import SettingsPage
from second_wind.ui.settings.window import window_fields
from second_wind.ui.shell.main_window import MainWindow
from second_wind.words.base import language


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    """Open Settings in the window."""
    page = window.open_page(Place.SETTINGS)
    assert isinstance(page, SettingsPage)
    return page


def _choose(page: SettingsPage, name: str, value: str) -> None:
    box = page.findChild(ChoiceBox, name)
    assert box is not None
    box.choose(value)
    box.activated.emit(box.currentIndex())


def _name_field(page: SettingsPage, step: int) -> TypedLine:
    field = page.findChild(TypedLine, f"mood-name-{step}")
    assert field is not None
    return field


def _type_name(qtbot: QtBot, page: SettingsPage, step: int, name: str) -> None:
    field = _name_field(page, step)
    field.selectAll()
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_day_start_is_an_act(page: SettingsPage, window: MainWindow, journal: Journal) -> None:
    """It is stored with the log, taken back with Ctrl+Z, and shown again."""
    _choose(page, "day-start", "0")
    assert journal.settings.day_start == 0
    window.commands.undo()
    assert journal.settings.day_start == 4
    box = page.findChild(ChoiceBox, "day-start")
    assert box is not None
    assert box.value() == "4"


def test_the_goal_is_seen_on_today_at_once(
    qtbot: QtBot, page: SettingsPage, window: MainWindow, journal: Journal
) -> None:
    """The ring goes toward the new goal."""
    journal.store(add=[Exercise(day=journal.today(), minutes=15)], name=ActName.EXERCISE)
    spin = page.findChild(NumberField, "goal")
    assert spin is not None
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "30")
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert journal.settings.goal == 30
    window.open_page(Place.TODAY)
    assert window.today.exercise._reached.text() == "15 of 30 minutes"


def test_several_steps_of_the_goal_are_one_act(
    qtbot: QtBot, page: SettingsPage, journal: Journal
) -> None:
    """Five presses of an arrow are taken back together."""
    spin = page.findChild(NumberField, "goal")
    assert spin is not None
    spin.setFocus()
    for _number in range(5):
        qtbot.keyClick(spin, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: journal.settings.goal == 25, timeout=3000)
    journal.undo()
    assert journal.settings == LogSettings()
    assert spin.number() == 20


def test_a_goal_that_waits_is_stored_on_closing(
    qtbot: QtBot, page: SettingsPage, window: MainWindow, journal: Journal
) -> None:
    """Nothing that was chosen is lost because the window closes."""
    spin = page.findChild(NumberField, "goal")
    assert spin is not None
    qtbot.keyClick(spin, Qt.Key.Key_Up)
    window.close()
    assert journal.settings.goal == 21


def _goal_typed(qtbot: QtBot, page: SettingsPage, text: str) -> NumberField:
    """Type a goal, press Enter, and return the field."""
    spin = page.findChild(NumberField, "goal")
    assert spin is not None
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, text)
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    return spin


def test_esc_brings_back_the_goal(
    qtbot: QtBot, page: SettingsPage, window: MainWindow, journal: Journal
) -> None:
    """After a text that was refused, the stored number stands there again."""
    spin = _goal_typed(qtbot, page, "plenty")
    assert (spin.lineEdit().text(), window.banner.isVisible()) == ("plenty", True)
    qtbot.keyClick(spin, Qt.Key.Key_Escape)
    assert spin.number() == 20
    assert journal.settings == LogSettings()


def test_a_page_that_is_left_shows_the_stored_goal(
    qtbot: QtBot, page: SettingsPage, window: MainWindow, journal: Journal
) -> None:
    """What can't be read doesn't wait there as if it held; a window out of sight keeps it."""
    spin = _goal_typed(qtbot, page, "plenty")
    window.hide()
    window.show()
    assert spin.lineEdit().text() == "plenty"
    window.open_page(Place.TODAY)
    window.open_page(Place.SETTINGS)
    assert spin.number() == 20
    assert journal.settings == LogSettings()


def test_own_mood_names_are_used_on_today(
    qtbot: QtBot, page: SettingsPage, window: MainWindow, journal: Journal
) -> None:
    """The buttons, the strip and the lines call the mood as the person does."""
    journal.store(add=[CheckIn(day=journal.today(), mood=7)], name=ActName.MOOD)
    _type_name(qtbot, page, 7, "  rather   fine ")
    assert journal.settings.mood_names[6] == "rather fine"
    window.open_page(Place.TODAY)
    button = window.today.findChild(MoodButton, "mood-7")
    assert button is not None
    assert button.accessibleName() == "7, rather fine"
    assert "rather fine" in window.today.strip.cells[-1].accessibleName()
    window.commands.undo()
    assert button.accessibleName() == "7, good"


def test_usual_names_come_back_in_one_act(
    qtbot: QtBot, page: SettingsPage, journal: Journal
) -> None:
    """All names go at once, and come back at once."""
    _type_name(qtbot, page, 1, "down")
    _type_name(qtbot, page, 2, "grey")
    usual = page.findChild(QPushButton, "usual-names")
    assert usual is not None
    usual.click()
    assert journal.settings == LogSettings()
    assert _name_field(page, 1).text() == ""
    assert not usual.isEnabled()
    journal.undo()
    assert journal.settings.mood_names[:2] == ("down", "grey")
    assert _name_field(page, 2).text() == "grey"


def test_esc_brings_the_old_name_back(qtbot: QtBot, page: SettingsPage, journal: Journal) -> None:
    """What was typed and not wanted is stored nowhere."""
    field = _name_field(page, 3)
    field.setFocus()
    qtbot.keyClicks(field, "oops")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), journal.next_undo()) == ("", None)


def test_week_start_and_lowest_days_are_stored(page: SettingsPage, journal: Journal) -> None:
    """Both belong to the log."""
    _choose(page, "week-start", "sunday")
    box = page.findChild(QCheckBox, "exclude-lowest-days")
    assert box is not None
    box.click()
    assert journal.settings.week_start is WeekStart.SUNDAY
    assert journal.settings.exclude_lowest_days
    journal.undo()
    assert not box.isChecked()


def test_another_process_is_shown(page: SettingsPage, journal: Journal) -> None:
    """What the log says now is what the form says."""
    journal.change_settings(LogSettings(exclude_lowest_days=True))
    box = page.findChild(QCheckBox, "exclude-lowest-days")
    assert box is not None
    assert box.isChecked()


def test_the_theme_holds_at_once(page: SettingsPage, theme: Theme, paths: AppPaths) -> None:
    """Dark is dark now, and at the next start."""
    dark = page.findChild(QPushButton, "choice-dark")
    assert dark is not None
    dark.click()
    assert theme.is_dark
    assert Preferences(paths).theme is ThemeChoice.DARK


def test_single_keys_are_remembered(page: SettingsPage, paths: AppPaths) -> None:
    """The choice outlives the window."""
    box = page.findChild(QCheckBox, "single-keys")
    assert box is not None
    assert box.isChecked()
    box.click()
    assert not Preferences(paths).single_keys


def _write_catalogue(root: Path, code: str, texts: dict[str, str]) -> None:
    """Write a catalogue as msgfmt does."""
    pairs = sorted({"": f"Content-Type: text/plain; charset=UTF-8\nLanguage: {code}\n"} | texts)
    values = {"": f"Content-Type: text/plain; charset=UTF-8\nLanguage: {code}\n"} | texts
    offset, blob = 28 + 16 * len(pairs), b""
    tables: list[bytes] = []
    for strings in (pairs, [values[each] for each in pairs]):
        table = b""
        for each in strings:
            data = each.encode()
            table += struct.pack("<II", len(data), offset + len(blob))
            blob += data + b"\0"
        tables.append(table)
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    file = root / "i18n" / code / "LC_MESSAGES" / "second_wind.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(head + b"".join(tables) + blob)


def test_a_language_is_offered_when_there_is_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without a catalogue there is no choice; with one it is offered, and spoken when chosen."""
    assert "language" not in [each.name for each in window_fields()]
    _write_catalogue(tmp_path, "ar", {"Today": "yadoT"})
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    assert "language" in [each.name for each in window_fields()]
    try:
        language.choose("ar")
        assert (language.spoken(), language.translate("Today")) == ("ar", "yadoT")
        language.choose("en")
        assert (language.spoken(), language.translate("Today")) == ("en", "Today")
    finally:
        language.choose("")


def _dialog(journal: Journal, paths: AppPaths, qtbot: QtBot) -> DeletionDialog:
    dialog = DeletionDialog(journal, paths)
    qtbot.addWidget(dialog)
    return dialog


def test_deleting_needs_the_typed_word(qtbot: QtBot, journal: Journal, paths: AppPaths) -> None:
    """Without it the button can't be pressed; Enter keeps everything."""
    dialog = _dialog(journal, paths, qtbot)
    assert not dialog.delete.isEnabled()
    assert dialog.keep.isDefault()
    qtbot.keyClicks(dialog.word, "Delete ")
    assert dialog.delete.isEnabled()


def test_an_export_is_offered_first(
    qtbot: QtBot,
    journal: Journal,
    paths: AppPaths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It holds all that was logged, and what can't be written is told."""
    journal.store(add=[CheckIn(day=journal.today(), mood=7, note="walked")], name=ActName.LOG)
    dialog = _dialog(journal, paths, qtbot)
    for target, said in ((tmp_path / "all.json", "all.json"), (tmp_path / "none" / "x", "none")):
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_given, to=target: (str(to), "")
        )
        dialog.export.click()
        assert said in dialog.notice.text()
    assert "walked" in (tmp_path / "all.json").read_text(encoding="utf-8")


def test_everything_is_exported_from_its_own_button(
    page: SettingsPage,
    journal: Journal,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The way out needs no deletion; choosing no file says nothing."""
    journal.store(add=[CheckIn(day=journal.today(), mood=7, note="walked")], name=ActName.LOG)
    (section,) = [each for each in page.sections if isinstance(each, FolderSection)]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("", ""))
    section.export.click()
    assert section.said.text() == ""
    target = tmp_path_factory.mktemp("out") / "all.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    section.export.click()
    assert "walked" in target.read_text(encoding="utf-8")
    assert "all.json" in section.said.text()


def test_deleting_is_asked_for_once_confirmed(
    qtbot: QtBot, page: SettingsPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window is told only when the dialog was accepted."""
    button = page.findChild(QPushButton, "delete-everything")
    assert button is not None
    monkeypatch.setattr(DeletionDialog, "exec", lambda _dialog: 0)
    with qtbot.assertNotEmitted(window.removal_requested):
        button.click()
    monkeypatch.setattr(DeletionDialog, "exec", lambda _dialog: 1)
    with qtbot.waitSignal(window.removal_requested):
        button.click()


@pytest.mark.parametrize("width", [640, 1024, 1336])
def test_nothing_is_cut_off(
    qtbot: QtBot, page: SettingsPage, window: MainWindow, width: int
) -> None:
    """At every width the page scrolls down and never sideways."""
    window.resize(width, 480)
    qtbot.waitUntil(lambda: window.width() == width)
    content = page.findChild(QWidget, "scrolled")
    assert content is not None
    area = content.parentWidget()
    assert area is not None
    assert content.width() <= area.width()


def test_the_words_of_a_switch_are_a_part_of_it(
    qtbot: QtBot, page: SettingsPage, journal: Journal
) -> None:
    """A press on them is a press on the box, and they are its name."""
    box = page.findChild(QCheckBox, "exclude-lowest-days")
    assert box is not None
    label = next(each for each in page.findChildren(QLabel) if each.buddy() is box)
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert journal.settings.exclude_lowest_days
    assert box.accessibleName() == label.text()


def test_a_language_is_written_in_its_direction(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Arabic mirrors the window; a language that is not shipped changes nothing."""
    _write_catalogue(tmp_path, "ar", {})
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    for code, direction in (
        ("ar", Qt.LayoutDirection.RightToLeft),
        ("he", Qt.LayoutDirection.LeftToRight),
        ("", Qt.LayoutDirection.LeftToRight),
    ):
        speak(qapp, code)
        assert qapp.layoutDirection() is direction
