"""``treatywatch serve``: the registry in a browser."""

from contextlib import nullcontext
from typing import Annotated

import typer

from treatywatch.views.cli.options import DEFAULT_REGISTRY, Registry
from treatywatch.views.cli.output import say

Host = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; the default answers this machine alone.")
]
Port = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 takes any that is free.")]
Demo = Annotated[bool, typer.Option("--demo", help="Serve example pages from a registry that is thrown away.")]


def serve(
    registry: Registry = DEFAULT_REGISTRY, host: Host = "127.0.0.1", port: Port = 8000, demo: Demo = False
) -> None:
    """The registry in a browser, until interrupted.

    **Examples**

        treatywatch serve --demo

        treatywatch serve --registry treatywatch.db --port 8080
    """
    from treatywatch.views.web.app import create_app
    from treatywatch.views.web.demo import demo_registry
    from treatywatch.views.web.serving import serve

    with demo_registry(say) if demo else nullcontext(registry) as place:
        serve(create_app(place), host, port, lambda address: say(f"treatywatch: open {address} (Ctrl+C ends it)"))
