from pathlib import Path

from treatywatch.model import Agreement, Document, Reading, Span
from treatywatch.registry import open_registry
from treatywatch.service.listing import listing


def test_one_page_may_use_the_same_words_of_two_agreements(tmp_path: Path) -> None:
    text = "Norway has one fisheries treaty with Iceland. Norway has another fisheries treaty with Iceland."
    starts = (text.index("fisheries"), text.rindex("fisheries"))
    page = Document("page", text)
    agreements = tuple(
        Agreement(str(start), "fisheries treaty", "treaty", ("ISL", "NOR"), mentions=(Span(start, start + 16),))
        for start in starts
    )
    with open_registry(tmp_path / "treatywatch.db") as registry:
        registry.add(page, Reading("page", page.sha256, "1", agreements))
        found = listing(registry, passing=True)

    assert len({one.key for one in found}) == 2
