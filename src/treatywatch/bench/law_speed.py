"""What computing status costs: for a treaty of 200 parties and 2,000 acts, and how the cost grows with the treaty."""

import math
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random

from treatywatch.law.act import Act
from treatywatch.law.agreement import AgreementFacts, Exit
from treatywatch.law.status import status
from treatywatch.model import Step

PARTIES = (50, 100, 200, 400, 800)
_ROUNDS = 15
_START = date(2000, 1, 2).toordinal()
_LIFE = (
    Step.SIGNED,
    Step.SUBMITTED,
    Step.APPROVED,
    Step.RATIFIED,
    Step.DEPOSITED,
    Step.SUSPENDED,
    Step.RESUMED,
    Step.DENOUNCED,
    Step.WITHDRAWN,
    Step.ACCEDED,
)
_TREATY = AgreementFacts("treaty", laterality="multilateral", exit=Exit(12))


def figures(_shared: Path | None = None) -> dict[str, float]:
    """Milliseconds of processor time for all parties at one date, and growth from 100 to 800 parties over n log n."""
    cost = curve((100, 200, 800))
    small, large = 100 * len(_LIFE), 800 * len(_LIFE)
    grown = (large * math.log(large)) / (small * math.log(small))
    return {
        "status of 200 parties from 2,000 acts, ms": cost[200],
        "growth of the cost of status over n log n": cost[800] / cost[100] / grown,
    }


def curve(parties: Sequence[int] = PARTIES) -> dict[int, float]:
    """Milliseconds of processor time by number of parties, each with ten acts; the best of several rounds."""
    return {number: _milliseconds(history(number)) for number in parties}


def history(parties: int) -> list[Act]:
    """The acts of a treaty in which each party goes through ten steps, in no order; the same at every call."""
    chance = Random(parties)
    acts = [Act("adopted", Step.ADOPTED, done="2000-01-01"), Act("in force", Step.IN_FORCE, done="2002-03-01")]
    for number in range(parties):
        day = _START + chance.randrange(300)
        for step in _LIFE:
            done, known = (date.fromordinal(when).isoformat() for when in (day, day + 1))
            acts.append(Act(f"{number:04} {step}", step, (f"P{number:04}",), done=done, known=known))
            day += chance.randrange(1, 500)
    chance.shuffle(acts)
    return acts


def _milliseconds(acts: list[Act]) -> float:
    best = math.inf
    for _ in range(_ROUNDS):
        start = time.process_time()
        status(_TREATY, acts, date(2008, 1, 1), date(2020, 1, 1))
        best = min(best, time.process_time() - start)
    return best * 1000


if __name__ == "__main__":
    for count, cost in curve().items():
        sys.stdout.write(f"{count:>4} parties {count * len(_LIFE):>5} acts {cost:8.2f} ms\n")
