"""Files that other people's programs wrote, where SECOND_WIND_SAMPLES names them."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from statistics import mean

import pytest

from second_wind.core.errors.import_errors import Asked, Fault
from second_wind.core.log.entries import CheckIn, Rejection
from second_wind.exchange.formats.reading import Left
from second_wind.exchange.plan.plan import ImportPlan, carry_out, prepare
from second_wind.exchange.values.options import Options
from second_wind.journal.journal import Journal

OBSIDIAN = "daylio_csv_obsidian/daylio_export_"


def brought(path: Path, journal: Journal, options: Options | None = None) -> ImportPlan:
    """Import a file twice: the second time brings nothing."""
    told = options or Options()
    plan = prepare(path, told, journal)
    assert carry_out(plan, journal) == len(plan.new)
    assert carry_out(prepare(path, told, journal), journal) == 0
    return plan


def test_daylio_on_the_twelve_hour_clock(samples: Path, journal: Journal) -> None:
    """The daily means on Daylio's own scale are 5, 5, 4.6, 4.3, none and 2."""
    plan = brought(samples / "daylio_csv_12h/test_data.csv", journal)
    assert not plan.rejected
    days = journal.days(date(2020, 5, 25), date(2020, 5, 30))
    on_its_scale = [
        None if each.mood is None else round(1 + (each.mood - 1) * 4 / 9, 1) for each in days
    ]
    assert on_its_scale[::-1] == [5, 5, 4.6, 4.3, None, 2]


@pytest.mark.parametrize("name", ["rejections_177.csv", "applications_177_masked.csv"])
def test_rejections_on_their_days(samples: Path, journal: Journal, name: str) -> None:
    """Both files bring 59 rejections on the right days without a word being typed."""
    plan = brought(samples / "job_rejections" / name, journal)
    with (samples / "job_rejections/rejections_177.csv").open(newline="") as stream:
        right = Counter(
            date.fromisoformat(row["rejection_date"])
            for row in csv.DictReader(stream)
            if row["rejection_date"]
        )
    found = Counter(each.day for each in journal.entries(Rejection))
    assert found == right
    assert sum(found.values()) == 59
    assert sum(count >= 2 for count in found.values()) == 12
    assert {each.name: each.count for each in plan.left_out if each.what is Left.OUTCOME} == {
        "Ghosted": 113,
        "Interview": 4,
        "Offer": 1,
    }


def test_prompts_of_a_month(samples: Path, journal: Journal, told) -> None:
    """113 check-ins on 31 days, and 9 prompts without an answer left out."""
    options = told(columns=["day=start,mood=positive"], scale="0:100", date_order="mdy")
    plan = brought(samples / "fisher_manyanalysts/manyAnalystsESM.csv", journal, options)
    check_ins = journal.entries(CheckIn)
    assert len(check_ins) == 113
    assert len({each.day for each in check_ins}) == 31
    assert [each.count for each in plan.left_out if each.what is Left.UNANSWERED] == [9]
    first = min(check_ins, key=lambda each: (each.day, each.at))
    assert (first.mood, first.original) == (pytest.approx(1 + 9 * 0.36), "36")


@pytest.mark.parametrize(
    ("name", "asked", "lines"),
    [
        ("daylio_csv_samples/sample.csv", 2, {}),
        ("daylio_csv_samples/sample_multiple_moods.csv", 4, {}),
        (f"{OBSIDIAN}ok.csv", 9, {5: Fault.TOO_MANY}),
        (f"{OBSIDIAN}ok_scales.csv", 6, {}),
        (f"{OBSIDIAN}escaped_characters.csv", 4, {5: Fault.TOO_MANY}),
        (f"{OBSIDIAN}bad_missing_fields.csv", 3, {3: Fault.NO_DAY, 5: Fault.TOO_MANY}),
    ],
)
def test_own_moods_and_broken_lines(
    samples: Path, journal: Journal, told, name: str, asked: int, lines: dict[int, Fault]
) -> None:
    """Own mood names are asked, broken lines named, and the rest comes once all is told."""
    plan = prepare(samples / name, Options(), journal)
    (question,) = plan.questions
    assert question.asked is Asked.MOODS
    assert {each.line: each.fault for each in plan.rejected} == lines
    assert len(question.names) == asked
    options = told(map=[f"{each}=5" for each in question.names])
    with (samples / name).open(newline="", encoding="utf-8") as stream:
        rows = sum(1 for _ in csv.reader(stream)) - 1
    assert brought(samples / name, journal, options).check_ins == rows - len(lines)


def test_a_series_with_gaps(samples: Path, journal: Journal, told) -> None:
    """A day without a value stays one: its mean is that of the others."""
    path = samples / "erp_reference/synthetic_series.csv"
    plan = brought(path, journal, told(scale="1:10"))
    gaps = sum(each.count for each in plan.left_out if each.what is Left.UNANSWERED)
    with path.open(newline="") as stream:
        assert plan.check_ins == len(list(csv.DictReader(stream))) - gaps
    assert 1 < mean(each.mood or 0 for each in journal.entries(CheckIn)) < 10
