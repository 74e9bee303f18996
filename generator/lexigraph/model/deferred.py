"""Values some of whose parts are made when they are first asked for."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

__all__ = ["Deferred"]


class Deferred:
    """The base of a frozen dataclass with slots, of which a value may be begun with some fields and a way to the rest.

    Nobody sees the difference: the first look at a field that is missing makes all of them, and a value that was begun
    equals, hashes, prints and copies like one that was made whole.
    """

    __slots__ = ("_rest",)
    __dataclass_fields__: ClassVar[dict[str, Any]]
    _rest: Callable[[], Mapping[str, object]] | None

    @classmethod
    def begun(cls, known: Mapping[str, object], rest: Callable[[], Mapping[str, object]]) -> Self:
        """A value with these fields; `rest` gives all others, the same each time."""
        made = cls.__new__(cls)
        for name, value in known.items():
            object.__setattr__(made, name, value)
        object.__setattr__(made, "_rest", rest)
        return made

    if not TYPE_CHECKING:  # else every name would pass for an attribute

        def __getattr__(self, name: str) -> Any:
            """What Python asks for a slot that is empty."""
            if name not in type(self).__dataclass_fields__:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            rest = object.__getattribute__(self, "_rest")
            if rest is not None:  # two threads may both be here, and set equal values
                for field, value in rest().items():
                    object.__setattr__(self, field, value)
                object.__setattr__(self, "_rest", None)
            return object.__getattribute__(self, name)
