"""The sections of Settings, in order; each is made from the parts of the window when first seen."""

from collections.abc import Callable

from second_wind.ui.kit.service.autostart import autostart_of
from second_wind.ui.parts import Parts
from second_wind.ui.settings.about import AboutSection
from second_wind.ui.settings.background import BackgroundSection
from second_wind.ui.settings.folder import FolderSection
from second_wind.ui.settings.form.section import Section
from second_wind.ui.settings.log import LogSection
from second_wind.ui.settings.mood_names import MoodNamesSection
from second_wind.ui.settings.safety import SafetySection
from second_wind.ui.settings.security import SecuritySection
from second_wind.ui.settings.window import WindowSection

Make = Callable[[Parts], Section]


def _log(parts: Parts) -> Section:
    return LogSection(parts.journal)


def _mood_names(parts: Parts) -> Section:
    return MoodNamesSection(parts.journal)


def _window(parts: Parts) -> Section:
    return WindowSection(parts.preferences, parts.theme)


def _background(parts: Parts) -> Section:
    kept, paths = parts.preferences.background, parts.preferences.paths
    return BackgroundSection(kept, paths, parts.journal.clock, autostart_of())


def _safety(parts: Parts) -> Section:
    return SafetySection(parts.journal, parts.preferences.paths)


def _security(parts: Parts) -> Section:
    return SecuritySection(parts.journal, parts.photos, parts.preferences)


def _folder(parts: Parts) -> Section:
    return FolderSection(parts.journal, parts.preferences.paths)


def _about(_parts: Parts) -> Section:
    return AboutSection()


LOG: tuple[Make, ...] = (_log, _mood_names)
"""What belongs to the log: the first column where there is room for two."""

COMPUTER: tuple[Make, ...] = (_window, _background, _safety, _security, _folder, _about)
"""What belongs to this computer: the second column."""
