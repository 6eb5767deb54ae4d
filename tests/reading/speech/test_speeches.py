"""Who is heard on a page: chains, pronouns, cut quotations, statements on paper, and what nobody says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.language.names import find_names
from treatywatch.language.parse import parse
from treatywatch.reading.speech import Speech, attribution, speeches, statements


def said(text: str) -> tuple[Speech, ...]:
    return speeches(parse(text), find_names(text))


def source_of(text: str, words: str) -> str | None:
    start = text.index(words)
    found = attribution(said(text), start, start + len(words))
    return found.speaker if found else None


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "Foreign Minister Anna Berg met reporters. The treaty will be signed in May, she said.",
            "signed in May",
            "Anna Berg",
            id="a pronoun goes back to the person before",
        ),
        pytest.param(
            "Anna Berg welcomed the envoy. The pact is ready, Berg said.",
            "is ready",
            "Anna Berg",
            id="a surname goes back to the full name",
        ),
        pytest.param(
            "“The accord,” Anna Berg said, “will be sent to parliament.”",
            "sent to parliament",
            "Anna Berg",
            id="a quotation cut in two",
        ),
        pytest.param(
            'The treaty was signed on Monday. "It opens a new chapter," Norway\'s minister, Anna Berg, told reporters.',
            "opens a new chapter",
            "Anna Berg",
            id="a name that explains the post before it",
        ),
        pytest.param(
            "The treaty is in danger. Foreign Minister Anna Berg: “We shall not leave it.”",
            "shall not leave",
            "Anna Berg",
            id="a colon gives the floor",
        ),
        pytest.param(
            "Vladimir Putin spoke of the treaty. “We are not leaving it,” the Russian president told parliament.",
            "not leaving",
            "Vladimir Putin",
            id="the president of a state of whom one person is named",
        ),
        pytest.param(
            "Anna Berg said that she would have liked another text. “It is not there.” Parliament votes on Monday.",
            "is not there",
            "Anna Berg",
            id="a whole quotation follows what is reported",
        ),
        pytest.param(
            "Anna Berg told reporters before flying home that the treaty would be kept.",
            "would be kept",
            "Anna Berg",
            id="what is done meanwhile comes before what is said",
        ),
        pytest.param(
            "Anna Berg promised a vote. Her officials maintain that the treaty is fair.",
            "is fair",
            "Her officials",
            id="her officials are not she",
        ),
        pytest.param(
            "The treaty has been ratified, the news agency Norden reported, citing Foreign Minister Anna Berg.",
            "has been ratified",
            "Anna Berg",
            id="of a chain the person counts, not the outlet",
        ),
        pytest.param(
            "The Foreign Ministry issued a statement. The treaty enters into force on Friday, the ministry added.",
            "enters into force",
            "Foreign Ministry",
            id="the ministry is the one named before",
        ),
        pytest.param(
            "The US left the pact in May. It was never fair, the United States says.",
            "never fair",
            "United States",
            id="a state goes by its fullest name",
        ),
        pytest.param(
            "The United States left the pact in May. It was never fair, the US says.",
            "never fair",
            "United States",
            id="whichever name it speaks under",
        ),
        pytest.param(
            "If parliament agrees, Anna Berg said on Monday, the treaty will be signed in May.",
            "signed in May",
            "Anna Berg",
            id="a cue between commas",
        ),
        pytest.param(
            "The treaty will be signed, said Anna Berg; parliament has to agree first.",
            "has to agree first",
            "Anna Berg",
            id="what follows a semicolon is still said",
        ),
        pytest.param(
            "Reuters reported, citing Foreign Minister Anna Berg, that Norway would leave the treaty.",
            "leave the treaty",
            "Anna Berg",
            id="a source cited in passing",
        ),
        pytest.param(
            "TASS quoted presidential aide Anna Berg as saying that the treaty would be ratified soon.",
            "be ratified",
            "Anna Berg",
            id="quoted as saying",
        ),
        pytest.param(
            "According to a statement from the White House, the leaders agreed to sign the treaty in May.",
            "sign the treaty",
            "White House",
            id="a statement on paper speaks for its author",
        ),
        pytest.param(
            "Anna Berg arrived. “The treaty is dead,” said Carl Dahl, who leads the opposition. “It will not return.”",
            "not return",
            "Carl Dahl",
            id="a quotation goes on after its cue",
        ),
        pytest.param(
            "Anna Berg took to Twitter to say that the treaty was dead.",
            "was dead",
            "Anna Berg",
            id="an infinitive that was carried out",
        ),
        pytest.param(
            "Norway accepts the treaty, Anna Berg said; Sweden will follow.",
            "Sweden will follow",
            "Anna Berg",
            id="the same speaker after a semicolon",
        ),
        pytest.param(
            "In June Anna Berg announced that the treaty would be kept; on July 9 Norway signed a new one.",
            "signed a new one",
            None,
            id="after a semicolon the page goes on in the plain past",
        ),
        pytest.param(
            "The treaty has been signed, according to Norway's information minister. Anna Berg wrote that it was done.",
            "been signed",
            "Anna Berg",
            id="a minister whom the next sentence names",
        ),
        pytest.param(
            "Anna Berg said that the accord signed last year would be replaced.",
            "signed last year",
            None,
            id="a dated aside is the page's own",
        ),
        pytest.param(
            "The Ministry of Trade announced that it has approved the treaty.",
            "approved the treaty",
            None,
            id="an act announced by who does it",
        ),
        pytest.param(
            "Anna Berg welcomed the ratification of the treaty.",
            "ratification",
            None,
            id="what is welcomed is taken for granted",
        ),
        pytest.param(
            "The treaty was signed in Oslo. Parliament approved it in June.",
            "signed in Oslo",
            None,
            id="the page's own voice",
        ),
        pytest.param(
            "Anna Berg will say that the treaty is dead.",
            "is dead",
            None,
            id="what has not been said yet",
        ),
        pytest.param(
            "Anna Berg did not say that the treaty was signed.",
            "was signed",
            None,
            id="what was not said",
        ),
    ],
)
def test_the_source_of_a_claim(text: str, words: str, speaker: str | None) -> None:
    assert source_of(text, words) == speaker


def test_posts_are_kept_apart_from_names() -> None:
    found = said("Deputy Foreign Minister Anna Berg said that the treaty is ready. “It is done,” Berg added.")
    assert {(s.speaker, s.office) for s in found} == {("Anna Berg", "Deputy Foreign Minister")}


def test_a_post_may_follow_the_name() -> None:
    found = said("Anna Berg, the ambassador to Norway, said that the treaty is ready.")
    assert [(s.speaker, s.office) for s in found] == [("Anna Berg", "ambassador to Norway")]


def test_two_who_speak_together_are_both_named() -> None:
    (found,) = said("Frank Berg and Jean Claude Dahl asked why the treaty had not been signed.")
    assert found.speaker == "Frank Berg and Jean Claude Dahl"


def test_words_in_quotation_marks_are_direct() -> None:
    text = "“The treaty is dead,” Anna Berg said. She said that talks would go on."
    assert [s.direct for s in said(text)] == [True, False]


def test_a_decree_speaks_for_itself() -> None:
    text = "The palace released a presidential decree stating that the treaty has been approved."
    (found,) = said(text)
    assert (found.speaker, found.speaker_kind) == ("presidential decree", "body")


def test_outlets_and_unnamed_sources_make_no_statements() -> None:
    text = (
        "The treaty is dead, Reuters reported. An official said that talks would go on. Anna Berg called it a mistake."
    )
    found = said(text)
    assert {s.speaker_kind for s in found} == {"outlet", "unnamed", "person"}
    assert {s.speaker for s in statements(text, found)} == {"Anna Berg"}


@pytest.mark.parametrize("many", ["Opposition deputies", "The opposition", "The Norwegians", "Several governments"])
def test_many_of_whom_none_is_named_make_no_statement(many: str) -> None:
    text = (
        f"Norway signed the treaty. {many} said that it goes too far. The Norwegian government said that it will hold."
    )
    found = said(text)
    assert {s.speaker_kind for s in found} == {"unnamed", "body"}
    assert {s.speaker for s in statements(text, found)} == {"Norwegian government"}


def test_a_capital_or_both_sides_make_no_statement_but_a_seat_does() -> None:
    text = "Moscow says the treaty is dead. Both sides said the treaty was fair. The Kremlin says the treaty will last."
    assert {s.speaker for s in statements(text, said(text))} == {"Kremlin"}


def test_a_bare_fact_is_no_statement_when_its_speaker_says_more() -> None:
    text = "Anna Berg said that the treaty was signed on Monday. She called it a turning point."
    fact = (text.index("the treaty was"), text.index(" She called") - 1)
    assert [text[slice(*s.content)] for s in statements(text, said(text), [fact])] == ["called it a turning point"]
    assert len(statements(text, said(text))) == 2


def statements_of(text: str, facts: tuple[str, ...] = (), lead: int = 0) -> list[str]:
    """The statements of a text about "the treaty", with the facts among its words and the end of its first sentence."""
    spans = [(text.index(fact), text.index(fact) + len(fact)) for fact in facts]
    about = [(at, at + len("the treaty")) for at in range(len(text)) if text.startswith("the treaty", at)]
    return [text[slice(*found.content)] for found in statements(text, said(text), spans, about, lead)]


def test_the_news_of_the_first_sentence_is_no_statement_of_who_says_more() -> None:
    text = "The vote on the treaty is near, Anna Berg said. Nothing in the treaty is unfair, she added."
    assert statements_of(text, lead=text.index(" Nothing")) == ["Nothing in the treaty is unfair"]
    alone = text[: text.index(" Nothing")]
    assert statements_of(alone, lead=len(alone)) == ["The vote on the treaty is near"]


def test_whoever_says_more_is_no_mere_source() -> None:
    text = "Trade in steel is growing, according to Anna Berg. She called the treaty a turning point."
    assert statements_of(text) == ["called the treaty a turning point"]


def test_what_is_recalled_is_background() -> None:
    text = "In 1990 the treaty was new, Anna Berg recalled. She called the treaty outdated."
    assert statements_of(text) == ["called the treaty outdated"]


def test_a_promise_is_a_statement_where_it_names_an_agreement() -> None:
    assert statements_of("Anna Berg spoke of the treaty. She promised that taxes would fall.") == [
        "spoke of the treaty"
    ]
    assert statements_of("Anna Berg promised that the treaty would be kept.") == ["the treaty would be kept"]


def test_an_event_that_a_person_foresees_is_told_once() -> None:
    text = "Anna Berg called it fair. Norway will sign the treaty, she said. Sweden will sign the treaty, she added."
    facts = ("Norway will sign the treaty", "Sweden will sign the treaty")
    assert statements_of(text, facts) == ["called it fair"]


def test_a_named_post_speaks_for_whoever_holds_it() -> None:
    (chief,) = said("The UN chief said that the treaty was fair.")
    assert (chief.speaker, chief.speaker_kind) == ("UN chief", "body")
    (official,) = said("A UN official said that the treaty was fair.")
    assert official.speaker_kind == "unnamed"


def test_a_day_is_no_part_of_a_name() -> None:
    (found,) = said("Late on Tuesday Norway declared that the treaty was in force.")
    assert found.speaker == "Norway"


def test_a_transcript_gives_the_floor_by_label() -> None:
    text = "Anna Berg, Secretary of State\n\nSECRETARY BERG: Hello.\n\nThe treaty is ready.\n\nQUESTION: Is it?\n"
    about = (text.index("The treaty"), text.index("The treaty") + 10)
    found = statements(text, said(text), (), [about])
    assert [(s.speaker, text[slice(*s.content)]) for s in found] == [("Anna Berg", "The treaty is ready.")]


def test_a_dateline_is_no_label() -> None:
    assert said("OSLO: The treaty was signed on Monday.") == ()


def test_a_paragraph_that_names_no_agreement_holds_no_statement() -> None:
    text = "Anna Berg said that prices would fall.\n\nIt rained.\n\nShe said that the treaty would be kept."
    about = (text.index("the treaty"), text.index(" would be kept"))
    assert [text[slice(*s.content)] for s in statements(text, said(text), (), [about])] == ["the treaty would be kept"]


def test_what_is_said_two_paragraphs_after_the_treaty_is_named_is_about_it() -> None:
    text = "Norway signed the treaty on Monday.\n\nIt was a long day.\n\nAnna Berg called it a turning point."
    assert statements_of(text) == ["called it a turning point"]
    far = text.replace("It was a long day.", "It was a long day. " * 60)
    assert statements_of(far) == []


def test_words_that_are_quoted_are_more_than_a_source_for_the_news() -> None:
    text = "The treaty, in the words of Anna Berg, “gives up the coast”. She called the treaty a mistake."
    assert "called the treaty a mistake" in statements_of(text)
    assert any("gives up the coast" in quote for quote in statements_of(text))


def test_what_the_page_explains_in_passing_has_no_other_source() -> None:
    text = "Anna Berg said that the accord, which took effect in 1999, would be replaced."
    assert source_of(text, "took effect in 1999") is None
    assert source_of(text, "would be replaced") == "Anna Berg"


def test_contents_and_cues_lie_within_the_text() -> None:
    text = "“The pact,” said President Anna Berg, “is dead.” According to Reuters it never lived; he did, she noted."
    for speech in said(text):
        for start, end in (speech.cue, speech.content):
            assert 0 <= start < end <= len(text)


PIECES = [
    *'“”",.;:()-\n',
    *(
        [
            "said",
            "that",
            "he",
            "it",
            "in",
            "view",
            "'s",
            "statement",
            "as",
            "treaty",
            "will",
            "called",
            "so",
            "Reuters",
            "of",
        ]
    ),
    *("according to", "Anna Berg", "the ministry", "told reporters", "is confident", "\n\n"),
]
WORDS = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.one_of(WORDS, st.text(max_size=60)))
def test_no_text_is_too_odd(text: str) -> None:
    for speech in said(text):
        assert text[slice(*speech.content)]
        assert speech.speaker
