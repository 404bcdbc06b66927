"""The place in the tab order of what comes late into a widget."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(anchor: QWidget, *others: QWidget) -> None:
    """Let widgets come in the tab order right after one that need be no stop itself, in turn.

    Nothing here asks Qt for the widget before: it would make PySide6 create a class for each
    kind of widget that there is, which the first paint would wait for.
    """
    chain = (anchor, *others)
    policies = [each.focusPolicy() for each in chain]
    for each in chain:  # Qt leaves the others where they are
        each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)
    # What stands in for another gives it its own policy, so it comes first.
    with_policies = sorted(zip(chain, policies, strict=True), key=_has_no_proxy)
    for each, policy in with_policies:
        each.setFocusPolicy(policy)


def place_after(anchor: QWidget, late: QWidget) -> None:
    """Let Tab come to all of a widget that was made late right after all of another."""
    follow(_all_of(anchor)[-1], *_all_of(late))


def _all_of(widget: QWidget) -> list[QWidget]:
    """Return a widget and what lies within it, in the tab order, as far as it is in one piece."""
    found, each = [widget], widget.nextInFocusChain()
    while each is not None and widget.isAncestorOf(each):
        found.append(each)
        each = each.nextInFocusChain()
    return found


def _has_no_proxy(pair: tuple[QWidget, Qt.FocusPolicy]) -> bool:
    return pair[0].focusProxy() is None
