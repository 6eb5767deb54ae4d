"""``treatywatch read``: what each page says."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from treatywatch.views.cli.options import Jobs, MaxBytes, OutputFormat, Pages, Published, Publisher, Url
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.cli.run import Run, running
from treatywatch.views.present.reading import agreements, heading

if TYPE_CHECKING:
    from treatywatch.service.pages import PageRead


def read(
    pages: Pages,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    format_: OutputFormat = None,
    jobs: Jobs = 0,
    max_bytes: MaxBytes = None,
) -> None:
    """What each page says, with the sentence for every fact.

    **Examples**

        treatywatch read page.html

        treatywatch read decree.txt --published 2024-06-18 --publisher RT

        treatywatch read 'pages/*.html' archive.jsonl > readings.jsonl

        cat page.txt | treatywatch read -
    """
    from treatywatch.service.pages import read_pages

    found = read_pages(pages, published=published, publisher=publisher, url=url, jobs=jobs, max_bytes=max_bytes)
    with running("reading") as run:
        if wants_json(format_):
            write_json(each.reading for each in run.done(found))
        else:
            _tables(run, run.done(found))
    run.end()


def _tables(run: Run, pages: Iterator["PageRead"]) -> None:
    silent = 0
    for page in pages:
        found = list(agreements(page.reading))
        silent += not found
        if found:
            write(Text(heading(page.document), style="bold underline"))
        for name, facts in found:
            write("", Text(name, style="bold"), told(facts))
        if found:
            write("")
    if silent:
        write(f"Pages that tell of no agreement's life: {silent} of {run.read}.")
