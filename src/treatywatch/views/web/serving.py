"""The web server. The only module that imports Uvicorn."""

import gc
import socket
from collections.abc import Callable
from functools import partial
from typing import Any

import uvicorn
from litestar import Litestar
from uvicorn.supervisors import Multiprocess

from treatywatch.model import InputError

# Seconds after which a process that says nothing is taken for dead and replaced. While it starts it says nothing, and
# on a busy machine that takes longer than Uvicorn's five.
_PATIENCE = 120
# Seconds that a connection is kept open for another request. Longer than proxies keep theirs, and than a busy machine
# may stop a process for: at Uvicorn's five, a request that came in meanwhile finds its connection closed.
_KEPT_OPEN = 75
# Objects made before Python looks for cycles among them: a page makes thousands and leaves no cycle, and at its usual
# seven hundred Python spends a sixth of the time of each page on looking.
_MADE = 50_000


def serve(
    make: Callable[[], Litestar],
    host: str,
    port: int,
    tell: Callable[[str], None],
    *,
    workers: int = 1,
    proxied: bool = False,
) -> None:
    """Answer requests until interrupted; ``tell`` is given the address first, ``port`` 0 takes any that is free.

    ``make`` makes the application, in each of ``workers`` processes (of several: a function that can be pickled). With
    ``proxied`` a proxy on this machine is believed what it tells of who asks. Raises InputError when nothing can
    listen there, and what ``make`` raises.
    """
    with _listening(host, port) as listening:
        app: Any = partial(_made, make) if workers > 1 else _made(make)
        tell(f"http://{_bracketed(host)}:{listening.getsockname()[1]}/")
        config = uvicorn.Config(
            app,
            factory=workers > 1,
            workers=workers,
            timeout_worker_healthcheck=_PATIENCE,
            timeout_keep_alive=_KEPT_OPEN,
            log_level="warning",
            access_log=False,  # of which that level shows nothing, but each line would be made
            server_header=False,
            proxy_headers=proxied,
        )
        if workers > 1:
            Multiprocess(config, [listening]).run()
        else:
            uvicorn.Server(config).run(sockets=[listening])


def _made(make: Callable[[], Litestar]) -> Litestar:
    """The application, in a process that looks for cycles of objects seldom, and not among those that stay."""
    app = make()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MADE)
    return app


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=2048)
        # else an answer's body waits, up to 40 ms, for the reader to acknowledge its head: asyncio sees to this only on
        # sockets that name their protocol, and ours does not
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening
    except OSError as error:
        raise InputError(
            f"cannot listen on {host} port {port}: {error.strerror or error}; name another with --port, 0 for any"
        ) from error


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
