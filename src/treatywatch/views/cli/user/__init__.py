"""``treatywatch user``: who may sign in to the pages, and which programs may write through the API."""

from treatywatch.views.cli.user.app import app

__all__ = ["app"]
