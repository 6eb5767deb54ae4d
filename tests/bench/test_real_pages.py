"""How the bench judges real pages: false alarms counted on pages without agreements, sentences told apart by group."""

import msgspec
import pytest

from treatywatch.bench import event_coders, judged
from treatywatch.bench.false_alarms import drawn, false_alarms, written
from treatywatch.bench.history import Measured
from treatywatch.bench.report import report
from treatywatch.model import Document, InputError


def test_the_written_pages_are_a_hundred_and_fifty_of_a_length_that_news_have():
    pages = list(written())
    assert len(pages) == len({page.id for page in pages}) == len({page.text for page in pages}) == 150
    assert all(60 <= len(page.text.split()) <= 200 for page in pages)


def test_a_page_with_a_step_is_a_false_alarm_and_one_without_is_not():
    told = Document(id="told", text="Chile and Peru signed a fisheries treaty in Lima on Monday.")
    untold = Document(id="untold", text="Chile's president visited the Treaty Oak in Lima on Monday.")
    assert [page.document.id for page in false_alarms([told, untold])] == ["told"]


def test_drawn_pages_that_the_corpus_lacks_are_named(tmp_path):
    folder = tmp_path / "corpus" / "wild"
    folder.mkdir(parents=True)
    (folder / "documents.jsonl").write_text('{"id": "wild/other", "text": "Nothing."}\n')
    with pytest.raises(InputError, match=r"lacks wild/\w+"):
        drawn(tmp_path)


def test_coders_are_judged_by_group_and_stand_in_the_report(tmp_path):
    file = tmp_path / event_coders.FILE
    file.parent.mkdir(parents=True)
    file.write_text(
        '{"id": "gsr/GOLD_4#22", "text": "Ukraine ratified an agreement with the European Union on Tuesday.",'
        ' "baseline": {"petrarch2": [["UKR", "EU", "057"]], "universalpetrarch": [["UKR", "EU", "120"]]}}\n'
        '{"id": "some/other", "text": "The ministers had lunch.", "baseline": {"petrarch2": [["A", "B", "057"]]}}\n'
    )
    made, other = event_coders.judge(tmp_path)
    assert (made.group, made.right) == ("made", {"treatywatch": True, "PETRARCH-2": True, "UniversalPetrarch": False})
    assert other.right == {"treatywatch": True, "PETRARCH-2": False}
    page = report([Measured("2026-01-01", "0.1.0", event_coders.figures(tmp_path))])
    assert "| made | 1 of 1 | 1 of 1 | 0 of 1 |" in page


def test_what_was_judged_of_an_event_holds_when_it_is_found_again_and_for_no_other():
    page = Document(id="wild/lake", text="Chile and Peru signed a fisheries treaty in Lima on Monday.")
    (one,) = judged.given([page])
    event = one.event
    made = judged.Judgement(
        page.id, 0, 20, event.kind, event.modality, event.parties, event.agreement, step=True, sides=False
    )
    assert judged.judgement_of(one, [made]) == made
    assert judged.judgement_of(judged.Given("wild/other", event), [made]) is None
    assert judged.judgement_of(one, [msgspec.structs.replace(made, parties=("CHL",))]) is None
    assert judged.judgement_of(one, [msgspec.structs.replace(made, start=90, end=99)]) is None


def test_the_draw_keeps_its_order_whatever_else_is_found():
    pages = [Document(id=f"wild/{n}", text="Chile and Peru signed a fisheries treaty in Lima.") for n in range(9)]
    found = judged.given(pages)
    first = judged.drawn(found, "seed", size=4)
    assert [each.page for each in judged.drawn(found[::-1], "seed", size=4)] == [each.page for each in first]
    left = [each for each in found if each.page != first[0].page]
    assert judged.drawn(left, "seed", size=3) == first[1:]


def test_every_judgement_says_what_is_wrong_and_rules_were_written_on_no_page_that_is_drawn_on():
    made, seen = judged.judgements(), judged.seen()
    assert made.events
    assert all(judged.third_of(each.page) == made.third for each in made.events)
    assert all(judged.third_of(each.page) != made.third for each in (*seen.events, *seen.missed))
    assert all(each.wrong for each in (*made.events, *seen.events) if not each.step)


def test_the_drawn_pages_are_in_the_corpus(shared):
    assert len(drawn(shared)) == 150
