"""Whose act a step is: the parties to write beside it."""

from collections.abc import Sequence

from treatywatch.model import Modality, Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.mentions.cluster import Cluster

# Steps that the parties take together; the others are each party's own (law/steps.yaml, who acts).
JOINT = frozenset({
    Step.NEGOTIATED, Step.INITIALLED, Step.SIGNED, Step.EXCHANGED, Step.PROVISIONALLY_APPLIED, Step.IN_FORCE,
    Step.AMENDED, Step.EXTENDED, Step.TERMINATED, Step.SUPERSEDED, Step.ADOPTED, Step.OPENED, Step.REGISTERED,
})  # fmt: skip
COLLECTIVE = frozenset(
    {
        Step.ADOPTED,
        Step.OPENED,
        Step.REGISTERED,
        Step.IN_FORCE,
        Step.SUPERSEDED,
        Step.TERMINATED,
        Step.PROVISIONALLY_APPLIED,
    }
)


# Steps of one state's own that several may take in one act ("the two leaders agreed to start talks").
_TOGETHER = frozenset({Step.PROPOSED, Step.AUTHORISED})

# Steps of one state's own that a page may tell without naming the state beside them.
DOMESTIC = frozenset(
    {
        Step.SUBMITTED,
        Step.APPROVED,
        Step.RATIFIED,
        Step.AUTHORISED,
        Step.REJECTED,
        Step.DEPOSITED,
        Step.DENOUNCED,
        Step.WITHDRAWN,
    }
)


def shares(
    kind: Step, actors: Sequence[Actor], cluster: Cluster, modality: Modality, fallback: tuple[str, ...] = ()
) -> list[tuple[tuple[str, ...], str | None]]:
    """``(parties, organ)`` for each event to write: one for a joint act, one for each state's own act.

    ``fallback`` is who was last spoken of, for a domestic step whose state is not named with it. Parties of an
    agreement that are not named with a joint act are filled in once the page's agreements are settled.
    """
    if kind in JOINT:
        codes = sorted({code for actor in actors for code in actor.codes})
        return [(tuple(codes), None)]
    named = [actor for actor in actors if actor.codes]
    if kind in _TOGETHER and len(named) > 1:
        return [(tuple(sorted({code for actor in named for code in actor.codes})), None)]
    if not named:
        organ = next((a.organ for a in actors if a.organ), None)
        kinds = {actor.kind for actor in actors}
        if "group" in kinds and modality is Modality.ACTUAL and 2 <= len(cluster.parties) <= 3:
            return [((code,), None) for code in sorted(cluster.parties)]
        return [((), organ)] if kinds & {"crowd", "group", "stranger"} or kind not in DOMESTIC else [(fallback, organ)]
    rows = [((code,), actor.organ if len(actor.codes) == 1 else None) for actor in named for code in actor.codes]
    return list(dict.fromkeys(rows))
