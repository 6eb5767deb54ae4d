"""HEAD: whatever may be got may be asked for without its body (RFC 9110, section 9.3.2)."""

from typing import cast

from litestar import Litestar
from litestar.enums import ScopeType
from litestar.types import Message, Receive, Scope, Send


class Answering(Litestar):
    """An application that answers HEAD as it would GET, and leaves the body out."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # type: ignore[override]
        """Answer a request."""
        if scope["type"] != ScopeType.HTTP or scope["method"] != "HEAD":
            await super().__call__(scope, receive, send)
            return

        async def head_alone(message: Message) -> None:
            if message["type"] == "http.response.body":
                message["body"] = b""
            await send(message)

        await super().__call__(cast("Scope", {**scope, "method": "GET"}), receive, head_alone)
