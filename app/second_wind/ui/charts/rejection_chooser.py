"""Chooses one of the rejections: a list, and the ones before and after it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from second_wind.core.log.entries import Rejection
from second_wind.ui.charts.chooser import Chooser
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.words.base.language import _, short_date

_LETTERS = 14
_MOST_LETTERS = 46


class RejectionChooser(Chooser):
    """Offers rejections by date and company, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a chooser without a rejection."""
        before, after = _("The rejection before"), _("The rejection after")
        super().__init__("rejection", before, after, parent)
        self.box.setMinimumContentsLength(_LETTERS)
        self.box.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMaximumWidth(_MOST_LETTERS * self.fontMetrics().averageCharWidth() + 40)
        label = QLabel(_("After"))
        label.setBuddy(self.box)
        self.row.insertWidget(0, label)
        self.row.setStretchFactor(self.box, 1)
        self.row.addStretch(0)

    def offer(self, rejections: Sequence[Rejection]) -> None:
        """Offer these, oldest first given."""
        self.put((each.id, _called(each)) for each in reversed(rejections))

    @property
    def choice(self) -> str:
        """The id of the chosen rejection, empty if there is none."""
        return self.key


def _called(rejection: Rejection) -> str:
    parts = (short_date(rejection.day), " ".join(rejection.company.split()))
    return " · ".join(filter(None, parts))
