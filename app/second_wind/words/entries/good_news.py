"""The words for good news, and for a chapter that closes or opens again."""

from second_wind.core.log.entries import GoodNews, GoodNewsKind
from second_wind.core.log.kinds import Noun
from second_wind.words.base import labels
from second_wind.words.base.language import _, pgettext, plain_date, translate_plural
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import nouns


def title(*, is_new: bool) -> str:
    """Return the title of the dialog."""
    return pgettext("heading", "Good news") if is_new else _("Change this good news")


def line(news: GoodNews) -> str:
    """Return good news on one line."""
    parts = (labels.good_news(news.kind), isolated(news.company), isolated(news.role))
    return " · ".join(each for each in parts if each)


def noted(kind: GoodNewsKind) -> str:
    """Return what is said once it is stored."""
    return {
        GoodNewsKind.INTERVIEW: _("Noted. They want to meet you."),
        GoodNewsKind.OFFER: _("Noted. Somebody chose you."),
        GoodNewsKind.FOUND_WORK: _("Noted. You found work."),
        GoodNewsKind.OTHER: _("Noted. Good that it happened."),
    }[kind]


def closed(news: GoodNews) -> str:
    """Return what Today says while the chapter is closed."""
    if news.company:
        return _("You found work at {company} on {day}. This chapter is closed.").format(
            company=isolated(news.company), day=plain_date(news.day)
        )
    return _("You found work on {day}. This chapter is closed.").format(day=plain_date(news.day))


def closed_note() -> str:
    """Return what a closed chapter means."""
    return _(
        "Reminders and follow-ups rest. Everything you logged stays yours, and you can go on"
        " logging whenever you like."
    )


def looking_back(days: int, rejections: int, talks: int) -> str:
    """Return how long the way was, without a verdict."""
    parts = [translate_plural("{n} day", "{n} days", days).format(n=days)]
    if rejections:
        parts.append(nouns.amount(Noun.REJECTION, rejections))
    if talks:
        parts.append(nouns.amount(Noun.TALK, talks))
    return _("On the way: {parts}. You came through all of it.").format(parts=", ".join(parts))
