"""All of one agreement on a day, as known on a day: its life, its status with what comes next, and its kin."""

from datetime import date

import msgspec

from treatywatch.registry import Registry
from treatywatch.service.facts import brief_from
from treatywatch.service.kinship import Kinship, kinship
from treatywatch.service.participation import Participation, participation_in
from treatywatch.service.portrait import Portrait, portrait
from treatywatch.service.status import NextAnswer, next_in

_AROUND = 2  # relations followed from the agreement


class Whole(msgspec.Struct, frozen=True):
    """What is told, what follows from it in law on the day asked for, the agreements around it, and who takes part."""

    portrait: Portrait
    answer: NextAnswer
    kinship: Kinship
    participation: Participation


def whole(
    registry: Registry, key: str, today: date, *, as_of: date | None = None, known_by: date | None = None
) -> Whole:
    """All of the agreement named by ``key``, name or words on the day ``as_of``, ``today`` if not given.

    Raises NotFoundError or InputError as :func:`treatywatch.service.lookup.find_agreement`.
    """
    then, known = (day.isoformat() if day else None for day in (as_of, known_by))
    with registry.at_once():
        shown = portrait(registry, key, as_of=then, known_by=known)
        told = brief_from(registry, shown.dossier, known_by)
        answer = next_in(told, as_of or today, known_by)
        part = participation_in(told, answer.next.status, as_of or today, known_by)
        return Whole(shown, answer, kinship(registry, shown.dossier.key, _AROUND), part)
