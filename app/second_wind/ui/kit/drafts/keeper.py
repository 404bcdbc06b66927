"""Keeps what is typed and not stored in the journal, a moment after it was typed and at the end."""

from dataclasses import replace

import shiboken6
from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.drafts import Draft
from second_wind.core.log.entries import new_id
from second_wind.journal.journal import Journal
from second_wind.ui.kit.drafts.drafted import Drafted

_PAUSE_MS = 1_000
_LONGEST_MS = 3_000
"""Time after which it is kept although the typing goes on."""
_AGAIN_MS = 5_000
"""Time after which it is tried again where nothing could be written."""


class DraftKeeper(QObject):
    """Looks at every form that there is; what was stored or dropped meanwhile is kept no more."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        """Keep drafts in a journal; nothing is looked at yet."""
        super().__init__(parent)
        self._journal = journal
        self._ids: dict[str, str] = {}
        self._kept: dict[str, Draft] = {}
        self._has_ended = False
        self._watched: QLineEdit | QPlainTextEdit | None = None
        self._waiting = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look a moment after anything is typed, from now on."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, application.focusWidget())

    def adopt(self, draft: Draft) -> None:
        """Know that a draft of an earlier session is put back: what stands in its form now counts.

        The form tells it anew, under an id of this session; the old one goes in the same moment.
        """
        self._kept[draft.id] = draft

    def has(self, draft: Draft) -> bool:
        """Tell whether a draft is what stands in a form now."""
        return draft.id in self._kept

    def look(self) -> bool:
        """Keep what is typed now; tell whether that went well, else it is tried again."""
        self._timer.stop()
        self._waiting.invalidate()
        if self._has_ended:
            return True
        found = {self._id_of(owner): draft for owner, draft in _unfinished().items()}
        held = {key: replace(draft, id=key) for key, draft in found.items()}
        changed = [each for key, each in held.items() if self._kept.get(key) != each]
        gone = self._kept.keys() - held.keys()
        try:
            if changed or gone:
                self._journal.keep_drafts(changed, gone)
        except KnownError:  # whoever stores is told; here there is nothing to be done but wait
            if not self._has_ended:
                self._timer.start(_AGAIN_MS)
            return False
        self._kept = held
        self._ids = {owner: key for owner, key in self._ids.items() if key in held}
        return True

    def end(self) -> bool:
        """Keep what is typed for good: that forms go from now on says nothing about it."""
        is_kept = self.look()
        self._has_ended = True
        self._timer.stop()
        return is_kept

    def _id_of(self, owner: str) -> str:
        return self._ids.setdefault(owner, new_id())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Listen to the field that has the keyboard, whoever types into it and by what means."""
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.textChanged.disconnect(self._wait)
        self._watched = _text_of(new)
        if self._watched is not None:
            self._watched.textChanged.connect(self._wait)
        self._wait()

    def _wait(self) -> None:
        if self._has_ended:
            return
        if not self._waiting.isValid():
            self._waiting.start()
        left = max(0, _LONGEST_MS - self._waiting.elapsed())
        self._timer.start(min(_PAUSE_MS, left))


def _unfinished() -> dict[str, Draft]:
    """Return what stands in all forms and is not stored, by the form and what it belongs to."""
    tops = [each for each in QApplication.topLevelWidgets() if each.parentWidget() is None]
    widgets = [each for top in tops for each in (top, *top.findChildren(QWidget))]
    found: dict[str, Draft] = {}
    for form in (each for each in widgets if isinstance(each, Drafted)):
        for key, draft in form.drafts().items():
            owner = f"{draft.form} {key}"
            while owner in found:  # two forms may be open on one entry
                owner += "+"
            found[owner] = draft
    return found


def _text_of(widget: QWidget | None) -> QLineEdit | QPlainTextEdit | None:
    """Return the text behind what has the keyboard."""
    if widget is None or isinstance(widget, QLineEdit | QPlainTextEdit):
        return widget
    line = widget.findChild(QLineEdit)
    return line if isinstance(line, QLineEdit) else None
