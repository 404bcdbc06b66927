"""The same thing in two rows of two journals: which of them gives way.

What was imported is known by its source, its key there and what the import brought (`origin`). Of
a row edited by hand and one that lies as it was imported the edited one stays; two that were edited
differently both stay. What a person deleted takes along what lies in the other journal as imported.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from second_wind.core.log.kinds import LINK_FIELDS
from second_wind.core.log.sources import kept_key
from second_wind.storage.tables import rows, seals
from second_wind.storage.tables.rows import Values

Found = Mapping[str, Values]
"""Rows of one table by their ids."""
Key = tuple[object, ...]
Sort = Callable[[Values], object | None]
"""What two rows have in common that are the same; None for a row that is like no other."""
Pairs = Iterator[tuple[Values, Values]]

_NO_LINK = ("", "[]")
NO_CONTENT = {"id", "created_at", "updated_at", "deleted_at", "source_id", "origin"}


@dataclass(frozen=True, slots=True)
class Sides:
    """One table of two journals, and the later state of each row; one that gave way lives there."""

    mine: Found
    theirs: Found
    union: Found

    def swapped(self) -> "Sides":
        """Return the same, seen from the other journal."""
        return Sides(self.theirs, self.mine, self.union)

    def standing(self) -> Iterator[Values]:
        """Yield what lives in the union and is shown in at least one of the two."""
        for key, values in self.union.items():
            if values["deleted_at"] is None and (
                stands(self.mine, key) or stands(self.theirs, key)
            ):
                yield values

    def is_hidden(self, key: str) -> bool:
        """Tell whether a row lives, and gave way to a double wherever it is known."""
        lives = self.union[key]["deleted_at"] is None
        return lives and not stands(self.mine, key) and not stands(self.theirs, key)

    def only_mine(self) -> Iterator[Values]:
        """Yield what is shown in mine, and in theirs unknown or hidden behind a double."""
        for key in self.mine:
            if stands(self.mine, key) and self.union[key]["deleted_at"] is None:
                there = self.theirs.get(key)
                if there is None or rows.gave_way(there):
                    yield self.union[key]

    def deleted_in_mine(self) -> Iterator[Values]:
        """Yield what a person deleted in mine and theirs never knew."""
        for key, values in self.mine.items():
            if rows.was_deleted(values) and key not in self.theirs:
                yield values

    def is_hidden_in_theirs(self, values: Values) -> bool:
        """Tell whether theirs has just this state hidden behind a double."""
        there = self.theirs.get(values["id"])
        return there is not None and rows.gave_way(there) and _is_of_one_moment(there, values)


def stands(found: Found, key: str) -> bool:
    """Tell whether a row is there and shown."""
    return key in found and found[key]["deleted_at"] is None


def imported_twice(table: str, sides: Sides) -> dict[str, str]:
    """Return which rows of two imports give way, with the id of the one that stays.

    The id is empty for what goes because a person deleted the same thing in the other journal.
    """
    mine, theirs = _by_key(sides.only_mine()), _by_key(sides.swapped().only_mine())
    gone: dict[str, str] = {}
    for key in mine.keys() & theirs.keys():
        for pair in _pairs(table, mine[key], theirs[key]):
            stays, goes = sorted(pair, key=lambda each: _preference(table, each))
            gone[goes["id"]] = stays["id"]
    met = {*gone, *gone.values()}
    gone |= dict.fromkeys(_gone_with(table, _without(mine, met), sides.swapped()), "")
    return gone | dict.fromkeys(_gone_with(table, _without(theirs, met), sides), "")


def successors(found: Found, hidden: Iterable[str], shown: Iterable[Values]) -> dict[str, str]:
    """Return, by the ids of rows that are not shown, the shown ones that are the same import."""
    alike = _by_key(shown)
    result = {}
    for key in hidden:
        values = found[key]
        near = [e for e in alike.get(key_of(values), ()) if may_be_same(e, values)]
        if near:
            exact = [each for each in near if each["origin"] == values["origin"]]
            result[key] = (exact or near)[0]["id"]
    return result


def content(values: Values) -> Key:
    """Return what a row says, links included: equal for two rows that say the same."""
    return tuple(sorted((n, v) for n, v in values.items() if n not in NO_CONTENT))


def is_edited(table: str, values: Values) -> bool:
    """Tell whether a row says anything but what its import brought."""
    linked = any(values.get(name, "") not in _NO_LINK for name in LINK_FIELDS)
    return linked or values["origin"] != seals.origin(table, values)


def _pairs(table: str, mine: Iterable[Values], theirs: Iterable[Values]) -> Pairs:
    """Yield rows of either journal that are the same thing, each at most once."""
    left, right = ({each["id"]: each for each in some} for some in (mine, theirs))

    def untouched(values: Values) -> object | None:
        return None if is_edited(table, values) else values["origin"]

    def edited(values: Values) -> object | None:
        return values["origin"] or None if is_edited(table, values) else None

    yield from _met(left, right, _import_and_content, _import_and_content)
    yield from _met(left, right, untouched, edited)
    yield from _met(left, right, edited, untouched)
    yield from _met(left, right, _unknown_import, content)
    yield from _met(left, right, content, _unknown_import)


def _met(left: dict[str, Values], right: dict[str, Values], of_left: Sort, of_right: Sort) -> Pairs:
    """Yield pairs of one sort, and take them from both."""
    waiting: dict[object, deque[Values]] = defaultdict(deque)
    for each in right.values():
        waiting[of_right(each)].append(each)
    for each in tuple(left.values()):
        sort = of_left(each)
        if sort is not None and waiting.get(sort):
            met = waiting[sort].popleft()
            del left[each["id"]], right[met["id"]]
            yield each, met


def _import_and_content(values: Values) -> object | None:
    return (values["origin"], content(values)) if values["origin"] else None


def _unknown_import(values: Values) -> object | None:
    return None if values["origin"] else content(values)


def _preference(table: str, values: Values) -> Key:
    return not is_edited(table, values), not values["origin"], values["created_at"], values["id"]


def _gone_with(table: str, left: Mapping[Key, list[Values]], sides: Sides) -> Iterator[str]:
    """Yield what theirs has left over that a person deleted in mine, one for each deletion."""
    deleted = _by_key(sides.deleted_in_mine()) if left else {}
    from_there = sides.swapped()
    for key in left.keys() & deleted.keys():
        waiting = deque(deleted[key])
        for each in left[key]:
            was_met = from_there.is_hidden_in_theirs(each)
            for other in tuple(waiting):
                same = each["origin"] and each["origin"] == other["origin"]
                if (was_met and may_be_same(each, other)) or (same and not is_edited(table, each)):
                    waiting.remove(other)
                    yield each["id"]
                    break


def _without(groups: Mapping[Key, list[Values]], met: Container[str]) -> dict[Key, list[Values]]:
    left = {key: [e for e in alike if e["id"] not in met] for key, alike in groups.items()}
    return {key: alike for key, alike in left.items() if alike}


def may_be_same(one: Values, other: Values) -> bool:
    return one["origin"] == other["origin"] or not (one["origin"] and other["origin"])


def _by_key(found: Iterable[Values]) -> dict[Key, list[Values]]:
    """Return imported rows by their identity in the other program, in an order for life."""
    groups: dict[Key, list[Values]] = defaultdict(list)
    for each in found:
        if each.get("source"):
            groups[key_of(each)].append(each)
    for alike in groups.values():
        alike.sort(key=lambda each: (each["created_at"], each["id"]))
    return groups


def key_of(values: Values) -> Key:
    """Return the source of an imported row, and its identity there."""
    # As a digest: no more is kept of what was deleted long ago.
    return values["source"], kept_key(values["source_id"])


def _is_of_one_moment(one: Values, other: Values) -> bool:
    return bool(one["updated_at"] == other["updated_at"])
