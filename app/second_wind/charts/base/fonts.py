"""Text in charts: which fonts can draw it, how wide it is, and how it is shortened or wrapped."""

import logging
from functools import cache, lru_cache

from matplotlib.font_manager import FontProperties, fontManager, get_font

from second_wind import assets
from second_wind.charts.base.style import ChartStyle

OWN = "Inter"
BUNDLED = "DejaVu Sans"
_SCREEN_DPI = 100
_NEVER_DRAWN = frozenset({0x2068, 0x2069})
"""They set a name apart from the direction of its sentence, and need no font."""
_FOR_OTHER_SCRIPTS = (
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "WenQuanYi Micro Hei",
    "Hiragino Sans",
    "PingFang SC",
    "Apple SD Gothic Neo",
    "Yu Gothic",
    "Microsoft YaHei",
    "Malgun Gothic",
    "Nirmala UI",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
)


@cache
def _add_own() -> None:
    """Let matplotlib know the fonts that come with the program; it finds only installed ones.

    It would also say on the terminal that a font has no weight of its own for headings.
    """
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for file in sorted(assets.path("fonts").glob("*.otf")):
        fontManager.addfont(file)


@cache
def families(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return those fonts that are installed, ours, matplotlib's, then some for other scripts."""
    _add_own()
    installed = {each.name for each in fontManager.ttflist}
    tried = (*wanted, OWN, BUNDLED, *_FOR_OTHER_SCRIPTS)
    return tuple(dict.fromkeys(name for name in tried if name in installed))


def font(style: ChartStyle, size: float | None = None, weight: str = "normal") -> FontProperties:
    """Return the font of a style at a size in points (the ordinary one unless given)."""
    return FontProperties(
        family=list(families(style.family)), size=size or style.size, weight=weight
    )


@cache
def _known(names: tuple[str, ...]) -> frozenset[int]:
    files = _files(names, "normal")
    drawn = {code for file in files for code in get_font(file).get_charmap()}
    return frozenset(drawn | _NEVER_DRAWN)


def drawable(text: str, style: ChartStyle) -> str:
    """Return a text in one line, without the characters that no font here can draw.

    A missing glyph would be a hollow box in the picture and a warning on the terminal.
    """
    return drawable_by(text, families(style.family))


def drawable_by(text: str, names: tuple[str, ...]) -> str:
    """Return a text in one line, without the characters that none of some fonts can draw."""
    known = _known(names)
    kept = "".join(each for each in " ".join(text.split()) if ord(each) in known)
    return " ".join(kept.split())


def width(text: str, prop: FontProperties) -> float:
    """Return how wide a line of text is on a screen, in points."""
    names, weight = tuple(prop.get_family()), str(prop.get_weight())
    return _width(text, names, weight, prop.get_size_in_points())


@lru_cache(maxsize=4096)
def _width(text: str, names: tuple[str, ...], weight: str, size: float) -> float:
    ruler = get_font(_files(names, weight))
    ruler.set_size(size, _SCREEN_DPI)
    ruler.set_text(drawable_by(text, names))
    return float(ruler.get_width_height()[0]) / 64 * 72 / _SCREEN_DPI


@cache
def _files(names: tuple[str, ...], weight: str) -> tuple[str, ...]:
    found = (fontManager.findfont(FontProperties(family=[name], weight=weight)) for name in names)
    return tuple(dict.fromkeys(str(each) for each in found))


def elide(text: str, room: float, prop: FontProperties) -> str:
    """Return a text that fits into a width in points, shortened by an ellipsis if need be."""
    if width(text, prop) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(text[:middle].rstrip() + "…", prop) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + "…"


def wrap(text: str, room: float, prop: FontProperties) -> list[str]:
    """Return the lines of a text that is broken between words to fit into a width in points."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, prop) <= room:
            lines[-1] = longer
        else:
            lines.append(elide(word, room, prop))
    return lines
