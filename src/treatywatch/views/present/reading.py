"""What one page says, for people: agreement by agreement, in the order of the page."""

from collections.abc import Iterator

from treatywatch.model import Agreement, Document, Explained
from treatywatch.views.present.facts import Fact, doubted, facts, why
from treatywatch.views.present.words import Told, joined, quoted

IN_GENERAL = "no agreement in particular"
DOUBTED = "read, but with too much doubt to be given"


def heading(document: Document) -> str:
    """The page in one line: what it is called, who published it and when, and its id."""
    return joined(document.title, document.publisher, document.published, document.path, document.id)


def agreements(document: Document, explained: Explained, *, explain: bool = False) -> Iterator[tuple[str, list[Told]]]:
    """Each agreement in words with everything the page says of it; what is said of none in particular comes last.

    With ``explain``, the rules and words that made each fact follow its quote, and steps that were not believed come at
    the very end.
    """
    told = facts(explained)
    named = {agreement.key: title(agreement) for agreement in explained.reading.agreements}
    for key, name in (*named.items(), (None, IN_GENERAL)):
        if rows := [_told(document, fact, explain) for fact in told if fact.about == key]:
            yield name, rows
    if explain and explained.doubted:
        yield DOUBTED, [_told(document, fact, explain) for fact in doubted(explained)]


def title(agreement: Agreement) -> str:
    """An agreement in one line: name, form, parties, and whether it is one instrument."""
    doubt = "cannot be told to be one instrument" if agreement.unresolved else None
    return joined(agreement.name, agreement.form, ", ".join(agreement.parties), doubt)


def _told(document: Document, fact: Fact, explain: bool) -> Told:
    quote = quoted(fact.span.quote(document.text))
    return Told(fact.when, fact.what, (quote, why(document, fact)) if explain else (quote,))
