"""Pages that a person brings: pasted, as a file or by address; what was read is shown before any of it is added."""

from datetime import date
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, Router, get, post
from litestar.datastructures import State, UploadFile
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect, Template

from treatywatch.model import Document, InputError, Problem, from_json, to_json
from treatywatch.registry import Registry
from treatywatch.registry.accounts import Scope
from treatywatch.service.adding import NewText, add_document, add_page, read_address, read_file, read_text
from treatywatch.service.pages import PageRead
from treatywatch.views.present.reading import agreements, heading
from treatywatch.views.safety import actor_of, form_is_ours, may
from treatywatch.views.web.recent import Recent

_Asked = Request[Any, Any, State]
_PARTS = 20  # of a form: its fields and one file


class _Given(msgspec.Struct):
    """What the forms send; ``way`` says which of them."""

    way: str = ""
    text: str = ""
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: str = ""
    file: UploadFile | None = None


class _Shown(msgspec.Struct):
    """What the form of a page that was shown sends back: the page, as JSON."""

    document: str = ""


@get("/add", name="add", guards=[may(Scope.ADD)], sync_to_thread=False)
def ways() -> Template:
    """The three ways to bring a page."""
    return Template("add.html", context={"told": ""})


@post("/add/read", guards=[form_is_ours, may(Scope.ADD)], sync_to_thread=True, status_code=200)
def read(
    recent: NamedDependency[Recent],
    data: Annotated[_Given, Body(media_type=RequestEncodingType.MULTI_PART, multipart_form_part_limit=_PARTS)],
) -> Template:
    """What was read on the page that was brought, with the form to add it."""
    try:
        found = _WAYS.get(data.way, _unknown)(data)
    except InputError as error:
        return Template("add.html", context={"told": str(error)}, status_code=400)
    read_pages = [page for page in found if isinstance(page, PageRead)]
    for page in read_pages:
        recent.keep(page)
    pages = [
        {
            "heading": heading(page.document),
            "said": list(agreements(page.document, page.explained)),
            "document": to_json(page.document),
        }
        for page in read_pages
    ]
    problems = [one for one in found if isinstance(one, Problem)]
    return Template("read.html", context={"pages": pages, "problems": problems})


@post("/add", guards=[form_is_ours, may(Scope.ADD)], sync_to_thread=True)
def add(
    request: _Asked,
    registry: NamedDependency[Registry],
    today: NamedDependency[date],
    recent: NamedDependency[Recent],
    data: Annotated[_Shown, Body(media_type=RequestEncodingType.MULTI_PART, multipart_form_part_limit=_PARTS)],
) -> Response[Any]:
    """Add a page that was shown, and lead to it."""
    try:
        document = from_json(data.document, Document)
    except msgspec.MsgspecError as error:
        raise InputError("this form is damaged: read the page again") from error
    actor, known = actor_of(request), recent.reading_of(document)
    done = add_page(registry, actor, known, today) if known else add_document(registry, actor, document, today)
    if isinstance(done, Problem):
        return Template("add.html", context={"told": done.line()}, status_code=400)
    return Redirect(f"/pages/{document.sha256}", status_code=303)


def _pasted(given: _Given) -> tuple[PageRead | Problem, ...]:
    known = {name: getattr(given, name).strip() or None for name in ("url", "publisher", "published", "title")}
    return read_text(NewText(given.text, **known))


def _file(given: _Given) -> tuple[PageRead | Problem, ...]:
    if given.file is None or not given.file.filename:
        raise InputError("choose a file first")
    return read_file(given.file.file.read(), given.file.filename, published=given.published.strip() or None)


def _address(given: _Given) -> tuple[PageRead | Problem, ...]:
    return read_address(given.url)


def _unknown(_: _Given) -> tuple[PageRead | Problem, ...]:
    raise InputError("this form is damaged: open the page again")


_WAYS = {"text": _pasted, "file": _file, "address": _address}

router = Router("/", route_handlers=[ways, read, add])
