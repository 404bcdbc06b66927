"""Photos of an outing: kept in a thread, and never lost to a quick Enter."""

import os
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from second_wind.core.errors.photo_errors import PhotoIsNoFile, UnreadablePhoto
from second_wind.journal.journal import Journal
from second_wind.ui.photos.photo_picker import PhotoPicker
from second_wind.ui.photos.photo_viewer import PhotoViewer
from second_wind.ui.photos.photos import Photos
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.today.cards.outings_card import OutingsCard

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


def _picture(
    folder: Path, name: str = "walk.jpg", colour: tuple[int, int, int] = (20, 90, 40)
) -> Path:
    file = folder / name
    Image.new("RGB", (80, 60), colour).save(file)
    return file


def test_enter_waits_for_the_photos(
    qtbot: QtBot, card: OutingsCard, picker: PhotoPicker, journal: Journal, tmp_path: Path
) -> None:
    """What was chosen just before Enter is stored with the outing."""
    picker.add([_picture(tmp_path)])
    card.editor.ask_to_store()
    assert journal.day(TODAY).outings == ()
    qtbot.waitUntil(lambda: bool(journal.day(TODAY).outings))
    (outing,) = journal.day(TODAY).outings
    assert len(outing.photos) == 1


def test_tab_meets_the_photos_where_they_stand(
    qtbot: QtBot, card: OutingsCard, picker: PhotoPicker, tmp_path: Path
) -> None:
    """After the place and before the button that adds more, though they came later."""
    with qtbot.waitSignal(picker._photos.kept):
        picker.add([_picture(tmp_path), _picture(tmp_path, "lake.jpg", (20, 40, 90))])
    stops = _stops_from(picker.row.frame(picker.photos()[0]))
    assert stops[1] is picker.row.frame(picker.photos()[1])
    assert stops[2] is picker._add
    assert stops[-1] is card.editor._place


def test_tab_comes_from_the_last_field_to_the_buttons(card: OutingsCard) -> None:
    """Add and Cancel stand below the fields, and the next card comes after them."""
    stops = _stops_from(card.editor._as_exercise)
    assert stops[1] is card.editor._save
    assert isinstance(stops[2], QPushButton)
    assert stops[2].text() == "Cancel"
    assert not card.isAncestorOf(stops[3])


def test_the_wheel_changes_no_number_on_its_way_down_the_page(
    qtbot: QtBot, card: OutingsCard
) -> None:
    """Scrolling the page over a field leaves what was typed."""
    minutes = card.editor._minutes
    minutes.show_text("30")
    middle = QPointF(minutes.rect().center())
    scroll = QWheelEvent(
        middle,
        QPointF(minutes.mapToGlobal(minutes.rect().center())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(minutes, scroll)
    assert minutes.number() == 30


def _stops_from(first: QWidget) -> list[QWidget]:
    """Return what Tab meets from a widget on, once around the window."""
    stops, each = [first], first.nextInFocusChain()
    while each is not first:
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(each)
        each = each.nextInFocusChain()
    return stops


def test_photos_of_a_form_that_was_left_go_nowhere(
    qtbot: QtBot, card: OutingsCard, picker: PhotoPicker, tmp_path: Path
) -> None:
    """They belong to no other outing."""
    picker.add([_picture(tmp_path)])
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
        picker.add([bad])
        card.editor.ask_to_store()
    assert isinstance(said.args[0], UnreadablePhoto)
    picker.add([_picture(tmp_path)])
    qtbot.waitUntil(lambda: len(picker.photos()) == 1)
    assert journal.day(TODAY).outings == ()
    assert not card.editor.isHidden()


def stored(qtbot: QtBot, card: OutingsCard, journal: Journal, *files: Path) -> tuple[str, ...]:
    """Store an outing with pictures of files and return their keys."""
    card.editor.photos.add(files)
    card.editor.ask_to_store()
    qtbot.waitUntil(lambda: bool(journal.day(TODAY).outings))
    return journal.day(TODAY).outings[0].photos


def test_one_bad_file_keeps_no_other_back(
    qtbot: QtBot, picker: PhotoPicker, photos: Photos, tmp_path: Path
) -> None:
    """It is told by its name; the others are held."""
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture")
    told: list[object] = []
    photos.failed.connect(told.append)
    picker.add([_picture(tmp_path), bad, _picture(tmp_path, "other.png", (9, 9, 90))])
    qtbot.waitUntil(lambda: len(picker.photos()) == 2)
    assert [type(each) for each in told] == [UnreadablePhoto]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_or_a_folder_keeps_nobody_waiting(
    qtbot: QtBot, card: OutingsCard, photos: Photos, tmp_path: Path
) -> None:
    """Dropped among pictures, each is told by its name, and the pictures are held."""
    pipe, folder = tmp_path / "pipe.jpg", tmp_path / "folder.jpg"
    os.mkfifo(pipe)
    folder.mkdir()
    told: list[object] = []
    photos.failed.connect(told.append)
    _drop(card.editor.photos, _picture(tmp_path), pipe, folder)
    qtbot.waitUntil(lambda: len(card.editor.photos.photos()) == 1)
    assert [type(each) for each in told] == [PhotoIsNoFile] * 2


def _drop(on: QWidget, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    on.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))


def test_a_copied_picture_is_pasted(
    qtbot: QtBot, card: OutingsCard, picker: PhotoPicker, tmp_path: Path
) -> None:
    """A picture itself, or files; where there is none, a sentence says so."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("words")
    picker.paste()
    assert "no picture on the clipboard" in picker.notice.text()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    clipboard.setImage(image)
    picker.paste()
    qtbot.waitUntil(lambda: len(picker.photos()) == 1)
    assert picker.notice.text() == ""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(_picture(tmp_path)))])
    clipboard.setMimeData(files)
    picker.paste()
    qtbot.waitUntil(lambda: len(picker.photos()) == 2)


def test_files_dropped_on_the_card_open_the_form(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """A picture makes an outing, without a button before."""
    card = window.today.outings
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(_picture(tmp_path)))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    card.dropEvent(drop)
    assert card.editor.isVisible()
    qtbot.waitUntil(lambda: len(card.editor.photos.photos()) == 1)


def test_photos_are_seen_large_one_after_the_other(
    qtbot: QtBot, card: OutingsCard, photos: Photos, journal: Journal, tmp_path: Path
) -> None:
    """Arrows lead on; a copy is saved as it is kept; a missing one says so."""
    keys = stored(
        qtbot, card, journal, _picture(tmp_path), _picture(tmp_path, "b.png", (200, 9, 9))
    )
    viewer = PhotoViewer(photos, [*keys, "f" * 64], keys[0])
    qtbot.addWidget(viewer)
    viewer.show()
    qtbot.waitUntil(lambda: not viewer.picture.pixmap().isNull())
    assert viewer.place.text() == "Photo 1 of 3"
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.key() == keys[1]
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: viewer.picture.text() == "This photo is missing or damaged.")
    assert not viewer.save.isEnabled()
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.place.text() == "Photo 3 of 3"


def test_a_photo_that_was_removed_comes_back_by_undo(
    qtbot: QtBot, card: OutingsCard, photos: Photos, journal: Journal, tmp_path: Path
) -> None:
    """Removing in the viewer changes the outing; the copy is kept while undo may need it."""
    (key,) = stored(qtbot, card, journal, _picture(tmp_path))

    def remove() -> None:
        viewer = QApplication.activeModalWidget()
        assert isinstance(viewer, PhotoViewer)
        viewer.remove.click()

    QTimer.singleShot(0, remove)
    card._row.frame(key).click()
    assert journal.day(TODAY).outings[0].photos == ()
    journal.undo()
    assert journal.day(TODAY).outings[0].photos == (key,)
    with qtbot.waitSignal(photos.picture_ready) as ready:
        photos.ask_picture(key)
    assert ready.args[1]
