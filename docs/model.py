"""The picture of the registry's tables, drawn from the tables themselves."""

from collections.abc import Iterator
from html import escape

from sqlalchemy import Table

import treatywatch.registry.registry  # noqa: F401 - tables are known once they are imported
from treatywatch.registry.store.tables import METADATA

# Columns from left to right; what refers to each other stands side by side or one below the other.
_KEPT = (
    ("texts", "tombstones"),
    ("documents",),
    ("readings",),
    ("sightings",),
    ("assertions",),
    ("decision_facts", "decisions"),
)
_DERIVED: tuple[tuple[str, ...], ...] = (
    (),
    (),
    ("sketches", "agreement_candidates", "agreement_wholes"),
    ("agreement_members", "agreements"),
    ("agreement_step_sources", "agreement_steps"),
    ("said_facts",),
)
# What no foreign key says: derived tables are filled and emptied together, and decisions find facts by what these say.
_LINKS = (
    ("agreement_members", "sightings"),
    ("agreement_members", "agreements"),
    ("agreement_candidates", "agreements"),
    ("agreement_steps", "agreements"),
    ("agreement_step_sources", "agreement_steps"),
    ("agreement_step_sources", "assertions"),
    ("agreement_wholes", "agreements"),
    ("decision_facts", "assertions"),
    ("decision_facts", "decisions"),
    ("sketches", "readings"),
    ("said_facts", "assertions"),
)
_PASSED_BY = frozenset({("assertions", "readings")})  # through the sightings, which say it too
_WIDE, _GAP, _LINE, _HEAD, _MOST = 172, 36, 15, 22, 9
_TOP, _LEFT = 44, 16
_STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#1a1a1a}.head{font-weight:600}.band{font-size:13px;fill:#444}"
    ".key{font-weight:600}.box{fill:#fff;stroke:#555}.derived .box{stroke-dasharray:4 3}"
    ".link{fill:none;stroke:#0b5cad;marker-end:url(#to)}.ground{fill:#fafafa}"
)
_Place = tuple[int, int, int]  # left, top and height of a box


def model() -> str:
    """The tables as SVG: what is kept above, what follows from it below, an arrow for what a row refers to."""
    kept, foot = _placed(_KEPT, _TOP)
    below, end = _placed(_DERIVED, foot + 56)
    places = kept | below
    wide = max(left for left, _, _ in places.values()) + _WIDE + _LEFT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{end + 16}" viewBox="0 0 {wide} {end + 16}" '
        f'role="img" aria-label="The tables of a registry and what refers to what"><style>{_STYLE}</style>',
        '<defs><marker id="to" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#0b5cad"/></marker></defs>',
        f'<rect class="ground" width="{wide}" height="{end + 16}"/>',
        f'<text class="band" x="{_LEFT}" y="26">Kept for ever: rows are added, never changed</text>',
        f'<text class="band" x="{_LEFT}" y="{foot + 40}">Follows from that: made anew at any time, and the same</text>',
        *(_arrow(places[source], places[target]) for source, target in sorted(_links(places))),
        *(_box(name, place, name in below) for name, place in places.items()),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _placed(columns: tuple[tuple[str, ...], ...], top: int) -> tuple[dict[str, _Place], int]:
    found: dict[str, _Place] = {}
    for number, names in enumerate(columns):
        at = top
        for name in names:
            high = _HEAD + _LINE * len(_fields(METADATA.tables[name])) + 8
            found[name] = (_LEFT + number * (_WIDE + _GAP), at, high)
            at += high + 24
    return found, max(at + high for _, at, high in found.values())


def _links(places: dict[str, _Place]) -> set[tuple[str, str]]:
    keys = {(name, key.column.table.name) for name in places for key in METADATA.tables[name].foreign_keys}
    every = {*keys, *_LINKS} - _PASSED_BY
    return {(one, other) for one, other in every if one in places and other in places and one != other}


def _fields(table: Table) -> list[tuple[str, bool]]:
    fields = [(column.name, column.primary_key) for column in table.columns]
    more = len(fields) - _MOST
    return fields if more <= 1 else [*fields[:_MOST], (f"and {more} more", False)]


def _box(name: str, place: _Place, derived_: bool) -> str:
    left, top, high = place
    rows = (
        f'<text{" class=" + chr(34) + "key" + chr(34) if key else ""} x="{left + 8}" '
        f'y="{top + _HEAD + 12 + number * _LINE}">{escape(field)}</text>'
        for number, (field, key) in enumerate(_fields(METADATA.tables[name]))
    )
    return (
        f'<g class="{"derived" if derived_ else "kept"}"><rect class="box" x="{left}" y="{top}" width="{_WIDE}" '
        f'height="{high}" rx="4"/><text class="head" x="{left + 8}" y="{top + 16}">{escape(name)}</text>'
        f'<path d="M{left} {top + _HEAD}h{_WIDE}" stroke="#bbb"/>{"".join(rows)}</g>'
    )


def _arrow(source: _Place, target: _Place) -> str:
    return f'<path class="link" d="{" ".join(_path(source, target))}"/>'


def _path(source: _Place, target: _Place) -> Iterator[str]:
    """From the side of one box to the nearest side of the other."""
    (x, y, high), (to, at, tall) = source, target
    middle, meets = y + min(high, 60) // 2, at + min(tall, 60) // 2 + 6
    if x == to:
        yield f"M{x + _WIDE // 2} {y} V{at + tall}" if y > at else f"M{x + _WIDE // 2} {y + high} V{at}"
    elif to > x:
        yield f"M{x + _WIDE} {middle} C{x + _WIDE + 30} {middle} {to - 30} {meets} {to} {meets}"
    else:
        yield f"M{x} {middle} C{x - 30} {middle} {to + _WIDE + 30} {meets} {to + _WIDE} {meets}"


if __name__ == "__main__":
    print(model(), end="")
