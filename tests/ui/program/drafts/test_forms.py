"""Each form: what stands in it when the program ends stands in it again when it is put back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from second_wind.core.log.drafts import Draft
from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Consultation,
    ConsultationKind,
    Exercise,
    FeelingWord,
    GoodNews,
    GoodNewsKind,
    Outing,
    Person,
    Rejection,
    Talk,
    Volunteering,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.entries.good_news_dialog import GoodNewsDialog
from second_wind.ui.entries.person_dialog import PersonDialog
from second_wind.ui.experts.consultation_dialog import ConsultationDialog
from second_wind.ui.history.entry_dialog import EntryDialog
from second_wind.ui.kit.drafts.fields import fields_in, typed_in
from second_wind.ui.kit.fields.number_field import NumberField
from second_wind.ui.kit.forms.form_dialog import FormDialog
from second_wind.ui.kit.names.tag_field import TagField
from second_wind.ui.kit.window.places import Place
from second_wind.ui.rejections.rejection_dialog import RejectionDialog
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.today.cards.activity_card import ActivityCard
from second_wind.ui.today.ledger_dialog import LedgerDialog

from .conftest import Session

TODAY = date(2026, 11, 22)
Begin = Callable[[], Session]
Fields = dict[str, str]

CARDS: dict[str, Callable[[MainWindow], ActivityCard]] = {
    "exercise": lambda window: window.today.exercise,
    "outings": lambda window: window.today.outings,
    "volunteering": lambda window: window.today.volunteering,
    "people": lambda window: window.today.people,
}
LOGGED: dict[str, AnyEntry] = {
    "exercise": Exercise(day=TODAY, at=time(9), minutes=25, kind="a walk"),
    "outings": Outing(day=TODAY, at=time(9), place="the bay"),
    "volunteering": Volunteering(day=TODAY, at=time(9), minutes=90, organisation="Library"),
    "people": Talk(day=TODAY, at=time(9), person="Ana", note="an hour of laughing"),
}


@dataclass(frozen=True)
class Asked:
    """A dialog with a form, and how it is opened."""

    make: Callable[[Journal, QWidget], FormDialog]
    entry: AnyEntry | None = None


REJECTION = Rejection(day=TODAY, company="Northwind", note="by e-mail")
PERSON = Person(day=TODAY, name="Ana", note="met at the fair")
NEWS = GoodNews(day=TODAY, kind=GoodNewsKind.OFFER, company="Contoso")
QUESTION = Consultation(day=TODAY, kind=ConsultationKind.COACHING, person="Ana", note="how?")
MENDED: tuple[AnyEntry, ...] = (
    CheckIn(day=TODAY, at=time(9), mood=4, feelings=("sad",), note="grey"),
    *LOGGED.values(),
    FeelingWord(day=TODAY, word="saudade", meaning="what is gone"),
)
DIALOGS: dict[str, Asked] = {
    "new rejection": Asked(RejectionDialog),
    "rejection": Asked(lambda j, w: RejectionDialog(j, w, REJECTION), REJECTION),
    "new person": Asked(PersonDialog),
    "person": Asked(lambda j, w: PersonDialog(j, w, PERSON, is_new=False), PERSON),
    "new good news": Asked(lambda j, w: GoodNewsDialog(j, TODAY, w)),
    "good news": Asked(lambda j, w: GoodNewsDialog(j, TODAY, w, NEWS), NEWS),
    "new question": Asked(ConsultationDialog),
    "question": Asked(lambda j, w: ConsultationDialog(j, w, QUESTION, is_new=False), QUESTION),
    **{
        f"mended {type(each).__name__}": Asked(
            lambda j, w, e=each: EntryDialog(j, w, e),  # type: ignore[misc]
            each,
        )
        for each in MENDED
    },
}


def fill(form: QWidget) -> Fields:
    """Put something else into every field, as far as it takes it, and return what stands there."""
    for field in form.findChildren(TagField):
        field.show_typed("a-key\tJo & Co\nanother\tSam")
    for name, field in fields_in(form).items():
        change(name, field)
    return typed_in(form)


def change(name: str, field: QWidget) -> None:
    """Put something else into one field."""
    match field:
        case QComboBox():
            field.setCurrentIndex(field.count() - 1)
        case QCheckBox():
            field.setChecked(not field.isChecked())
        case QDateTimeEdit():
            field.setDateTime(field.dateTime().addDays(-3).addSecs(-600))
        case QAbstractSpinBox():
            line = field.findChild(QLineEdit)
            assert isinstance(line, QLineEdit)
            line.setText("1,5.0?" if isinstance(field, NumberField) else "17")
        case QPlainTextEdit():
            field.setPlainText(f"{name}: first line\nand “a second”, \U0001f33b ")
        case QLineEdit():
            field.setText(f"{name} of mine ")


def unnamed(form: QWidget) -> list[QWidget]:
    """Return the fields of a form that drafts could not tell from others."""
    kinds = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QCheckBox, QComboBox)
    named = fields_in(form).values()
    inputs = [each for each in form.findChildren(QWidget) if isinstance(each, kinds)]
    within = [each for each in inputs if not each.objectName().startswith("qt_")]
    return [each for each in within if each not in named]


def put_back(session: Session, then: Callable[[], None]) -> Draft:
    """Put the one draft that is offered back, and do something in the dialog that opens."""
    (draft,) = session.offer._waiting()
    QTimer.singleShot(0, then)
    session.offer._putting_back.put_back(draft)
    return draft


def in_dialog(do: Callable[[QDialog], None]) -> Callable[[], None]:
    """Do something in the dialog that is open, and leave it."""

    def then() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        do(dialog)
        dialog.done(0)

    return then


# Cards of Today


@pytest.mark.parametrize("is_new", [True, False], ids=["new", "mended"])
@pytest.mark.parametrize("name", CARDS)
def test_the_form_of_a_card_comes_back_as_it_stood(name: str, is_new: bool, begin: Begin) -> None:
    """In every field, for a new entry and for one that was being mended."""
    first = begin()
    first.log(*([] if is_new else [LOGGED[name]]))
    card = CARDS[name](first.window)
    if is_new:
        card.ask()
    else:
        card._open(card.entries_of(card.day)[0])
    assert unnamed(card.editor) == []
    stood = fill(card.editor)
    second = begin()
    assert first is not second
    assert second.offered()
    then = CARDS[name](second.window)
    assert then.editor.isHidden()
    put_back(second, lambda: None)
    assert not then.editor.isHidden()
    assert typed_in(then.editor) == stood
    assert (then.editor.entry is None) == is_new
    assert second.keeper.look()
    assert len(second.journal.drafts()) == 1
    then.editor.close_form()
    second.keeper.look()
    assert second.journal.drafts() == []


@pytest.mark.parametrize("name", CARDS)
def test_a_form_that_was_stored_or_never_filled_is_no_draft(name: str, begin: Begin) -> None:
    """Only what somebody typed and the log lacks is offered."""
    first = begin()
    CARDS[name](first.window).ask()
    assert begin().offered() == ""


def test_what_was_put_aside_is_kept_too(begin: Begin) -> None:
    """Esc puts it aside; the end of the program doesn't take it away."""
    first = begin()
    card = first.window.today.exercise
    card.ask()
    stood = fill(card.editor)
    card.editor.put_aside()
    second = begin()
    put_back(second, lambda: None)
    assert typed_in(second.window.today.exercise.editor) == stood


def test_a_form_whose_entry_is_gone_is_one_for_a_new_entry(begin: Begin) -> None:
    """What was typed is there all the same."""
    first = begin()
    first.log(LOGGED["people"])
    card = first.window.today.people
    card._open(card.day.talks[0])
    stood = fill(card.editor)
    second = begin()
    second.journal.store(delete=[LOGGED["people"]], name=ActName.DELETE)
    put_back(second, lambda: None)
    editor = second.window.today.people.editor
    assert typed_in(editor)["note"] == stood["note"]
    assert editor.entry is None


def test_the_talk_on_a_persons_page_comes_back_on_today(begin: Begin) -> None:
    """With the person whom it was with."""
    first = begin()
    first.log(PERSON)
    first.window.open_person(PERSON.id)
    page = first.window.stack.page(Place.PEOPLE)
    page.view.talks.log.click()  # type: ignore[attr-defined]
    editor = page.view.talks.editor  # type: ignore[attr-defined]
    editor._note.setText("she knows somebody")
    second = begin()
    put_back(second, lambda: None)
    then = second.window.today.people.editor
    assert "she knows somebody" in typed_in(then)["note"]
    assert then._said().person_id == PERSON.id  # type: ignore[union-attr]


# Dialogs


@pytest.mark.parametrize("name", DIALOGS)
def test_the_form_of_a_dialog_comes_back_as_it_stood(name: str, begin: Begin) -> None:
    """In every field; left without saving once it is back, it is let go."""
    asked = DIALOGS[name]
    first = begin()
    first.log(*filter(None, [asked.entry]))
    dialog = asked.make(first.journal, first.window)
    dialog.show()
    assert unnamed(dialog._form) == []
    stood = fill(dialog._form)
    second = begin()
    assert second.offered()
    seen: list[Fields] = []

    def look(then: QDialog) -> None:
        assert isinstance(then, FormDialog)
        seen.append(typed_in(then._form))
        second.keeper.look()
        assert len(second.journal.drafts()) == 1

    put_back(second, in_dialog(look))
    assert seen == [stood]
    second.keeper.look()
    assert second.journal.drafts() == []


def test_lines_for_a_resume_come_back_as_they_stood(begin: Begin) -> None:
    """As long as they were neither copied nor left."""
    first = begin()
    first.log(LOGGED["volunteering"])
    dialog = LedgerDialog(first.journal, first.window)
    dialog.show()
    assert dialog.drafts() == {}
    dialog.lines.appendPlainText("Reader, School")
    stood = dialog.lines.toPlainText()
    second = begin()
    assert "Lines for a résumé" in second.offered()
    seen: list[str] = []

    def look(then: QDialog) -> None:
        assert isinstance(then, LedgerDialog)
        seen.append(then.lines.toPlainText())
        then.reject()
        assert then.isVisible()
        assert "copying takes it with you" in then.question.text()
        then.copy.click()
        then.reject()
        assert not then.isVisible()

    put_back(second, in_dialog(look))
    assert seen == [QApplication.clipboard().text()] == [stood]
    second.keeper.look()
    assert second.journal.drafts() == []


def test_an_entry_that_is_gone_leaves_its_text(begin: Begin) -> None:
    """There is nothing to mend any more; the words can be copied, and stay until let go."""
    entry = LOGGED["people"]
    first = begin()
    first.log(entry)
    dialog = EntryDialog(first.journal, first.window, entry)
    dialog.show()
    dialog.form.findChild(QPlainTextEdit, "note").setPlainText("what came of it")  # type: ignore[union-attr]
    second = begin()
    second.journal.store(delete=[entry], name=ActName.DELETE)

    def copy(sheet: QDialog) -> None:
        (card,) = sheet.cards  # type: ignore[attr-defined]
        card.put_back.click()

    QTimer.singleShot(0, in_dialog(copy))
    second.offer.show()
    assert QApplication.clipboard().text() == "what came of it"
    assert len(second.journal.drafts()) == 1
