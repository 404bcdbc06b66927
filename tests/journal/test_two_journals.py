"""Two computers of one person, in short; `two_journals.py` runs as long as told."""

from hypothesis import settings
from tests.journal.two_journals import TwoJournals

TestTwoJournals = TwoJournals.TestCase
TestTwoJournals.settings = settings(max_examples=6, stateful_step_count=15)
