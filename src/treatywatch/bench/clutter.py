"""Page clutter of ten kinds, wrapped around pages whose reading is known: what reading a page as crawled costs.

The page's own paragraphs stay as they are, character for character, so that evidence quoted from them is still there.
"""

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import Any, NamedTuple

import msgspec

from treatywatch.model import BlockLabel, Document
from treatywatch.model.data import load_yaml
from treatywatch.reading.layout import blocks

_SLOT = re.compile(r"\{(\w+)\}")


class Piece(NamedTuple):
    """A stretch of a wrapped page: its text, and whether the page had it from the start (``own``) or it was added."""

    text: str
    own: bool


def wrap(document: Document, kind: str, seed: int) -> Document:
    """``document`` with clutter of one of the :func:`kinds`; the same seed gives the same page.

    Raises KeyError for an unknown kind.
    """
    return msgspec.structs.replace(
        document, text="".join(piece.text for piece in pieces(document, kind, seed)), blocks=()
    )


def pieces(document: Document, kind: str, seed: int) -> list[Piece]:
    """The wrapped page in stretches, own and added, in order; joined they are the text that :func:`wrap` gives."""
    own = [part for part in re.split(r"\s*\n\s*", document.text.strip()) if part]
    draw = _Drawer(Random(f"{seed}/{kind}/{document.id}"), document.published)
    return _KINDS[kind](draw, own or [document.text])


def kinds() -> tuple[str, ...]:
    """The names of the ten kinds of clutter."""
    return tuple(_KINDS)


class _Drawer(NamedTuple):
    """Draws lines from the lists of clutter, filled in."""

    random: Random
    day: str | None

    def line(self, *lists: str) -> str:
        """One line from one of ``lists``."""
        chosen: str = self.random.choice(_listing()[self.random.choice(lists)])
        return self._filled(chosen)

    def some(self, low: int, high: int, *lists: str) -> list[str]:
        """Some different lines from ``lists`` together."""
        lines = [line for name in lists for line in _listing()[name] if self.day or "{day}" not in line]
        return [self._filled(line) for line in self.random.sample(lines, self.random.randint(low, high))]

    def _filled(self, line: str) -> str:
        first, second = self.random.sample(_listing()["name"], 2)
        drawn = {"name": first, "other": second, "n": str(self.random.randint(2, 90)), "day": self.day}
        return _SLOT.sub(lambda slot: drawn.get(slot[1]) or self.random.choice(_listing()[slot[1]]), line)


def _listing() -> Any:
    return load_yaml("treatywatch.bench", "clutter.yaml")


def _between(own: list[str], added: Mapping[int, list[str]]) -> list[Piece]:
    """The paragraphs with lines added before the paragraph of that number; one past the last means at the end."""
    found: list[Piece] = []
    for number in range(len(own) + 1):
        found.extend(Piece(line + "\n\n", own=False) for line in added.get(number, ()))
        if number < len(own):
            found.append(Piece(own[number] + "\n\n", own=True))
    return found


def _middle(draw: _Drawer, own: list[str]) -> int:
    return draw.random.randint(1, len(own))


def _glued_caption(draw: _Drawer, own: list[str]) -> list[Piece]:
    line = f"{draw.line('subheading')} {draw.line('caption')} {draw.line('credit')}"
    return [Piece(line + "\n\n", own=False), *_between(own, {})]


def _caption_before_sentence(draw: _Drawer, own: list[str]) -> list[Piece]:
    return [Piece(f"{draw.line('caption')} {draw.line('credit')} ", own=False), *_between(own, {})]


def _captions_and_credits(draw: _Drawer, own: list[str]) -> list[Piece]:
    lines = [draw.line("caption"), draw.line("credit")]
    return _between(own, {0: [f"{draw.line('caption')} {draw.line('credit')}"], _middle(draw, own): lines})


def _bylines(draw: _Drawer, own: list[str]) -> list[Piece]:
    return _between(own, {0: draw.some(2, 4, "byline")})


def _share_and_notices(draw: _Drawer, own: list[str]) -> list[Piece]:
    return _between(
        own,
        {
            0: draw.some(1, 3, "share"),
            _middle(draw, own): draw.some(1, 2, "notice"),
            len(own): draw.some(2, 4, "notice", "share"),
        },
    )


def _related_headlines(draw: _Drawer, own: list[str]) -> list[Piece]:
    link = draw.line("headline")
    inner = [f"{link} {link}", "Read more", link]
    return _between(own, {_middle(draw, own): inner, len(own): [draw.line("list"), *draw.some(3, 5, "headline")]})


def _also_read(draw: _Drawer, own: list[str]) -> list[Piece]:
    lines = [draw.line("call") + draw.line("headline") for _ in range(3)]
    return _between(own, {1: lines[:1], _middle(draw, own): lines[1:2], len(own): lines[2:]})


def _tags_and_rights(draw: _Drawer, own: list[str]) -> list[Piece]:
    return _between(own, {len(own): draw.some(3, 6, "foot")})


def _double_headline(draw: _Drawer, own: list[str]) -> list[Piece]:
    """The page's first words as its title, and the title once more, as pages show it in the path and above the text."""
    opening = blocks(Document(id="", text=own[0]))
    body = next((block.span.quote(own[0]) for block in opening if block.label is BlockLabel.BODY), own[0])
    title = " ".join(re.split(r"[.!?:;()\"“”]", body.strip())[0].split()[:14])
    return [Piece(f"{title}\n\n{title}\n\n", own=False), *_between(own, {})]


def _run_together(draw: _Drawer, own: list[str]) -> list[Piece]:
    """No paragraph breaks at all, an agency's slug before and its tag behind."""
    agency = draw.random.choice(("AP", "AFP", "Reuters", "Xinhua"))
    slug = "" if re.match(r"[A-Z]{4}|.{0,40}\d{4}", own[0]) else f"{draw.line('place')} ({agency}) - "
    body = [Piece(paragraph + " ", own=True) for paragraph in own]
    return [Piece(slug, own=False), *body, Piece(f"({agency})", own=False)]


_KINDS: Mapping[str, Callable[[_Drawer, list[str]], list[Piece]]] = {
    "glued-caption": _glued_caption,
    "caption-before-sentence": _caption_before_sentence,
    "captions-and-credits": _captions_and_credits,
    "bylines": _bylines,
    "share-and-notices": _share_and_notices,
    "related-headlines": _related_headlines,
    "also-read": _also_read,
    "tags-and-rights": _tags_and_rights,
    "double-headline": _double_headline,
    "run-together": _run_together,
}
