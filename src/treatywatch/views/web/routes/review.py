"""What waits for a person's word, and what people have decided."""

from datetime import date
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, Router, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, QueryParameter
from litestar.response import Redirect, Template

from treatywatch.model import InputError, from_json
from treatywatch.registry import Registry
from treatywatch.registry.accounts import Scope
from treatywatch.service import acting
from treatywatch.service.queue import queue
from treatywatch.service.review import decisions
from treatywatch.views.present.decisions import decision_lines
from treatywatch.views.safety import actor_of, form_is_ours, may

_Asked = Request[Any, Any, State]
_QUESTIONS = 10
_DECISIONS = 20
_LONGEST = 20_000  # characters of the commands of one answer

Done = Annotated[str, QueryParameter(name="done", max_length=100)]


class _Given(msgspec.Struct):
    """What the form of an answer sends: its commands as JSON, and why."""

    commands: str = ""
    because: str = ""


@get("/review", name="review", guards=[may(Scope.READ)], sync_to_thread=True)
def review_page(registry: NamedDependency[Registry], today: NamedDependency[date], done: Done = "") -> Template:
    """The open questions, what most hangs on first, and the latest decisions."""
    made = decisions(registry)
    latest = list(reversed(made))[:_DECISIONS]
    context = {
        "questions": queue(registry, today, limit=_QUESTIONS),
        "made": list(zip(latest, decision_lines(latest), strict=True)),
        "more": len(made) - len(latest),
        "done": [int(word) for word in done.split(",") if word.isascii() and word.isdigit() and len(word) < 10],
    }
    return Template("review.html", context=context)


@post("/review", guards=[form_is_ours, may(Scope.DECIDE)], sync_to_thread=True)
def decide(
    request: _Asked,
    registry: NamedDependency[Registry],
    data: Annotated[_Given, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Settle a question, or take a decision back, and show the page again."""
    actor = actor_of(request)
    numbers = [acting.decide(registry, actor, words, data.because) for words in _commands(data.commands)]
    return Redirect(f"/review?done={','.join(map(str, numbers))}#decisions", status_code=303)


def _commands(written: str) -> tuple[tuple[str, ...], ...]:
    try:
        return from_json(written[:_LONGEST], tuple[tuple[str, ...], ...])
    except msgspec.MsgspecError as error:
        raise InputError("this form is damaged: open the page again and repeat it") from error


router = Router("/", route_handlers=[review_page, decide])
