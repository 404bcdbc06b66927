"""One plain sentence for every picture that was not kept."""

from second_wind.core.errors import photo_errors as errors
from second_wind.words.base import numbers
from second_wind.words.base.language import N_, _
from second_wind.words.base.quoting import quoted
from second_wind.words.errors.filling import Sentences

_MEGA = 1_000_000


def _unreadable(error: errors.UnreadablePhoto) -> str:
    if error.path is None:
        return _("What was pasted can't be read as a picture; it was not added.")
    return _("{path} can't be read as a picture; it was not added.").format(path=quoted(error.path))


def _too_large(error: errors.PhotoTooLarge) -> str:
    name = quoted(error.path) if error.path else _("What was pasted")
    return _(
        "{name} has {width} × {height} pixels, {size} megapixels; {kind} is read up to"
        " {highest}. It was not added; {advice}."
    ).format(
        name=name,
        width=numbers.whole(error.width),
        height=numbers.whole(error.height),
        size=numbers.whole(-(-error.width * error.height // _MEGA)),
        kind=_kind(error),
        highest=numbers.whole(error.highest // _MEGA),
        advice=_advice(error),
    )


def _kind(error: errors.PhotoTooLarge) -> str:
    if error.is_progressive:
        return _("a progressive JPEG")
    return _("a picture in the format {kind}").format(kind=error.kind) if error.kind else "JPEG"


def _advice(error: errors.PhotoTooLarge) -> str:
    if error.is_progressive:
        return _("please save it smaller, or as a JPEG that is not progressive")
    if error.kind:
        return _("please save it smaller, or as JPEG")
    return _("please save it smaller")


SENTENCES: Sentences = {
    errors.PhotoTooLarge: _too_large,
    errors.PhotoIsNoFile: N_(
        "{path} is a folder, a pipe or a device and no picture; it was not added."
    ),
    errors.UnreadablePhoto: _unreadable,
}
