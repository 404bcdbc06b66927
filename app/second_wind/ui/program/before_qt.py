"""What the window needs and has no Qt: loaded before Qt, since it is quicker so.

PySide6 reads the source of every module that is imported after it, to see whether it speaks of
PySide6: 0.3 ms each, a fifth of the way to the first paint. All that it has read stays in memory:
25 MB once charts were drawn. So it is told to read none of what follows.
"""

import gc
import sys
from importlib import import_module

_NAMES = (
    "charts.base.palette",
    "charts.cache",
    "computer.conflicts",
    "computer.second_place",
    "core.errors.photo_errors",
    "core.log.drafts",
    "core.log.own_words",
    "core.log.rest",
    "core.people.doubtful_hours",
    "core.people.reminders",
    "core.people.steps",
    "core.people.support",
    "core.people.themes",
    "journal.files.doubts",
    "journal.journal",
    "journal.log.draft_texts",
    "journal.log.links",
    "journal.safety.locked",
    "journal.safety.presence",
    "storage.queries.daily",
    "storage.queries.talks",
    "storage.sqlite.open_folder",
    "words.entries.acts",
    "words.entries.cards",
    "words.entries.consultations",
    "words.entries.good_news",
    "words.entries.people",
    "words.entries.steps",
    "words.files.photos",
    "words.window.ledger",
    "words.window.look_back",
    "words.window.strip",
    "words.window.support",
)


def load() -> None:
    """Load it, and Qt's core; until `rest_is_over` no garbage is collected."""
    gc.disable()
    for each in _NAMES:
        import_module(f"second_wind.{each}")
    import_module("PySide6.QtCore")
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):  # a part of PySide6 that it names nowhere
        vars(feature)["_mod_uses_pyside"] = _uses_no_feature


def rest_is_over() -> None:
    """Collect garbage from now on, but look no more at what is there for good."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _uses_no_feature(_module: object) -> bool:
    """Say of a module that it has no `from __feature__ import`: none that we load has."""
    return False
