"""What hangs on a rejection: the people met in its process, the questions asked about it."""

from second_wind.core.log.entries import Consultation, Person, Rejection
from second_wind.core.people.steps import Links
from second_wind.journal.log.reader import Reader


def links_of(journal: Reader, *rejections: Rejection) -> Links:
    """Return what the steps of a rejection, or of several of one day, look at besides the days."""
    keys = {each.id for each in rejections}
    asked = [each for each in journal.entries(Consultation) if each.rejection in keys]
    met = dict.fromkeys(key for each in rejections for key in each.people)
    return Links(journal.entries(Person), tuple(met), asked)
