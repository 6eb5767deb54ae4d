"""Sentences and paragraphs of our own about many other agreements, every step in them marked (``data/written``).

Five writers who knew no rule wrote them: single sentences for every kind of step in every modality, many of them
without the plain verb, and paragraphs as agencies, ministries and explainers write them; a fifth tell no step. What
they tell is mostly invented, also of states and agreements that there are. The text decides on the half to which it
belongs: one is looked at for rules and weighing, the other is kept from view and only measured.

Sixteen others wrote short texts and news pages in the same way, of real agreements as well. Their steps were marked
before any rule had been tried on them. No writer had seen the development corpus, but some short texts tell of
agreements that it tells of, those kept from view among them.
"""

import hashlib
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import msgspec

from treatywatch.bench.told import Told, counted, reached
from treatywatch.model import Document, Event, Modality, Step
from treatywatch.reading import read

_PARAGRAPHS = ("agencies", "backgrounds", "communiques")
_SENTENCES = ("from_application_to_breach", "from_proposal_to_exchange")
_SHORT_TEXTS = (
    "backgrounds_in_brief",
    "bilateral",
    "bulletins",
    "houses_and_exits",
    "multilateral",
    "official",
    "wire_security",
    "wire_trade",
)
_PAGES = (
    "pages_of_agencies",
    "pages_of_conventions",
    "pages_of_people",
    "pages_of_quarrels",
    "pages_of_security",
    "pages_of_the_east",
    "pages_of_the_south",
    "pages_of_trade",
)


class Marked(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """A step that a text tells: the clause that tells it, in its own words, the kind and the modality."""

    clause: str
    kind: Step
    modality: Modality


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and all steps that it tells."""

    text: str
    events: tuple[Marked, ...]

    @property
    def told(self) -> tuple[Told, ...]:
        """The steps by where their clauses stand."""
        places = ((self.text.find(one.clause), one) for one in self.events)
        return tuple(Told("written", at, at + len(one.clause), one.kind, one.modality) for at, one in places)

    @property
    def kept_from_view(self) -> bool:
        """Whether nobody who writes rules looks at the text, and no weight is set by it."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 2 == 0


def figures(shared: Path) -> dict[str, float]:
    """Precision, recall and F1 of kind and modality on the half kept from view; ``shared`` is not needed."""
    which = {
        "written paragraphs": paragraphs(),
        "written sentences": sentences(),
        "written short texts": short_texts(),
        "written pages": pages(),
    }
    return {name: figure for what, texts in which.items() for name, figure in _scored(what, texts).items()}


def paragraphs() -> tuple[Written, ...]:
    """The paragraphs, in the order of the files."""
    return tuple(text for name in _PARAGRAPHS for text in _file(name))


def sentences() -> tuple[Written, ...]:
    """The texts of one sentence or two, in the order of the files."""
    return tuple(text for name in _SENTENCES for text in _file(name))


def short_texts() -> tuple[Written, ...]:
    """The texts of a few sentences by the second set of writers, in the order of the files."""
    return tuple(text for name in _SHORT_TEXTS for text in _file(name))


def pages() -> tuple[Written, ...]:
    """Their short news pages, in the order of the files."""
    return tuple(text for name in _PAGES for text in _file(name))


def _scored(which: str, texts: Iterable[Written]) -> dict[str, float]:
    kept = (text for text in texts if text.kept_from_view)
    return reached(f"{which} kept from view", (counted(_read(text), text.told) for text in kept))


def _read(text: Written) -> tuple[Event, ...]:
    return read(Document("written", text.text)).events


def _file(name: str) -> tuple[Written, ...]:
    lines = files("treatywatch.bench").joinpath(f"data/written/{name}.jsonl").read_text("utf-8").splitlines()
    return tuple(msgspec.json.decode(line, type=Written) for line in lines)
