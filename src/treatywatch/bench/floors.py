"""What the figures are held to."""

import msgspec

from treatywatch.model.data import load_data


class Held(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure by ``name``, what it ``says``, the value to reach and the value never to fall below again."""

    name: str
    says: str
    target: float
    floor: float
    less_is_better: bool = False

    def reached(self, value: float, bar: float) -> bool:
        """Whether ``value`` is at least as good as ``bar``."""
        return value <= bar if self.less_is_better else value >= bar


class _Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    figures: tuple[Held, ...]


def held() -> tuple[Held, ...]:
    """Every figure that is held to something, in the order of the report."""
    return load_data("treatywatch.bench", "floors.yaml", _Floors).figures


def fallen(figures: dict[str, float]) -> tuple[str, ...]:
    """A line for each measured figure that lies below its floor."""
    return tuple(
        f"{each.name}: {figures[each.name]:.3f}, the floor is {each.floor:.3f}"
        for each in held()
        if each.name in figures and not each.reached(figures[each.name], each.floor)
    )
