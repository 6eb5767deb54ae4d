"""Who said which words, in the ways in which news tells it: outcries, names set apart, lines taken, unions."""

import pytest

from treatywatch.language.names import find_names
from treatywatch.language.parse import parse
from treatywatch.model import Document, Statement
from treatywatch.reading import read
from treatywatch.reading.speech import speeches

PAGE = "Norway and Chile signed a fisheries treaty on 3 May 2024. "


def heard(text: str) -> list[tuple[str, str]]:
    return [(one.speaker, text[slice(*one.content)]) for one in speeches(parse(text), find_names(text))]


def told(text: str) -> tuple[Statement, ...]:
    return read(Document("page", text)).statements


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“What a treaty!” Anna Berg said.", "Anna Berg", "“What a treaty!”"),
        ('"What patience!" said Anna Berg when she stepped in.', "Anna Berg", '"What patience!"'),
        (
            "In Oslo, Anna Berg, who leads the party and wants to win, said she would leave the treaty.",
            "Anna Berg",
            "she would leave the treaty",
        ),
        ("“We cannot accept it,” the Élysée let it be known on Thursday.", "Élysée", "“We cannot accept it,”"),
        ("Anna Berg's line is that the treaty must be ratified.", "Anna Berg", "the treaty must be ratified"),
        ("The government's answer was that it would sign.", "government", "it would sign"),
        ("Anna Berg liked to tell visitors that the treaty was dead.", "Anna Berg", "the treaty was dead"),
        (
            "“We are not leaving it,” Anna Berg told them, “we are putting it on hold.”",
            "Anna Berg",
            "“We are not leaving it,” Anna Berg told them, “we are putting it on hold.”",
        ),
        ("The treaty is dead, Anna Berg said; 29 more states are needed.", "Anna Berg", "29 more states are needed"),
        (
            "The treaty no longer holds, Anna Berg said; it had been made on one condition.",
            "Anna Berg",
            "it had been made on one condition",
        ),
        (
            "The pact is void, in the words of Anna Berg, “a dead letter”, and nobody keeps it.",
            "Anna Berg",
            "“a dead letter”",
        ),
        ("NATO chief Strand said the treaty was fair.", "Strand", "the treaty was fair"),
        (
            "The talks on the treaty are over, the ministry notes with satisfaction in a statement.",
            "ministry",
            "The talks on the treaty are over",
        ),
        (
            "Anna Berg said she regretted it and that the treaty is clear.",
            "Anna Berg",
            "she regretted it and that the treaty is clear",
        ),
    ],
)
def test_the_words_and_whose_they_are(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in heard(text)


@pytest.mark.parametrize(
    "text",
    [
        "As of today 98 per cent of tariffs between Canada and Norway are gone.",
        "They will help each other if attacked, “by whatever means”.",
        "Norway has called off the talks on the treaty.",
    ],
)
def test_what_nobody_said(text: str) -> None:
    assert not heard(text)


def test_a_committee_in_which_a_state_speaks_says_nothing_itself() -> None:
    assert heard("The night before, in committee, Norway had insisted on a vote.") == [
        ("Norway", "had insisted on a vote")
    ]


def test_a_quotation_of_two_sentences_is_said_once() -> None:
    text = 'Anna Berg: "Defending Norway remains our own job. This treaty only helps us."'
    assert len(heard(text)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The foreign ministry said that Chile might still leave the treaty.", "Chile might still leave the treaty"),
        ("The foreign ministry said that Chile had violated the treaty.", "Chile had violated the treaty"),
        ("The High Seas Alliance wants the treaty to be kept.", "the treaty to be kept"),
    ],
)
def test_a_view_is_a_statement_even_of_a_step_that_may_come_or_of_a_breach(text: str, words: str) -> None:
    assert words in {said.quote for said in told(PAGE + text)}


@pytest.mark.parametrize(
    "text",
    [
        "Chile wants talks on the treaty.",
        "Peru asked for more time.",
        "The ministry expects help under the treaty.",
    ],
)
def test_what_a_body_wants_is_no_statement(text: str) -> None:
    assert not told(PAGE + text)


def test_an_agreement_says_nothing_itself() -> None:
    text = "The Falkland Compact was signed in May 2024. The Falkland Compact promises help against disaster."
    assert not told(text)
