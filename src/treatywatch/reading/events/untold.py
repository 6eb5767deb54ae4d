"""What the words of a step leave to be understood: who takes it, and the year that the agreement's name tells."""

from collections.abc import Sequence

from treatywatch.language.parse import Parsed
from treatywatch.model import Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.events.words import course_words
from treatywatch.reading.grammar import is_verb, noun_arguments, subjects
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.pronouns import is_own

_MADE = frozenset({Step.SIGNED, Step.ADOPTED})


def is_of_nobody(page: Parsed, head: int, agreements: Sequence[tuple[int, int]], actors: Sequence[Actor]) -> bool:
    """Whether nobody is said to take the step: "rejoining it", "it was approved by 19 votes", "our return to it".

    Whoever speaks is nobody else than the page's own; a noun may say whose step it is, be it of somebody unknown ("the
    accession of Ruritania"). ``agreements`` are ``(cluster, word)`` of what the step is taken on.
    """
    if actors:
        return False
    if is_verb(page, head):
        told = (page.words[i] for i in subjects(page, head))
        return all(is_own(word) or word.lemma in course_words("occasions") for word in told)
    return not set(noun_arguments(page, head, "of", "by")) - {word for _, word in agreements}


def year_named(
    coreference: Coreference, kind: Step, agreements: Sequence[tuple[int, int]], actors: Sequence[Actor]
) -> str | None:
    """The year that an agreement goes by is that of its making: "the 1994 accord, signed in Lima".

    One party alone may have signed it later.
    """
    if kind not in _MADE or len({code for actor in actors for code in actor.codes}) == 1:
        return None
    told = (
        mention for number, at in agreements for mention in coreference.clusters[number].mentions if mention.head == at
    )
    return next((mention.year for mention in told if mention.year), None)
