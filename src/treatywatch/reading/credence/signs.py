"""What about a step, its words and its page bears on whether it is rightly read."""

from collections.abc import Iterator, Sequence

from treatywatch.language.parse import Parsed
from treatywatch.reading.actors import Actors
from treatywatch.reading.events.found import Found
from treatywatch.reading.grammar import is_verb, objects, subjects
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.modality.tense import mark_of

_LEFT = _RIGHT = 3  # words beside the step's own that are looked at
_MANY = 3
_DEEP = 5
_OF_BILLS = frozenset({"bill", "whether", "i", "should", "?"})


def signs_of(page: Parsed, coreference: Coreference, actors: Actors, found: Found, unsure: str = "") -> frozenset[str]:
    """The signs of a step, each a name (``kind signed``, ``above hope``)."""
    return frozenset(
        (
            *_of_step(found),
            *_of_words(page, found.head),
            *_of_subject(page, actors, found.head),
            *_of_agreement(page, coreference, found),
            *_of_page(page, coreference),
            *_of_doubt(found, unsure),
            *_of_roles(page, coreference, actors, found),
        )
    )


def _of_step(found: Found) -> Iterator[str]:
    yield f"kind {found.kind.value}"
    yield f"step {found.kind.value} {found.modality.value}"
    yield f"rule {found.rule}"
    yield f"rule {found.rule} {found.modality.value}"
    yield f"date of {len(found.date or '')} characters"
    yield f"{found.kind.value} {'dated' if found.date else 'undated'}"
    yield f"{found.kind.value} of {min(len(found.parties), _MANY)} parties"
    if found.known_actor:
        yield "actor known"
    if found.body:
        yield "organ named"


def _of_words(page: Parsed, head: int) -> Iterator[str]:
    """The grammar around the word that tells the step."""
    word = page.words[head]
    above = page.words[word.head]
    if above.i != head:
        yield f"above {above.lemma}"
    yield f"depth {min(sum(1 for _ in page.ancestors(head)), _DEEP)}"
    yield f"word {word.lemma}"
    yield f"tag {word.tag}"
    for near in page.words[max(0, head - _LEFT) : head]:
        yield f"left {near.lower}"
    for near in page.words[head + 1 : min(head + _RIGHT, page.sentences[word.sentence][-1]) + 1]:
        yield f"right {near.lower}"
    if is_verb(page, head) and (mark := mark_of(page, word)):
        yield f"mark {mark}"
    if not page.forms[word.sentence].isdisjoint(_OF_BILLS):
        sentence = {page.words[i].lower for i in page.sentences[word.sentence]}
        yield from (f"beside {near}" for near in sentence & _OF_BILLS)


def _of_subject(page: Parsed, actors: Actors, head: int) -> Iterator[str]:
    named = subjects(page, head) if is_verb(page, head) else []
    if not named:
        yield "subject none"
        return
    word, actor = page.words[named[0]], actors.of(named[0])
    yield f"subject {actor.kind or word.pos.lower()}"
    if len(actor.codes) == 1:
        yield "subject of one state"
    if word.pos == "PRON":
        yield f"subject {word.lower}"


def _of_roles(page: Parsed, coreference: Coreference, actors: Actors, found: Found) -> Iterator[str]:
    """What the step is done to, and who does it: an agreement, one who can act, or another thing."""
    named = coreference.heads
    done_to = objects(page, found.head)[:1]
    for i in done_to:
        yield f"done to {'an agreement' if i in named else page.words[i].lemma}"
        yield f"{found.kind.value} done to {'an agreement' if i in named else page.words[i].pos.lower()}"
    if not done_to:
        yield f"{found.kind.value} done to nothing"
    for i in subjects(page, found.head)[:1] if is_verb(page, found.head) else ():
        doer = "an agreement" if i in named else actors.of(i).kind or page.words[i].lemma
        yield from (f"done by {doer}", f"{found.kind.value} done by {doer}")
    beside = sum(i in named for i in page.sentences[page.words[found.head].sentence])
    yield f"agreements in the sentence {min(beside, _MANY)}"


def _of_agreement(page: Parsed, coreference: Coreference, found: Found) -> Iterator[str]:
    """How the page names the agreement, and how far from the step's words."""
    cluster = coreference.clusters[found.cluster]
    inside = [m for m in cluster.mentions if found.span.start <= page.words[m.head].start < found.span.end]
    yield f"agreement {'known' if cluster.known else 'named' if cluster.proper else 'described'}"
    if not any(mention.weight == "strong" for mention in cluster.mentions):
        yield "agreement weak"
    if any(mention.plural for mention in inside[:1]):
        yield "agreement plural"
    if any(mention.parties for mention in inside[:1]):
        yield "agreement with parties"
    start = page.words[found.head].start
    away = [abs(ground.span.start - start) for ground in found.grounds if ground.role == "agreement"]
    yield f"agreement {_within(min(away), (10, 30, 80, 200))} characters away" if away else "agreement untold"


def _of_page(page: Parsed, coreference: Coreference) -> Iterator[str]:
    yield f"page of {_within(len(page.sentences), (5, 12, 25, 50, 100))} sentences"
    yield f"page of {_within(len(coreference.clusters), (1, 2, 4, 8, 16))} agreements"


def _within(count: int, bounds: Sequence[int]) -> str:
    """The first of ``bounds`` that ``count`` does not pass."""
    return next((f"up to {bound}" for bound in bounds if count <= bound), f"over {bounds[-1]}")


def _of_doubt(found: Found, unsure: str) -> Iterator[str]:
    """What was taken for granted: that the one spoken of is meant, and that it is an agreement between states."""
    if found.afar:
        yield from ("afar", f"afar {found.kind.value}", f"afar {found.rule}")
    if unsure:
        yield from ("agreement doubted", f"agreement {unsure}")
