"""What is new since a day as a list of single things, each with an id that lasts."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from treatywatch.registry import Registry, TimelineStep
from treatywatch.service.answers import Entry, Summary
from treatywatch.service.difference import News, difference
from treatywatch.service.lasting import apart, first_fact, last_told
from treatywatch.service.lookup import find_agreement


class Item(msgspec.Struct, frozen=True):
    """One thing that is new: an agreement, a step told for the first time or with another date, a conflict, a stage.

    ``recorded`` is when the registry learned the last of it (ISO 8601, UTC). ``was`` and ``stage`` are the agreement's
    stage before and now.
    """

    id: str
    sort: Literal["agreement", "step", "conflict", "stage"]
    agreement: Summary
    entry: Entry | None
    was: str | None
    stage: str
    recorded: str


_Draft = tuple[tuple[str, ...], Item]


def news_items(registry: Registry, since: str, today: date, agreement: str | None = None) -> tuple[Item, ...]:
    """What has been learned since the end of the day ``since``, the latest first, of one agreement or of all.

    Errors as :func:`treatywatch.service.difference.difference` and :func:`treatywatch.service.lookup.find_agreement`.
    """
    only = find_agreement(registry, agreement).key if agreement else None
    found = [news for news in difference(registry, since, today) if only in {None, news.agreement.key}]
    drafts = [draft for news in found for draft in _drafts(registry, news)]
    ids = apart((name for name, _ in drafts), (_whose(item) for _, item in drafts))
    items = [msgspec.structs.replace(item, id=name) for name, (_, item) in zip(ids, drafts, strict=True)]
    return tuple(sorted(sorted(items, key=lambda item: item.id), key=lambda item: item.recorded, reverse=True))


def _drafts(registry: Registry, news: News) -> Iterator[_Draft]:
    steps = registry.steps(news.agreement.key)
    behind = {(step.kind, step.modality, step.parties, step.date, step.body): step for step in steps}
    founded = first_fact(steps) or news.agreement.key
    told = last_told(steps) or max(page.recorded for page, _ in registry.pages(news.agreement.key))
    if news.new:
        yield ("agreement", founded), Item("", "agreement", news.agreement, None, None, news.stage, told)
    elif news.was != news.stage:
        yield ("stage", founded, news.stage), Item("", "stage", news.agreement, None, news.was, news.stage, told)
    for sort, entries in (("step", news.steps), ("conflict", news.conflicts)):
        for entry in entries:
            step = behind[entry.kind, entry.modality, entry.parties, entry.date, entry.body]
            yield (sort, entry.kind, entry.modality, _name(step)), _item(sort, news, entry, step)


def _item(sort: str, news: News, entry: Entry, step: TimelineStep) -> Item:
    kind: Literal["step", "conflict"] = "step" if sort == "step" else "conflict"
    return Item("", kind, news.agreement, entry, None, news.stage, last_told([step]))


def _name(step: TimelineStep) -> str:
    return first_fact([step]) or "|".join((*step.parties, step.date or "", step.body or ""))


def _whose(item: Item) -> str:
    return " ".join((item.agreement.key, *(item.entry.parties if item.entry else ())))
