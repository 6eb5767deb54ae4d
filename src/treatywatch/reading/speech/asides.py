"""Where the page itself speaks within what it reports: clauses set off by commas that tell what already happened."""

from treatywatch.language.parse import Parsed, Word

Span = tuple[int, int]


def asides(parsed: Parsed, content: Span) -> tuple[Span, ...]:
    """The clauses within ``content`` that a comma sets off from their noun and that are in the past or perfect.

    "… the accord, which took effect in 1999, …" explains the accord to the reader; the speaker need not have said so.
    """
    found = []
    for word in parsed.between(*content):
        if word.dep in {"relcl", "acl", "appos"} and _past(parsed, word):
            below = parsed.subtree(word.i)
            first, last = parsed.words[below[0]], parsed.words[below[-1]]
            before = parsed.words[first.i - 1].text if first.i else ""
            if before == "," and content[0] < first.start and last.end <= content[1]:
                found.append((first.start, last.end))
    return tuple(found)


def _past(parsed: Parsed, word: Word) -> bool:
    if word.dep == "appos":
        return any(parsed.words[i].dep in {"relcl", "acl"} and _past(parsed, parsed.words[i]) for i in word.children)
    tags = {word.tag, *(parsed.words[i].tag for i in word.children if parsed.words[i].dep in {"aux", "auxpass"})}
    return bool(tags & {"VBD", "VBN"}) and "MD" not in tags
