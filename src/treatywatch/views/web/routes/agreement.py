"""One agreement: its status on a day, its life, what comes next, who says what, and where that is told."""

from datetime import date
from typing import Annotated, Any

from litestar import Response, get
from litestar.params import FromPath, QueryParameter
from litestar.response import Template

from treatywatch.registry import Registry
from treatywatch.service.answers import independent
from treatywatch.service.participation import TableOrder, participation, sorted_by
from treatywatch.service.whole import Whole, whole
from treatywatch.views.pictures.graph import graph
from treatywatch.views.present.plain import plain
from treatywatch.views.web.agreement_tables import agreement_table
from treatywatch.views.web.ahead import ahead
from treatywatch.views.web.asked import Asked, Asking
from treatywatch.views.web.kept import Page
from treatywatch.views.web.lifeline import lifeline
from treatywatch.views.web.moment import AsOf, KnownBy, Moment, moment
from treatywatch.views.web.speakers import speakers
from treatywatch.views.web.tables import download
from treatywatch.views.web.world import world_map

Order = Annotated[TableOrder, QueryParameter(name="order")]
Name = Annotated[str, QueryParameter(name="table")]
Format = Annotated[str, QueryParameter(name="format")]


@get("/agreements/{key:str}", name="agreement")
async def agreement(
    request: Asking,
    key: FromPath[str],
    as_of: AsOf = "",
    known_by: KnownBy = "",
    order: Order = "state",
    name: Name = "steps",
    chosen: Format = "",
) -> Page:
    """The agreement as of a day, as known by a day; both are today unless the address says otherwise.

    ``order`` is that of its states; with ``format`` the answer is one ``table`` of the page as a file.
    """

    def made(registry: Registry, today: date) -> Response[Any]:
        when = moment(today, as_of, known_by)
        found = whole(registry, key, when.today, as_of=when.as_of, known_by=when.known_by)
        if chosen:
            return download(agreement_table(found, name), chosen)
        return Template("agreement.html", context={"when": when, "order": order, **_shown(found, when, order)})

    return await Asked(request).answer(made)


@get("/agreements/{key:str}/map.svg", name="map")
async def world(
    request: Asking,
    key: FromPath[str],
    as_of: AsOf = "",
    known_by: KnownBy = "",
) -> Page:
    """How states stand towards the agreement, on a map of the world."""

    def made(registry: Registry, today: date) -> Response[Any]:
        when = moment(today, as_of, known_by)
        found = participation(registry, key, when.day, when.known_by)
        title = f"How states stand towards {plain(found.name)} on {found.as_of}"
        drawn = world_map({one.state: one.status for one in found.states}, title)
        return Response(drawn, media_type="image/svg+xml")

    return await Asked(request).answer(made)


def _shown(found: Whole, when: Moment, order: TableOrder) -> dict[str, Any]:
    dossier, status = found.portrait.dossier, found.answer.next.status
    return {
        "dossier": dossier,
        "answer": found.answer,
        "status": status,
        "ahead": ahead(found.answer.next.steps),
        "line": lifeline(found.portrait),
        "picture": graph(found.kinship) if found.kinship.ties else None,
        "states": sorted_by(found.participation, order).states,
        "standing": {one.party: one for one in status.parties},
        "speakers": speakers(dossier.statements),
        "stories": independent(dossier.documents),
        "titles": {one.id: one.title or one.id for one in dossier.documents},
        "files": f"/agreements/{dossier.key}{when.query or '?'}",
    }
