"""``treatywatch list``: the agreements of the registry."""

from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.present.agreement import line


def list_(registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """Every agreement: name, form, parties, last step, documents, open conflicts.

    **Examples**

        treatywatch list

        treatywatch list --format jsonl | jq -r .name
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.listing import listing

    with open_registry(registry, create=False) as opened:
        summaries = listing(opened)
    if wants_json(format_):
        write_json(summaries)
    elif summaries:
        write(told(map(line, summaries)))
    else:
        write("The registry holds no agreement yet: add pages with treatywatch add PAGE...")
