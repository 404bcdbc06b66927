"""The export that the window offers: all that was logged, in one file that can be read back."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.exchange.out.export import to_path
from second_wind.journal.journal import Journal
from second_wind.ui.kit.service.saving import require_place
from second_wind.words.base.language import _
from second_wind.words.errors.sentences import sentence
from second_wind.words.window import settings as words


def export_to_chosen(journal: Journal, parent: QWidget, title: str) -> str:
    """Write the export where the person wants it; return what to say, "" if nowhere."""
    name = f"second-wind-{journal.today().isoformat()}.json"
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, title, str(Path.home() / name), _("Second Wind export (*.json)")
    )
    if not chosen:
        return ""
    try:
        require_place(Path(chosen), parent)
        to_path("json", journal, Path(chosen))
    except KnownError as error:
        return sentence(error)
    return words.exported(chosen)
