"""What people have decided, for people."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from treatywatch.views.present.words import Told, joined

if TYPE_CHECKING:
    from treatywatch.registry import Decision


def decision_lines(decisions: "Iterable[Decision]") -> list[Told]:
    """Decisions in the order given: the day, the number, what was decided by whom, and why."""
    return [Told(one.recorded[:10], _what(one), (f"because {one.because}",)) for one in decisions]


def _what(one: "Decision") -> str:
    return joined(
        str(one.number),
        f"undo {one.undoes}" if one.undoes else one.kind,
        one.one[1] if one.one else None,
        one.other[1] if one.other else None,
        one.who,
        "taken back" if one.undone else None,
    )
