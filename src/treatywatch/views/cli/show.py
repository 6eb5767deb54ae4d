"""``treatywatch show``: one agreement, whole."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from treatywatch.views.cli.options import DEFAULT_REGISTRY, AsOf, KnownBy, OutputFormat, Registry, Words
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.present.agreement import (
    bearings,
    happenings,
    how_independent,
    line,
    pages,
    rejections,
    sayings,
    title,
)

if TYPE_CHECKING:
    from treatywatch.service.answers import Dossier
    from treatywatch.views.present.words import Told


def show(
    agreement: Words,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """One agreement: its timeline, each line with its sources and quotes, and all else that is said of it.

    **Examples**

        treatywatch show EU-Mercosur

        treatywatch show russia north korea treaty

        treatywatch show CPTPP --as-of 2023 --known-by 2024-06-30

        treatywatch show CPTPP --format jsonl
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.dossier import dossier

    with open_registry(registry, create=False) as opened:
        found = dossier(opened, " ".join(agreement), as_of=as_of, known_by=known_by)
    if wants_json(format_):
        write_json([found])
    else:
        write(Text(title(found), style="bold underline"), *_sections(found))


_MAY_HOLD, _MAY_BE_AMONG = "What may be among these", "It may be among these"


def _rejected(found: "Dossier") -> "list[Told]":
    """What pages tell of it and people hold not to be so: steps, relations, statements."""
    related, said = found.rejected_related, found.rejected_statements
    return [*rejections(found.rejected), *bearings(related, rejected=True), *sayings(said, rejected=True)]


def _sections(found: "Dossier") -> Iterator[RenderableType]:
    if found.aliases:
        yield Text(f"also called {'; '.join(found.aliases)}")
    yield ""
    for name, rows in (
        ("What has happened", happenings(found.timeline)),
        ("What is planned, possible or denied", happenings(found.expected)),
        ("What people hold not to be so", _rejected(found)),
        ("Other agreements", bearings(found.related)),
        (_MAY_HOLD if found.unresolved else _MAY_BE_AMONG, [line(each) for each in found.perhaps]),
        ("Who says what", sayings(found.statements)),
        (f"Documents ({how_independent(found.documents)})", pages(found.documents)),
    ):
        if rows:
            yield from (Text(name, style="bold"), told(rows), "")
    if found.because:
        yield from (Text("Why these documents tell of one agreement", style="bold"), *map(Text, found.because))
