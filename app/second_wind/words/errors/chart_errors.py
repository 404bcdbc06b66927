"""The one plain sentence for each way in which saving a chart can go wrong."""

from second_wind.core.errors import chart_errors as errors
from second_wind.core.errors.chart_errors import ChartProblem
from second_wind.words.base.language import _
from second_wind.words.base.quoting import plain


def sentence(error: ChartProblem) -> str:
    """Return what happened and what to do."""
    said = _of_option(error) or _of_file(error)
    if not said:
        raise TypeError(f"no sentence for {type(error).__name__}")
    return said


def _of_option(error: ChartProblem) -> str:
    match error:
        case errors.InvalidPictureSize():
            return _(
                "“{given}” is no size for a picture; write width and height in pixels, each from"
                " {lowest} to {highest}, like 1240x720."
            ).format(given=plain(error.given), lowest=error.lowest, highest=error.highest)
        case errors.InvalidDpi():
            return _("“{given}” is no number of dots per inch from {lowest} to {highest}.").format(
                given=plain(error.given), lowest=error.lowest, highest=error.highest
            )
        case errors.PictureTooDense():
            return _(
                "{width}x{height} pixels at {dpi} dots per inch leave no room for words;"
                " take a larger size, or at most --dpi {highest}."
            ).format(
                width=error.width, height=error.height, dpi=error.dpi, highest=error.highest_dpi
            )
        case errors.OnlyForCharts():
            return _("{option} belongs to the chart {charts}; please leave it out.").format(
                option=error.option, charts=", ".join(error.charts)
            )
    return ""


def _of_file(error: ChartProblem) -> str:
    match error:
        case errors.UnknownPicture():
            return _("“{path}” should end in {possible}; nothing was written.").format(
                path=plain(error.path),
                possible=", ".join(f".{each}" for each in error.possible),
            )
        case errors.PictureUnwritable():
            return _(
                "“{path}” can't be written; please check that you may write there, or choose"
                " another place."
            ).format(path=plain(error.path))
        case errors.FolderMissing():
            return _("The folder “{folder}” does not exist; nothing was written.").format(
                folder=plain(error.folder)
            )
    return ""
