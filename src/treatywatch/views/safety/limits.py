"""How often one address may ask in a minute: counted in memory, by each process that serves."""

from ipaddress import IPv6Address, ip_address
from typing import Any

from litestar import Request
from litestar.datastructures import State
from litestar.middleware import DefineMiddleware
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.stores.memory import MemoryStore

from treatywatch.views.safety.settings import Safety

STORE = "treatywatch-limits"
_MANY = 10_000
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
Asked = Request[Any, Any, State]


class Counts(MemoryStore):
    """What was counted; it forgets minutes that are over, and then all, before it holds too many addresses."""

    async def set(self, key: str, value: str | bytes, expires_in: Any = None) -> None:
        """Keep a count."""
        if len(self._store) >= _MANY:
            await self.delete_expired()
        if len(self._store) >= _MANY:
            await self.delete_all()
        await super().set(key, value, expires_in)


def limits(safety: Safety) -> list[DefineMiddleware]:
    """The middleware that refuses, with 429, what is beyond the limits."""
    found = (
        (safety.requests, "requests", _reads),
        (safety.writings, "writings", _writes),
        (safety.sign_ins, "sign-ins", _signs_in),
    )
    return [_limit(most, name, counts).middleware for most, name, counts in found if most is not None]


def _limit(most: int, name: str, counts: Any) -> RateLimitConfig:
    return RateLimitConfig(
        rate_limit=("minute", most),
        store=STORE,
        identifier_for_request=lambda request: f"{name} {_whose(request)}",
        check_throttle_handler=counts,
    )


def _whose(request: Asked) -> str:
    """The address, or of IPv6 the network of 64 bits that one subscriber has (RFC 6177)."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host
    return str(int(address) >> 64) if isinstance(address, IPv6Address) else host


async def _reads(request: Asked) -> bool:
    return request.method in _SAFE and not request.url.path.startswith("/static/")


async def _writes(request: Asked) -> bool:
    return request.method not in _SAFE


async def _signs_in(request: Asked) -> bool:
    return request.method == "POST" and request.url.path == "/sign-in"
