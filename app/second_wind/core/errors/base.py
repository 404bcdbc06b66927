"""The base of all that can go wrong and is no bug; alone, since everything that starts needs it."""

from typing import ClassVar, dataclass_transform


@dataclass_transform(eq_default=False)
class KnownError(Exception):
    """Something expected went wrong; nothing was changed.

    The annotated fields of a subclass are given in their order or by name, as to a dataclass; to
    make a hundred of those would take a fifth of the time of `second-wind log`.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        bases = (each for each in reversed(cls.__mro__) if each is not KnownError)
        names = (name for each in bases for name in vars(each).get("__annotations__", ()))
        cls.__match_args__ = tuple(dict.fromkeys(names))  # type: ignore[misc]  # read alone

    def __init__(self, *values: object, **named: object) -> None:
        given = dict(zip(self.__match_args__, values, strict=False)) | named
        if len(given) < len(values) + len(named) or given.keys() - set(self.__match_args__):
            raise TypeError(f"{type(self).__name__} takes {', '.join(self.__match_args__)}")
        for name in self.__match_args__:
            if name not in given and not hasattr(self, name):
                raise TypeError(f"{type(self).__name__} lacks {name}")
            setattr(self, name, given[name] if name in given else getattr(self, name))
