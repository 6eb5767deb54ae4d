"""What two dates have in common: "in February or March" of one year is that year."""

from collections.abc import Sequence

_PARTS = 3  # year, month, day


def common(values: Sequence[str | None]) -> str | None:
    """The date that all of ``values`` lie in, as exact as that leaves it; None where they share no year."""
    parts = [value.split("-") for value in values if value is not None]
    shared = [part[0] for part in zip(*parts, strict=False) if len(set(part)) == 1]
    first = next((n for n, part in enumerate(zip(*parts, strict=False)) if len(set(part)) > 1), _PARTS)
    return "-".join(shared[:first]) or None
