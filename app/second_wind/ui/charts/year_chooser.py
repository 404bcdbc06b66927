"""Chooses one of the years of a log: a list, and the ones before and after it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from second_wind.ui.charts.chooser import Chooser
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.words.base.language import _


class YearChooser(Chooser):
    """Offers years, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a chooser without a year."""
        super().__init__("year", _("The year before"), _("The year after"), parent)
        self.box.setAccessibleName(_("Year"))
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.row.addStretch(1)
        self._offered: list[int] = []

    def offer(self, years: Sequence[int]) -> None:
        """Offer these years, newest first."""
        if self._offered != list(years):
            self._offered = list(years)
            self.put((str(each), str(each)) for each in years)

    @property
    def choice(self) -> int | None:
        """The chosen year, None before any was offered."""
        return int(self.key) if self.key else None

    @property
    def has_several(self) -> bool:
        """Whether there is anything to choose."""
        return self.box.count() > 1
