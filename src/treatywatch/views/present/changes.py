"""What became known when, what is new, and where sources disagree, for people."""

from typing import TYPE_CHECKING

from treatywatch.views.present.agreement import cited, happenings
from treatywatch.views.present.words import Told, actors, joined, step_words

if TYPE_CHECKING:
    from treatywatch.service.answers import Entry
    from treatywatch.service.conflicts import Conflict, Side
    from treatywatch.service.difference import News
    from treatywatch.service.history import Learned


def lesson(learned: "Learned") -> Told:
    """One page's word on a step: the day it was recorded, what it tells, and whether it was the first to."""
    first = "first report" if learned.first else "further report"
    what = joined(learned.entry.date, _step(learned.entry), first)
    return Told(learned.recorded[:10], what, (cited(learned.source),))


def news_title(news: "News") -> str:
    """The agreement with what became of its stage."""
    if news.was is None:
        return joined(news.agreement.name, f"new, {_words(news.stage)}")
    changed = f"was {_words(news.was)}, now {_words(news.stage)}" if news.was != news.stage else None
    return joined(news.agreement.name, changed)


def news_lines(news: "News") -> list[Told]:
    """The steps told since then, and those on which sources differ since then."""
    disputed = [Told(each.date or "", f"sources differ on {_step(each)}", each.differ) for each in news.conflicts]
    return [*happenings(news.steps), *disputed]


def conflict_title(conflict: "Conflict") -> str:
    """The agreement and the step that sources tell differently."""
    return joined(conflict.name, _step(conflict.entry), f"which {_ASKED[conflict.about]}?", conflict.entry.fact)


_ASKED = {"date": "day", "parties": "parties", "kind": "step"}


def sides(conflict: "Conflict") -> list[Told]:
    """Each side with its sources, the one that timelines show marked."""
    return [
        Told(*_headed(conflict, side), tuple(cited(source, source.fact) for source in side.sources))
        for side in conflict.sides
    ]


def _headed(conflict: "Conflict", side: "Side") -> tuple[str, str]:
    """The day of a side, and what else it says."""
    count = "1 independent source" if side.independent == 1 else f"{side.independent} independent sources"
    copied = f"of {len(side.sources)} places" if side.independent < len(side.sources) else None
    counted = f"{count} {copied}" if copied else count
    if conflict.about == "date":
        return side.says, joined(counted, side.why if side.shown else None)
    return conflict.entry.date or "", joined(side.says, counted, side.why if side.shown else None, side.fact)


def _step(entry: "Entry") -> str:
    return joined(step_words(entry.kind, entry.modality), actors(entry.parties, entry.body))


def _words(stage: str) -> str:
    return stage.replace("_", " ")
