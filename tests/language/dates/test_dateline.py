import pytest

from treatywatch.language.dates import dateline

CASES = [
    ("MOSCOW, June 17. The chamber met.", "MOSCOW", None, "June 17", "MOSCOW, June 17."),
    ("PYONGYANG, June 19 - The guests", "PYONGYANG", None, "June 19", "PYONGYANG, June 19 -"),
    ("TOKYO, Nov 12 (KUNA) - The house", "TOKYO", "KUNA", "Nov 12", "TOKYO, Nov 12 (KUNA) -"),
    ("BEIJING. Dec 5 (Interfax) - The pact", "BEIJING", "Interfax", "Dec 5", "BEIJING. Dec 5 (Interfax) -"),
    ("Lisbon, Oct 20, 2018 (EFE) - He", "Lisbon", "EFE", "Oct 20, 2018", "Lisbon, Oct 20, 2018 (EFE) -"),
    ("TOKYO, December 5. /TASS/. Japan", "TOKYO", "TASS", "December 5", "TOKYO, December 5. /TASS/."),
    ("OTTAWA, July 19, 2017 - Envoys", "OTTAWA", None, "July 19, 2017", "OTTAWA, July 19, 2017 -"),
    (
        "HANGZHOU, China, Sept. 3 (Kyodo) -- Two",
        "HANGZHOU, China",
        "Kyodo",
        "Sept. 3",
        "HANGZHOU, China, Sept. 3 (Kyodo) --",
    ),
    ("October 14, 2024. A bill", None, None, "October 14, 2024", "October 14, 2024."),
    ("28/04/2020. The two", None, None, "28/04/2020", "28/04/2020."),
    ("03 February 2019. A note", None, None, "03 February 2019", "03 February 2019."),
    ("Addis Ababa, 26 May 2018: The chair", "Addis Ababa", None, "26 May 2018", "Addis Ababa, 26 May 2018:"),
    ("26 January 2021, 06:49\n\nThe house", None, None, "26 January 2021", "26 January 2021, 06:49\n"),
    ("YEREVAN, JUNE 7, ARMENPRESS. The law", "YEREVAN", "ARMENPRESS", "JUNE 7", "YEREVAN, JUNE 7, ARMENPRESS."),
    ("WASHINGTON (AP) — June 17 — He", "WASHINGTON", "AP", "June 17", "WASHINGTON (AP) — June 17 —"),
    ("New Delhi, Sept 25 (PTI) The house", "New Delhi", "PTI", "Sept 25", "New Delhi, Sept 25 (PTI)"),
    ("ISLAMABAD: June 17 (APP): The", "ISLAMABAD", "APP", "June 17", "ISLAMABAD: June 17 (APP):"),
    ("17 June 2024, Moscow. The", "Moscow", None, "17 June 2024", "17 June 2024, Moscow."),
    ("Published on: 17 June 2024\nThe", None, None, "17 June 2024", "Published on: 17 June 2024"),
]


@pytest.mark.parametrize(("text", "place", "agency", "day", "whole"), CASES)
def test_a_dateline_tells_place_agency_and_day(text, place, agency, day, whole):
    found = dateline("\n " + text)
    assert (found.place, found.agency, found.date.text) == (place, agency, day)
    assert ("\n " + text)[found.start : found.end].rstrip() == whole.rstrip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On June 19, 2019 the senate passed the law.",
        "In Washington, on June 3 the talks began.",
        "Talks between Oslo and Riga, 4 June - the first in years - failed.",
        "The treaty was signed on 19 June 2024.",
        "June 19 was the day on which they signed.",
    ],
)
def test_a_sentence_is_no_dateline(text):
    assert dateline(text) is None


def test_a_dateline_may_stand_below_a_title_and_a_byline():
    page = "Two states sign a pact\n\nBy Ann Lee\nLISBON, June 17 (Reuters) - The pact was signed."
    found = dateline(page)
    assert page[found.start : found.end] == "LISBON, June 17 (Reuters) -"


def test_what_stands_below_a_paragraph_is_no_dateline():
    assert dateline("The pact was signed by both.\nLISBON, June 17 (Reuters) - More.") is None
