"""Names of the rejections above their lines, on as many tiers as they need."""

from dataclasses import dataclass

from matplotlib.axes import Axes

from second_wind.charts.base.fonts import drawable, elide, font, width
from second_wind.charts.base.panels import write
from second_wind.charts.base.style import ChartStyle
from second_wind.charts.recovery.fitting import Scale, tiers
from second_wind.charts.recovery.recovery_data import RecoveryData
from second_wind.words.findings import recovery as words

_MOST_OTHERS = 2
_MOOD_UNITS = 10.0
_MOST_HEADROOM = 0.34
"""Share of the panel's height that names may take."""
_LONGEST_SHARE = 0.3
_TIER = 1.45
"""Height of a tier in sizes of its text."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name at a rejection's line; it stands to the left of the line if `left`."""

    lag: int
    text: str
    left: bool
    tier: int


def labels(data: RecoveryData, style: ChartStyle, scale: Scale) -> list[Label]:
    """Return the names of the rejection and of its neighbours in the window.

    Of its neighbours the two nearest are named, without room for them none: the dotted lines
    of the others stay.
    """
    everyone = _placed(data, style, scale, (0, *_named(data)))
    high = headroom(everyone, style, scale) / (headroom(everyone, style, scale) + _MOOD_UNITS)
    return everyone if high <= _MOST_HEADROOM else _placed(data, style, scale, (0,))


def _placed(
    data: RecoveryData, style: ChartStyle, scale: Scale, lags: tuple[int, ...]
) -> list[Label]:
    prop = font(style, style.small)
    span = float(data.lags[-1] - data.lags[0])
    room = span * _LONGEST_SHARE / scale.x
    placed = []
    free = float(data.lags[-1]) + 1  # up to a name that stands left of its line
    for lag in sorted(lags, reverse=True):
        text = _text(data, lag, style, room)
        wide = width(text, prop) * scale.x + 10 * scale.x
        left = lag + wide > free
        free = min(free, lag) if left else free
        placed.append((lag, text, left, (lag - wide, lag) if left else (lag, lag + wide)))
    rows = tiers([lag for lag, *_ in placed], [span for *_, span in placed])
    return [
        Label(lag, text, left, tier)
        for (lag, text, left, _), tier in zip(placed, rows, strict=True)
    ]


def _named(data: RecoveryData) -> list[int]:
    """Return the nearest neighbours; of two that are as near, the later one."""
    return sorted(data.other_lags, key=lambda lag: (abs(lag), -lag))[:_MOST_OTHERS]


def _text(data: RecoveryData, lag: int, style: ChartStyle, room: float) -> str:
    """Return the name with its stage; a long name is shortened, the stage is not."""
    here = data.marks if lag == 0 else data.others
    marks = [each for each in here if each.offset - data.offset == lag]
    prop = font(style, style.small)
    company = drawable(next((each.company for each in marks if each.company), ""), style)
    stage = words.mark_suffix(len(marks), marks[0].stage)
    left = max(room - width(stage, prop), room / 2)
    return words.mark_label(elide(company, left, prop), stage)


def depth(label: Label, style: ChartStyle, scale: Scale) -> float:
    """Return how far below the panel's upper edge a name begins, in points of mood."""
    return label.tier * style.small * _TIER * scale.y


def headroom(found: list[Label], style: ChartStyle, scale: Scale) -> float:
    """Return how much room above the mood scale the names take, in points of mood."""
    return (max(each.tier for each in found) + 1) * style.small * _TIER * scale.y


def draw_labels(panel: Axes, found: list[Label], style: ChartStyle) -> None:
    """Write the names from the panel's upper edge down, tier by tier."""
    for each in found:
        text = write(
            panel,
            each.lag,
            1.0,
            each.text,
            style,
            color=style.rejection,
            ha="right" if each.left else "left",
            va="top",
            offset=(-5 if each.left else 5, -each.tier * style.small * _TIER),
            share_of_height=True,
        )
        text.set_bbox({"facecolor": style.card, "edgecolor": "none", "pad": 1.0})
