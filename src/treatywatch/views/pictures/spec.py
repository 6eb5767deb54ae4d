"""A drawing as a Vega-Lite specification. The only module that imports Altair."""

from itertools import groupby
from typing import Any

from treatywatch.model import InputError
from treatywatch.views.pictures.drawing import Box, Dash, Drawing, Label, Line, Mark, Shape, Sign, style

try:
    import altair as alt
except ModuleNotFoundError as error:
    raise InputError(f"drawing needs {error.name}: pip install 'treatywatch[pictures]'") from error

FONT = "DejaVu Sans, Noto Sans, Arial, sans-serif"
_DASHES = {Dash.SOLID: [1, 0], Dash.DASHED: [6, 4], Dash.DOTTED: [1.5, 3]}
_CROSS = "M-0.9,-0.9L0.9,0.9M0.9,-0.9L-0.9,0.9"
_SHAPES = {
    Shape.DISC: ("circle", True),
    Shape.DIAMOND: ("diamond", False),
    Shape.TRIANGLE: ("triangle-down", False),
    Shape.CROSS: (_CROSS, False),
    Shape.SQUARE: ("square", False),
}


def specification(drawing: Drawing) -> dict[str, Any]:
    """What Vega-Lite needs to draw it: marks of one style after the other are one layer, with its data inside."""
    layers = [_layer(list(marks), drawing) for _, marks in groupby(drawing.marks, style)]
    chart = (
        alt.layer(*layers)
        .properties(width=drawing.width, height=drawing.height, padding=0)
        .configure_view(stroke="transparent")
    )
    with alt.data_transformers.enable("default", max_rows=None):
        found: dict[str, Any] = chart.to_dict()
    return found


def _layer(marks: list[Mark], drawing: Drawing) -> Any:
    one = marks[0]
    fields = ("x", "y", "text") if isinstance(one, Label) else ("x", "y") if isinstance(one, Sign) else _CORNERS
    chart = alt.Chart(alt.InlineData(values=[{field: getattr(mark, field) for field in fields} for mark in marks]))
    places = {"x": _along("x", drawing.width), "y": _along("y", drawing.height)}
    if "text" in fields:
        return _drawn(chart, one).encode(**places, text=alt.Text("text:N"))
    if "x2" in fields:
        return _drawn(chart, one).encode(**places, x2="x2", y2="y2")
    return _drawn(chart, one).encode(**places)


_CORNERS = ("x", "y", "x2", "y2")


def _along(field: str, length: int) -> Any:
    """A channel that takes pixels as they are."""
    way = [0, length]
    kind = alt.X if field == "x" else alt.Y
    return kind(f"{field}:Q", axis=None, title=None, scale=alt.Scale(domain=way, range=way, nice=False, zero=False))


def _drawn(chart: Any, one: Mark) -> Any:
    if isinstance(one, Line):
        return chart.mark_rule(
            color=one.colour, strokeWidth=one.width, strokeDash=_DASHES[one.dash], strokeCap="butt", aria=False
        )
    if isinstance(one, Box):
        return chart.mark_rect(fill=one.fill, stroke=one.edge, strokeWidth=one.width, cornerRadius=3, aria=False)
    if isinstance(one, Sign):
        shape, full = _SHAPES[one.shape]
        fill = one.colour if full else "white"
        return chart.mark_point(
            shape=shape, size=72, stroke=one.colour, fill=fill, strokeWidth=2, opacity=1, aria=False
        )
    weight = "bold" if one.bold else "normal"
    return chart.mark_text(
        align=one.align,
        baseline="middle",
        font=FONT,
        fontSize=one.size,
        fontWeight=weight,
        color=one.colour,
        aria=False,
    )
