"""A field for a passphrase: hidden unless the person wants to see it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from second_wind.ui.kit.fields.typed import Line


class PassphraseEdit(Line):
    """Shows dots; no other program is offered what was typed."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.show_letters(on=False)

    def show_letters(self, on: bool) -> None:
        """Show letters, or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
