"""``treatywatch list``: the agreements of the registry, or those that a search and filters fit."""

from enum import StrEnum
from typing import Annotated

import typer

from treatywatch.views.cli.options import DEFAULT_REGISTRY, AsOf, KnownBy, OutputFormat, Registry
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.present.agreement import line


class Sort(StrEnum):
    """What stands first in a list."""

    FIT = "fit"
    NAME = "name"
    LAST = "last"
    DOCUMENTS = "documents"
    CHANGED = "changed"


Search = Annotated[
    str, typer.Option("--search", metavar="WORDS", help="Words, or beginnings, of names, states and evidence.")
]
State = Annotated[
    str | None, typer.Option("--state", metavar="STATE", help="A party, or a state told of: a code, name or demonym.")
]
Form = Annotated[str | None, typer.Option("--form", metavar="FORM", help="What it is: treaty, agreement, protocol …")]
StageOf = Annotated[
    str | None, typer.Option("--stage", metavar="STAGE", help="How far it has come today: signed, in_force …")
]
Subject = Annotated[str | None, typer.Option("--subject", metavar="SUBJECT", help="What its names tell it is about.")]
Year = Annotated[str | None, typer.Option("--year", metavar="YYYY", help="The year of signature or adoption.")]
Changed = Annotated[
    str | None,
    typer.Option("--changed-since", metavar="DATE", help="A page on it was recorded after that day: YYYY-MM-DD."),
]
InConflict = Annotated[
    bool, typer.Option("--in-conflict", help="Only those of which pages tell something differently.")
]
Sorted = Annotated[
    Sort, typer.Option("--sort", help="What stands first: the best fit, name, latest step, documents, latest change.")
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, max=1000, metavar="N", help="How many make a page.")]
Page = Annotated[int, typer.Option("--page", min=1, metavar="N", help="Which page of so many, from 1.")]


def list_(
    search: Search = "",
    state: State = None,
    form: Form = None,
    stage: StageOf = None,
    subject: Subject = None,
    year: Year = None,
    changed_since: Changed = None,
    in_conflict: InConflict = False,
    sort: Sorted = Sort.FIT,
    limit: Limit = None,
    page: Page = 1,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """Every agreement, or those that fit: name, form, parties, last step, documents, open conflicts.

    **Examples**

        treatywatch list

        treatywatch list --search "north korea" --sort last

        treatywatch list --state norway --stage in_force --limit 20 --page 2

        treatywatch list --as-of 2020 --known-by 2024-06-30

        treatywatch list --format jsonl | jq -r .name
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.search import Query, find_agreements

    query = Query(
        words=search,
        state=state,
        form=form,
        stage=stage,
        subject=subject,
        year=year,
        changed_since=changed_since,
        in_conflict=in_conflict,
        sort=sort.value,
        limit=limit,
        page=page,
    )
    with open_registry(registry, create=False) as opened:
        found = find_agreements(opened, query, as_of=as_of, known_by=known_by)
    if wants_json(format_):
        write_json(found.agreements)
    elif found.agreements:
        write(told(map(line, found.agreements)))
        if found.pages > 1:
            write(f"Page {found.page} of {found.pages}, of {found.total} agreements.")
    else:
        write(_nothing(query != Query(limit=limit), bool(as_of or known_by)))


def _nothing(asked: bool, then: bool) -> str:
    if asked:
        return "No agreement fits: ask for less, or see all with treatywatch list"
    return (
        f"The registry holds no agreement{' of that time' if then else ' yet'}: add pages with treatywatch add PAGE..."
    )
