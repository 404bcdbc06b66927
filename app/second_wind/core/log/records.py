"""Frozen dataclasses with slots whose functions are compiled when the first of a kind is made.

`dataclass` writes and compiles six functions for each class that is imported. A quick command makes
entries of one or two of all kinds, and a tenth of its time would go into the others.
"""

from collections.abc import Callable
from dataclasses import Field, FrozenInstanceError, dataclass, make_dataclass
from typing import TYPE_CHECKING, Any, NoReturn, cast

__all__ = ["record"]

_OWN = ("__init__", "__eq__", "__hash__", "__repr__")


def _first(self: Any, *values: Any, **named: Any) -> None:
    """Stand for `__init__` until a class has its own."""
    _complete(type(self))
    self.__init__(*values, **named)


def _complete(cls: type) -> None:
    """Give a class the functions that `dataclass` writes."""
    fields: dict[str, Field[Any]] = vars(cls)["__dataclass_fields__"]
    twin = make_dataclass(
        cls.__name__, [(name, each.type, each) for name, each in fields.items()], frozen=True
    )
    for name in _OWN:
        if name == "__init__" or name not in vars(cls):
            setattr(cls, name, vars(twin)[name])


def _refuse(self: object, name: str, _value: object = None) -> NoReturn:
    raise FrozenInstanceError(f"{name} of {type(self).__name__} stays as it is")


def _reduce(self: Any) -> tuple[Any, ...]:
    """Let it be copied without being written to."""
    return _remade, (type(self), {name: getattr(self, name) for name in self.__dataclass_fields__})


def _remade(cls: Callable[..., object], values: dict[str, Any]) -> object:
    return cls(**values)


def _record(*, kw_only: bool = False, **_given: bool) -> Callable[[type], type]:
    def make(cls: type) -> type:
        made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
        made.__init__ = _first
        made.__setattr__ = made.__delattr__ = _refuse
        made.__reduce__ = _reduce
        return cast("type", made)

    return make


if TYPE_CHECKING:
    from dataclasses import dataclass as record  # its options, and frozen and slots always
else:
    record = _record
