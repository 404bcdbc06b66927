"""Moods of another program: names and numbers on their way to the scale from 1 to 10."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from second_wind.core.errors.entry_errors import InvalidMood
from second_wind.core.errors.import_errors import Asked, InvalidOption, Question
from second_wind.core.log.scale import HIGHEST, LOWEST, from_other_scale
from second_wind.exchange.values.numbers import number_of
from second_wind.exchange.values.options import Options, Scale
from second_wind.words.base import numbers

_PART_OF = re.compile(r"(.+?)\s*(?:/\s*([0-9]{1,6})|%)")
_ENDS_IN_NAME = re.compile(r"(-?[0-9]{1,3})\s*(?:-|–|\.\.|:|to)\s*([0-9]{1,3})")
_USUAL_SCALES = (
    Scale(1, 5),
    Scale(1, 10),
    Scale(0, 1),
    Scale(-1, 1),
    Scale(0, 10),
    Scale(0, 100),
    Scale(-2, 2),
    Scale(-5, 5),
)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as it is written, and the whole of which it is a part where that is written too."""

    text: str
    value: float
    whole: float | None = None


@dataclass(slots=True)
class MoodReader:
    """Turns what stands in a mood column into a mood, and remembers what it could not.

    Attributes
    ----------
    names : mapping of str to float
        Moods from 1 to 10 by case-folded name; they count before the scale does.
    scale : Scale or None
        What numbers are measured on, None while that is unknown.
    """

    names: Mapping[str, float]
    scale: Scale | None = None
    met: dict[str, float] = field(default_factory=dict)
    unknown: dict[str, int] = field(default_factory=dict)
    unscaled: list[_Number] = field(default_factory=list)

    def mood(self, text: str) -> float | None:
        """Return a mood, None if it must be asked what the text stands for.

        Raises
        ------
        InvalidMood
            If it is a number outside the scale.
        """
        if text.casefold() in self.names:
            self.met[text] = self.names[text.casefold()]
            return self.met[text]
        number = _number(text)
        if number is None:
            self._ask(text)
        elif self.scale is None:
            self.unscaled.append(number)
        elif number.whole not in {None, max(self.scale.lowest, self.scale.highest)}:
            self._ask(text)  # 7/10 is not 7 of 100
        else:
            return _on_scale(number, self.scale)
        return None

    def _ask(self, text: str) -> None:
        self.unknown[text] = self.unknown.get(text, 0) + 1

    def questions(self) -> list[Question]:
        """Return what must be asked before the moods can be read."""
        asked = []
        numbers = self._numbers_of_one_scale()
        if self.unknown:
            names = tuple(self.unknown)
            counts = tuple(self.unknown.values())
            asked.append(Question(Asked.MOODS, _example(names[0]), names, counts))
        if numbers:
            asked.append(_scale_question(numbers))
        return asked

    def _numbers_of_one_scale(self) -> list[_Number]:
        """Return the numbers that one scale can be told for; parts of other wholes are names."""
        wholes = {each.whole for each in self.unscaled if each.whole is not None}
        bare = [each for each in self.unscaled if each.whole is None]
        if not wholes:
            return bare
        if len(wholes) == 1 and all(each.value <= max(wholes) for each in bare):
            return self.unscaled
        for each in self.unscaled:
            if each.whole is not None:
                self._ask(each.text)
        self.unscaled = bare
        return bare


def named_moods(options: Options) -> dict[str, float]:
    """Return the moods that the person gave for names.

    Raises
    ------
    InvalidOption
        If one is no number from 1 to 10.
    """
    found = {}
    for name, text in options.map.items():
        mood = numbers.read(text)
        if mood is None or not LOWEST <= mood <= HIGHEST:
            raise InvalidOption("--map", f"{name}={text}", _example(name))
        found[name] = mood
    return found


def scale_in_name(column: str) -> Scale | None:
    """Return the scale that a column's own name tells, such as "mood (1-10)"."""
    found = _ENDS_IN_NAME.search(column)
    if not found or int(found[1]) >= int(found[2]):
        return None
    return Scale(float(found[1]), float(found[2]))


def is_number(text: str) -> bool:
    """Tell whether a text is a number, or a part of a whole such as 7/10 or 70%."""
    return _number(text) is not None


def _number(text: str) -> _Number | None:
    part = _PART_OF.fullmatch(text)
    value = number_of(part[1] if part else text)
    if value is None:
        return None
    return _Number(text, value, float(part[2] or 100) if part else None)


def _on_scale(number: _Number, scale: Scale) -> float:
    try:
        return from_other_scale(number.value, scale.lowest, scale.highest)
    except InvalidMood as problem:
        raise InvalidMood(number.text) from problem


def _scale_question(numbers: list[_Number]) -> Question:
    lowest, highest = (pick(each.value for each in numbers) for pick in (min, max))
    whole = max((each.whole for each in numbers if each.whole is not None), default=None)
    scale = _usual(lowest, highest) if whole is None else _of_whole(lowest, whole)
    # argparse takes a value that begins with a dash for an option.
    answer = f"--scale={scale}" if scale.lowest < 0 else f"--scale {scale}"
    return Question(Asked.SCALE, answer, (f"{lowest:g}", f"{highest:g}"))


def _of_whole(lowest: float, whole: float) -> Scale:
    fitting = (e for e in _USUAL_SCALES if e.highest == whole and e.lowest <= lowest)
    return next(fitting, Scale(min(0.0, lowest), whole))


def _example(name: str) -> str:
    return f'--map "{name}=5"'


def _usual(lowest: float, highest: float) -> Scale:
    fitting = (each for each in _USUAL_SCALES if each.lowest <= lowest and highest <= each.highest)
    return next(fitting, Scale(lowest, highest if highest > lowest else lowest + 1))
