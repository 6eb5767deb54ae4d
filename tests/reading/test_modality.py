"""Whether a word's sentence says that a thing happened, is to come, may come, or did not."""

import pytest

from treatywatch.language.parse import parse
from treatywatch.model import Modality
from treatywatch.reading.modality import modality_of

CASES = {
    Modality.ACTUAL: (
        ("Parliament ratified the treaty on Monday.", "ratified"),
        ("The parties held talks before signing the treaty.", "signing"),
        ("The ministers met to sign the treaty, and prices fell to close at a new low.", "close"),
        ("The vote forced the government to withdraw from the pact.", "withdraw"),
        ("Parliament ratifies the treaty after a long debate.", "ratifies"),
        ("The minister resigned as the treaty was signed.", "signed"),
        ("Norway leaves the pact after parliament rejected it.", "leaves"),
        ("The union praised Norway for the ratification.", "ratification"),
        ("Voters feared the treaty signed in May.", "signed"),
    ),
    Modality.PLANNED: (
        ("Norway will ratify the treaty in May.", "ratify"),
        ("Norway to sign treaty in May", "sign"),
        ("Norway wants to sign the treaty.", "sign"),
        ("The leaders set a date for the signing.", "signing"),
        ("The ministry announced talks on a new treaty.", "talks"),
    ),
    Modality.POSSIBLE: (
        ("Norway may ratify the treaty.", "ratify"),
        ("The treaty enters into force after ratification by both sides.", "enters"),
        ("There were fears that the government would leave the pact.", "leave"),
        ("The threat of withdrawal hung over the talks.", "withdrawal"),
    ),
    Modality.NEGATED: (
        ("Norway did not ratify the treaty.", "ratify"),
        ("Norway has yet to ratify the treaty.", "ratify"),
        ("The signing was cancelled.", "signing"),
        ("Norway refused to sign the treaty.", "sign"),
    ),
}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [pytest.param(*case, modality, id=f"{modality}: {case[0]}") for modality, cases in CASES.items() for case in cases],
)
def test_the_modality_of_a_word(text: str, word: str, expected: Modality) -> None:
    page = parse(text)
    (place,) = [w.i for w in page.words if w.text == word]
    assert modality_of(page, place) is expected
