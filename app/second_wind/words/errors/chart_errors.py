"""The one plain sentence for each way in which saving a chart can go wrong."""

from second_wind.core.errors import chart_errors as errors
from second_wind.words.base.language import N_, _
from second_wind.words.base.quoting import quoted
from second_wind.words.errors.filling import Sentences


def _unknown_picture(error: errors.UnknownPicture) -> str:
    return _("{path} should end in {possible}; nothing was written.").format(
        path=quoted(error.path), possible=", ".join(f".{each}" for each in error.possible)
    )


SENTENCES: Sentences = {
    errors.InvalidPictureSize: N_(
        "{given} is no size for a picture; write width and height in pixels, each from"
        " {lowest} to {highest}, like 1240x720."
    ),
    errors.InvalidDpi: N_("{given} is no number of dots per inch from {lowest} to {highest}."),
    errors.PictureTooDense: N_(
        "{width}x{height} pixels at {dpi} dots per inch leave no room for words;"
        " take a larger size, or at most --dpi {highest_dpi}."
    ),
    errors.OnlyForCharts: N_("{option} belongs to the chart {charts}; please leave it out."),
    errors.UnknownPicture: _unknown_picture,
    errors.PictureUnwritable: N_(
        "{path} can't be written; please check that you may write there, or choose another place."
    ),
    errors.FolderMissing: N_("The folder {folder} does not exist; nothing was written."),
}
