"""People in two groups, and which of them are shown in which order."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import IntEnum, StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from second_wind.core.log.entries import Person
from second_wind.core.people.people import folded, met_on_the_way, to_lean_on
from second_wind.words.base import labels
from second_wind.words.entries import people as words

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = int(Qt.ItemDataRole.UserRole)
SORT_ROLE = KEY_ROLE + 1
_SEARCH_ROLE = KEY_ROLE + 2
_LONG_AGO = -1


class Column(IntEnum):
    """What the list shows of a person."""

    NAME = 0
    WORK = 1
    HOW_MET = 2
    CONTACT = 3
    LAST_TALK = 4
    INTERVAL = 5


class Shown(StrEnum):
    """Which people the list shows."""

    ALL = "all"
    LEAN_ON = "lean-on"
    MET = "met"
    DUE = "due"


class PeopleModel(QStandardItemModel):
    """Two groups, and a row in them for each person."""

    def show(self, people: Sequence[Person], last: Mapping[str, date], today: date) -> None:
        """Show these people, with the day of each one's last talk."""
        self.clear()
        self.setHorizontalHeaderLabels(list(words.columns()))
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        for column in Column:
            self.setHeaderData(
                column, Qt.Orientation.Horizontal, int(leading), Qt.ItemDataRole.TextAlignmentRole
            )
        groups = ((words.lean_on(), to_lean_on(people)), (words.met(), met_on_the_way(people)))
        for name, members in groups:
            group = _group(name)
            for each in members:
                group.appendRow(_row(each, last.get(each.id), today))
            self.appendRow(group)


class PeopleFilter(QSortFilterProxyModel):
    """Shows those who fit; groups keep their order, and go where nobody of them fits."""

    def __init__(self, source: PeopleModel) -> None:
        """Show everybody."""
        super().__init__(source)
        self._text = ""
        self._shown = Shown.ALL
        self._due: Collection[str] = ()
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(source)

    def search(self, text: str) -> None:
        """Show only those of whom anything holds a text."""
        self._text = folded(text)
        self.invalidate()

    def choose(self, shown: Shown, due: Collection[str]) -> None:
        """Show everybody, one group, or those who are due."""
        self._shown, self._due = shown, due
        self.invalidate()

    def count(self) -> int:
        """Return how many people are shown."""
        groups = (self.index(row, 0) for row in range(self.rowCount()))
        return sum(self.rowCount(each) for each in groups)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Tell whether a person is shown; a group is shown for its people alone."""
        if not source_parent.isValid():
            return False
        index = self.sourceModel().index(source_row, 0, source_parent)
        if self._text not in str(index.data(_SEARCH_ROLE)):
            return False
        if self._shown is Shown.DUE:
            return index.data(KEY_ROLE) in self._due
        wanted = {Shown.LEAN_ON: 0, Shown.MET: 1}.get(self._shown)
        return wanted is None or source_parent.row() == wanted

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare two cells; groups stay in order, and what is empty stands last."""
        descends = self.sortOrder() is Qt.SortOrder.DescendingOrder
        if not left.parent().isValid():
            return left.row() > right.row() if descends else left.row() < right.row()
        first, second = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if first in ("", _LONG_AGO) or second in ("", _LONG_AGO):
            return first != second and (first in ("", _LONG_AGO)) is descends
        return bool(first < second)


def _group(name: str) -> QStandardItem:
    item = QStandardItem(name)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _row(person: Person, last: date | None, today: date) -> list[QStandardItem]:
    interval = words.interval(person.keep_in_touch)
    cells: tuple[tuple[str, str | int], ...] = (
        (person.name, folded(person.name)),
        (words.work(person) or _kind(person), folded(words.work(person))),
        (person.how_met, folded(person.how_met)),
        (person.contact, folded(person.contact)),
        (words.last_talk(last, today), last.toordinal() if last else _LONG_AGO),
        (interval, person.keep_in_touch or _LONG_AGO),
    )
    return [_cell(person, text, key) for text, key in cells]


def _kind(person: Person) -> str:
    kind = labels.talk_kind(person.kind)
    return kind if words.facts(person) else ""


def _cell(person: Person, text: str, sort_key: str | int) -> QStandardItem:
    item = QStandardItem(" ".join(text.split()))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setToolTip(text)
    item.setData(person.id, KEY_ROLE)
    item.setData(sort_key, SORT_ROLE)
    item.setData(_searched(person), _SEARCH_ROLE)
    return item


def _searched(person: Person) -> str:
    texts = (
        person.name,
        person.organisation,
        person.role,
        person.how_met,
        person.contact,
        person.note,
        labels.talk_kind(person.kind),
    )
    return folded(" ".join(texts))
