"""The life of an agreement as a picture in a page: lanes, signs, and over each sign a link to what is told of it."""

import msgspec

from treatywatch.service.answers import Entry
from treatywatch.service.portrait import Portrait
from treatywatch.views.pictures.lanes import Lane, lanes
from treatywatch.views.pictures.letters import lines, width
from treatywatch.views.pictures.placing import SIGN, Placed, placed, rows
from treatywatch.views.pictures.scale import TimeScale, time_scale
from treatywatch.views.present.plain import plain
from treatywatch.views.present.words import actors, joined, step_words

WIDTH = 1120  # pixels of the whole
_EDGE, _ASIDE, _NAMES = 8, 200, 190  # pixels: margin, steps without a date, names of lanes
_ROW, _LANE, _LINE, _TOP = 22, 12, 15, 30  # pixels: a row, air of a lane, a line of a name, the years above
_MOST = 24  # lanes that are drawn
_SAID = 180  # letters of a sentence


class Spot(msgspec.Struct, frozen=True):
    """A step in the picture: where its sign and words stand, and what a reader is told who points at it."""

    at: Placed
    y: float
    below: float
    hit: tuple[float, float]
    told: str
    said: str
    source: str

    @property
    def bar(self) -> bool:
        """Whether its date is so inexact that all days on which it may have been are wider than its sign."""
        return self.at.span[1] - self.at.span[0] > 2 * SIGN


class Row(msgspec.Struct, frozen=True):
    """A lane with its name in lines, and its steps."""

    name: tuple[str, ...]
    top: float
    height: float
    spots: tuple[Spot, ...]


class LifeLine(msgspec.Struct, frozen=True):
    """All that is drawn; ``marker`` is where the day asked for stands, ``left_out`` counts lanes without room."""

    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]
    left: float
    aside: float | None
    marker: float | None
    bottom: float
    left_out: int


def lifeline(shown: Portrait) -> LifeLine:
    """The picture of an agreement's life, as :func:`treatywatch.views.pictures.chart.chart` has it."""
    every = lanes((*shown.dossier.timeline, *shown.dossier.expected))
    told = [entry for lane in every for entry in lane.entries]
    undated = any(entry.date is None for entry in told)
    left = _EDGE + min(max((width(lane.name, 12) for lane in every), default=0) + 4, _NAMES) + 14
    right = WIDTH - _EDGE - (_ASIDE + 20 if undated else 0)
    scale = _scale(shown, told, left, right)
    aside = (right + 20 if scale else left, WIDTH - _EDGE)
    found = _rows(every[:_MOST], shown, scale, left, aside)
    return LifeLine(
        rows=tuple(found),
        ticks=tuple(scale.ticks()) if scale else (),
        left=left,
        aside=aside[0] if undated else None,
        marker=scale.span(shown.as_of)[1] if scale and shown.as_of else None,
        bottom=found[-1].top + found[-1].height if found else _TOP,
        left_out=max(len(every) - _MOST, 0),
    )


def _scale(shown: Portrait, told: list[Entry], left: float, right: float) -> TimeScale | None:
    dates = [entry.date for entry in told if entry.date]
    rivals = [date for dates in shown.rivals.values() for date in dates]
    return time_scale([*dates, *rivals, *([shown.as_of] if shown.as_of and dates else [])], left, right)


def _rows(
    every: list[Lane], shown: Portrait, scale: TimeScale | None, left: float, aside: tuple[float, float]
) -> list[Row]:
    found: list[Row] = []
    top = float(_TOP)
    for lane in every:
        steps = placed(lane.entries, shown.rivals, scale, aside)
        name = tuple(lines(lane.name, left - _EDGE - 14, 2, 12))
        height = max(rows(steps) * _ROW, len(name) * _LINE + 4) + _LANE
        spots = tuple(_spot(one, top + _LANE / 2 + _ROW / 2 + one.row * _ROW) for one in steps)
        found.append(Row(name, top, height, spots))
        top += height
    return found


def _spot(one: Placed, y: float) -> Spot:
    entry = one.entry
    told = joined(
        entry.date or "no date known", step_words(entry.kind, entry.modality), actors(entry.parties, entry.body)
    )
    first = entry.sources[0] if entry.sources else None
    return Spot(
        at=one,
        y=y,
        below=y + one.below * (_ROW - 5),
        hit=(one.reach[0] - 3, one.reach[1] - one.reach[0] + 6),
        told=plain(told),
        said=plain(first.quote, _SAID) if first else "",
        source=plain(joined(first.publisher or first.path, first.published), 80) if first else "",
    )
