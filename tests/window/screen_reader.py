"""Reads and presses as a screen reader does; for the system's Python, which has AT-SPI.

screen_reader.py list           every control and label that shows, as JSON
screen_reader.py names          the names alone of what shows, which is quicker, as JSON
screen_reader.py focused        the names of what has the focus, as JSON
screen_reader.py everything     every name, description and text, hidden or not, as JSON
screen_reader.py NAME ACTION    does an action ("Press", "Toggle") on what has this name
screen_reader.py last PID SIGNAL SECONDS
    tells the name of the field that has the focus; after some seconds its text, as JSON, which is
    read just before the signal is sent to the process
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PROGRAM = "second-wind"
DEEPEST = 30
PATIENCE = 15.0


def showing(thing: Any, depth: int = 0) -> Iterator[Any]:
    """Go through what shows; what lies in something hidden is hidden too."""
    for number in range(thing.get_child_count() if depth < DEEPEST else 0):
        child = thing.get_child_at_index(number)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield child
            yield from showing(child, depth + 1)


def program() -> Any:
    """Return the program, None while it is not there."""
    desktop = Atspi.get_desktop(0)
    found = (desktop.get_child_at_index(n) for n in range(desktop.get_child_count()))
    return next((each for each in found if each and each.get_name() == PROGRAM), None)


def labels(thing: Any) -> list[str]:
    """Return the names of what labels something."""
    return [
        relation.get_target(number).get_name()
        for relation in thing.get_relation_set()
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
        for number in range(relation.get_n_targets())
    ]


def told(thing: Any) -> dict[str, object]:
    """Return what a screen reader is told."""
    states = thing.get_state_set()
    return {
        "role": thing.get_role_name(),
        "name": thing.get_name() or "",
        "labels": labels(thing),
        "description": thing.get_description() or "",
        "id": thing.get_accessible_id() or "",
        "checked": states.contains(Atspi.StateType.CHECKED),
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
    }


def is_focused(thing: Any) -> bool:
    """Tell whether something has the focus."""
    return bool(thing.get_state_set().contains(Atspi.StateType.FOCUSED))


def all_things(thing: Any, depth: int = 0) -> Iterator[Any]:
    """Go through what there is, hidden or not."""
    for number in range(thing.get_child_count() if depth < DEEPEST else 0):
        child = thing.get_child_at_index(number)
        if child is not None:
            yield child
            yield from all_things(child, depth + 1)


def texts(thing: Any) -> list[str]:
    """Return whatever can be read of a thing."""
    written = thing.get_text_iface()
    content = Atspi.Text.get_text(written, 0, -1) if written else ""
    return [each for each in (thing.get_name(), thing.get_description(), content) if each]


def act(name: str, action: str) -> bool:
    """Do an action on the first thing with this name."""
    for each in showing(program()):
        if each.get_name() == name:
            actions = [each.get_action_name(n) for n in range(each.get_n_actions())]
            return bool(each.do_action(actions.index(action)))
    return False


def last(process: int, signal: int, seconds: float) -> int:
    """Read the field that has the focus as the last before a process gets a signal."""
    found = focused_field()
    if found is None:
        return 1
    field = found.get_text_iface()
    tell(found.get_name())
    time.sleep(seconds)
    text = Atspi.Text.get_text(field, 0, -1)
    os.kill(process, signal)
    tell(text)
    return 0


def focused_field() -> Any:
    """Wait for a field that has the focus, and return it; None if none gets it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        there = program()
        for each in showing(there) if there else ():
            if is_focused(each) and each.get_text_iface():
                return each
        time.sleep(0.2)
    return None


def tell(text: str) -> None:
    """Write one line at once."""
    sys.stdout.write(f"{json.dumps(text)}\n")
    sys.stdout.flush()


def main(words: list[str]) -> int:
    """Do what the words ask."""
    if words == ["list"]:
        there = program()
        json.dump([told(each) for each in showing(there)] if there else [], sys.stdout)
        return 0
    if words == ["names"]:
        there = program()
        json.dump([each.get_name() for each in showing(there)] if there else [], sys.stdout)
        return 0
    if words == ["focused"]:
        there = program()
        json.dump([each.get_name() for each in showing(there) if is_focused(each)], sys.stdout)
        return 0
    if words == ["everything"]:
        json.dump([text for each in all_things(program()) for text in texts(each)], sys.stdout)
        return 0
    if words[0] == "last":
        return last(int(words[1]), int(words[2]), float(words[3]))
    return 0 if act(*words) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
