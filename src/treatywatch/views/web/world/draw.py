"""The map as SVG."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from treatywatch.law.status import StateStatus
from treatywatch.views.web.world.looks import LOOKS, Look, look_of
from treatywatch.views.web.world.outlines import Outline, outlines
from treatywatch.views.web.world.project import HEIGHT, WIDTH, path, projected

_LAND, _EDGE = "#e1e6ea", "#ffffff"
_DOT = 3.5  # pixels: a state whose outline is too small to be seen, or not known
_SPECK = 2  # the same, of one that does not take part


def world_map(states: Mapping[str, StateStatus], title: str) -> bytes:
    """The map with every state of ``states`` (by code) filled as it stands; ``title`` says in words what is shown."""
    known = outlines()
    looks = {code: look for code, status in states.items() if (look := look_of(status)) and code in known}
    others = [outline for code, outline in known.items() if code not in looks]
    rest = "".join(path(outline.rings) or _speck(outline) for outline in others)
    shown = "".join(_state(known[code], look) for code, look in sorted(looks.items()))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT + 44}" role="img" '
        f"aria-label={quoteattr(title)}><title>{escape(title)}</title><defs>{''.join(map(_pattern, LOOKS))}</defs>"
        f'<path d="{rest}" fill="{_LAND}" stroke="{_EDGE}" stroke-width=".5"/>{shown}'
        f"{_legend([look for look in LOOKS if look in looks.values()])}</svg>"
    ).encode()


def _pattern(look: Look) -> str:
    """A look as a pattern: the colour itself, or lines of white or of the colour over it."""
    lines = f'<path d="{look.lines}" stroke="#fff" stroke-width="2"/>' if look.lines else ""
    return (
        f'<pattern id="{look.name}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<path d="M0 0h8v8H0z" fill="{look.colour}"/>{lines}</pattern>'
    )


def _state(outline: Outline, look: Look) -> str:
    drawn = path(outline.rings)
    fill = f'fill="url(#{look.name})" stroke="{look.colour}" stroke-width=".8"'
    if drawn:
        return f'<path d="{drawn}" {fill}/>'
    if outline.middle is None:
        return ""
    x, y = projected(*outline.middle)
    return f'<circle cx="{x}" cy="{y}" r="{_DOT}" {fill}/>'


def _speck(outline: Outline) -> str:
    """Land of which no outline is known as part of a path, so that there is no hole in the map."""
    if outline.middle is None:
        return ""
    x, y = projected(*outline.middle)
    return f"M{x - _SPECK} {y}a{_SPECK} {_SPECK} 0 1 0 {2 * _SPECK} 0a{_SPECK} {_SPECK} 0 1 0 {-2 * _SPECK} 0z"


def _legend(looks: Iterable[Look]) -> str:
    keys, x, y = [], 8, HEIGHT + 10
    for look in looks:
        wide = 34 + 7 * len(look.words)
        if x + wide > WIDTH:
            x, y = 8, y + 18
        keys.append(
            f'<path d="M{x} {y}h18v11h-18z" fill="url(#{look.name})" stroke="{look.colour}"/>'
            f'<text x="{x + 24}" y="{y + 10}" font-family="sans-serif" font-size="12">{look.words}</text>'
        )
        x += wide + 10
    return "".join(keys)
