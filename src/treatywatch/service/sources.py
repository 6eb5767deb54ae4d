"""The documents behind an agreement."""

from treatywatch.registry import Registry
from treatywatch.service.answers import DocumentLine
from treatywatch.service.lookup import find_agreement
from treatywatch.service.shaping import document_lines


def sources(registry: Registry, agreement: str) -> tuple[DocumentLine, ...]:
    """The documents that speak of an agreement (named by key, name or words), oldest first.

    Raises NotFoundError or InputError as :func:`treatywatch.service.lookup.find_agreement`.
    """
    key = find_agreement(registry, agreement).key
    return document_lines(registry.pages(key), registry.origins(key))
