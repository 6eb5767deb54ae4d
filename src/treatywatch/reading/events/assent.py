"""A head of state's signature under what parliament has approved: it ratifies, where another signature only signs."""

from collections.abc import Iterable, Sequence

from treatywatch.language.parse import Parsed
from treatywatch.model import Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.events.classes import class_of
from treatywatch.reading.events.found import Found
from treatywatch.reading.grammar import children
from treatywatch.reading.nouns import class_of_words


def completes(
    page: Parsed, kind: Step, agreements: Sequence[tuple[int, int]], actors: Sequence[Actor], made: Iterable[Found]
) -> bool:
    """ "Parliament approved the treaty. The president is to sign it": whether the signature is the last step at home.

    ``made`` are the steps told so far.
    """
    if kind is not Step.SIGNED or len(actors) != 1:
        return False
    word = page.words[actors[0].word]
    titles = (w.lower for w in children(page, word.i, "compound"))  # "President Moyo"
    if "head" not in {class_of(actors[0], word.lower), *map(class_of_words, titles)}:
        return False
    clusters = {number for number, _ in agreements}
    approved = {code for f in made if f.kind is Step.APPROVED and f.cluster in clusters for code in f.parties}
    return bool(approved & set(actors[0].codes))
