"""The font: the system's own, or the bundled Inter where the system has only a fallback."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from second_wind import assets

_FALLBACKS = ("DejaVu", "Bitstream", "Liberation", "FreeSans", "Nimbus", "Fixed", "Helvetica")
_SMALLEST_POINTS = 10.0


def choose_font(application: QApplication) -> None:
    """Set the application's font."""
    font = QFont(application.font())
    family = QFontInfo(font).family()
    if not family or family.startswith(_FALLBACKS):
        for name in ("Inter-Regular.otf", "Inter-SemiBold.otf"):
            QFontDatabase.addApplicationFont(str(assets.path("fonts", name)))
        # The system's own follows for scripts that Inter has no letters for.
        font.setFamilies(["Inter", family])
        font.setPointSizeF(max(font.pointSizeF(), _SMALLEST_POINTS))
    application.setFont(font)
