"""One act of saying: who said what, where the text tells so."""

from typing import NamedTuple


class Speech(NamedTuple):
    """One act of saying, as the page reports it.

    ``speaker`` is the fullest name of the speaker in the page, ``office`` what the text calls the speaker's post, or
    None. ``speaker_kind`` is ``person``, ``body``, ``outlet``, ``unnamed`` or ``place`` (a capital that stands for its
    government); ``direct`` tells words in quotation marks. ``cue`` and ``content`` are character offsets
    ``[start, end)``: the reporting words, and all that was said. ``rule`` names the rule that found it; ``asides`` are
    stretches of the content in which the page itself explains ("…, signed in 1961, …").
    """

    speaker: str
    office: str | None
    speaker_kind: str
    direct: bool
    cue: tuple[int, int]
    content: tuple[int, int]
    rule: str
    asides: tuple[tuple[int, int], ...] = ()

    @property
    def extent(self) -> tuple[int, int]:
        """Offsets from the first to the last character of cue and content together."""
        return min(self.cue[0], self.content[0]), max(self.cue[1], self.content[1])
