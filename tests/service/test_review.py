import pytest

from treatywatch.model import InputError, NotFoundError
from treatywatch.registry import Registry
from treatywatch.service.dossier import dossier
from treatywatch.service.listing import listing
from treatywatch.service.review import decisions, different, same, undo

PACT, TAX = "chl-nor-2021-treaty-shared-harbours", "chl-per-double-taxation-treaty"
WHY = {"who": "M. Silva", "because": "the annex says so"}


def test_a_persons_word_joins_what_the_machine_keeps_apart_and_can_be_taken_back(registry: Registry) -> None:
    before = [dossier(registry, line.key) for line in listing(registry, passing=True)]
    number = same(registry, PACT, TAX, **WHY)
    [joined] = listing(registry)
    assert joined.documents == 4
    assert any("M. Silva: the annex says so" in reason for reason in dossier(registry, joined.key).because)
    undo(registry, number, who="A. Lie", because="another annex")
    assert [dossier(registry, line.key) for line in listing(registry, passing=True)] == before
    assert [(d.kind, d.who, d.undone) for d in decisions(registry)] == [
        ("same", "M. Silva", True),
        ("undo", "A. Lie", False),
    ]


def test_of_two_decisions_on_the_same_agreements_the_later_holds(registry: Registry) -> None:
    different(registry, PACT, TAX, **WHY)
    assert len(listing(registry)) == 2
    number = same(registry, PACT, TAX, **WHY)
    assert len(listing(registry)) == 1
    undo(registry, number, **WHY)
    assert len(listing(registry)) == 2


def test_decisions_need_a_person_a_reason_and_two_agreements(registry: Registry) -> None:
    with pytest.raises(InputError, match="who makes it and why"):
        same(registry, PACT, TAX, who=" ", because="x")
    with pytest.raises(InputError, match="one agreement already"):
        same(registry, PACT, "harbour pact", **WHY)
    with pytest.raises(NotFoundError, match="no decision 7 to undo"):
        undo(registry, 7, **WHY)
    assert decisions(registry) == ()
