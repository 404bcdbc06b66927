"""Logs of applications, and the rejections in them."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from second_wind.core.errors.import_errors import Asked, Fault, InvalidOption, RejectedLine
from second_wind.core.log.entries import Channel, Stage
from second_wind.exchange.formats.reading import Left, LeftOut
from second_wind.words.files import exchange

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
    """Columns date, company, role, stage, feedback: every row is one, once that is told."""
    text = (
        "date,company,role,stage,feedback,notes\n"
        "2022-01-05,A,Clerk,phone screen,too far,x\n"
        "2022-01-06,B,Clerk,onsite loop,,\n"
        "2022-01-07,C,Clerk,culture chat,,\n"
    )
    asked = read(text)
    assert [each.asked for each in asked.questions] == [Asked.OUTCOME_COLUMN]
    assert not asked.entries
    found = read(text, map=["*=rejected"])
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
    assert [each.asked for each in told.questions] == [Asked.REJECTION_DAY]
    left = read(text, columns=["applied=Date,day=none"])
    assert left.rejected == (RejectedLine(3, Fault.NO_OUTCOME_DAY),)


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


KANBAN = (
    "Employer,Role,Stage,Date\n"
    "A,Clerk,Applied,2022-01-03\nB,Clerk,Interview,2022-01-04\n"
    "C,Clerk,Rejected,2022-01-05\nD,Clerk,Accepted,2022-01-06\n"
)


def test_a_stage_that_speaks_of_rejection_is_the_outcome(read) -> None:
    """Boards call it so: only what was rejected is one, and its stage is not known."""
    asked = read(KANBAN)
    assert [each.asked for each in asked.questions] == [Asked.OUTCOME_DATE_MEANING]
    found = read(KANBAN, columns=["day=Date"])
    ((company, stage),) = ((each.company, each.stage) for each in found.entries)
    assert (company, stage) == ("C", Stage.NOT_SAID)
    assert set(found.unmapped) == {"Applied", "Interview", "Accepted"}


@pytest.mark.parametrize(
    "header",
    [
        "Company,Position,Date",
        "Company,Position,Stage,Date",
        "Company,Position,Application date,Interview date",
        "companyName,jobTitle,createdAt",
        "company_name,job_title,date_applied,final_word",
        "Company,Position,Decision date",
        "Firma,Stelle,Beworben am",
        "Company,Position,Verdict,Date",
        "Company,Role,State,Date",
        "Employer,Place,Date",
    ],
)
@pytest.mark.parametrize("cell", ["2022-01-05", "Applied", "Offer", ""])
def test_without_a_known_outcome_it_is_asked(read, header: str, cell: str) -> None:
    """No row of a list becomes a rejection because nothing says that it is none."""
    names = header.split(",")
    row = [f"{name[0]}x" if i < 2 else cell for i, name in enumerate(names)]
    found = read(f"{header}\n{','.join(row)}\n")
    assert not found.entries
    assert [each.asked for each in found.questions] == [Asked.OUTCOME_COLUMN]
    assert found.questions[0].names == tuple(names)
    day = read(f"{header}\n{','.join(row)}\n", columns=[f"day={names[-1]}"])
    assert not day.entries


def test_a_day_of_rejection_alone_makes_a_list(read) -> None:
    """The rows that have one are rejections, the others are left out."""
    found = read("Company,Role,Rejected on\nA,Clerk,2022-01-05\nB,Clerk,\nC,Clerk,N/A\n")
    assert [each.company for each in found.entries] == ["A"]
    assert found.left_out == (LeftOut(Left.OUTCOME, "", 2),)
    assert not found.questions


@pytest.mark.parametrize("outcome", ["Withdrawn", "Offer accepted", "I rejected them", "Hired"])
def test_an_outcome_that_speaks_against_it_outweighs_a_day(read, outcome: str) -> None:
    """A day in the column of rejections makes none of what was an offer, or one's own no."""
    found = read(f"Company,Status,Rejected on\nA,{outcome},2022-01-05\n")
    assert not found.entries
    assert found.unmapped == (outcome,)


TRACKER = (
    "Company,Role,Date saved,Date applied,Follow-up date,Status\n"
    "A,Clerk,2022-01-01,2022-01-02,,Rejected\nB,Clerk,,2022-01-03,,Rejected after interview\n"
    "C,Clerk,,2022-01-04,,Applied\n"
)


def test_rejections_without_a_day_are_asked_about(read) -> None:
    """How many they are, which columns hold dates, and how to leave them out."""
    found = read(TRACKER)
    (question,) = found.questions
    assert question.asked is Asked.REJECTION_DAY
    assert question.counts == (2,)
    assert question.names == ("Date saved", "Date applied", "Follow-up date")
    assert question.answer == '--columns "day=Date applied"'
    said = exchange.question(question)
    assert "2 rejections have no day" in said
    assert "Date saved" in said
    assert "day=none" in said
    assert not found.entries


def test_the_day_that_is_told_is_taken(read) -> None:
    """Then each lies on it; or they are left out by line, as they were told."""
    found = read(TRACKER, columns=["day=Date applied"])
    assert [(e.day.day, e.stage) for e in found.entries] == [
        (2, Stage.NOT_SAID),
        (3, Stage.INTERVIEW),
    ]
    left = read(TRACKER, columns=["day=none"])
    assert not left.questions
    assert [(each.line, each.fault) for each in left.rejected] == [
        (2, Fault.NO_OUTCOME_DAY),
        (3, Fault.NO_OUTCOME_DAY),
    ]


def test_a_list_without_any_date_says_so(read) -> None:
    """Then only leaving them out is offered, and what would help is named."""
    found = read("Company,Status\nA,Rejected\n")
    (question,) = found.questions
    assert (question.asked, question.names) == (Asked.REJECTION_DAY, ())
    assert "Rejected on" in exchange.question(question)


def test_the_day_on_which_the_status_changed_is_the_outcomes(read) -> None:
    """For a row that is rejected it is the day on which it became so."""
    found = read(
        "Job Title,Company Name,Applied Date,Status,Status Date,Archived\n"
        "Clerk,A,2022-01-01,REJECTED,2022-01-09,No\nClerk,B,N/A,SAVED,2022-01-08,No\n"
        "Clerk,C,2022-01-01,REJECTED,N/A,No\n"
    )
    assert [(each.company, each.role, each.day.day) for each in found.entries] == [
        ("A", "Clerk", 9)
    ]
    assert found.rejected == (RejectedLine(4, Fault.NO_OUTCOME_DAY),)


def test_names_are_the_same_words_however_joined(read) -> None:
    """In capitals, in one word or with a line between; a yes is no date of application."""
    found = read(
        "applied,appliedDate,Company,JobTitle,job_status,Status\n"
        "Yes,2022-01-02,A,Clerk,x,Rejected\n",
        columns=["day=appliedDate"],
    )
    (entry,) = found.entries
    assert (entry.company, entry.role, entry.day.day) == ("A", "Clerk", 2)


def test_what_is_told_to_be_no_rejection_is_none(read) -> None:
    """Open, an offer, one's own no, or left out: whatever its words and its day say."""
    text = "Company,Status,Rejected on\nA,Rejected early,2022-01-05\n"
    assert len(read(text).entries) == 1
    for told in ("open", "offer", "mine", "skip"):
        found = read(text, map=[f"Rejected early={told}"])
        assert not found.entries
        assert not found.unmapped


def test_a_table_of_days_is_none_of_applications(read) -> None:
    """Hours for an organisation in a role are volunteering."""
    text = "Date,Organisation,Role,Volunteering\n2022-01-05,Library,Reader,2\n"
    assert read(text).format == "csv"


def test_a_column_of_days_called_rejected_makes_a_list(read) -> None:
    """In sheets with a column for each stage; one with yes and no is asked about."""
    header = "Company,Role,Applied,Interview,Rejected\n"
    found = read(f"{header}A,Clerk,2022-01-01,,2022-01-05\nB,Clerk,2022-01-02,2022-01-03,\n")
    assert [(each.company, each.day.day) for each in found.entries] == [("A", 5)]
    ticked = read(f"{header}A,Clerk,2022-01-01,,yes\nB,Clerk,2022-01-02,,no\n")
    assert [each.asked for each in ticked.questions] == [Asked.OUTCOME_COLUMN]


def test_notes_about_employers_are_no_diary(read) -> None:
    """A list that only names companies is one of applications, and asked about as such."""
    found = read("Company,Date,Notes\nA,2022-01-05,nice people\n")
    assert (found.format, found.entries) == ("job-log", ())
    assert [each.asked for each in found.questions] == [Asked.OUTCOME_COLUMN]


NAMES_OF_OUTCOMES = (
    "Verdict",
    "Progress",
    "Phase",
    "Where it stands",
    "Final word",
    "Board",
    "Mail",
)
OUTCOMES = ("Rejected", "rejected by me", "Applied", "Offer", "Interview", "", "yes", "2022-01-05")


@given(
    name=st.sampled_from(NAMES_OF_OUTCOMES),
    more=st.sampled_from(["Date", "Date applied", "Next step", "Stage", "Decision date", "Salary"]),
    rows=st.lists(
        st.tuples(st.sampled_from(OUTCOMES), st.sampled_from(OUTCOMES)), min_size=1, max_size=6
    ),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_outcome_under_any_other_name_is_asked(
    read, name: str, more: str, rows: list[tuple[str, str]]
) -> None:
    """Whatever the other columns hold; the one that speaks of rejection is named in the answer."""
    is_known = more == "Stage" and any("reject" in other.casefold() for _one, other in rows)
    lines = "".join(f"C{i},Clerk,{one},{other}\n" for i, (one, other) in enumerate(rows))
    found = read(f"Employer,Role,{name},{more}\n{lines}")
    if is_known:
        assert all("by me" not in each.note for each in found.entries)
    else:
        assert not found.entries
        (question,) = found.questions
        assert question.asked is Asked.OUTCOME_COLUMN
        if any("reject" in one.casefold() for one, _other in rows):
            assert question.answer == f'--columns "outcome={name}"'
