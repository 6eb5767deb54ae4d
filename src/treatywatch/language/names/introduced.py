"""People whom the text itself brings in: by an office before the name, or after it between commas."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from treatywatch.language.names.name import Name
from treatywatch.language.names.people import surname_of
from treatywatch.language.names.tables import PACKAGE
from treatywatch.model.data import load_yaml

_UPPER = "A-Z" + "".join(chr(c) for c in range(0xC0, 0x180) if chr(c).isupper())
_WORD = rf"[{_UPPER}][\w'-]*[^\W\d_A-Z]"
_LONGEST = 70


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """A person's name going on from here, one ending in a comma here, and words that are in no person's name."""
    data = load_yaml(PACKAGE, "data/people.yaml")
    small = "|".join(re.escape(word) for word in sorted(data["particles"], key=len, reverse=True))
    name = rf"(?:(?:{_WORD}|[{_UPPER}]\.(?:[{_UPPER}]\.)*|(?:{small}))[ -]){{0,4}}{_WORD}(?: (?:Jr|Sr)\.?)?(?!\w)"
    return re.compile(name), re.compile(rf"({name}), (?:the |a |who is |who was )?$"), frozenset(data["in_no_name"])


def introduced(plain: str, names: Sequence[Name]) -> list[Name]:
    """Unlisted people beside an office: "Greek Prime Minister Maria Example", "Maria Example, Greece's premier"."""
    found: list[Name] = []
    ordered = sorted(names)
    starts = {name.start: name for name in ordered}
    for i, office in enumerate(ordered):
        if office.kind != "office":
            continue
        person = _following(plain, office, starts) or _preceding(plain, ordered, i)
        if person is not None:
            found.append(person)
    return found


def _following(plain: str, office: Name, starts: dict[int, Name]) -> Name | None:
    begin = office.end + 1
    if plain[office.end : begin] not in {" ", ","}:
        return None
    begin += plain[office.end : begin + 1] == ", "
    match = _patterns()[0].match(plain, begin, begin + _LONGEST)
    if match is None or (begin > office.end + 1 and " " not in match[0]):
        return None
    kept = _trimmed(match[0], begin, starts)
    return _person(kept, begin, office.codes) if kept else None


def _trimmed(text: str, begin: int, starts: dict[int, Name]) -> str:
    """The run of capitals up to the first word that is another name or in no person's name."""
    end = len(text)
    for word in re.finditer(r"[^ ]+", text):
        other = starts.get(begin + word.start())
        if (len(word[0]) > len("A.") and word[0].rstrip(".'") in _patterns()[2]) or (
            other is not None and other.kind != "person"
        ):
            end = word.start()
            break
    kept = text[:end].rstrip(" -")
    return "" if begin in starts and starts[begin].kind == "person" else kept.removesuffix("'s")


def _preceding(plain: str, names: Sequence[Name], i: int) -> Name | None:
    office = names[i]
    if not office.codes:
        return None
    start = office.start
    for owner in reversed(names[max(0, i - 2) : i]):
        if owner.codes == office.codes and owner.kind != "person" and start - owner.end <= 12:
            start = owner.start
    window = max(0, start - _LONGEST)
    match = _patterns()[1].search(plain[window:start])
    if match is None or " " not in match[1] or set(match[1].split()) & _patterns()[2]:
        return None
    begin = window + match.start(1)
    if any(name.start < begin + len(match[1]) and begin < name.end for name in names):
        return None
    return _person(match[1], begin, office.codes)


def _person(text: str, begin: int, codes: tuple[str, ...]) -> Name:
    return Name(begin, begin + len(text), text, "person", text, codes)


_IN_A_DATE = re.compile(
    r"\d(?:st|nd|rd|th)? [A-Z]|[A-Z][a-z]+,? \d|\b(?:in|of|by|since|until|last|next|this|early|late|mid) [A-Z]"
)


def spoken_of_again(plain: str, names: Sequence[Name]) -> Iterator[Name]:
    """Later places where someone named in full is spoken of by surname."""
    known: dict[str, Name] = {}
    for name in sorted(names):
        if name.kind == "person" and " " in name.text:
            surname = surname_of(name.text, name.codes)
            if len(surname) > 2 and surname not in _patterns()[2]:
                known.setdefault(surname, name)
    if not known:
        return
    pattern = "|".join(re.escape(surname) for surname in sorted(known, key=len, reverse=True))
    months = load_yaml(PACKAGE, "data/people.yaml")["months"]
    for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", plain):
        if match[0] in months and _IN_A_DATE.search(plain[max(0, match.start() - 8) : match.end() + 3]):
            continue
        person = known[match[0]]
        yield person._replace(start=match.start(), end=match.end(), text=match[0])
