"""What a mention of an agreement is."""

from typing import NamedTuple

from treatywatch.model import Span


class Mention(NamedTuple):
    """A noun phrase that may name an agreement.

    ``head`` is the index of its noun; ``name`` the phrase without its determiner; ``form`` the kind of instrument;
    ``content`` the lower-cased words that tell it from others; ``parties`` codes named inside it; ``fresh`` whether it
    is introduced as a new instrument beside an older one; ``old`` whether it is known to be long in being on the day
    of the page; ``made`` the year in which its clause says that it was made; ``age`` "prior" for one made before the
    page's own, "aged" for one that has been there for some time; ``one_sided`` whether it names only the other side
    ("the deal with Peru"); ``short`` whether it is the heart of a longer name alone; ``beside`` the head of the
    description that it is a name for ("an earlier deal, the Oslo Framework"); ``rank`` the word that tells it from
    others of a row ("the second agreement", "a final agreement"); ``brought`` whether the text brings it in as one that
    was made ("they signed a treaty"), and ``makers`` the codes of those who are said to make it; ``month`` the month
    that it is named by ("the deal of July"); ``indefinite`` whether "a" stands before it; ``around`` the
    codes of those who are spoken of next to it.
    """

    head: int
    span: Span
    name: str
    form: str
    weight: str
    proper: bool
    definite: bool
    plural: bool
    fresh: bool
    content: frozenset[str]
    parties: tuple[str, ...]
    year: str | None
    known: str | None = None
    old: bool = False
    beside: int | None = None
    made: str | None = None
    age: str = ""
    one_sided: bool = False
    short: bool = False
    rank: str = ""
    brought: bool = False
    makers: tuple[str, ...] = ()
    month: str = ""
    indefinite: bool = False
    around: frozenset[str] = frozenset()
