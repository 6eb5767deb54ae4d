"""Errors as problem details (RFC 9457), and as pages for people everywhere else."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.openapi import ResponseSpec
from litestar.types import ExceptionHandlersMap

from treatywatch.model import InputError, NotFoundError, RefusedError, RegistryError, TreatywatchError

PREFIX = "/api/"
MEDIA_TYPE = "application/problem+json"
_CODES = ((NotFoundError, 404), (InputError, 400), (RefusedError, 403), (RegistryError, 503))
DEFECT = "The server has a defect: its log tells more. Please report it."
_LOG = logging.getLogger("treatywatch")
Asked = Request[Any, Any, State]
_Handler = Callable[[Asked, Any], Response[Any]]


class ProblemDetails(msgspec.Struct, frozen=True, omit_defaults=True):
    """What went wrong: the status and its name, in ``detail`` what was sought, what exists and the cure.

    ``errors`` names each part of the request that cannot be read: its ``key``, and the ``message``.
    """

    title: str
    status: int
    detail: str
    errors: tuple[dict[str, str], ...] = ()


def responses(*codes: int) -> dict[int, ResponseSpec]:
    """The problems that an operation may answer with, as its description tells them; 400 and 429 always may be."""
    return {
        code: ResponseSpec(ProblemDetails, media_type=MEDIA_TYPE, description=HTTPStatus(code).phrase)
        for code in sorted({400, 429, *codes})
    }


def beside(pages: ExceptionHandlersMap) -> ExceptionHandlersMap:
    """The handlers of ``pages``, and for what programs ask problem details; a defect is told in the server's log."""
    return {kind: _either(handler) for kind, handler in pages.items()}


def _either(page: Any) -> _Handler:
    def handler(request: Asked, error: Any) -> Response[Any]:
        if not isinstance(error, (HTTPException, TreatywatchError)):
            _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
        made: Response[Any] = problem(error) if request.url.path.startswith(PREFIX) else page(request, error)
        return made

    return handler


def problem(error: Exception) -> Response[ProblemDetails]:
    """An error as problem details; of a defect nothing is told but that there is one."""
    if not isinstance(error, HTTPException):
        code = next((code for kind, code in _CODES if isinstance(error, kind)), 500)
        return details(code, str(error) if code < 500 or isinstance(error, RegistryError) else DEFECT)
    extra = error.extra if isinstance(error.extra, list) else []
    errors = tuple({name: str(one[name]) for name in ("key", "message") if name in one} for one in extra)
    return details(error.status_code, error.detail, errors, error.headers)


def details(
    code: int, detail: str, errors: tuple[dict[str, str], ...] = (), headers: dict[str, str] | None = None
) -> Response[ProblemDetails]:
    """An answer that tells of a problem."""
    told = ProblemDetails(HTTPStatus(code).phrase, code, detail, errors)
    return Response(told, status_code=code, media_type=MEDIA_TYPE, headers=headers)
