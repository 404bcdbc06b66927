"""A chart with its one sentence, how it was computed, its numbers, and ways to keep it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.output_errors import OutputThere
from second_wind.ui.charts.chart_canvas import ChartCanvas
from second_wind.ui.charts.chart_table import ChartTableModel
from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.card import heading, muted
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.ui.kit.look.tokens import CARD_MARGIN, SPACE
from second_wind.words.base.language import _, pgettext

if TYPE_CHECKING:
    from second_wind.charts.base.chart import Chart

_SMALLEST_LINES = 17
"""Height of a chart in lines of text, so that larger letters get a larger chart."""
_TABLE_HEIGHT = 260
_HEADING_SCALE = 1.35
_KEPT = 8
"""Charts that are shown at once when somebody goes to and fro between them: one of each kind."""


class ChartView(QFrame):
    """Shows a chart; where there is too little to draw, its kind sentence alone."""

    failed = Signal(object)
    """Carries a `KnownError`."""
    day_clicked = Signal(object)
    """Carries a day (date)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a view that shows nothing yet."""
        super().__init__(parent)
        self.setObjectName("card")
        self._chart: Chart | None = None
        self.reading = heading("", _HEADING_SCALE)
        self.reading.setWordWrap(True)
        self.note = muted("", wraps=True)
        self.canvas = ChartCanvas(keeps=_KEPT)
        self.canvas.setMinimumHeight(_SMALLEST_LINES * self.fontMetrics().lineSpacing())
        self.canvas.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.canvas.day_clicked.connect(self.day_clicked)
        self.method = muted("", wraps=True)
        self.method.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = _table_view()
        self.method_button = _toggle(_("How this was computed"), "chart-method")
        self.method_button.toggled.connect(self.method.setVisible)
        self.numbers_button = _toggle(pgettext("button", "Numbers"), "chart-numbers")
        self.numbers_button.toggled.connect(self._show_numbers)
        self.copy_button = _button(pgettext("button", "Copy"), "chart-copy")
        self.copy_button.setToolTip(_("Copy the picture"))
        self.copy_button.clicked.connect(self.copy)
        self.save_button = _button(pgettext("button", "Save…"), "chart-save")
        self.save_button.setToolTip(_("Save the picture as PNG, SVG or PDF"))
        self.save_button.clicked.connect(self._ask_and_save)
        self._tools = QWidget()
        self._lay_out()

    def show_chart(self, chart: "Chart") -> None:
        """Show a chart, or what it takes to have one."""
        if chart is not self._chart:
            QToolTip.hideText()  # it would go on telling a day of the chart before
        self._chart = chart
        self.setAccessibleName(chart.title)
        for label, text in ((self.reading, chart.reading), (self.note, chart.note)):
            label.setText(breakable(text))
            label.setAccessibleName(text)
        self.method.setText(chart.method)
        for each in (self.canvas, self._tools):
            each.setVisible(chart.enough)
        self.note.setVisible(chart.enough and bool(chart.note))
        self.method.setVisible(chart.enough and self.method_button.isChecked())
        self._show_numbers(self.numbers_button.isChecked())
        tall = QSizePolicy.Policy.Expanding if chart.enough else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        if chart.enough:
            self.canvas.show_chart(chart)

    def redraw(self) -> None:
        """Draw the chart again in the colours of now."""
        if self._chart is not None and self._chart.enough:
            self.canvas.redraw()

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        if self._chart is not None:
            from second_wind.ui.charts.chart_file import rendered

            picture = QImage.fromData(rendered(self._chart, self.canvas.style_now()))
            QGuiApplication.clipboard().setImage(picture)

    def save(self, path: Path) -> None:
        """Save the picture; its format goes by the file's ending."""
        if self._chart is None:
            return
        from second_wind.ui.charts.chart_file import save
        from second_wind.ui.kit.service.saving import require_place

        try:
            require_place(path, self)
            save(self._chart, self.canvas.style_now(), path)
        except KnownError as error:
            self.failed.emit(error)

    def _ask_and_save(self) -> None:
        if self._chart is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        name, chosen = QFileDialog.getSaveFileName(
            self,
            _("Save the picture"),
            str(Path(folder) / f"{self._chart.title}.png"),
            "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)",
        )
        if not name:
            return
        path = Path(name)
        if not path.suffix:
            path = path.with_name(f"{path.name}.{chosen[:3].lower()}")
            if path.exists():  # the dialog asked about another name
                self.failed.emit(OutputThere(path))
                return
        self.save(path)

    def _show_numbers(self, on: bool) -> None:
        chart = self._chart
        shown = on and chart is not None and chart.enough
        if shown and chart is not None:
            before = self.table.model()
            self.table.setModel(ChartTableModel(chart.table(), self.table))
            if before is not None:
                before.deleteLater()
        self.table.setVisible(shown)

    def _lay_out(self) -> None:
        tools = FlowLayout(self._tools)
        for each in (self.method_button, self.numbers_button, self.copy_button, self.save_button):
            tools.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_MARGIN, CARD_MARGIN, CARD_MARGIN, CARD_MARGIN - 4)
        column.setSpacing(SPACE)
        column.addWidget(self.reading)
        column.addWidget(self.note)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._tools)
        column.addWidget(self.method)
        column.addWidget(self.table)
        for part in (self._tools, self.method, self.table):
            part.hide()


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", "segment")
    return button


def _toggle(text: str, name: str) -> QPushButton:
    button = _button(text, name)
    button.setCheckable(True)
    return button


def _table_view() -> QTableView:
    view = QTableView()
    view.setAccessibleName(pgettext("field", "Numbers"))
    view.setObjectName("chart-table")
    view.setMinimumHeight(_TABLE_HEIGHT)
    view.verticalHeader().hide()
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return view
