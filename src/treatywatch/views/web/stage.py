"""How far an agreement has come, as a small picture: four stations, filled up to where it is."""

from functools import cache

from treatywatch.law.status import Stage
from treatywatch.views.web.markup import Markup, escape, markup

_STATIONS = 4
_REACHED = {
    Stage.DRAFT: 1,
    Stage.AUTHORISED: 1,
    Stage.INITIALLED: 1,
    Stage.ADOPTED: 1,
    Stage.SIGNED: 2,
    Stage.PROVISIONALLY_APPLIED: 2,
    Stage.IN_FORCE: 3,
    Stage.SUSPENDED: 3,
    Stage.TERMINATED: 4,
    Stage.SUPERSEDED: 4,
}
_OVER = {
    Stage.SUSPENDED: '<path class="bars" d="M41.7 5v6m5-6v6"/>',
    Stage.PROVISIONALLY_APPLIED: '<path class="half" d="M44.2 3a5 5 0 0 0 0 10z"/>',
}


@cache
def stage_mark(stage: Stage) -> Markup:
    """The picture of a stage with its name."""
    reached = _REACHED.get(stage, 0)
    full = [' class="full"' if at < reached else "" for at in range(_STATIONS)]
    stations = "".join(f'<circle cx="{7 + 18.6 * at:g}" cy="8" r="5"{one}/>' for at, one in enumerate(full))
    return markup(
        f'<span class="stage-mark stage-{escape(stage)}"><svg width="70" height="16" aria-hidden="true">'
        f'<path d="M6 8H64"/>{stations}{_OVER.get(stage, "")}</svg>{escape(stage.replace("_", " "))}</span>'
    )
