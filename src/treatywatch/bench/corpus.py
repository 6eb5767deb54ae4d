"""The corpora beside the checkout, as documents."""

from pathlib import Path

from treatywatch.intake import documents
from treatywatch.model import Document, InputError


def corpus(shared: Path, name: str) -> tuple[Document, ...]:
    """The documents of a corpus. Raises InputError when it is not there or holds anything else than documents."""
    path = shared / "corpus" / name / "documents.jsonl"
    if not path.exists():
        raise InputError(f"{path} is missing: name the folder that holds the corpora with --shared")
    found = tuple(documents([str(path)]))
    if bad := [each for each in found if not isinstance(each, Document)]:
        raise InputError(f"{path} holds what is no document: {bad[0].line()}")
    return tuple(each for each in found if isinstance(each, Document))
