"""What every answer tells the browser to refuse: scripts and styles within pages, frames, other origins, guessing."""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

from treatywatch.views.safety.settings import Safety

# OWASP Secure Headers Project; CSP level 3 (W3C).
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_ONLY_HTTPS = "max-age=31536000"
_PRIVATE = "no-store"


async def add_headers(message: Message, scope: Scope) -> None:
    """Set the headers of an answer that is about to be sent; what is shown to a signed-in person is kept nowhere."""
    if message["type"] != "http.response.start":
        return
    message.setdefault("headers", [])
    headers = MutableScopeHeaders(message)
    for name, value in HEADERS.items():
        headers[name] = value
    safety: Safety = scope["litestar_app"].state.safety
    if safety.https:
        headers["Strict-Transport-Security"] = _ONLY_HTTPS
    if scope.get("user") is not None:
        headers["Cache-Control"] = _PRIVATE
    elif "cache-control" not in headers:
        headers["Cache-Control"] = "no-cache"
