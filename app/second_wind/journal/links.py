"""What hangs on a rejection: the people met in its process, the questions asked about it."""

from second_wind.core.entries import Consultation, Person, Rejection
from second_wind.core.steps import Links
from second_wind.journal.reader import Reader


def links_of(journal: Reader, rejection: Rejection) -> Links:
    """Return what the steps of a rejection look at besides the days."""
    asked = [each for each in journal.entries(Consultation) if each.rejection == rejection.id]
    return Links(journal.entries(Person), rejection.people, asked)
