"""What programs send to have something decided."""

from typing import Annotated, Literal

import msgspec

from treatywatch.model import InputError

Words = Annotated[str, msgspec.Meta(max_length=5_000)]
_VERBS = ("confirm", "reject", "correct", "same", "different", "undo")


class NewDecision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A decision to be made, and why.

    ``confirm``, ``reject`` and ``correct`` are about the ``fact`` with this id; ``correct`` sets ``changes`` (fields
    ``kind``, ``modality``, ``parties``, ``date``, ``place`` and ``body``), and ``here`` limits ``reject`` and
    ``correct`` to how one place of a page was read. ``same`` and ``different`` are about two ``agreements``, ``undo``
    about the ``decision`` of this number.
    """

    verb: Literal["confirm", "reject", "correct", "same", "different", "undo"]
    because: Words
    fact: Words | None = None
    changes: dict[str, Words] = {}
    here: bool = False
    agreements: Annotated[tuple[Words, ...], msgspec.Meta(max_length=2)] = ()
    decision: int | None = None

    def words(self) -> tuple[str, ...]:
        """The decision in words. Raises InputError when what it is about is missing, or something else is there."""
        about: dict[str, tuple[str, ...]] = {
            "fact": (self.fact,) if self.fact is not None else (),
            "agreements": self.agreements,
            "decision": (str(self.decision),) if self.decision is not None else (),
        }
        needed = "decision" if self.verb == "undo" else "agreements" if self.verb in {"same", "different"} else "fact"
        if not about[needed] or any(given for name, given in about.items() if name != needed):
            raise InputError(f"{self.verb} is about {needed}: give that, and neither of the others")
        if self.changes and self.verb != "correct":
            raise InputError(f"{self.verb} changes nothing: leave out changes, or write correct")
        return (self.verb, *about[needed], *(f"{field}={value}" for field, value in self.changes.items()))
