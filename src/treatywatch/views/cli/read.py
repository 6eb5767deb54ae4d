"""``treatywatch read``: what each page says."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from treatywatch.model import InputError
from treatywatch.views.cli.options import Format, Jobs, MaxBytes, OutputFormat, Pages, Published, Publisher, Url
from treatywatch.views.cli.output import told, wants_json, write, write_json, write_text
from treatywatch.views.cli.run import Run, running
from treatywatch.views.present.reading import agreements, heading

if TYPE_CHECKING:
    from treatywatch.service.pages import PageRead

Explain = Annotated[bool, typer.Option("--explain", help="Show the rules and the words that made each fact.")]
Html = Annotated[bool, typer.Option("--html", help="Write one web page: the text with everything found marked in it.")]


def read(
    pages: Pages,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    explain: Explain = False,
    html: Html = False,
    format_: OutputFormat = None,
    jobs: Jobs = 0,
    max_bytes: MaxBytes = None,
) -> None:
    """What each page says, with the sentence for every fact.

    **Examples**

        treatywatch read page.html

        treatywatch read decree.txt --published 2024-06-18 --publisher RT

        treatywatch read decree.txt --explain --format table

        treatywatch read decree.txt --html > decree.html

        treatywatch read 'pages/*.html' archive.jsonl > readings.jsonl

        cat page.txt | treatywatch read -
    """
    from treatywatch.service.pages import read_pages

    if html and format_ is Format.JSONL:
        raise InputError("--html and --format jsonl exclude each other: choose one of them")
    found = read_pages(pages, published=published, publisher=publisher, url=url, jobs=jobs, max_bytes=max_bytes)
    with running("reading") as run:
        if html:
            _marked(run.done(found))
        elif wants_json(format_):
            write_json(each.explained if explain else each.reading for each in run.done(found))
        else:
            _tables(run, run.done(found), explain)
    run.end()


def _marked(pages: Iterator["PageRead"]) -> None:
    from treatywatch.views.marked.page import web_page

    write_text(web_page((page.document, page.explained) for page in pages))


def _tables(run: Run, pages: Iterator["PageRead"], explain: bool) -> None:
    silent = 0
    for page in pages:
        found = list(agreements(page.document, page.explained, explain=explain))
        silent += not found
        if found:
            write(Text(heading(page.document), style="bold underline"))
        for name, facts in found:
            write("", Text(name, style="bold"), told(facts))
        if found:
            write("")
    if silent:
        write(f"Pages that tell of no agreement's life: {silent} of {run.read}.")
