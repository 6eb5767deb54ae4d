"""One web page by its address, from the open network alone. The only module that imports httpx."""

import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import httpx
import msgspec

from treatywatch.intake.problem_kinds import problem
from treatywatch.intake.public import is_public, resolved
from treatywatch.model import Problem

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": "treatywatch (reads one page that a person asked for)",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/json;q=0.5",
    "Accept-Encoding": "identity",
}
_EITHER = 47  # zlib's word for: as gzip or zlib, whichever it is


class Rules(msgspec.Struct, frozen=True):
    """What may be fetched: at most ``size`` bytes within ``seconds``, over at most ``hops`` redirects.

    ``resolve`` gives the addresses of a host and port, ``public`` tells which of them are of the open network.
    """

    size: int = 5_000_000
    seconds: float = 20.0
    hops: int = 5
    ports: frozenset[int] = frozenset({80, 443})
    resolve: Callable[[str, int], Sequence[str]] = resolved
    public: Callable[[str], bool] = is_public


class Fetched(NamedTuple):
    """What an address gave in the end: the bytes as they came, and the address after all redirects."""

    raw: bytes
    url: str


class _RefusedError(Exception):
    """Why a page is not fetched: a code of ``problems.yaml``, and the words."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code


_RULES = Rules()


def fetch(url: str, rules: Rules = _RULES, transport: httpx.BaseTransport | None = None) -> Fetched | Problem:
    """The page at ``url``, or the problem that it cannot be had; never raises on an address or an answer.

    Each address is resolved once and checked, and the connection goes to what was checked, so that a name cannot lead
    elsewhere in between; so is each one that a redirect names. ``transport`` carries the requests, the network if not
    given; proxies of the environment are not asked.
    """
    ends = time.monotonic() + rules.seconds
    timeout = httpx.Timeout(rules.seconds / 2)
    try:
        with httpx.Client(transport=transport, trust_env=False, timeout=timeout, headers=_HEADERS) as client:
            return _followed(client, url, rules, ends)
    except _RefusedError as refusal:
        return problem(refusal.code, url[:200], str(refusal))
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, UnicodeError, ValueError) as error:
        return problem("not-fetched", url[:200], f"{type(error).__name__}: {str(error)[:200] or 'no answer'}")


def _followed(client: httpx.Client, url: str, rules: Rules, ends: float) -> Fetched:
    at = httpx.URL(url)
    for _ in range(rules.hops + 1):
        with client.stream("GET", _pinned(at, rules), headers={"Host": _host(at)}, extensions=_name(at)) as answer:
            if answer.status_code not in _REDIRECTS or "location" not in answer.headers:
                return Fetched(_body(answer, rules, ends), str(at))
            at = at.join(answer.headers["location"])
    raise _RefusedError("not-fetched", f"more than {rules.hops} redirects")


def _pinned(url: httpx.URL, rules: Rules) -> httpx.URL:
    """The address with the host's number in the place of its name, once all of its numbers are known to be public."""
    if url.scheme not in {"http", "https"} or not url.host or url.userinfo:
        raise _RefusedError("address-refused", "only http and https addresses without a user's name are fetched")
    port = url.port or (443 if url.scheme == "https" else 80)
    if port not in rules.ports:
        raise _RefusedError("address-refused", f"port {port} is not one of {', '.join(map(str, sorted(rules.ports)))}")
    found = rules.resolve(url.raw_host.decode("ascii"), port)
    if not found or not all(map(rules.public, found)):
        raise _RefusedError("address-refused", f"{url.host[:100]} leads to no address of the open network")
    return url.copy_with(host=found[0])


def _host(url: httpx.URL) -> str:
    return url.netloc.decode("ascii")


def _name(url: httpx.URL) -> dict[str, str]:
    """The name that the certificate must have."""
    return {"sni_hostname": url.raw_host.decode("ascii")}


def _body(answer: httpx.Response, rules: Rules, ends: float) -> bytes:
    if answer.status_code != 200:
        raise _RefusedError("not-fetched", f"the server answered {answer.status_code}")
    raw = b"".join(_within(answer.iter_raw(), rules, ends))
    packed = answer.headers.get("content-encoding", "identity").strip().lower()
    if packed in {"", "identity"}:
        return raw
    if packed not in {"gzip", "x-gzip", "deflate"}:
        raise _RefusedError("not-fetched", f"the answer is packed as {packed[:20]!r}, though it was asked for unpacked")
    try:
        unpacked = zlib.decompressobj(_EITHER).decompress(raw, rules.size + 1)
    except zlib.error as error:
        raise _RefusedError("not-fetched", f"the answer does not unpack: {error}") from error
    _check_size(len(unpacked), rules)
    return unpacked


def _within(pieces: Iterator[bytes], rules: Rules, ends: float) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        _check_size(size, rules)
        if time.monotonic() > ends:
            raise _RefusedError("not-fetched", f"not all of it came within {rules.seconds:g} seconds")
        yield piece


def _check_size(size: int, rules: Rules) -> None:
    if size > rules.size:
        raise _RefusedError("too-large", f"larger than the limit of {rules.size:,} bytes for one page")
