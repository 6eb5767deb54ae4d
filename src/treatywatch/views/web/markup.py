"""HTML that is put together outside templates. The only module that imports MarkupSafe."""

from html import escape

from markupsafe import Markup

__all__ = ["Markup", "escape", "markup"]


def markup(*parts: str) -> Markup:
    """The parts one after another, as HTML that templates take as it stands.

    Whoever calls answers for them: words of pages and of readers must have gone through :func:`escape`.
    """
    return Markup("".join(parts))
