"""The command line. A command loads what it needs when it runs, so that ``--help`` answers at once."""

from treatywatch.views.cli.app import app, main

__all__ = ["app", "main"]
