"""A stored page with its marks, and the facts that stand beside it."""

from collections.abc import Iterable

import msgspec

from treatywatch.model import BlockLabel, Modality
from treatywatch.registry import Assertion, PageRead
from treatywatch.views.marked.segments import Mark, Segment, segments
from treatywatch.views.present.words import actors, joined, speaker, step_words

_READ = frozenset({BlockLabel.BODY, BlockLabel.CAPTION})


class Listed(msgspec.Struct, frozen=True):
    """A fact beside the text: its number, in words, and where it is to be found in its agreement's page."""

    number: int
    told: Assertion
    words: str

    @property
    def anchor(self) -> str:
        """The name of its place in the text, and so in addresses."""
        return f"at-{self.told.span.start}-{self.told.span.end}"

    @property
    def back(self) -> str | None:
        """Its place in its agreement's page."""
        if self.told.agreement is None:
            return None
        return f"/agreements/{self.told.agreement}" + (f"#fact-{self.told.fact}" if self.told.fact else "#said")


def listed(found: PageRead) -> list[Listed]:
    """Everything that was read on the page, in the order of the page."""
    return [Listed(number, told, _words(told)) for number, told in enumerate(found.assertions, 1)]


def marked_text(found: PageRead) -> Iterable[Segment]:
    """The text cut where marks begin and end: what was not read, names of agreements, and facts by their number."""
    marks = [Mark(block.span, "clutter") for block in found.blocks if block.label not in _READ]
    marks += [Mark(span, "name") for span in found.mentions]
    for one in listed(found):
        marks.append(Mark(one.told.span, f"{one.told.type} {one.told.modality or ''}".strip(), one.number))
    return segments(found.document.text, marks)


def _words(told: Assertion) -> str:
    modality = told.modality or Modality.ACTUAL
    if told.type == "statement":
        how = "in their own words" if told.direct else "as reported"
        return f"said by {speaker(told.speaker or '', told.office)}, {how}"
    if told.type == "relation":
        return f"{step_words(told.kind or '', modality)}: {told.target}"
    return joined(told.date, step_words(told.kind or "", modality), actors(told.parties, told.body), told.place)
