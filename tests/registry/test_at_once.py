"""A whole answer comes from one state of the registry, and whoever keeps answers can tell when they may be others."""

from collections.abc import Callable
from threading import Thread

from treatywatch.model import Document, Reading
from treatywatch.registry import Fact, Registry, open_registry

Make = Callable[..., tuple[Document, Reading]]
WHY = ("M. Silva", "the annex says so")


def test_what_another_writes_meanwhile_is_seen_after_the_answer(place: str, page: Make) -> None:
    with open_registry(place) as registry:
        registry.add(*page())
        [line] = registry.lines()
        with registry.at_once():
            before = registry.steps(line.key)
            other = Thread(target=lambda: registry.add(*page("p2", published="2021-05-06")))
            other.start()
            other.join()
            assert registry.steps(line.key) == before
            with registry.at_once():
                assert registry.steps(line.key) == before
        assert len(registry.steps(line.key)[0].sources) == 2


def test_a_block_that_fails_leaves_nothing_held(place: str, page: Make) -> None:
    with open_registry(place) as registry:
        try:
            with registry.at_once():
                assert registry.lines() == ()
                raise LookupError
        except LookupError:
            registry.add(*page())
        assert len(registry.lines()) == 1


def test_the_revision_is_another_after_each_page_decision_and_forgetting_and_only_then(place: str, page: Make) -> None:
    with open_registry(place) as registry:
        seen = [registry.revision()]
        document, reading = page()
        for act in (
            lambda: registry.add(document, reading),
            lambda: registry.add(*page("p2", text=document.text + " It rained.", published="2021-05-06")),
            lambda: registry.judge("reject", _fact(registry), {}, False, *WHY),
            lambda: registry.undo(1, *WHY),
            lambda: registry.forget(document.sha256, *WHY),
        ):
            act()
            assert registry.revision() not in seen
            seen.append(registry.revision())
        registry.add(*page("p2", text=document.text + " It rained.", published="2021-05-06"))
        assert registry.revision() == seen[-1]


def _fact(registry: Registry) -> Fact:
    [line, *_] = registry.lines()
    [step] = registry.steps(line.key)
    [fact] = registry.facts(step.fact)
    return fact
