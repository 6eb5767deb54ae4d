"""A drawing as SVG or PNG, without a network or a browser. The only module that imports vl-convert."""

import json
from xml.sax.saxutils import escape

from treatywatch.model import InputError
from treatywatch.views.pictures.drawing import Drawing
from treatywatch.views.pictures.spec import specification

try:
    import vl_convert
except ModuleNotFoundError as error:
    raise InputError(f"drawing needs {error.name}: pip install 'treatywatch[pictures]'") from error

_FINE, _MOST = 2.0, 24_000_000  # pixels for each pixel of the drawing, and in all: larger ones are drawn coarser


def svg(drawing: Drawing) -> bytes:
    """The picture as SVG in UTF-8; the same drawing gives the same bytes."""
    text: str = vl_convert.vegalite_to_svg(json.dumps(specification(drawing)), allowed_base_urls=[])
    titled = text.replace(">", f"><title>{escape(drawing.title)}</title>", 1)
    return f"{titled}\n".encode()


def png(drawing: Drawing) -> bytes:
    """The picture as PNG, drawn with the fonts that are installed; with these the same drawing gives the same bytes."""
    scale = min(_FINE, (_MOST / (drawing.width * drawing.height)) ** 0.5)
    found: bytes = vl_convert.vegalite_to_png(json.dumps(specification(drawing)), scale=scale, allowed_base_urls=[])
    return found
