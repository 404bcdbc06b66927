"""What a return to a safe copy would change, before it is done."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from second_wind.core.errors.base import KnownError
from second_wind.journal.files.returning import ReturnPlan
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Act
from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.words.base.language import _, pgettext
from second_wind.words.safety import safety as words


class RestoreDialog(Sheet):
    """Asks once, with everything that would change in view; `act` is what was done."""

    def __init__(
        self, journal: Journal, plan: ReturnPlan, moment: str, parent: QWidget | None = None
    ) -> None:
        """Show what a return to the copy of that moment would do."""
        super().__init__(words.return_title(moment), parent)
        self.setObjectName("restore-dialog")
        self._journal = journal
        self._copy: Path = plan.copy
        self.act: Act | None = None
        lines = words.return_lines(plan.back, plan.changed, plan.gone)
        for each in lines or [words.nothing_to_return()]:
            self.add_text(each, is_muted=False)
        if plan:
            self.add_text(words.return_foot())
        self.body.addStretch(1)
        self.cancel = self.add_button(
            pgettext("button", "Cancel") if plan else pgettext("button", "Close"), self.reject
        )
        self.cancel.setObjectName("cancel")
        if plan:
            self.go = self.add_button(_("Return to this copy"), self.go_back, is_primary=True)
            self.go.setObjectName("return")
        self.fit()

    def go_back(self) -> None:
        """Return to the copy, as one act."""
        try:
            self.act = self._journal.restore(self._copy)
        except KnownError as error:
            self.say(words.trouble(error))
        else:
            self.accept()
