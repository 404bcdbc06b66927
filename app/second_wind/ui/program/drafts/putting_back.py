"""Puts a draft back into the form in which it was typed."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from PySide6.QtCore import QObject

from second_wind.core.errors.entry_errors import NoSuchEntry
from second_wind.core.log.drafts import Draft, DraftForm
from second_wind.core.log.entries import (
    AnyEntry,
    Consultation,
    ConsultationKind,
    GoodNews,
    Person,
    Rejection,
)
from second_wind.journal.journal import Journal
from second_wind.ui.kit.drafts.keeper import DraftKeeper
from second_wind.ui.kit.forms.form_dialog import FormDialog
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.today.cards.activity_card import ActivityCard
from second_wind.ui.today.cards.mood_card import MoodCard


class PuttingBack(QObject):
    """Knows the way to each form."""

    def __init__(self, journal: Journal, keeper: DraftKeeper, window: MainWindow) -> None:
        """Put back into a window."""
        super().__init__(window)
        self._journal, self._keeper, self._window = journal, keeper, window
        self._ways: Mapping[DraftForm, Callable[[Draft], None]] = {
            DraftForm.MOOD: self._on_today,
            DraftForm.EXERCISE: self._on_today,
            DraftForm.OUTING: self._on_today,
            DraftForm.VOLUNTEERING: self._on_today,
            DraftForm.TALK: self._on_today,
            DraftForm.FEELINGS: self._feelings,
            DraftForm.QUICK_ENTRY: self._quick_entry,
            DraftForm.REJECTION: self._rejection,
            DraftForm.GOOD_NEWS: self._good_news,
            DraftForm.CONSULTATION: self._consultation,
            DraftForm.PERSON: self._person,
            DraftForm.ENTRY: self._entry,
            DraftForm.LEDGER: self._ledger,
        }

    def put_back(self, draft: Draft) -> None:
        """Open the form, with what was typed in it."""
        self._ways[draft.form](draft)

    def _on_today(self, draft: Draft) -> None:
        self._window.open_day(draft.day)
        today = self._window.today
        cards: dict[DraftForm, MoodCard | ActivityCard] = {
            DraftForm.MOOD: today.mood,
            DraftForm.EXERCISE: today.exercise,
            DraftForm.OUTING: today.outings,
            DraftForm.VOLUNTEERING: today.volunteering,
            DraftForm.TALK: today.people,
        }
        self._keeper.adopt(draft)
        cards[draft.form].take_draft(draft)

    def _feelings(self, draft: Draft) -> None:
        self._window.open_day(draft.day)
        self._keeper.adopt(draft)
        self._window.today.mood.take_feelings(draft)

    def _quick_entry(self, draft: Draft) -> None:
        from second_wind.ui.quick.quick_entry import QuickEntry

        entry = QuickEntry(self._journal, self._window)
        entry.day_wanted.connect(self._window.open_day)
        self._keeper.adopt(draft)
        entry.take_draft(draft)

    def _rejection(self, draft: Draft) -> None:
        self._keeper.adopt(draft)
        found = self._found(draft)
        known = found if isinstance(found, Rejection) else None
        self._window.commands.continue_rejection(draft, known)

    def _good_news(self, draft: Draft) -> None:
        from second_wind.ui.entries.good_news_dialog import GoodNewsDialog

        news = self._found(draft)
        known = news if isinstance(news, GoodNews) else None
        dialog = GoodNewsDialog(self._journal, draft.day, self._window, known)
        self._show(dialog, draft)
        self._say(dialog.done_sentence)

    def _consultation(self, draft: Draft) -> None:
        from second_wind.ui.experts.consultation_dialog import ConsultationDialog

        found = self._found(draft)
        known = found if isinstance(found, Consultation) else None
        blank = Consultation(day=draft.day, kind=ConsultationKind.FEEDBACK)
        dialog = ConsultationDialog(
            self._journal, self._window, known or blank, is_new=known is None
        )
        self._show(dialog, draft)
        self._say(dialog.done_sentence)

    def _person(self, draft: Draft) -> None:
        from second_wind.ui.entries.person_dialog import PersonDialog

        found = self._found(draft)
        known = found if isinstance(found, Person) else None
        dialog = PersonDialog(self._journal, self._window, known, is_new=known is None)
        self._show(dialog, draft)

    def _entry(self, draft: Draft) -> None:
        from second_wind.ui.history.entry_dialog import EntryDialog

        found = self._found(draft)
        if found is not None:
            self._show(EntryDialog(self._journal, self._window, found), draft)

    def _ledger(self, draft: Draft) -> None:
        from second_wind.ui.today.ledger_dialog import LedgerDialog

        dialog = LedgerDialog(self._journal, self._window)
        self._keeper.adopt(draft)
        dialog.take_draft(draft)
        dialog.exec()
        dialog.deleteLater()

    def has_way(self, draft: Draft) -> bool:
        """Tell whether there is a form to put it back into: not if an entry to mend is gone."""
        return draft.form is not DraftForm.ENTRY or self._found(draft) is not None

    def _found(self, draft: Draft) -> AnyEntry | None:
        """Return the entry that was being changed, None for a new one or one that is gone."""
        if draft.entry:
            with suppress(NoSuchEntry):
                return self._journal.find(draft.entry)
        return None

    def _show(self, dialog: FormDialog, draft: Draft) -> None:
        self._keeper.adopt(draft)
        dialog.take_draft(draft)
        dialog.exec()
        dialog.deleteLater()

    def _say(self, sentence: str) -> None:
        if sentence:
            self._window.commands.say_done(sentence)
