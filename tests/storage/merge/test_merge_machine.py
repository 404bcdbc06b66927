"""Three journals of one person, in short."""

from hypothesis import settings
from tests.storage.merge.merge_machine import MergeMachine

TestMerging = MergeMachine.TestCase
TestMerging.settings = settings(max_examples=150, stateful_step_count=25)
