"""What was read a moment ago is not read again, unless it came back as something else."""

from msgspec.structs import replace

from treatywatch.model import Document, from_json, to_json
from treatywatch.service.pages import read_pages
from treatywatch.views.web.recent import Recent


def _read(tmp_path, text: str):
    (tmp_path / "page.txt").write_text(text)
    (page,) = read_pages([str(tmp_path / "page.txt")])
    return page


def test_a_page_that_comes_back_through_a_form_is_known(tmp_path) -> None:
    recent, page = Recent(), _read(tmp_path, "Norway signed the Treaty on Fish.\n")
    recent.keep(page)
    assert recent.reading_of(from_json(to_json(page.document), Document)) == page


def test_a_page_that_was_changed_on_the_way_is_not(tmp_path) -> None:
    recent, page = Recent(), _read(tmp_path, "Norway signed the Treaty on Fish.\n")
    recent.keep(page)
    assert recent.reading_of(replace(page.document, publisher="another")) is None


def test_the_oldest_goes_when_there_is_no_room(tmp_path) -> None:
    recent = Recent(room=1)
    first, second = _read(tmp_path, "It rained in Bergen.\n"), _read(tmp_path, "It rained in Oslo.\n")
    recent.keep(first)
    recent.keep(second)
    assert recent.reading_of(first.document) is None
    assert recent.reading_of(second.document) == second
