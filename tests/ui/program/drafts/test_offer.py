"""The line and the sheet: nothing goes unless somebody lets it go."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.drafts import Draft, DraftForm
from second_wind.ui.program.drafts.drafts_sheet import DraftsDialog

from .conftest import Session

Begin = Callable[[], Session]
TODAY = date(2026, 11, 22)
TALK = Draft(
    form=DraftForm.TALK, day=TODAY, fields={"note": "she <b>knows</b>"}, words="she <b>knows</b>"
)
WALK = Draft(
    form=DraftForm.EXERCISE,
    day=TODAY - timedelta(days=2),
    fields={"kind": "a walk"},
    words="a walk",
)


@pytest.fixture
def session(begin: Begin) -> Session:
    """Open the window with two drafts that wait."""
    session = begin()
    session.journal.keep_drafts([TALK, WALK])
    session.offer.say()
    return session


def on_sheet(session: Session, do: Callable[[DraftsDialog], None]) -> None:
    """Press the line's button and do something on the sheet that opens."""

    def then() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, DraftsDialog)
        do(sheet)

    QTimer.singleShot(0, then)
    line = session.window.lines.line("drafts")
    assert line is not None
    line.act_button.click()


def waiting(session: Session) -> list[Draft]:
    """Return what is in the journal."""
    return session.journal.drafts()


def test_not_now_keeps_all_for_the_next_start(begin: Begin, session: Session) -> None:
    """The line goes for now."""
    line = session.window.lines.line("drafts")
    assert line is not None
    line.close_button.click()
    session.keeper.look()
    assert waiting(session) == [TALK, WALK]
    assert "2 things" in begin().offered()


def test_a_closed_sheet_changes_nothing(session: Session) -> None:
    """The latest stands first; the line stays."""
    shown: list[str] = []

    def close(sheet: DraftsDialog) -> None:
        shown.extend(card.title.text() for card in sheet.cards)
        sheet.reject()

    on_sheet(session, close)
    assert shown == ["Exercise, Friday 20 November", "A talk, today"]
    assert waiting(session) == [TALK, WALK]
    assert "2 things" in session.offered()


def test_let_go_goes_when_the_sheet_is_closed(session: Session) -> None:
    """Until then it can be kept after all."""

    def let_go(sheet: DraftsDialog) -> None:
        walk, talk = sheet.cards
        walk.drop.click()
        talk.drop.click()
        assert not talk.put_back.isEnabled()
        talk.drop.click()
        assert talk.put_back.isEnabled()
        assert waiting(session) == [TALK, WALK]
        sheet.close_button.click()

    on_sheet(session, let_go)
    assert waiting(session) == [TALK]
    assert "A talk, today" in session.offered()


def test_put_back_opens_the_form_and_leaves_the_other(session: Session) -> None:
    """It is not offered a second time while it stands in its form."""
    on_sheet(session, lambda sheet: sheet.cards[1].put_back.click())
    editor = session.window.today.people.editor
    assert not editor.isHidden()
    assert "A talk" not in session.offered()
    session.keeper.look()
    assert sorted(each.words for each in waiting(session)) == ["a walk", "she <b>knows</b>"]


def test_what_was_typed_is_shown_as_it_was_typed(session: Session) -> None:
    """Signs of markup are letters like any other."""
    on_sheet(
        session,
        lambda sheet: (
            pytest.fail("markup") if sheet.cards[1].text.textFormat().name != "PlainText" else None,
            sheet.reject(),
        ),
    )


def test_nothing_is_said_where_nothing_waits(begin: Begin) -> None:
    """Nor does an empty line take any room."""
    session = begin()
    assert session.offered() == ""
    assert session.window.lines.isHidden()


def test_a_journal_that_cant_be_read_now_is_told(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a sentence, not as a bug."""

    def fail() -> list[Draft]:
        raise JournalUnreachable(session.journal.path)

    monkeypatch.setattr(session.journal, "drafts", fail)
    session.offer.say()
    assert session.window.banner.isVisible()
