"""What Settings says."""

from datetime import time

from second_wind.words.base.language import _, clock_time, pgettext, translate_plural
from second_wind.words.base.quoting import isolated


def hour(number: int) -> str:
    """Return an hour at which a day may begin."""
    return pgettext("time of day", "midnight") if number == 0 else clock_time(time(number))


def day_start_explanation() -> str:
    """Return what the day's start does."""
    return _(
        "What you log before this hour belongs to the evening before. A new start applies to "
        "new entries; no date moves."
    )


def goal_explanation() -> str:
    """Return what the goal does."""
    return _(
        "For the ring on Today and the weeks. The step “Move for 20 minutes” and the charts of "
        "recovery stay at 20."
    )


def week_start_explanation() -> str:
    """Return what the week's start does."""
    return _("For the weeks and the year in Charts, and for this week's volunteering.")


def lowest_days_explanation() -> str:
    """Return what leaving out the lowest days does."""
    return _("They stay in your log and in your charts; only the look-back passes them over.")


def mood_names_about() -> str:
    """Return what the names of the moods are for."""
    return _(
        "Call the ten steps as you would say it yourself. A name left empty is the usual one; "
        "what you logged stays the same."
    )


def single_keys_explanation() -> str:
    """Return what single keys do."""
    return _(
        "Digits log a mood, letters open the cards of Today, R logs a rejection. Without them the "
        "arrows, Tab, the Ctrl keys and the F keys still do everything."
    )


def folder_about(is_sample: bool) -> str:
    """Return where everything lies."""
    if is_sample:
        return _("This sample lies in its own folder on this computer, apart from your journal:")
    return _("Everything lies on this computer, in this one folder:")


def newer_about() -> str:
    """Return where a newer version would be found."""
    return _(
        "Second Wind never looks for a newer version, since it makes no connection. Look where you "
        "found this one: in your software store, your package manager, or on the page that you "
        "downloaded it from. Its id there is"
    )


def version(number: str) -> str:
    """Return which version this is."""
    return _("Version {number}").format(number=number)


def deleted_is_for_good() -> str:
    """Return what deleting everything does."""
    return _(
        "Everything that Second Wind keeps is deleted from this computer: your journal, photos, "
        "safe copies, and these settings. It can't be undone. Second Wind then begins as new."
    )


def files_go(count: int, folder: str) -> str:
    """Return how many files would be deleted."""
    text = translate_plural(
        "That is {count} file; the journal lies in {folder}",
        "That is {count} files; the journal lies in {folder}",
        count,
    )
    return text.format(count=count, folder=isolated(folder))


def second_place_stays(folder: str) -> str:
    """Return that copies in the second place are not touched."""
    return _(
        "The safe copies in your second place stay until you delete them yourself: {folder}"
    ).format(folder=isolated(folder))


def export_explanation(*, has_photos: bool) -> str:
    """Return what an export holds."""
    if has_photos:
        return _(
            "An export holds all that you logged and wrote, and can be read in again. Your photos "
            "are not in it: to keep them, copy your folder first."
        )
    return _("An export holds all that you logged and wrote, and can be read in again.")


def type_to_delete(word: str) -> str:
    """Return how deleting is confirmed."""
    return _("To go on, type “{word}” here:").format(word=word)


def word_to_delete() -> str:
    """Return the word that confirms deleting."""
    # Translators: the word that a person types before everything is deleted.
    return pgettext("word to type", "delete")


def exported(name: str) -> str:
    """Return that an export was written."""
    return _("Everything is written to {name}.").format(name=isolated(name))
