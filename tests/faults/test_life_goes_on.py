"""Whatever a person does, and whatever happens to their files meanwhile, life goes on."""

import sys
import tempfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

MOST_STEPS = 6


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Load the script."""
    path = Path(__file__).with_name("life_goes_on.py")
    spec = spec_from_file_location("life_goes_on", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@settings(max_examples=5)
@given(chance=st.randoms(use_true_random=False), steps=st.integers(1, MOST_STEPS))
def test_everything_that_is_read_ends_well(script: ModuleType, chance: Random, steps: int) -> None:
    """After each step each command that reads ends with 0, or with 2 and a sentence.

    As long as no file is damaged, search finds every word of the log and no other.
    `python tests/faults/life_goes_on.py 200 30` is the long form.
    """
    with tempfile.TemporaryDirectory() as directory:
        life = script.Life(Path(directory), chance, charts=1)
        life.log()
        for _ in range(steps):
            life.step()
