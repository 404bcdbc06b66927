"""Numbers are read as the person means them, and written as the locale does."""

import subprocess
import sys
from decimal import Decimal

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from second_wind.core.errors.number_errors import AmbiguousNumber
from second_wind.words.base import numbers

LOCALES = ("en_US", "en_GB", "de_DE", "fr_FR", "de_CH", "pt_BR", "ar_EG", "hi_IN")
_LANGUAGES = sorted(each for each in locale_identifiers() if "_" not in each)

_READ = {
    "1.5": 1.5, "1,5": 1.5, "0.5": 0.5, ".5": 0.5, ",5": 0.5, "2.25": 2.25, "7": 7.0, "  7 ": 7.0,
    "١٫٥": 1.5, "١،٥": 1.5, "٢٠": 20.0, "۱٫۵": 1.5, "१.५": 1.5, "１．５": 1.5,
    "+5": 5.0, "-3": -3.0, "−3,5": -3.5, "1.2345": 1.2345, "1440": 1440.0, "\u200e7\u200f": 7.0,
}  # fmt: skip
_EITHER = {
    "1.000": (1, 1000), "1,000": (1, 1000), "1 000": (1, 1000), "1\u00a0000": (1, 1000),
    "1\u202f000": (1, 1000), "1\u2009000": (1, 1000), "1'000": (1, 1000), "1’000": (1, 1000),
    "١٬٠٠٠": (1, 1000), "١٫٠٠٠": (1, 1000), "6.125": (6.125, 6125), "0,375": (0.375, 375),
    "1.000,5": (1.0005, 1000.5), "1,000.5": (1.0005, 1000.5), "1 000,5": (1.0005, 1000.5),
    "1.000.000": (1, 1_000_000), "12,34,567": (12.34567, 1_234_567), "-1.000": (-1, -1000),
}  # fmt: skip
_NONE = (
    "", " ", ".", ",", "-", "1.", "1,", "1 5", "1'5", "'500", " 1 2 3 ", "1..5", "1.,5", "1:30",
    "abc", "6x", "1e1", "0x10", "1_0", "inf", "nan", "½", "²", "−", "--1", "1-", "9" * 41,
)  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("text", "number"), _READ.items())
def test_a_number_means_the_same_everywhere(locale: str, text: str, number: float) -> None:
    """Both marks stand before decimals whatever the locale, in the digits of any script."""
    numbers.choose(locale)
    assert numbers.read(text) == number


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("text", "readings"), _EITHER.items())
def test_what_could_be_two_numbers_is_neither(
    locale: str, text: str, readings: tuple[float, float]
) -> None:
    """One mark before three digits, or two marks, are refused with both readings."""
    numbers.choose(locale)
    with pytest.raises(AmbiguousNumber) as refused:
        numbers.read(text)
    assert refused.value.readings == readings
    assert refused.value.given == text.strip()


@pytest.mark.parametrize("text", _NONE)
def test_nonsense_is_no_number(text: str) -> None:
    """Nothing is guessed, nothing that only Python takes for a number is taken."""
    assert numbers.read(text) is None


@given(st.text(alphabet="0123456789.,' :+-٠١٫٬e\u202f", max_size=12))
def test_whatever_is_typed_no_digit_is_dropped(text: str) -> None:
    """A number that is read has the digits that were typed, in their order."""
    try:
        number = numbers.read(text)
    except AmbiguousNumber:
        return
    if number is not None:
        typed = "".join(str(int(each)) for each in text if each.isdecimal())
        assert f"{abs(Decimal(repr(number))):f}".replace(".", "").strip("0") == typed.strip("0")


@pytest.mark.parametrize(
    ("text", "per_unit", "minutes"),
    [("1:30", 1, 90), ("1:30", 60, 90), ("0:05", 60, 5), ("١:٣٠", 1, 90), ("20", 1, 20),
     ("1,5", 60, 90), ("1:5", 1, None), ("1:60", 1, None), ("1:30:00", 1, None), (":30", 1, None)],
)  # fmt: skip
def test_hours_and_minutes(text: str, per_unit: int, minutes: float | None) -> None:
    """1:30 is ninety minutes, in fields of hours and of minutes alike."""
    assert numbers.read_minutes(text, per_unit) == minutes


def test_what_is_shown_is_read_again() -> None:
    """A number that a field shows is read as the same number, in every language of Babel."""
    for locale in _LANGUAGES:
        numbers.choose(locale)
        for value in (0.5, 1.0, 6.9, 10.0, 1440.25, -0.5):
            assert numbers.read(numbers.short(value, 2)) == value, locale
            assert numbers.read(numbers.decimal(value, 2)) == value, locale


@given(st.sampled_from(LOCALES), st.floats(-99_999, 99_999), st.integers(0, 2))
def test_any_number_comes_back(locale: str, value: float, digits: int) -> None:
    """Shown and read again it is the number, rounded as it was shown."""
    numbers.choose(locale)
    assert numbers.read(numbers.short(value, digits)) == round(value, digits)
    assert numbers.read(numbers.decimal(value, digits)) == round(value, digits)


@pytest.mark.parametrize(
    ("locale", "half", "many"),
    [("en_US", "−0.5", "1,234,567"), ("en_GB", "−0.5", "1,234,567"), ("de_DE", "−0,5", "1.234.567"),
     ("fr_FR", "−0,5", "1\u202f234\u202f567"), ("de_CH", "−0.5", "1'234'567"),
     ("pt_BR", "−0,5", "1.234.567"), ("ar_EG", "−0.5", "1,234,567"), ("hi_IN", "−0.5", "12,34,567"),
     ("de-AT", "−0,5", "1.234.567"), ("xx_YY", "−0.5", "1,234,567"), ("C", "−0.5", "1,234,567")],
)  # fmt: skip
def test_numbers_are_written_as_the_locale_does(locale: str, half: str, many: str) -> None:
    """Decimals and thousands have the locale's marks; an unknown one is written as ours."""
    numbers.choose(locale)
    assert numbers.decimal(-0.5) == half
    assert numbers.whole(1_234_567) == many
    assert [numbers.whole(each) for each in (0, 999, -3)] == ["0", "999", "−3"]


def test_decimals_that_say_nothing() -> None:
    """A short number leaves them out, a decimal keeps them; nothing is minus zero."""
    assert [numbers.short(each, 2) for each in (7.0, 1.5, 1.666, 10.0)] == [
        "7",
        "1.5",
        "1.67",
        "10",
    ]
    assert [numbers.decimal(each) for each in (7.0, -0.04)] == ["7.0", "0.0"]
    assert [numbers.signed(each) for each in (2.6, 0.2, -0.2, -2.0)] == ["+3", "0", "0", "−2"]


def test_marks_of_the_system_go_before_those_of_its_locale() -> None:
    """Whoever set another mark in the system sees it."""
    numbers.choose("en_US", ",", ".")
    assert (numbers.decimal(1.5), numbers.whole(12_345)) == ("1,5", "12.345")


@pytest.mark.parametrize(
    ("variables", "half"),
    [({"LC_ALL": "de_DE.UTF-8"}, "0,5"), ({"LC_ALL": "", "LC_NUMERIC": "fr_FR@euro"}, "0,5"),
     ({"LC_ALL": "", "LANG": "pt_BR.UTF-8"}, "0,5"),
     ({"LC_ALL": "en_US.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"}, "0.5"),
     ({"LC_ALL": "", "LC_NUMERIC": "en_US", "LANG": "de_DE"}, "0.5"),
     ({"LC_ALL": "C.UTF-8"}, "0.5")],
)  # fmt: skip
def test_the_environment_tells_the_locale(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], half: str
) -> None:
    """LC_ALL goes before LC_NUMERIC, and that before LANG."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    numbers.choose(None)
    assert numbers.decimal(0.5) == half


def test_english_needs_no_babel() -> None:
    """Where it is not loaded, numbers are written as Babel would."""
    for code in numbers._LIKE_OURS - {"", "C", "POSIX"}:
        known = Locale.parse(code)
        marks = known.number_symbols["latn"]
        assert (marks["decimal"], marks["group"]) == (".", ",")
        assert known.decimal_formats[None].grouping == (3, 3)


@pytest.mark.parametrize(("locale", "loads"), [("en_GB.UTF-8", False), ("de_DE.UTF-8", True)])
def test_babel_is_loaded_late(locale: str, *, loads: bool) -> None:
    """Only where a number has to be written in a way that the source does not know."""
    program = (
        "import os, sys; os.environ['LC_ALL'] = sys.argv[1]\n"
        "from second_wind.words.base import language\n"
        "before = 'babel' in sys.modules\n"
        "language.points(6.5)\n"
        "print(before, 'babel' in sys.modules)"
    )
    ran = subprocess.run(
        (sys.executable, "-c", program, locale), capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["False", str(loads)]
