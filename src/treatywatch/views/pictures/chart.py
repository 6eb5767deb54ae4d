"""The life of an agreement as a drawing: time from left to right, a lane for whoever acts."""

from collections.abc import Iterator

import msgspec

from treatywatch.service.portrait import Portrait
from treatywatch.views.pictures.drawing import (
    FAINT,
    INK,
    SOFT,
    Box,
    Dash,
    Drawing,
    Label,
    Line,
    Mark,
    Shape,
    Sign,
    sheet,
)
from treatywatch.views.pictures.head import head
from treatywatch.views.pictures.lanes import Lane, lanes
from treatywatch.views.pictures.legend import legend
from treatywatch.views.pictures.letters import lines, width
from treatywatch.views.pictures.placing import SIGN, Placed, placed, rows
from treatywatch.views.pictures.scale import TimeScale, time_scale
from treatywatch.views.pictures.signs import RIVAL, SIGNS
from treatywatch.views.present.plain import plain

_EDGE, _PLOT, _ASIDE, _NAMES = 20, 880, 210, 230  # pixels: margin, time, steps without a date, names of lanes
_ROW, _LANE, _LINE = 21, 10, 14  # pixels: a row, what a lane has besides its rows, a line of a lane's name
_MOST = 150  # lanes that are drawn


class _Frame(msgspec.Struct, frozen=True):
    """Where things stand from left to right; ``aside`` is the column of steps without a date."""

    names: float
    scale: TimeScale | None
    aside: tuple[float, float]
    right: float


def chart(shown: Portrait) -> Drawing:
    """The agreement's life: what happened, is planned, possible or denied, by whom and when.

    A date known to a month or a year is a bar over all of it, a step without a date stands beside the time. What a
    person rejected is not shown.
    """
    entries = (*shown.dossier.timeline, *shown.dossier.expected)
    every = lanes(entries)
    frame = _frame(shown, every)
    title, top = head(shown.dossier, frame.right - _EDGE, _EDGE, _moment(shown))
    marks: list[Mark] = []
    y = top + 26
    for number, lane in enumerate(every[:_MOST]):
        told = placed(lane.entries, shown.rivals, frame.scale, frame.aside)
        named = lines(lane.name, frame.names, 2)
        height = max(rows(told) * _ROW, len(named) * _LINE + 4) + _LANE
        marks += _lane(named, told, frame, y, height, striped=number % 2 == 0)
        y += height
    guides = _guides(shown, frame, top + 26, y) if every else []
    stripes = [mark for mark in marks if isinstance(mark, Box)]
    foot, y = _foot(every, frame, y)
    steps = sheet(mark for mark in marks if not isinstance(mark, Box))
    marks = [*title, *sheet(stripes), *sheet(guides), *steps, *sheet(foot)]
    return Drawing(int(frame.right) + _EDGE, int(y) + _EDGE, _described(shown), tuple(marks))


def _frame(shown: Portrait, every: list[Lane]) -> _Frame:
    told = [entry for lane in every for entry in lane.entries]
    dates = [entry.date for entry in told if entry.date]
    dates += [date for rivals in shown.rivals.values() for date in rivals]
    names = min(max((width(lane.name) for lane in every), default=0) + 4, _NAMES)
    left = _EDGE + names + 12
    scale = time_scale(dates + ([shown.as_of] if shown.as_of and dates else []), left, left + _PLOT)
    beside = left if scale is None else left + _PLOT + 16
    undated = any(entry.date is None for entry in told)
    right = beside + _ASIDE if undated else max(left + _PLOT if scale else 0, 640)
    return _Frame(names, scale, (beside, beside + _ASIDE), right)


def _moment(shown: Portrait) -> str:
    moments = (("as of", shown.as_of), ("as known on", shown.known_by))
    return ", ".join(f"{words} {day}" for words, day in moments if day)


def _lane(
    named: list[str], told: list[Placed], frame: _Frame, y: float, height: float, *, striped: bool
) -> Iterator[Mark]:
    fill = "#f3f5f7" if striped else "#ffffff"
    yield Box(_EDGE - 6, y, frame.right + 6, y + height, fill, fill)
    first = y + _LANE / 2 + _ROW / 2
    yield from (Label(_EDGE, first + number * _LINE, words) for number, words in enumerate(named))
    for one in told:
        yield from _step(one, first + one.row * _ROW)


def _step(one: Placed, y: float) -> Iterator[Mark]:
    shape, colour, _ = SIGNS[one.entry.modality]
    for start, end in one.rivals:
        yield Line(one.x, y, (start + end) / 2, y, RIVAL, 1.2, Dash.DOTTED)
        yield from _bar(start, end, y, RIVAL)
        yield Sign((start + end) / 2, y, Shape.SQUARE, RIVAL)
    yield from _bar(*one.span, y, colour)
    yield Sign(one.x, y, shape, colour)
    yield Label(one.words_at, y + one.below * (_ROW - 5), one.words, align="right" if one.leftward else "left")


def _bar(start: float, end: float, y: float, colour: str) -> Iterator[Mark]:
    """From where to where a date may be, when that is wider than the sign above it."""
    if end - start > 2 * SIGN:
        yield Line(start, y, end, y, colour, 2)
        yield from (Line(x, y - 4, x, y + 4, colour, 2) for x in (start, end))


def _guides(shown: Portrait, frame: _Frame, top: float, bottom: float) -> Iterator[Mark]:
    for x, words in frame.scale.ticks() if frame.scale else ():
        yield Line(x, top, x, bottom, FAINT)
        yield Label(x, top - 10, words, 10, SOFT, align="center")
    if any(entry.date is None for entry in (*shown.dossier.timeline, *shown.dossier.expected)):
        yield Line(frame.aside[0] - 8, top, frame.aside[0] - 8, bottom, SOFT)
        yield Label(frame.aside[0], top - 10, "no date known", 10, SOFT)
    if frame.scale and shown.as_of:
        x = frame.scale.span(shown.as_of)[1]
        yield Line(x, top, x, bottom, INK, 1.5, Dash.DASHED)


def _foot(every: list[Lane], frame: _Frame, y: float) -> tuple[list[Mark], float]:
    marks: list[Mark] = []
    if not every:
        marks.append(Label(_EDGE, y, "No page tells of a step of this agreement.", 12))
    if len(every) > _MOST:
        left_out = f"{len(every) - _MOST} more are not drawn, from {every[_MOST].name} on: `treatywatch show` has them"
        y += 18
        marks.append(Label(_EDGE, y, left_out, 11, SOFT))
    keys, y = legend(_EDGE, y + 24, frame.right)
    return [*marks, *keys], y


def _described(shown: Portrait) -> str:
    found = shown.dossier
    count = len(found.timeline), len(found.expected)
    return f"{plain(found.name)}: {count[0]} steps that happened and {count[1]} that are planned, possible or denied"
