"""``treatywatch compare-register``: the registers beside the news."""

from itertools import groupby

from rich.text import Text

from treatywatch.views.cli.options import DEFAULT_REGISTRY, MaybeWords, OutputFormat, Registry
from treatywatch.views.cli.output import told, wants_json, write, write_json


def compare_register(
    agreement: MaybeWords = None, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None
) -> None:
    """What only an imported register knows, what only the news know, and where their dates differ.

    **Examples**

        treatywatch compare-register

        treatywatch compare-register harbour pact
    """
    from treatywatch.registry import open_registry
    from treatywatch.service import compare_register as service
    from treatywatch.views.present.compared import compared_lines

    with open_registry(registry, create=False) as opened:
        found = service.compare_register(opened, " ".join(agreement) if agreement else None)
        if wants_json(format_):
            write_json(found)
            return
        for name, steps in groupby(found, key=lambda each: (each.name, each.key)):
            write(Text(" · ".join(name), style="bold"), told(compared_lines(steps)), "")
