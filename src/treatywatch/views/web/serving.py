"""The web server. The only module that imports Uvicorn."""

import socket
from collections.abc import Callable

import uvicorn
from litestar import Litestar

from treatywatch.model import InputError


def serve(app: Litestar, host: str, port: int, tell: Callable[[str], None], *, proxied: bool = False) -> None:
    """Answer requests until interrupted; ``tell`` is given the address first, ``port`` 0 takes any that is free.

    With ``proxied`` a proxy on this machine is believed what it tells of who asks.

    Raises InputError when nothing can listen there.
    """
    with _listening(host, port) as listening:
        tell(f"http://{_bracketed(host)}:{listening.getsockname()[1]}/")
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=proxied))
        server.run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise InputError(
            f"cannot listen on {host} port {port}: {error.strerror or error}; name another with --port, 0 for any"
        ) from error


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
