"""``treatywatch list``: the agreements of the registry."""

from treatywatch.views.cli.options import DEFAULT_REGISTRY, AsOf, KnownBy, OutputFormat, Registry
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.present.agreement import line


def list_(
    as_of: AsOf = None,
    known_by: KnownBy = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """Every agreement: name, form, parties, last step, documents, open conflicts.

    **Examples**

        treatywatch list

        treatywatch list --as-of 2020 --known-by 2024-06-30

        treatywatch list --format jsonl | jq -r .name
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.listing import listing

    with open_registry(registry, create=False) as opened:
        summaries = listing(opened, as_of=as_of, known_by=known_by)
    if wants_json(format_):
        write_json(summaries)
    elif summaries:
        write(told(map(line, summaries)))
    else:
        then = " of that time" if as_of or known_by else " yet"
        write(f"The registry holds no agreement{then}: add pages with treatywatch add PAGE...")
