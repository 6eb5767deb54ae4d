"""What is kept of stages, standings and days to come is what the law answers when asked, whatever happens meanwhile."""

from datetime import date

from treatywatch.registry import Registry
from treatywatch.service.forgetting import forget
from treatywatch.service.judging import correct, reject
from treatywatch.service.review import same, undo
from treatywatch.service.search import Query, find_agreements
from treatywatch.service.status import status_of
from treatywatch.service.timeline import timeline

PACT, TAX = "chl-nor-2021-treaty-shared-harbours", "chl-per-double-taxation-treaty"
WHY = {"who": "M. Silva", "because": "the annex says so"}
DAY = date(2022, 1, 10)


def kept(registry: Registry, day: date) -> dict[str, str | None]:
    found = find_agreements(registry, Query(passing=True, limit=None), today=day)
    return {one.key: one.stage for one in found.agreements}


def asked(registry: Registry, day: date) -> dict[str, str | None]:
    return {line.key: status_of(registry, line.key, day).status.stage for line in registry.lines(passing=True)}


def test_what_is_kept_follows_pages_decisions_and_their_undoing(registry: Registry) -> None:
    assert kept(registry, DAY) == asked(registry, DAY)
    assert kept(registry, DAY)[TAX] == "in_force"

    in_force = timeline(registry, TAX).undated[0].fact
    reject(registry, in_force, **WHY)
    assert kept(registry, DAY) == asked(registry, DAY)
    assert kept(registry, DAY)[TAX] != "in_force"
    undo(registry, 1, **WHY)
    assert kept(registry, DAY)[TAX] == "in_force"

    same(registry, PACT, TAX, **WHY)
    assert kept(registry, DAY) == asked(registry, DAY)
    undo(registry, 3, **WHY)
    assert kept(registry, DAY) == asked(registry, DAY)
    forget(registry, "t1", **WHY)
    assert TAX not in kept(registry, DAY)


def test_a_stage_changes_on_its_day_with_no_page_told_since(registry: Registry) -> None:
    fact = timeline(registry, TAX).undated[0].fact
    correct(registry, fact, ["date=2022-03-01"], **WHY)

    for day in (DAY, date(2022, 2, 28), date(2022, 3, 1), date(2022, 3, 2), date(2030, 1, 1)):
        assert kept(registry, day) == asked(registry, day)
    assert kept(registry, date(2030, 1, 1))[TAX] == "in_force"
