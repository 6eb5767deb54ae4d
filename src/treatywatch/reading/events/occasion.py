"""The day of a step that is told with its occasion: "on 3 June, when …", "The vote took place on Monday."."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.events.words import course_words
from treatywatch.reading.grammar import children, clause_of, subjects
from treatywatch.reading.modality.tense import is_past

_AT = frozenset({"at", "during", "in"})
_PARTS_OF_DAY = frozenset({"hour", "morning", "evening", "afternoon", "night"})


def dated_with(page: Parsed, head: int) -> tuple[int | None, int | None]:
    """``(word, verb)`` that the clause of the verb ``head`` is set on: a day ("on 3 June, when …"), the clause above.

    "They will meet on Sunday, when it will be signed", "host a summit on Sunday, at which it will be signed", "it was
    signed when the president came in February".
    """
    verb = page.words[head]
    while verb.dep == "conj" and page.words[verb.head].pos in {"VERB", "AUX"}:
        verb = page.words[verb.head]
    if verb.dep == "relcl" and any(page.words[c].lower == "when" for c in verb.children):
        return verb.head, clause_of(page, verb.head)
    told = [w.i for w in children(page, verb.i, "advcl") if w.i > verb.i and _is_when(page, w) and is_past(page, w)]
    if told and is_past(page, verb):
        return None, told[0]
    if verb.dep == "advcl" and _is_when(page, verb) and is_past(page, verb) and is_past(page, page.words[verb.head]):
        return None, verb.head
    if verb.dep in {"relcl", "advcl"} and _is_where(page, verb):
        noun = page.words[verb.head]
        return None, noun.i if noun.pos in {"VERB", "AUX"} else clause_of(page, noun.i)
    return None, None


def is_of_document(page: Parsed, date: int) -> bool:
    """Whether the date that hangs on the rest of its sentence by the word ``date`` is that of a paper.

    "a decree published on Saturday", "a decree that appeared in the gazette on Saturday", "the letter of 24 April".
    """
    on = 1 if date and page.words[date - 1].lower == "on" else 0
    before = [page.words[max(date - on - back, 0)] for back in (1, 2)]
    if before[0].lemma in course_words("issuing") and _is_paper(before[1]):
        return True  # whatever the parser hung the day on
    for above in page.ancestors(date):
        if above.pos in {"VERB", "AUX"}:
            issued = above.lemma in course_words("issuing") and above.dep in {"acl", "relcl"}
            return issued and _is_paper(page.words[above.head])
        if above.pos in {"NOUN", "PROPN"} and above.lemma not in _PARTS_OF_DAY:
            by = page.words[date].head if page.words[date].dep == "pobj" else date
            return _is_paper(above) and page.words[by].head == above.i and page.words[by].lower in {"of", "dated"}
    return False


def _is_paper(word: Word) -> bool:
    return word.lemma in course_words("papers")


def told_beside(page: Parsed, sentence: int) -> list[int]:
    """Verbs of the sentences beside one that say when it was done: "The ceremony took place on …", "It did so on …"."""
    found = []
    for other in (sentence + 1, sentence - 1):
        if not 0 <= other < len(page.sentences):
            continue
        root = next((page.words[i] for i in page.sentences[other] if page.words[i].dep == "ROOT"), None)
        if (
            root is not None
            and root.lemma in course_words("taking_place")
            and is_past(page, root)
            and _is_of_occasion(page, root, other > sentence)
        ):
            found.append(root.i)
    return found


def _is_of_occasion(page: Parsed, root: Word, after: bool) -> bool:
    named = [page.words[i] for i in subjects(page, root.i)] + children(page, root.i, "nsubjpass")
    if root.lemma == "do":
        return after and any(page.words[c].lower == "so" for c in root.children)
    return any(w.lemma in course_words("occasions") and _is_known(page, w) for w in named)


def _is_known(page: Parsed, noun: Word) -> bool:
    """ "The vote", and neither "a vote" nor "the vote on the budget"."""
    beside = {page.words[c].lower for c in noun.children}
    return "the" in beside and not children(page, noun.i, "prep")


def _is_when(page: Parsed, verb: Word) -> bool:
    return any(page.words[c].lower == "when" for c in verb.children)


def _is_where(page: Parsed, verb: Word) -> bool:
    for child in verb.children:
        word = page.words[child]
        if word.lower == "where":
            return True
        which = any(w.lower == "which" for w in children(page, child, "pobj"))
        if word.dep == "prep" and word.lower in _AT and which and child < verb.i:
            return page.words[verb.head].pos in {"VERB", "AUX"} or page.words[verb.head].lemma in course_words(
                "occasions"
            )
    return False
