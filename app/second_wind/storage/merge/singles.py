"""Things of which a log holds one: a day of rest, a marked step, an own word.

Two that came together become one, unless both hold a text and the texts differ.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

from second_wind.core.log.kinds import KINDS, Kind, thing
from second_wind.core.log.sources import kept_key
from second_wind.storage.merge.doubles import Key, Sides, key_of, may_be_same
from second_wind.storage.tables import rows
from second_wind.storage.tables.rows import Values

KEYS: Mapping[str, Kind] = {each.noun: each for each in KINDS if each.one_of}
"""The kinds, by table, of which there is one of each thing."""
_TEXTS = ("note", "meaning")


def said_twice(table: str, sides: Sides) -> dict[str, str]:
    """Return which rows give way, with the id of the one that stays.

    The id is empty for what goes because its double, behind which it was hidden, was deleted.
    """
    gone: dict[str, str] = {}
    deleted = _deleted_keys(table, sides)
    for key, alike in _by_key(table, sides.standing()).items():
        if key in deleted and all(_is_hidden_somewhere(each, sides) for each in alike):
            gone |= dict.fromkeys((each["id"] for each in alike), "")
        elif len(alike) > 1:
            gone |= _giving_way(alike)
    return gone


def standing_again(table: str, sides: Sides, gone: Container[str]) -> Iterator[str]:
    """Yield what is hidden everywhere though nothing else says it any more.

    What stood in its stead was taken back; had it been deleted, that would count for both.
    """
    hidden = [each for key, each in sides.union.items() if sides.is_hidden(key)]
    if not hidden:
        return
    met: dict[Key, list[Values]] = defaultdict(list)
    for each in sides.union.values():
        lives = each["deleted_at"] is None and not sides.is_hidden(each["id"])
        if (lives and each["id"] not in gone) or rows.was_deleted(each):
            met[_thing(table, each)].append(each)
    for each in sorted(hidden, key=lambda one: (one["created_at"], one["id"])):
        thing = _thing(table, each)
        if not _is_wiped(table, each) and not any(_is_same(o, each) for o in met[thing]):
            met[thing].append(each)
            yield each["id"]


def _thing(table: str, values: Values) -> Key:
    return thing(KEYS[table], values.__getitem__) if table in KEYS else key_of(values)


def _is_same(one: Values, other: Values) -> bool:
    return not one.get("source") or may_be_same(one, other)


def _is_wiped(table: str, values: Values) -> bool:
    if table in KEYS:
        return not all(_thing(table, values))
    return bool(values["source_id"] == kept_key(values["source_id"]))


def _giving_way(alike: list[Values]) -> dict[str, str]:
    stays: list[Values] = []
    gone = {}
    for each in sorted(alike, key=_weight, reverse=True):
        fuller = next((other for other in stays if _says_no_more(each, other)), None)
        if fuller is None:
            stays.append(each)
        else:
            gone[each["id"]] = fuller["id"]
    return gone


def _weight(values: Values) -> Key:
    return len(_texts(values)), values["updated_at"], values["id"]


def _says_no_more(one: Values, other: Values) -> bool:
    return all(other[name] == text for name, text in _texts(one).items())


def _texts(values: Values) -> dict[str, str]:
    return {name: values[name] for name in _TEXTS if values.get(name)}


def _is_hidden_somewhere(values: Values, sides: Sides) -> bool:
    return sides.is_hidden_in_theirs(values) or sides.swapped().is_hidden_in_theirs(values)


def _deleted_keys(table: str, sides: Sides) -> set[Key]:
    deleted = (each for each in sides.union.values() if rows.was_deleted(each))
    return set(_by_key(table, deleted))


def _by_key(table: str, found: Iterable[Values]) -> dict[Key, list[Values]]:
    groups: dict[Key, list[Values]] = defaultdict(list)
    for each in found:
        groups[_thing(table, each)].append(each)
    return groups
