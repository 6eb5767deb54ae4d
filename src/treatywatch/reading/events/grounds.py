"""The words that an event was read from."""

from collections.abc import Iterator, Sequence

from treatywatch.language.dates import TimeExpression
from treatywatch.language.parse import Parsed
from treatywatch.model import Ground, Span
from treatywatch.reading.actor import Actor
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.patterns import AnyTrigger


def step_grounds(
    page: Parsed, trigger: AnyTrigger, actors: Sequence[Actor], dated: TimeExpression | None
) -> tuple[Ground, ...]:
    """The words of the step, of who acts and of the date."""
    first, last = min(trigger.words), max(trigger.words)
    found = [Ground("step", Span(page.words[first].start, page.words[last].end))]
    found += [Ground("actor", _word(page, actor.word)) for actor in actors]
    found += [Ground("date", Span(dated.start, dated.end))] if dated else []
    return tuple(found)


def agreement_grounds(
    page: Parsed, coreference: Coreference, cluster: int, agreements: Sequence[tuple[int, int]]
) -> Iterator[Ground]:
    """The words that stand for the agreement ``cluster``: its name, or the pronoun, at each of ``agreements``."""
    for number, at in agreements:
        if number == cluster:
            start = page.words[at].start
            named = (m.span for m in coreference.clusters[cluster].mentions if m.span.start <= start < m.span.end)
            yield Ground("agreement", next(named, _word(page, at)))


def _word(page: Parsed, i: int) -> Span:
    return Span(page.words[i].start, page.words[i].end)
