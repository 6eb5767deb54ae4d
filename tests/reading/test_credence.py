"""Steps are believed by their signs, and what is not believed is not lost."""

from pathlib import Path

from treatywatch.bench.corpus import corpus
from treatywatch.model import Document
from treatywatch.reading import explain, read, weighed
from treatywatch.reading.credence import believable, credence

PLAIN = Document("plain", "Chile and Peru signed a fisheries treaty in Lima on Monday.", published="2025-03-12")
PASSING = Document(
    "passing",
    "I say to my friends that we should withdraw from the Paris Agreement whether the bill passes or not, and I mean "
    "it.",
)


def test_a_step_told_plainly_is_given():
    told = explain(PLAIN)
    assert [event.kind for event in told.reading.events] == ["signed"]
    assert told.doubted == ()


def test_a_speaker_who_wants_a_step_taken_is_not_believed_to_tell_it():
    told = explain(PASSING)
    assert told.reading.events == ()
    assert "denounced" in {event.kind for event in told.doubted}


def test_every_step_read_is_either_given_or_set_beside_the_reading():
    for page in (PLAIN, PASSING):
        told = explain(page)
        assert sorted((*told.reading.events, *told.doubted), key=lambda event: event.span) == [
            event for event, _ in weighed(page)
        ]


def test_a_step_is_given_exactly_when_its_signs_make_it_believable():
    for page in (PLAIN, PASSING):
        believed = [event for event, signs in weighed(page) if believable(credence(signs))]
        assert list(explain(page).reading.events) == believed


def test_words_of_bills_and_wishes_speak_against_a_step_and_a_plain_report_for_it():
    plain = credence({"step signed actual", "depth 0"})
    assert plain > credence(set()) > credence({"beside bill", "left should"})


def test_a_sign_that_was_never_weighed_weighs_nothing():
    assert credence({"above zyzzyva"}) == credence(set())


def test_a_step_whose_words_name_no_agreement_is_taken_for_one_of_the_agreement_spoken_of_where_that_is_likely():
    told = explain(
        Document(
            "afar",
            "The Whales Convention was adopted in Lima in 2019. On 13 May 2021 the Senate of Chile gave advice and "
            "consent. The harbour of Lima was enlarged, and the ministers signed the visitors' book.",
        )
    )
    assert [(event.kind, event.agreement) for event in told.reading.events] == [
        ("adopted", "whales-convention"),
        ("approved", "whales-convention"),
    ]


def test_an_agreement_that_may_be_one_of_firms_stands_in_the_reading_only_with_a_step_that_is_believed():
    told = explain(
        Document(
            "firms",
            "The steel company signed a supply agreement with a carmaker on Monday, and its shareholders approved the "
            "deal. The company's chief said that sales would grow. Chile and Peru are its markets.",
        )
    )
    assert (told.reading.events, told.reading.agreements) == ((), ())


def test_relations_and_statements_speak_of_agreements_that_the_reading_holds(shared: Path):
    for page in corpus(shared, "dev"):
        reading = read(page)
        keys = {agreement.key for agreement in reading.agreements}
        assert {relation.from_ for relation in reading.relations} | {r.to for r in reading.relations} <= keys
        assert {said.agreement for said in reading.statements} <= {*keys, None}
