"""``treatywatch add``: pages into the registry."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from treatywatch.views.cli.options import (
    DEFAULT_REGISTRY,
    Jobs,
    MaxBytes,
    OutputFormat,
    Pages,
    Published,
    Publisher,
    Registry,
    Url,
)
from treatywatch.views.cli.output import wants_json, write, write_json
from treatywatch.views.cli.run import running

if TYPE_CHECKING:
    from treatywatch.service.answers import Added


def add(
    pages: Pages,
    registry: Registry = DEFAULT_REGISTRY,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    format_: OutputFormat = None,
    jobs: Jobs = 0,
    max_bytes: MaxBytes = None,
) -> None:
    """The same as read, into the registry; adding a page again changes nothing.

    **Examples**

        treatywatch add pages/

        treatywatch add archive.jsonl --registry treaties.db

        treatywatch add decree.txt --published 2024-06-18 --publisher RT
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.ingest import ingest

    given = {"published": published, "publisher": publisher, "url": url}
    with open_registry(registry) as opened, running("adding") as run:
        added = run.done(ingest(opened, pages, jobs=jobs, max_bytes=max_bytes, **given))
        if wants_json(format_):
            write_json(added)
        else:
            _tell(added)
    run.end()


def _tell(added: "Iterable[Added]") -> None:
    new = held = facts = 0
    for each in added:
        new += each.new
        held += not each.new
        facts += each.assertions
    write(f"{new} pages added with {facts} assertions; {held} were there already.")
