"""Words that stand for several at once: "both sides", "the two countries", "the 27 member states"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from treatywatch.language.names.name import Name
from treatywatch.language.names.tables import PACKAGE
from treatywatch.language.numbers import value_of
from treatywatch.model.data import load_yaml


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    data = load_yaml(PACKAGE, "data/groups.yaml")
    who, between, number = ("|".join(data[field]) for field in ("who", "between", "numbers"))
    return re.compile(
        rf"\b(?:(?:[Bb]oth|(?:[Tt]he|[Aa]ll) (?P<number>{number}|\d{{1,3}})) (?:(?:{between}) )*(?:{who})"
        rf"|[Ee]ach (?:side|party)|(?P<all>[Aa]ll) (?:the )?(?:{'|'.join(data['everyone'])})"
        r"|(?:[Bb]oth|[Tt]he (?P<few>two|three))(?= (?:signed|ratified|agreed)))\b"
    )


def groups(plain: str) -> Iterator[Name]:
    """Every group in the text; the entity is how many, "all" where the text says all."""
    for found in _pattern().finditer(plain):
        number = found["number"] or found["few"] or "2"
        entity = "all" if found["all"] else str(value_of(number))
        yield Name(found.start(), found.end(), found[0], "group", entity, ())
