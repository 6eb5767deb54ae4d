"""What every answer tells the browser to refuse: scripts and styles within pages, frames, other origins, guessing."""

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
_ENCODED = tuple((name.lower().encode("ascii"), value.encode("ascii")) for name, value in HEADERS.items())
_NAMES = frozenset(name for name, _ in _ENCODED)
_ONLY_HTTPS = (b"strict-transport-security", b"max-age=31536000")
_CACHE = b"cache-control"
_PRIVATE, _ASK_AGAIN = (_CACHE, b"no-store"), (_CACHE, b"no-cache")


async def add_headers(message: Message, scope: Scope) -> None:
    """Set the headers of an answer that is about to be sent; what is shown to a signed-in person is kept nowhere."""
    if message["type"] != "http.response.start":
        return
    headers = [each for each in message.get("headers", ()) if each[0].lower() not in _NAMES]
    headers += _ENCODED
    safety: Safety = scope["litestar_app"].state.safety
    if safety.https:
        headers.append(_ONLY_HTTPS)
    if scope.get("user") is not None:
        headers = [*(each for each in headers if each[0].lower() != _CACHE), _PRIVATE]
    elif all(each[0].lower() != _CACHE for each in headers):
        headers.append(_ASK_AGAIN)
    message["headers"] = headers
