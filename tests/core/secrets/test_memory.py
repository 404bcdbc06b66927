"""While a key is held, memory is not dumped and nobody else looks in."""

import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import ctypes, resource, sys
from second_wind.core.secrets.passphrase_key import Key
def state():
    return ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE)[0]
before = state()
if "key" in sys.argv:
    Key("quiet otter lantern")
print(before[0], *state())
"""
_NOBODY = 65534


def _ran(*words: str) -> list[str]:
    command = (sys.executable, "-c", _PROGRAM, *words)
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.skipif(sys.platform != "linux", reason="as Linux has it")
def test_a_key_ends_dumps() -> None:
    """Neither a core nor a tracer of the same person; without a key nothing changes."""
    assert _ran("key") == ["1", "0", "0"]
    assert _ran()[:2] == ["1", "1"]


@pytest.mark.skipif(sys.platform != "linux", reason="as Linux has it")
def test_others_of_the_same_name_do_not_read_its_memory() -> None:
    """As the system tells it: what lies in /proc belongs to root from then on."""
    code = (
        "import os, sys\n"
        "from second_wind.core.secrets.passphrase_key import Key\n"
        f"if os.getuid() == 0: os.setgid({_NOBODY}); os.setuid({_NOBODY})\n"
        "Key('quiet otter lantern')\n"
        "print(os.stat('/proc/self/mem').st_uid, os.getuid(), flush=True)"
    )
    command = (sys.executable, "-c", code)
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path("/"))
    owner, person = ran.stdout.split()
    assert (owner, person != "0") == ("0", True)
