"""Logs of applications, and the rejections in them."""

from datetime import date

import pytest

from second_wind.core.entries import Channel, Stage
from second_wind.core.import_errors import Asked, Fault, InvalidOption, RejectedLine
from second_wind.exchange.reading import Left, LeftOut

LOG = "Company,Position,Date sent,Response?,Date of 1st Response,Time to Rejection,Salary\n"


def test_the_day_is_the_outcomes(read) -> None:
    """A rejection lies on the day that it came, from mixed m/d/yyyy and days until it."""
    found = read(
        LOG
        + "A,Analyst,1/2/2022,Rejected,1/12/2022,20,\r\n"
        + "B,Clerk,1/13/2022,Rejected,1/15/2022,,\r\n"
        + 'C,Clerk,1/3/2022,Interview,1/5/2022,30,"1,000"\r\n'
    )
    assert found.format == "job-log"
    assert [(each.company, each.day) for each in found.entries] == [
        ("A", date(2022, 1, 22)),
        ("B", date(2022, 1, 15)),
        ("C", date(2022, 2, 2)),
    ]
    assert found.entries[2].stage is Stage.INTERVIEW
    assert found.entries[2].note == "Interview"
    assert {each.source for each in found.entries} == {"job-log"}


def test_without_an_outcomes_day_the_line_is_reported(read) -> None:
    """The day of the application never stands in for that of the rejection."""
    found = read(LOG + "A,Analyst,1/22/2022,Rejected,,,\nB,,1/22/2022,Rejected,,3,\n")
    assert found.rejected == (RejectedLine(2, Fault.NO_OUTCOME_DAY),)
    assert [each.day for each in found.entries] == [date(2022, 1, 25)]


def test_only_rejections_count_unless_told(read) -> None:
    """Ghosted, interviews and offers are left out and counted; Ghosted counts if asked."""
    text = (
        "employer,applied,outcome,rejection_date\nA,2021-12-01,Ghosted,2022-01-05\n"
        "B,2021-12-01,Ghosted,\nC,2021-12-01,Interview,\nD,,Rejected,2022-01-07\n"
    )
    found = read(text)
    assert [each.company for each in found.entries] == ["A", "D"]
    assert set(found.left_out) == {
        LeftOut(Left.OUTCOME, "Ghosted", 1),
        LeftOut(Left.OUTCOME, "Interview", 1),
    }
    assert found.unmapped == ("Ghosted", "Interview")
    assert not found.questions
    told = read(text, map=["Ghosted=no-answer"])
    assert [(each.company, each.how) for each in told.entries] == [
        ("A", Channel.NO_ANSWER),
        ("D", Channel.NOT_SAID),
    ]
    assert told.rejected == (RejectedLine(3, Fault.NO_OUTCOME_DAY),)


@pytest.mark.parametrize(
    ("outcome", "counts"),
    [
        ("Rejected", True),
        ("REJECTED after interview", True),
        ("Inter + Rejec", True),
        ("rejection", True),
        ("not rejected yet", False),
        ("Offer", False),
        ("", False),
    ],
)
def test_what_says_rejected(read, outcome: str, counts: bool) -> None:
    """The word is recognised in its forms, but not its opposite."""
    found = read(f"company,outcome,outcome date\nA,{outcome},2022-01-05\nB,Rejected,2022-01-06\n")
    assert [each.company for each in found.entries] == (["A", "B"] if counts else ["B"])


def test_a_log_of_rejections_alone(read) -> None:
    """Columns date, company, role, stage, feedback: every row is one."""
    found = read(
        "date,company,role,stage,feedback,notes\n"
        "2022-01-05,A,Clerk,phone screen,too far,x\n"
        "2022-01-06,B,Clerk,onsite loop,,\n"
        "2022-01-07,C,Clerk,culture chat,,\n"
    )
    first, second, third = found.entries
    assert (first.stage, first.feedback, first.note) == (Stage.PHONE_SCREEN, "too far", "x")
    assert second.stage is Stage.INTERVIEW
    assert (third.stage, third.note) == (Stage.OTHER, "culture chat")
    assert found.unmapped == ("culture chat",)


def test_a_bare_date_among_applications_is_asked(read) -> None:
    """Where other outcomes show a log of applications, its date may be the application's."""
    text = "Date,Company,Status\n2022-01-05,A,Applied\n2022-01-06,B,Rejected\n"
    found = read(text)
    (question,) = found.questions
    assert (question.asked, question.answer) == (
        Asked.OUTCOME_DATE_MEANING,
        '--columns "day=Date"',
    )
    assert not found.entries
    assert [each.day.day for each in read(text, columns=["day=Date"]).entries] == [6]
    told = read(text, columns=["applied=Date"])
    assert told.rejected == (RejectedLine(3, Fault.NO_OUTCOME_DAY),)


def test_an_ambiguous_order_is_asked(read) -> None:
    """Application days count as evidence too; without any the order is asked."""
    text = "company,applied,outcome,rejected on\nA,{},Rejected,3/4/2022\n"
    assert [each.asked for each in read(text.format("2/1/2022")).questions] == [Asked.DATE_ORDER]
    assert [e.day for e in read(text.format("1/13/2022")).entries] == [date(2022, 3, 4)]


def test_several_on_a_day_are_several(read) -> None:
    """Two rejections by one employer on one day are both kept."""
    found = read("company,rejected on\nA,2022-01-05\nA,2022-01-05\n")
    assert len(found.entries) == 2


def test_the_identity_is_the_applications(read) -> None:
    """What is learned later, or written otherwise, changes an entry and makes no new one."""
    row = "company,role,applied,rejected on,feedback\n{},Clerk,2022-01-01,{},{}\n"
    one, other = (
        read(row.format(*each)).entries[0]
        for each in (("Acme ", "2022-01-05", ""), ("ACME", "2022-01-06", "x"))
    )
    assert one.source_id == other.source_id


def test_dates_that_are_none_are_reported(read) -> None:
    """A broken day is named by line, with what stood there."""
    found = read("company,rejected on\nA,soon\nB,2022-01-05\nC\n")
    assert found.rejected == (
        RejectedLine(2, Fault.BAD_DAY, "soon"),
        RejectedLine(4, Fault.TOO_FEW, "1/2"),
    )


def test_a_map_that_says_nothing_here(read) -> None:
    """An outcome can be rejected, a way in which it came, or a stage; nothing else."""
    with pytest.raises(InvalidOption):
        read("company,outcome,rejected on\nA,Ghosted,\n", map=["Ghosted=5"])
