"""Which network addresses lead out into the open: only those may be fetched from in somebody's name."""

import ipaddress
import socket
from collections.abc import Sequence
from functools import cache

import msgspec

from treatywatch.model.data import load_data


class _Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    networks: tuple[str, ...]


_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def resolved(host: str, port: int) -> Sequence[str]:
    """The addresses that a name, or a number in any notation, leads to. Raises OSError when there is none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[4][0]) for where in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the open network, by the registries of IANA that Python knows.

    Loopback, private, link-local (with the metadata services of clouds), shared, multicast and reserved addresses are
    not, nor are IPv6 addresses that stand for such an IPv4 address or tunnel to one.
    """
    try:
        meant = _meant(ipaddress.ip_address(address))
    except ValueError:
        return False
    if meant is None or any(meant in network for network in _closed()):
        return False
    return meant.is_global and not meant.is_multicast and not meant.is_reserved


@cache
def _closed() -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    listing: _Listing = load_data("treatywatch.intake", "not_public.yaml", _Listing)
    return tuple(ipaddress.ip_network(network) for network in listing.networks)


def _meant(address: Address) -> Address | None:
    """The address that packets reach in the end; None where that is hidden in a tunnel."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.is_site_local or address.teredo or address.scope_id:
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or _compatible(address) or address


def _compatible(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address in an IPv4-compatible one (RFC 4291, section 2.5.5.1, deprecated): ``::127.0.0.1``."""
    number = int(address)
    return ipaddress.IPv4Address(number) if number < 1 << 32 else None
