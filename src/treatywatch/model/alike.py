"""Values of one kind made from those of another that has fields in common."""

from functools import cache
from typing import Any, TypeVar

import msgspec

Made = TypeVar("Made", bound=msgspec.Struct)


def alike(kind: type[Made], one: msgspec.Struct, **given: Any) -> Made:
    """A value of ``kind`` with the fields that it has in common with ``one``, but for those ``given``.

    Raises TypeError when a field that ``kind`` needs is neither there nor given.
    """
    return kind(**{name: getattr(one, name) for name in _common(kind, type(one)) if name not in given}, **given)


@cache
def _common(kind: type[msgspec.Struct], other: type[msgspec.Struct]) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if name in other.__struct_fields__)
