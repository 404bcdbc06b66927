"""People: in lists, on their own page, and in the line that Today has for them."""

from datetime import date

from second_wind.core.log.entries import Person, Talk, TalkKind
from second_wind.core.log.kinds import Noun
from second_wind.core.people.people import FollowUp, Mention
from second_wind.words.base import labels
from second_wind.words.base.language import _, pgettext, plain_date, short_date, translate_plural
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import nouns
from second_wind.words.entries.cards import facts_of_talk

_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25
_DAYS_UP_TO, _WEEKS_UP_TO, _MONTHS_UP_TO = 13, 62, 700
_LONGEST_NAME = 24
INTERVALS = (7, 14, 30, 60, 90, 180, 365)
"""What the form offers, in days."""


def lean_on() -> str:
    """Return the name of the group of those to lean on."""
    return _("People to lean on")


def met() -> str:
    """Return the name of the group of all others."""
    return _("People met on the way")


def columns() -> tuple[str, ...]:
    """Return the heads of the list."""
    return (
        pgettext("column", "Name"),
        pgettext("column", "Role and organisation"),
        pgettext("column", "How you met"),
        pgettext("column", "Contact"),
        pgettext("column", "Last talk"),
        pgettext("column", "Keep in touch"),
    )


def work(person: Person) -> str:
    """Return what somebody does and where, such as "Team lead, Contoso"."""
    return ", ".join(isolated(part) for part in (person.role, person.organisation) if part)


def facts(person: Person) -> str:
    """Return who somebody is, such as "a mentor · Team lead, Contoso"."""
    kind = labels.talk_kind(person.kind) if person.kind is not TalkKind.OTHER else ""
    return " · ".join(part for part in (kind, work(person)) if part)


def called(person: Person) -> str:
    """Return a name with what tells it apart in a list, such as "Ana Lima (Contoso)"."""
    more = person.organisation or person.role
    return f"{isolated(person.name)} ({isolated(more)})" if more else person.name


def short_name(name: str) -> str:
    """Return a name or another short text for a button: cut where it is long."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def written(person: Person) -> tuple[tuple[str, str], ...]:
    """Return what was written about somebody, each text with its name."""
    texts = (
        (_("How you met"), person.how_met),
        (pgettext("field", "Contact"), person.contact),
        (pgettext("field", "Notes"), person.note),
    )
    return tuple((name, text) for name, text in texts if text.strip())


def names(people: tuple[Person, ...]) -> str:
    """Return several names on one line."""
    return ", ".join(isolated(each.name) for each in people)


# Time


def span(days: int) -> str:
    """Return a length of time as one says it, such as "5 weeks"."""
    if days <= _DAYS_UP_TO:
        return translate_plural("{n} day", "{n} days", days).format(n=days)
    if days < _WEEKS_UP_TO:
        weeks = days // _WEEK
        return translate_plural("{n} week", "{n} weeks", weeks).format(n=weeks)
    if days < _MONTHS_UP_TO:
        months = round(days / _MONTH)
        return translate_plural("{n} month", "{n} months", months).format(n=months)
    years = int(days / _YEAR)
    return translate_plural("{n} year", "{n} years", max(1, years)).format(n=max(1, years))


def ago(day: date, today: date) -> str:
    """Return how long ago a day was, such as "3 weeks ago"."""
    days = (today - day).days
    if days < 1:
        return pgettext("when, within a sentence", "today")
    return (
        pgettext("when, within a sentence", "yesterday")
        if days == 1
        else _("{span} ago").format(span=span(days))
    )


def last_talk(day: date | None, today: date) -> str:
    """Return when the last talk was."""
    return ago(day, today) if day else pgettext("last talk", "none yet")


def interval(days: int | None) -> str:
    """Return how often to stay in touch, such as "every 2 weeks"; nothing for never."""
    if days is None:
        return ""
    known = {
        1: pgettext("how often", "every day"),
        7: pgettext("how often", "every week"),
        14: pgettext("how often", "every 2 weeks"),
        21: pgettext("how often", "every 3 weeks"),
        28: pgettext("how often", "every 4 weeks"),
        30: pgettext("how often", "every month"),
        60: pgettext("how often", "every 2 months"),
        90: pgettext("how often", "every 3 months"),
        180: pgettext("how often", "every half year"),
        365: pgettext("how often", "every year"),
    }
    return known.get(days) or translate_plural("every {n} day", "every {n} days", days).format(
        n=days
    )


# Today's one line


def follow_up(wait: FollowUp) -> str:
    """Return the line for somebody to think of."""
    if wait.last is None:
        text = _("You noted {name} down {span} ago, to stay in touch.")
    else:
        text = _("It has been {span} since you talked with {name}.")
    return text.format(name=isolated(wait.person.name), span=span(wait.days))


def rests_until(person: Person, day: date) -> str:
    """Return what is said when a follow-up was put off."""
    return _("{name} can wait until {day}.").format(name=isolated(person.name), day=plain_date(day))


# What talks mention


def mention(each: Mention) -> str:
    """Return what is known of a name that is no person yet."""
    talks = sum(isinstance(entry, Talk) for entry in each.entries)
    parts = [labels.talk_kind(each.kind)] if each.kind is not TalkKind.OTHER else []
    if talks:
        parts.append(nouns.amount(Noun.TALK, talks))
    return " · ".join([*parts, short_date(each.last_day)])


def add_mention(name: str) -> str:
    """Return the name of the button that makes a person of a name."""
    return _("Add {name}").format(name=isolated(name))


def opening_source(talk: Talk, name: str) -> str:
    """Return who mentioned an opening and when."""
    return " · ".join(part for part in (short_date(talk.day), isolated(name)) if part)


# A person's own page


def talk(each: Talk) -> str:
    """Return a talk on somebody's own page, its day first."""
    return " · ".join([short_date(each.day), *facts_of_talk(each)])


def no_talks(person: Person) -> str:
    """Return what is said where no talk is logged."""
    return _("No talk with {name} is logged yet.").format(name=isolated(person.name))


def stays_in_touch(person: Person, last: date | None, today: date) -> str:
    """Return the last talk and the interval in one sentence."""
    if last is None:
        said = _("No talk logged yet.")
    else:
        said = _("Last talk {ago}, on {day}.").format(ago=ago(last, today), day=plain_date(last))
    often = interval(person.keep_in_touch)
    return f"{said} {_('Keep in touch {often}.').format(often=often)}" if often else said


# What is done, and what there is not


def added(name: str) -> str:
    """Return what is said when somebody was added."""
    return _("{name} is among your people now.").format(name=isolated(name))


def deleted(name: str) -> str:
    """Return what is said when somebody was deleted."""
    return _("{name} is no longer among your people. What you talked about stays.").format(
        name=isolated(name)
    )


def empty_text() -> str:
    """Return what is said where there are no people."""
    return _(
        "People you meet along the way can be kept here, and people to lean on. "
        "If you like, Second Wind tells you when it has been a while."
    )


def form_hint() -> str:
    """Return what is said above the form."""
    return _("Only a name is needed. The rest can stay empty, or come later.")
