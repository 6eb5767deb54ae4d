"""What an agreement has to do with others, and who says what of it: relations and statements as answers."""

from itertools import groupby

from treatywatch.registry import Bearing, Registry
from treatywatch.service.answers import Related, Said
from treatywatch.service.shaping import quote


def related(registry: Registry, key: str, *, rejected: bool = False) -> tuple[Related, ...]:
    """One line for each other agreement, kind of relation and modality, with all its sources.

    ``rejected`` gives instead those that pages tell and people hold not to be so.
    """

    def same(one: Bearing) -> tuple[bool, str, str, str]:
        return (not one.outward, one.other, one.type.value, one.modality.value)

    told = sorted((one for one in registry.relations(key) if one.rejected is rejected), key=same)
    return tuple(_related(list(group)) for _, group in groupby(told, key=same))


def _related(told: list[Bearing]) -> Related:
    one = told[0]
    words = {word.decision: word for each in told for word in each.decided}
    return Related(
        type=one.type,
        outward=one.outward,
        key=one.other,
        name=one.other_name,
        modality=one.modality,
        sources=tuple(quote(each.source) for each in told),
        fact=min((each.source.fact for each in told if each.source.fact), default=""),
        decided=tuple(words[number] for number in sorted(words)),
        machine=next((each.machine for each in told if each.machine), None),
    )


def statements(registry: Registry, key: str, *, rejected: bool = False) -> tuple[Said, ...]:
    """Who says what, in the order of publication; ``rejected`` as for :func:`related`."""
    return tuple(
        Said(one.speaker, one.office, one.direct, quote(one.source), one.decided, one.machine)
        for one in registry.statements(key)
        if one.rejected is rejected
    )
