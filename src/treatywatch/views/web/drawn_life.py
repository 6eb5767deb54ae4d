"""The life line as SVG: first all that is seen, then over each step a link that shows its sentence at the foot.

Written here and not in a template: it is half of the work of a page of an agreement, and thrice as quick.
"""

from collections.abc import Iterator

from treatywatch.views.web.lifeline import WIDTH, LifeLine, Row, Spot
from treatywatch.views.web.markup import Markup, escape, markup

_HINT = "Point at a step, or move to it with the Tab key, to read the sentence that tells of it; open it to go there."


def drawn_life(line: LifeLine) -> Markup:
    """The picture as an element of a page; all words of pages in it are escaped."""
    foot = line.bottom + 14
    high = foot + 96
    parts = (
        f'<svg viewBox="0 0 {WIDTH} {high}" width="{WIDTH}" height="{high}" role="group" '
        'aria-label="Life line: a lane for each state and organ, time from left to right">\n<g aria-hidden="true">\n',
        *(_stripe(row) for row in line.rows[::2]),
        *_time(line),
        *(part for row in line.rows for part in _lane(row)),
        f'</g>\n<text class="hint" x="8" y="{foot + 24}">{_HINT}</text>\n',
        *(_link(spot, foot) for row in line.rows for spot in row.spots),
        "</svg>",
    )
    return markup(*parts)


def _stripe(row: Row) -> str:
    return f'<rect class="stripe" x="0" y="{row.top}" width="{WIDTH}" height="{row.height}"/>\n'


def _time(line: LifeLine) -> Iterator[str]:
    """Years, the edge of steps without a date, and the day asked for."""
    for x, words in line.ticks:
        yield f'<path class="tick" d="M{x} 24V{line.bottom}"/><text class="year" x="{x}" y="16">{words}</text>'
    if line.aside is not None:
        yield f'<path class="edge" d="M{line.aside - 10} 24V{line.bottom}"/>'
        yield f'<text class="year first" x="{line.aside}" y="16">no date known</text>'
    if line.marker is not None:
        yield f'<path class="marker" d="M{line.marker} 22V{line.bottom}"/>'
    yield "\n"


def _lane(row: Row) -> Iterator[str]:
    for number, words in enumerate(row.name):
        yield f'<text class="lane" x="8" y="{row.top + 21 + 15 * number}">{escape(words)}</text>'
    yield "\n"
    yield from map(_step, row.spots)


def _step(spot: Spot) -> str:
    at, y, modality = spot.at, spot.y, spot.at.entry.modality.value
    rivals = "".join(_rival(at.x, (start + end) / 2, y) for start, end in at.rivals)
    bar = f'<path class="bar {modality}" d="M{at.span[0]} {y - 4}v8m0-4H{at.span[1]}m0-4v8"/>' if spot.bar else ""
    side = " before" if at.leftward else ""
    return (
        f'{rivals}{bar}<use class="sign {modality}" href="#sign-{modality}" x="{at.x}" y="{y}"/>'
        f'<text class="words{side}" x="{at.words_at}" y="{spot.below + 4}">{escape(at.words)}</text>\n'
    )


def _rival(x: float, there: float, y: float) -> str:
    return f'<path class="rival" d="M{x} {y}H{there}"/><use class="rival" href="#sign-rival" x="{there}" y="{y}"/>'


def _link(spot: Spot, foot: float) -> str:
    told = escape(spot.told)
    left, wide = spot.hit
    return (
        f'<a href="#fact-{escape(spot.at.entry.fact)}" aria-label="{told}"><rect x="{left:.1f}" y="{spot.y - 11}" '
        f'width="{wide:.1f}" height="{spot.below - spot.y + 22}" rx="4"/><foreignObject class="tip" x="4" y="{foot}" '
        f'width="1112" height="92"><div><b>{told}</b><br><span dir="auto">“{escape(spot.said)}”</span> '
        f'<span class="soft">{escape(spot.source)}</span></div></foreignObject></a>\n'
    )
