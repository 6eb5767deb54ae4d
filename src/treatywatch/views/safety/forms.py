"""Forms that change something: only those that these pages gave to this browser are taken, against request forgery."""

import hashlib
import hmac
from urllib.parse import urlsplit

from litestar import Request
from litestar.exceptions import PermissionDeniedException
from litestar.handlers.base import BaseRouteHandler

from treatywatch.views.safety.cookies import VISIT, cookie_name
from treatywatch.views.safety.who import Asking, session_of

FIELD = "form_token"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def form_token(asking: Asking) -> str:
    """What a form of this browser's session, or of its visit before signing in, brings along; empty without either."""
    secret = session_of(asking) or asking.cookies.get(cookie_name(asking.app.state.safety, VISIT), "")
    return token_for(secret) if secret else ""


def token_for(secret: str) -> str:
    """The token of a session's or visit's forms: it does not tell the secret."""
    return hmac.new(secret.encode("utf-8", "surrogatepass"), b"treatywatch form", hashlib.sha256).hexdigest()


async def form_is_ours(asking: Asking, _: BaseRouteHandler) -> None:
    """Raise PermissionDeniedException for a change that was asked for by another site, or without the form's token."""
    if isinstance(asking, Request) and asking.method in _SAFE:
        return
    if not (_came_from_here(asking) and await _has_token(asking)):
        raise PermissionDeniedException(
            "This form is too old, or was not given out by these pages. Open the page again and repeat it."
        )


def _came_from_here(asking: Asking) -> bool:
    """What browsers tell of where a request began (Fetch Metadata, and Origin of RFC 6454)."""
    if asking.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = asking.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == asking.headers.get("host")


async def _has_token(asking: Asking) -> bool:
    if not isinstance(asking, Request):
        return False
    given = (await asking.form()).get(FIELD)
    expected = form_token(asking)
    return bool(expected) and isinstance(given, str) and hmac.compare_digest(given.encode(), expected.encode())
