"""Settings of the window: kept on this computer, apart from the log."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from second_wind.ui.kit.look.theme import Theme, ThemeChoice
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.settings.form.fields import Choice, Field, Switch
from second_wind.ui.settings.form.section import Section
from second_wind.words.base import language
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import settings as words


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """What the person chose for the window on this computer."""

    theme: ThemeChoice
    language: str
    single_keys: bool


class WindowSection(Section):
    """Colours, language, and single keys."""

    def __init__(
        self, preferences: Preferences, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Make the form."""
        super().__init__(pgettext("heading", "This window"), parent=parent)
        self._preferences = preferences
        self._theme = theme
        self._rows = self.add_rows(window_fields())
        for row in self._rows:
            row.changed.connect(self._keep)

    def refresh(self) -> None:
        """Show what was chosen."""
        for row in self._rows:
            row.show_settings(self._chosen())

    def _chosen(self) -> WindowSettings:
        stored = self._preferences
        return WindowSettings(stored.theme, stored.language, stored.single_keys)

    def _keep(self, change: object) -> None:
        """Keep what was chosen and let it hold at once."""
        assert callable(change)
        chosen: WindowSettings = change(self._chosen())
        self._preferences.theme = chosen.theme
        self._preferences.language = chosen.language
        self._preferences.single_keys = chosen.single_keys
        if chosen.theme != self._theme.choice:
            self._theme.choose(chosen.theme)


def window_fields() -> tuple[Field[WindowSettings], ...]:
    """Return the fields of the window; the language only where there is a choice."""
    theme: Choice[WindowSettings] = Choice(
        "theme",
        pgettext("setting", "Colours"),
        _("“System” follows your desktop as it changes."),
        lambda settings: settings.theme,
        lambda settings, value: replace(settings, theme=ThemeChoice(value)),
        (
            (ThemeChoice.SYSTEM, pgettext("setting", "System")),
            (ThemeChoice.LIGHT, pgettext("setting", "Light")),
            (ThemeChoice.DARK, pgettext("setting", "Dark")),
        ),
    )
    single_keys: Switch[WindowSettings] = Switch(
        "single-keys",
        pgettext("setting", "Single keys"),
        words.single_keys_explanation(),
        lambda settings: settings.single_keys,
        lambda settings, value: replace(settings, single_keys=value),
    )
    spoken = language.shipped()
    return (theme, _language(spoken), single_keys) if len(spoken) > 1 else (theme, single_keys)


def _language(spoken: tuple[str, ...]) -> Choice[WindowSettings]:
    named = ((each, QLocale(each).nativeLanguageName() or each) for each in spoken)
    return Choice(
        "language",
        pgettext("setting", "Language"),
        _("It is spoken from the next start on."),
        lambda settings: settings.language if settings.language in spoken else "",
        lambda settings, value: replace(settings, language=value),
        (("", _("As the system has it")), *named),
        drops_down=True,
    )
