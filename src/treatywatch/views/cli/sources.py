"""``treatywatch sources``: the documents behind an agreement."""

from rich.text import Text

from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry, Words
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.present.agreement import how_independent, pages


def sources(agreement: Words, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """The documents that tell of an agreement.

    **Examples**

        treatywatch sources CPTPP

        treatywatch sources russia north korea treaty --format jsonl
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.sources import sources as documents_of

    with open_registry(registry, create=False) as opened:
        documents = documents_of(opened, " ".join(agreement))
    if wants_json(format_):
        write_json(documents)
    else:
        write(told(pages(documents)), Text(how_independent(documents)))
