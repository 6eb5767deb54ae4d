"""A terminal that pages cannot command: what they say is shown, control characters in it are not obeyed."""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

_CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A}
_DIRECTIONS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}  # they turn the order of what follows on the line
_SHOWN = dict.fromkeys(_CONTROLS | _DIRECTIONS, "\N{REPLACEMENT CHARACTER}")


class SafeConsole(Console):
    """A console that shows control characters, and those that turn the direction of writing, as replaced."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The segments of ``renderable``, with the characters replaced in what it says; styles stay."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=segment.text.translate(_SHOWN))
