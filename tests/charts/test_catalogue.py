"""The one list of charts: what each answers, what it takes, and what draws it."""

import subprocess
import sys

import pytest

from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import LIGHT
from second_wind.charts.catalogue import CATALOGUE, ChartName, Ground, Grouping, Wish, chart, parts
from second_wind.core.analysis.parts import Part
from second_wind.journal.journal import Journal


def test_every_chart_is_listed_with_what_it_answers() -> None:
    """In the order in which they are offered, each with words of its own."""
    assert list(CATALOGUE) == list(ChartName)
    assert all(each.question().endswith("?") for each in CATALOGUE.values())
    assert all(each.needs().startswith("It takes ") for each in CATALOGUE.values())
    assert len({each.title() for each in CATALOGUE.values()}) == len(ChartName)


@pytest.mark.parametrize("name", ChartName)
def test_an_empty_log_has_a_sentence_for_each(name: ChartName, journal: Journal) -> None:
    """Nothing to draw is said kindly, and drawn as words."""
    ground = Ground.of(journal.analysis.timeline(), journal.today(), journal.settings)
    made = chart(Wish(name), ground)
    assert not made.enough
    assert made.reading
    made.draw(new_figure(5, 3), LIGHT)


def test_stages_are_worked_out_only_where_they_are_shown() -> None:
    """A chart names what it takes of the analysis, and no more."""
    assert Part.STAGES in parts(ChartName.ALL, Grouping.STAGE)
    assert Part.STAGES not in parts(ChartName.ALL)
    assert parts(ChartName.WEEKS, Grouping.MONTH) == (Part.RAW,)


def test_to_know_the_charts_loads_none() -> None:
    """The window's row of names and `chart --help` wait for neither numpy nor matplotlib."""
    program = "import sys, second_wind.charts.catalogue; print(*sys.modules)"
    ran = subprocess.run(
        (sys.executable, "-c", program), capture_output=True, text=True, check=True
    )
    loaded = {each.split(".")[0] for each in ran.stdout.split()}
    assert not loaded & {"numpy", "matplotlib", "peewee", "PIL"}
