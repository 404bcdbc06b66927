"""Life goes on after random damage, in short; `damage_rounds.py` is the long form."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

SEED, ROUNDS = 3, 9


def test_some_rounds(tmp_path: Path) -> None:
    """Read, logged on, copied, recovered and returned: nothing is lost or wrong without a word."""
    path = Path(__file__).with_name("damage_rounds.py")
    spec = spec_from_file_location("damage_rounds", path)
    assert spec is not None
    assert spec.loader is not None
    script = module_from_spec(spec)
    sys.modules[spec.name] = script
    spec.loader.exec_module(script)
    said: list[str] = []
    wrong, struck = script.rounds(tmp_path, ROUNDS, SEED, encrypted=False, say=said.append)
    assert wrong == 0, "\n".join(said)
    assert sum(struck.values()) == ROUNDS
