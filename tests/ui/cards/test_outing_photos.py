"""Photos of an outing: kept in a thread, and never lost to a quick Enter."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from second_wind.core.errors import UnreadablePhoto
from second_wind.journal.journal import Journal
from second_wind.ui.cards.outings_card import OutingsCard
from second_wind.ui.main_window import MainWindow
from second_wind.ui.widgets.photo_picker import PhotoPicker

TODAY = date(2026, 11, 22)


@pytest.fixture
def card(window: MainWindow) -> OutingsCard:
    """The card of Today, its form open."""
    window.today.outings.ask()
    return window.today.outings


@pytest.fixture
def picker(card: OutingsCard) -> PhotoPicker:
    """The form's photos."""
    picker = card.findChild(PhotoPicker)
    assert isinstance(picker, PhotoPicker)
    return picker


def _picture(folder: Path, name: str = "walk.jpg") -> Path:
    file = folder / name
    Image.new("RGB", (80, 60), (20, 90, 40)).save(file)
    return file


def test_enter_waits_for_the_photos(
    qtbot: QtBot, card: OutingsCard, picker: PhotoPicker, journal: Journal, tmp_path: Path
) -> None:
    """What was chosen just before Enter is stored with the outing."""
    picker.add_files([_picture(tmp_path)])
    card.editor.ask_to_store()
    assert journal.day(TODAY).outings == ()
    qtbot.waitUntil(lambda: bool(journal.day(TODAY).outings))
    (outing,) = journal.day(TODAY).outings
    assert len(outing.photos) == 1


def test_photos_of_a_form_that_was_left_go_nowhere(
    qtbot: QtBot, card: OutingsCard, picker: PhotoPicker, tmp_path: Path
) -> None:
    """They belong to no other outing."""
    picker.add_files([_picture(tmp_path)])
    card.editor.close_form()
    card.ask()
    with qtbot.waitSignal(picker._photos.kept):
        pass
    assert picker.photos() == ()


def test_an_unreadable_photo_stores_nothing(
    qtbot: QtBot, card: OutingsCard, picker: PhotoPicker, journal: Journal, tmp_path: Path
) -> None:
    """The person is told, and the form stays as it was."""
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture")
    with qtbot.waitSignal(picker._photos.failed) as said:
        picker.add_files([bad])
        card.editor.ask_to_store()
    assert isinstance(said.args[0], UnreadablePhoto)
    picker.add_files([_picture(tmp_path)])
    qtbot.waitUntil(lambda: len(picker.photos()) == 1)
    assert journal.day(TODAY).outings == ()
    assert not card.editor.isHidden()
