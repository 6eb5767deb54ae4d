"""Where the page itself speaks within what it reports: clauses set off by commas that tell what already happened."""

from treatywatch.language.parse import Parsed, Word

Span = tuple[int, int]


def asides(parsed: Parsed, content: Span) -> tuple[Span, ...]:
    """The clauses within ``content`` by which the page explains a noun.

    "… the accord, which took effect in 1999, …" and "the accord signed last year" explain the accord to the reader; the
    speaker need not have said so. Such a clause is set off by a comma or dated, and looks at what is or was.
    """
    found = []
    for word in parsed.between(*content):
        if word.dep in {"relcl", "acl", "appos"} and _explains(parsed, word):
            below = parsed.subtree(word.i)
            first, last = parsed.words[below[0]], parsed.words[below[-1]]
            apart = first.i > 0 and parsed.words[first.i - 1].text == ","
            dated = word.dep != "appos" and any(_dates(parsed.words[i]) for i in below)
            if (apart or dated) and content[0] < first.start and last.end <= content[1]:
                found.append((first.start, last.end))
    return tuple(found)


def _dates(word: Word) -> bool:
    return word.lower in {"last", "ago", "earlier"} or (len(word.text) == 4 and word.text.isdecimal())


def _explains(parsed: Parsed, word: Word) -> bool:
    """Whether a clause tells what is or was, without "will" or "would"; an apposition must hold such a clause."""
    if word.dep == "appos":
        return any(
            parsed.words[i].dep in {"relcl", "acl"} and _explains(parsed, parsed.words[i]) for i in word.children
        )
    tags = {word.tag, *(parsed.words[i].tag for i in word.children if parsed.words[i].dep in {"aux", "auxpass"})}
    return bool(tags & {"VBD", "VBN", "VBZ", "VBP"}) and "MD" not in tags
