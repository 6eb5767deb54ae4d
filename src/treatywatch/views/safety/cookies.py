"""The two cookies: of a sign-in, and of a visit that may become one."""

from datetime import timedelta

from litestar.datastructures import Cookie

from treatywatch.views.safety.settings import Safety

SESSION = "treatywatch"
VISIT = "treatywatch-visit"


def cookie_name(safety: Safety, name: str) -> str:
    """A cookie's name; by HTTPS with the prefix that keeps other hosts of the domain from setting it (RFC 6265bis)."""
    return f"__Host-{name}" if safety.https else name


def kept(safety: Safety, name: str, secret: str, lasts: timedelta | None = None) -> Cookie:
    """A cookie that no script can read, and that other sites' forms do not bring along; gone with the browser's session
    unless it ``lasts``.
    """
    return Cookie(
        key=cookie_name(safety, name),
        value=secret,
        path="/",
        max_age=int(lasts.total_seconds()) if lasts is not None else None,
        secure=safety.https,
        httponly=True,
        samesite="lax",
    )
