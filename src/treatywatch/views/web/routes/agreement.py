"""One agreement: its status on a day, its life, what comes next, who says what, and where that is told."""

from collections import Counter
from datetime import date

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from treatywatch.registry import Registry
from treatywatch.service.whole import whole
from treatywatch.views.pictures.graph import graph
from treatywatch.views.web.ahead import ahead
from treatywatch.views.web.lifeline import lifeline
from treatywatch.views.web.moment import AsOf, KnownBy, moment
from treatywatch.views.web.speakers import speakers


@get("/agreements/{key:str}", name="agreement", sync_to_thread=True)
def agreement(
    registry: NamedDependency[Registry],
    today: NamedDependency[date],
    key: FromPath[str],
    as_of: AsOf = "",
    known_by: KnownBy = "",
) -> Template:
    """The agreement as of a day, as known by a day; both are today unless the address says otherwise."""
    when = moment(today, as_of, known_by)
    found = whole(registry, key, when.today, as_of=when.as_of, known_by=when.known_by)
    dossier = found.portrait.dossier
    texts = Counter(document.sha256 for document in dossier.documents)
    context = {
        "when": when,
        "dossier": dossier,
        "answer": found.answer,
        "status": found.answer.next.status,
        "ahead": ahead(found.answer.next.steps),
        "line": lifeline(found.portrait),
        "kinship": found.kinship,
        "picture": graph(found.kinship) if found.kinship.ties else None,
        "speakers": speakers(dossier.statements),
        "texts": len(texts),
        "copies": {sha256 for sha256, count in texts.items() if count > 1},
    }
    return Template("agreement.html", context=context)
