"""What an import brought, as an entry keeps it: told from what was edited by hand since."""

from dataclasses import replace

from second_wind.core.log.entries import AnyEntry
from second_wind.core.log.kinds import KIND_OF
from second_wind.storage.tables.entries import origin_of


def with_origin(entry: AnyEntry) -> AnyEntry:
    """Return an entry as an import brings it: it keeps what it says now for life."""
    return replace(entry, origin=entry.origin or origin_of(entry))


def is_edited(entry: AnyEntry) -> bool:
    """Tell whether an entry says anything but what its import brought, or links to another."""
    links = any(getattr(entry, link.field) for link in KIND_OF[type(entry)].links)
    return links or entry.origin != origin_of(entry)
