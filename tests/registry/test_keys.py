"""Keys depend on what is known alone: not on which page came first, nor on how many came at once."""

from itertools import permutations
from pathlib import Path

from treatywatch.model import Agreement, Document, Reading, Span
from treatywatch.registry import Registry, open_registry

NAME = "Timber Tariff Agreement"


def _page(number: int, parties: tuple[str, ...]) -> tuple[Document, Reading]:
    page = Document(f"page-{number}", f"{number}: the {NAME}.")
    span = Span(page.text.index(NAME), page.text.index(NAME) + len(NAME))
    return page, Reading(page.id, page.sha256, "1", (Agreement("a", NAME, "agreement", parties, mentions=(span,)),))


# four parties are too many for a key: both papers would be called by their words alone
PAGES = (_page(1, ("CHL", "ISL", "NOR", "PER")), _page(2, ("FJI", "NZL", "TON", "WSM")), _page(3, ("CHL", "NOR")))


def _keys(registry: Registry) -> set[str]:
    return {line.key for line in registry.lines(passing=True)}


def test_namesakes_have_marked_keys_whichever_came_first(tmp_path: Path) -> None:
    found = []
    for number, order in enumerate(permutations(PAGES)):
        with open_registry(tmp_path / f"{number}.db") as registry:
            for document, reading in order:
                registry.add(document, reading)
                if number % 2:
                    registry.refresh()
            found.append(_keys(registry))
    assert all(keys == found[0] for keys in found)
    assert "timber-tariff-agreement" not in found[0]
    assert sum(key.startswith("timber-tariff-agreement-") for key in found[0]) == 2


def test_the_last_of_two_namesakes_has_the_plain_key_back(tmp_path: Path) -> None:
    with open_registry(tmp_path / "treatywatch.db") as registry:
        for document, reading in PAGES[:2]:
            registry.add(document, reading)
        assert len(_keys(registry)) == 2
        registry.forget(PAGES[0][0].sha256, "a lawyer", "a court ordered it")
        assert _keys(registry) == {"timber-tariff-agreement"}
