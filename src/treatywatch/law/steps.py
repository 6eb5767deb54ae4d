"""What each step of an agreement's life means in law, with its Vienna Convention articles."""

from functools import cache
from typing import Literal

import msgspec

from treatywatch.model import RuleFileError, Step
from treatywatch.model.data import load_data

Actor = Literal["one_state", "all_parties", "conference", "depositary", "any"]
Scope = Literal["collective", "per_party", "both"]
Binds = Literal["always", "never", "by_rule"]


class StepLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The law of one step, as ``steps.yaml`` holds it.

    ``articles`` are of the Vienna Convention on the Law of Treaties unless they name another text. ``requires`` holds
    the steps of which at least one must have come before; ``undoes`` what no longer holds once the step takes effect.
    ``binds`` tells whether the step expresses consent to be bound.
    """

    definition: str
    articles: tuple[str, ...]
    actor: Actor
    scope: Scope
    requires: tuple[Step, ...]
    leads_to: tuple[Step, ...]
    undoes: tuple[Step, ...]
    binds: Binds
    note: str | None = None


class _StepFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    steps: dict[Step, StepLaw]


@cache
def all_steps() -> dict[Step, StepLaw]:
    """Every step with its law, in the order of an agreement's life.

    Raises RuleFileError when the data file leaves out a step.
    """
    steps: dict[Step, StepLaw] = load_data("treatywatch.law", "steps.yaml", _StepFile).steps
    missing = [step.value for step in Step if step not in steps]
    if missing:
        raise RuleFileError(f"treatywatch.law/steps.yaml: no entry for {', '.join(missing)}")
    return steps


def step_law(step: Step) -> StepLaw:
    """The law of one step."""
    return all_steps()[step]
