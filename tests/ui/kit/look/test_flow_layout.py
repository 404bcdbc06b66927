"""A layout that wraps."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from second_wind.ui.kit.look.flow_layout import FlowLayout


def placed(qtbot: QtBot, width: int, direction: Qt.LayoutDirection) -> list[QRect]:
    """Return where five boxes of 60 x 20 stand in a widget of this width, 10 apart."""
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayoutDirection(direction)
    boxes: list[QWidget] = [QPushButton() for _ in range(5)]
    for each in boxes:
        each.setFixedSize(60, 20)
    flow = FlowLayout(holder, 10)
    flow.set_widgets(boxes)
    holder.resize(width, 200)
    holder.show()
    return [each.geometry() for each in boxes]


def test_lines_are_filled_and_wrap(qtbot: QtBot) -> None:
    """In 200 there is room for three boxes of 60, exactly; the fourth begins a new line."""
    boxes = placed(qtbot, 200, Qt.LayoutDirection.LeftToRight)
    assert [(each.x(), each.y()) for each in boxes] == [
        (0, 0),
        (70, 0),
        (140, 0),
        (0, 30),
        (70, 30),
    ]


def test_right_to_left_is_the_mirror_image(qtbot: QtBot) -> None:
    """Where reading goes from right to left, lines begin on the right."""
    boxes = placed(qtbot, 200, Qt.LayoutDirection.RightToLeft)
    assert [(each.x(), each.y()) for each in boxes] == [
        (140, 0),
        (70, 0),
        (0, 0),
        (140, 30),
        (70, 30),
    ]


def test_height_follows_from_the_width(qtbot: QtBot) -> None:
    """The narrower, the higher; a box wider than the room is squeezed, never lost."""
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, 10)
    boxes: list[QWidget] = [QPushButton() for _ in range(3)]
    for each in boxes:
        each.setFixedSize(60, 20)
    flow.set_widgets(boxes)
    assert [flow.heightForWidth(width) for width in (200, 199, 60, 10)] == [20, 50, 80, 80]
    assert flow.minimumSize().width() == 60


def test_what_is_low_stands_in_the_middle_of_its_line(qtbot: QtBot) -> None:
    """A name of 10 beside a field of 30 begins 10 below it, and lines keep their distance."""
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, 10)
    boxes: list[QWidget] = [QPushButton() for _ in range(3)]
    for each, height in zip(boxes, (10, 30, 10), strict=True):
        each.setFixedSize(60, height)
    flow.set_widgets(boxes)
    holder.resize(130, 200)
    holder.show()
    assert [each.y() for each in boxes] == [10, 0, 40]


def test_hidden_widgets_take_no_room(qtbot: QtBot) -> None:
    """The neighbour of a hidden widget moves up."""
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, 10)
    first, second = QPushButton(), QPushButton()
    for each in (first, second):
        each.setFixedSize(60, 20)
    flow.set_widgets([first, second])
    first.hide()
    holder.resize(200, 40)
    holder.show()
    assert second.x() == 0
