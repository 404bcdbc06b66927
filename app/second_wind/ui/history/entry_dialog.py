"""The dialog in which an entry of any kind is mended."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QWidget

from second_wind.core.log.entries import AnyEntry, CheckIn, Consultation, GoodNews, Person, Talk
from second_wind.core.people.people import Directory
from second_wind.journal.journal import Journal
from second_wind.ui.entries.entry_form import EntryForm
from second_wind.ui.entries.logging_dialog import LoggingDialog
from second_wind.words.base.language import _
from second_wind.words.window import history as words


def dialog_for(entry: AnyEntry, journal: Journal, parent: QWidget) -> QDialog:
    """Return the dialog that mends an entry; rejections have their own, over the window."""
    match entry:
        case Person():
            from second_wind.ui.entries.person_dialog import PersonDialog

            return PersonDialog(journal, parent, entry, is_new=False)
        case Consultation():
            from second_wind.ui.experts.consultation_dialog import ConsultationDialog

            return ConsultationDialog(journal, parent, entry, is_new=False)
        case GoodNews():
            from second_wind.ui.entries.good_news_dialog import GoodNewsDialog

            return GoodNewsDialog(journal, entry.day, parent, entry)
    return EntryDialog(journal, parent, entry)


class EntryDialog(LoggingDialog):
    """Shows all that an entry says, and stores what was changed in it."""

    def __init__(self, journal: Journal, parent: QWidget | None, entry: AnyEntry) -> None:
        """Show an entry."""
        self.form = EntryForm(entry)
        said = (
            words.edit_title(type(entry)),
            _("Whatever you change here can be taken back with Ctrl+Z."),
        )
        super().__init__(journal, parent, entry, self.form, said)
        self.setObjectName("entry-dialog")

    def given(self) -> AnyEntry:
        """Return the entry, a talk linked to whoever is named now."""
        return self._linked(self.form.entry())

    def is_refused(self, given: AnyEntry) -> bool:
        """Say where nothing would be left."""
        if not isinstance(given, CheckIn) or given.mood or given.feelings or given.note:
            return False
        self.object_to(
            _("That would leave nothing in it; to take it away, delete it."),
            self.form.first_field(),
        )
        return True

    def _linked(self, given: AnyEntry) -> AnyEntry:
        """Return a talk with the id of whoever is named now, if the name is another one."""
        if not isinstance(given, Talk) or not isinstance(self._shown, Talk):
            return given
        if given.person == self._shown.person:
            return given
        known = Directory(self._journal.entries(Person)).named(given.person)
        return replace(given, person_id=known.id if known else "")
