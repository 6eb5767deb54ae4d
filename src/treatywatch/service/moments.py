"""The two times a user may ask about: when it was so, and when it was known."""

from treatywatch.model import InputError, is_partial_date


def check_times(as_of: str | None, known_by: str | None) -> None:
    """Raise InputError when a time that is given is no date."""
    if as_of is not None and not is_partial_date(as_of):
        raise InputError(f"{as_of!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    if known_by is not None and not (len(known_by[:10]) == 10 and is_partial_date(known_by[:10])):
        raise InputError(f"{known_by!r} is no day: write YYYY-MM-DD")
