"""What can be wrong with a number that was typed; `words.errors` makes the sentences."""

from second_wind.core.errors.base import KnownError


class NumberProblem(KnownError):
    """A number that can't be taken as it was typed."""


class AmbiguousNumber(NumberProblem):
    """A number whose mark may stand before decimals or between thousands.

    `is_whole` where only whole numbers are stored, so that none has decimals.
    """

    given: str
    readings: tuple[float, float]
    is_whole: bool = False


class NotWhole(NumberProblem):
    """A number with decimals where only whole ones are stored."""

    what: str
    given: str
