"""A person's word on a step, and what a step says: the values that decisions on facts are made of."""

from typing import Literal

import msgspec

from treatywatch.model.step import Modality, RelationType, Step

Sort = Literal["relation", "statement"]
"""What else than a step an assertion may be, and a person decide on."""

VERBS = ("confirm", "reject", "correct")
"""What a person may say of a fact."""

Value = str | tuple[str, ...] | None


class View(msgspec.Struct, frozen=True):
    """What a step says: all that a person may correct of it."""

    kind: Step
    modality: Modality
    parties: tuple[str, ...]
    date: str | None
    place: str | None
    body: str | None


class RelationView(msgspec.Struct, frozen=True):
    """What a relation says: all that a person may correct of it."""

    type: RelationType
    modality: Modality


class StatementView(msgspec.Struct, frozen=True):
    """Who makes a statement: all that a person may correct of it."""

    speaker: str
    office: str | None


FIELDS = View.__struct_fields__
"""What a person may correct of a step."""

SAID_FIELDS: dict[Sort, tuple[str, ...]] = {
    "relation": RelationView.__struct_fields__,
    "statement": StatementView.__struct_fields__,
}
"""What a person may correct of a relation, and of a statement."""


class Word(msgspec.Struct, frozen=True):
    """What a person decided on a step: ``verb`` is ``confirm``, ``reject`` or ``correct``, ``decision`` its number.

    ``changes`` are the fields it sets, with their values; those of a confirmation are what was confirmed. ``here``
    marks a word on how one place of a page was read, which says nothing of what other places tell.
    """

    decision: int
    verb: str
    here: bool
    changes: tuple[tuple[str, Value], ...]
    who: str
    because: str
    recorded: str


class Reread(msgspec.Struct, frozen=True):
    """What people read at one place of a page: what it tells now, who says so, and what the machine read there."""

    now: View
    words: tuple[Word, ...]
    machine: View | None
