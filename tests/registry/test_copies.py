"""Copies of one story are one source, however an editor retouches them; another report of the same event is not."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.model import Block, BlockLabel, Span
from treatywatch.registry.copies.origins import origins
from treatywatch.registry.copies.sketch import Sketch, sketch, story, unpacked

WIRE = (
    "Norway and Chile signed a treaty on shared harbours in Santiago on Tuesday after nine years of talks that had "
    "stalled twice over pilotage fees. The treaty lets fishing vessels of either state call at eleven ports of the "
    "other without a permit, and sets up a joint commission that meets each spring. Foreign Minister Anna Berg said "
    "the sea joins what maps keep apart. Her counterpart spoke of a long winter that was over. Both parliaments still "
    "have to approve the text; officials in Oslo expect a vote before the summer, while the Chilean senate has not "
    "named a day. Shipowners welcomed the fees, which fall by a third. A union of dockers in Valparaiso warned that "
    "the text says nothing of working hours. The treaty would replace an accord of 1973 that never covered trawlers."
)
OTHER = (
    "After almost a decade of negotiations, the harbour treaty between Chile and Norway has been signed. Ministers "
    "put their names to it at the Moneda palace on Tuesday afternoon. Trawlers will need no permits any more in eleven "
    "harbours on each side, and pilots become cheaper by about one third. Oslo hopes that the Storting votes before "
    "July. In Valparaiso the dockers are not content: hours of work are not mentioned anywhere, their union complains. "
    "Critics recall that the old accord, which dates from 1973, had promised much and delivered little. A commission "
    "of both states is to watch over the new rules and will report every year to the two governments in writing."
)


def retouched(text: str, every: int) -> str:
    """The story with every so many-th word another."""
    return " ".join("indeed" if at % every == every - 1 else word for at, word in enumerate(text.split()))


def cut(text: str, share: float) -> str:
    words = text.split()
    return " ".join(words[: int(len(words) * share)])


def groups(**texts: str) -> set[frozenset[str]]:
    found = origins({name: sketch(text) for name, text in texts.items()})
    return {frozenset(page for page in found if found[page] == origin) for origin in found.values()}


def test_a_story_headed_anew_cut_to_half_or_retouched_is_the_same_story() -> None:
    headed = "HARBOURS OPEN, SAYS MINISTER. By our correspondent in Santiago. " + WIRE
    told = groups(a=WIRE, b=headed, c=cut(WIRE, 0.5), d=retouched(WIRE, 20), e=WIRE.upper())
    assert told == {frozenset("abcde")}


def test_another_report_of_the_same_event_is_a_source_of_its_own() -> None:
    assert groups(a=WIRE, b=OTHER, c=retouched(OTHER, 25)) == {frozenset("a"), frozenset("bc")}


def test_few_words_are_copied_only_word_for_word() -> None:
    one, other = "Norway ratified its treaty on 8 June.", "Norway ratified its treaty on 9 June."
    assert groups(a=one, b=other, c=f"{one} ", d="", e="") == {frozenset("ac"), frozenset("b"), frozenset("de")}


def test_what_all_pages_of_a_paper_have_in_common_makes_no_copies() -> None:
    frame = "Read more about our newsletters and subscriptions, terms of use, privacy and cookies on this site. " * 9
    pages = {name: f"{frame}{text}" for name, text in (("a", WIRE), ("b", OTHER))}
    blocks = {name: [Block(BlockLabel.BODY, Span(len(frame), len(page)))] for name, page in pages.items()}
    assert groups(**{name: story(page, blocks[name]) for name, page in pages.items()}) == {
        frozenset("a"),
        frozenset("b"),
    }


@settings(max_examples=50)
@given(st.randoms(use_true_random=False), st.integers(2, 12))
def test_neither_order_nor_portions_change_the_groups(chance: random.Random, count: int) -> None:
    stories = [WIRE, OTHER, *(" ".join(chance.choices(WIRE.split(), k=80)) for _ in range(3))]
    pages = {f"p{n}": sketch(retouched(chance.choice(stories), chance.randint(15, 60))) for n in range(count)}
    shuffled = chance.sample(sorted(pages), len(pages))
    assert origins({name: pages[name] for name in shuffled}) == origins(pages)


@given(st.text(max_size=400))
def test_any_text_has_a_sketch_that_is_kept_as_it_is(text: str) -> None:
    assert unpacked(sketch(text).packed()) == sketch(text)
    assert isinstance(sketch(text), Sketch)
