"""``treatywatch serve``: the registry in a browser."""

from contextlib import nullcontext
from functools import partial
from typing import Annotated

import typer

from treatywatch.views.cli.options import DEFAULT_REGISTRY, Registry
from treatywatch.views.cli.output import say

Host = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; the default answers this machine alone.")
]
Port = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 takes any that is free.")]
AllowHost = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="NAME", help="Another name that leads here; repeatable.", show_default=False),
]
Proxied = Annotated[
    bool,
    typer.Option("--proxied", help="Behind a proxy on this machine that speaks HTTPS and sets X-Forwarded-For."),
]
Requests = Annotated[
    int,
    typer.Option(
        "--requests-per-minute",
        metavar="N",
        min=0,
        help="How many of one address each process answers; 0: any number.",
    ),
]
Workers = Annotated[int, typer.Option("--workers", metavar="N", min=1, help="How many processes answer.")]
Demo = Annotated[bool, typer.Option("--demo", help="Serve example pages from a registry that is thrown away.")]


def serve(
    registry: Registry = DEFAULT_REGISTRY,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    allow_host: AllowHost = None,
    proxied: Proxied = False,
    requests_per_minute: Requests = 600,
    workers: Workers = 1,
    demo: Demo = False,
) -> None:
    """The registry in a browser, until interrupted.

    **Examples**

        treatywatch serve --demo

        treatywatch serve --registry treatywatch.db --port 8080

        treatywatch serve --proxied --allow-host treaties.example --workers 4
    """
    from treatywatch.registry import open_registry
    from treatywatch.views.safety import LOOPBACK, Safety
    from treatywatch.views.web.app import create_app
    from treatywatch.views.web.demo import demo_registry
    from treatywatch.views.web.serving import serve

    safety = Safety(hosts=LOOPBACK | {host, *(allow_host or ())}, https=proxied, requests=requests_per_minute or None)
    with demo_registry(say) if demo else nullcontext(registry) as place:
        open_registry(place, create=False).close()  # told here when it cannot be, and migrated once for all processes
        serve(
            partial(create_app, place, safety=safety),
            host,
            port,
            lambda at: say(f"treatywatch: open {at} (Ctrl+C ends it)"),
            workers=workers,
            proxied=proxied,
        )
