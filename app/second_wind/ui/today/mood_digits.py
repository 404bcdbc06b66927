"""Digits as moods: 0 is 10, and 0 right after 1 makes a 10 of both."""

from PySide6.QtCore import QElapsedTimer

from second_wind.journal.log.changes import Act
from second_wind.ui.today.cards.mood_card import MoodCard

_TEN_WITHIN_MS = 600


class MoodDigits:
    """Presses moods on the card of a day."""

    def __init__(self, card: MoodCard) -> None:
        """Wait for the first digit."""
        self._card = card
        self._since_one = QElapsedTimer()
        self._act: Act | None = None

    def press(self, digit: int) -> None:
        """Store a mood; a 0 that follows a 1 at once joins its act."""
        follows = self._since_one.isValid() and self._since_one.elapsed() < _TEN_WITHIN_MS
        extend = self._act if digit == 0 and follows else None
        self._act = self._card.press(digit or 10, extend=extend)
        if digit == 1:
            self._since_one.start()
        else:
            self._since_one.invalidate()
