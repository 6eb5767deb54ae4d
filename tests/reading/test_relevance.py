import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.reading.relevance import speaks_of_agreements


@pytest.mark.parametrize(
    "text",
    [
        "Freedonia has ratified it.",
        "TREATY WITH SYLVANIA SIGNED",
        "The President announced that the country leaves the INF.",
        "France and Freedonia have struck a deal on fishing.",
        "The foreign ministers initialled the protocol at noon.",
        "Both sides welcomed the accord.",
        "A Memorandum of Understanding was signed.",
        "The pact takes effect in May, the Kremlin said.",
        "The agreement enters into force for Turkey on Friday.",
        "Delegations from the two countries finished the declaration.",
        "Hungary has given notice and is out of the whaling commission.",
        "Lisbon and Rabat signed the text at midnight.",
        "Nepal’s exit from the organisation was announced on Tuesday.",
        "The instruments were exchanged in Lima.",
        "The Gambia presented its full powers.",
    ],
)
def test_pages_that_speak_of_agreements_are_let_through(text):
    assert speaks_of_agreements(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The striker signed a new deal with his club on Monday.",
        "The start of the season had a great impact on ticket sales.",
        "Delegates at the party convention cheered their candidate.",
        "The union and the carmaker reached an agreement on wages.",
        "The hospital changed its protocol for the care of newborns.",
        "The mayor opened the new school in spring.",
        "She gave notice and signed up for a course in pottery.",
        "The exit from the car park is closed until the referendum on the tram.",
    ],
)
def test_other_pages_are_not(text):
    assert not speaks_of_agreements(text)


def test_a_word_of_diplomacy_far_away_does_not_count():
    assert not speaks_of_agreements("The club made a deal. " + "The fans sang. " * 60 + "France won the other match.")
    assert not speaks_of_agreements("The striker signed. " + "The fans sang. " * 10 + "France won the other match.")


@given(st.text())
def test_no_text_breaks_it(text):
    assert speaks_of_agreements(text) in (True, False)
