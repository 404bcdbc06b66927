"""Which feelings the words of the command line mean."""

import json
from collections.abc import Callable
from typing import Any


def test_a_known_feeling_is_recognised_and_an_own_word_kept(command: Callable[..., Any]) -> None:
    """Case doesn't matter, commas separate, each is stored once, beginnings don't count."""
    command(
        "log",
        "--at",
        "8:00",
        "--feeling",
        "HOPEFUL, wabi sabi",
        "--feeling",
        "hopeful",
        "--feeling",
        "ang",
    )
    command("log", "--at", "9:00", "--feeling", "Wabi Sabi")
    found = json.loads(command("day", "--json").out)["check_ins"]
    assert found[0]["feelings"] == ["hopeful", "wabi sabi", "ang"]
    assert found[1]["feelings"] == ["wabi sabi"]
