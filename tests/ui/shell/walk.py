"""A walk through the window: every page, with all that it says to eyes and ears."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Consultation,
    ConsultationKind,
    Exercise,
    FeelingWord,
    GoodNews,
    GoodNewsKind,
    Outing,
    OutingKind,
    Person,
    Rejection,
    Rest,
    Stage,
    StepMark,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.ui.kit.fields.segments import Segments
from second_wind.ui.shell.main_window import MainWindow

TODAY = date(2026, 11, 22)
TYPED = "כתוב"
"""What a person typed, wherever something can be typed: one Hebrew word."""
_DAYS = 60
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def full_journal() -> list[AnyEntry]:
    """Return some weeks with an entry of each kind, in which each text is what was typed."""
    moods = [CheckIn(day=_ago(n), mood=4 + n * 5 % 4, at=time(9, 5)) for n in range(_DAYS)]
    met = Person(
        id="met", day=_ago(50), name=TYPED, organisation=TYPED, role=TYPED, how_met=TYPED,
        contact=TYPED, note=TYPED, keep_in_touch=14, lean_on=True,
    )  # fmt: skip
    no = [
        Rejection(
            id=f"no-{n}", day=_ago(n), company=TYPED, role=TYPED, stage=stage, feedback=TYPED,
            lesson=TYPED, met=TYPED, themes=(TYPED,), people=("met",), note=TYPED,
        )
        for n, stage in ((40, Stage.INTERVIEW), (25, Stage.TASK), (9, Stage.APPLIED))
    ]  # fmt: skip
    return [*moods, met, *no, *_others()]


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def _others() -> list[AnyEntry]:
    return [
        FeelingWord(day=_ago(3), word=TYPED, meaning=TYPED),
        CheckIn(day=TODAY, mood=7, at=time(14), feelings=(TYPED, "tired"), note=TYPED),
        Exercise(day=TODAY, minutes=25, kind=TYPED, note=TYPED, at=time(8)),
        Outing(day=TODAY, minutes=30, place=TYPED, kind=OutingKind.PHOTO, note=TYPED),
        Volunteering(day=TODAY, minutes=90, organisation=TYPED, practised=TYPED, met=TYPED),
        Talk(day=_ago(30), kind=TalkKind.MENTOR, person_id="met", minutes=20, tip=TYPED),
        Talk(day=TODAY, kind=TalkKind.OTHER, person=TYPED, tip=TYPED, note=TYPED),
        Talk(day=TODAY, kind=TalkKind.FRIEND, person=TYPED),
        Rest(day=_ago(2), note=TYPED),
        StepMark(day=_ago(3), rejection="no-9", step=7, note=TYPED),
        Consultation(
            day=_ago(5), kind=ConsultationKind.FEEDBACK, person=TYPED, rejection="no-9",
            received=_ago(1), said=TYPED, note=TYPED,
        ),
        Consultation(day=_ago(5), kind=ConsultationKind.COACHING, person_id="met"),
        GoodNews(day=_ago(4), kind=GoodNewsKind.INTERVIEW, company=TYPED, role=TYPED, note=TYPED),
    ]  # fmt: skip


def walked(qtbot: QtBot, window: MainWindow) -> Iterator[tuple[str, str]]:
    """Yield what each page says, with where it was found."""
    for place, page in window.stack.pages().items():
        window.open_page(place)
        qtbot.wait(200)
        yield from _said(place.name, window)
        for row in page.findChildren(Segments):
            for each in row.findChildren(QAbstractButton):
                if each.isVisible() and not each.isChecked():
                    each.click()
                    qtbot.wait(50)
                    yield from _said(f"{place.name}, {each.objectName() or each.text()}", window)
    window.open_rejection("no-9")
    qtbot.wait(200)
    yield from _said("a rejection", window)
    window.open_person("met")
    qtbot.wait(200)
    yield from _said("a person", window)


def _said(where: str, window: MainWindow) -> Iterator[tuple[str, str]]:
    for each in (window, *window.findChildren(QObject)):
        for text in _texts(each):
            if text:
                yield f"{where}: {type(each).__name__}", text


def _texts(each: QObject) -> Iterator[str]:
    if isinstance(each, QAction):
        yield from (each.text(), each.toolTip())
    if isinstance(each, QWidget):
        yield from (each.toolTip(), each.accessibleName(), each.accessibleDescription())
        yield each.windowTitle()
    if isinstance(each, QLabel | QAbstractButton):
        yield each.text()
    if isinstance(each, QGroupBox):
        yield each.title()
    if isinstance(each, QLineEdit):
        yield each.placeholderText()
    if isinstance(each, QComboBox | QAbstractItemView):
        yield from _items(each.model())


def _items(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    is_list = isinstance(model, QAbstractListModel)
    for column in range(1 if is_list else model.columnCount(QModelIndex())):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(QModelIndex()), 80)):
            for role in _ROLES:
                found = model.index(row, column).data(role)
                yield found if isinstance(found, str) else ""
