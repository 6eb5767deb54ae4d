"""What each sign weighs, and how sure the reader must be of a step to give it (``weights.yaml``)."""

from collections.abc import Set
from functools import lru_cache
from math import exp, fsum

import msgspec

from treatywatch.model.data import load_data


class _Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    enough: float
    bias: float
    weights: dict[str, float]


def credence(signs: Set[str]) -> float:
    """How likely a careful reader finds the step with these signs on the page as well, 0 to 1.

    Logistic regression on what careful readers made of steps that had been read (``weights.yaml`` says on which). Signs
    that were not met often enough while weighing weigh nothing.
    """
    told = _weights()
    total = fsum([told.bias, *(told.weights[sign] for sign in told.weights.keys() & signs)])  # in whatever order
    return 1 / (1 + exp(-total))


def believable(likely: float) -> bool:
    """Whether a step of this credence is given as read."""
    return likely >= _weights().enough


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    return load_data("treatywatch.reading.credence", "weights.yaml", _Weights)
