"""Nouns that only what is done to them tells to be agreements: "ratified the Kigali Amendment", "signed a truce"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.model.data import load_yaml
from treatywatch.reading.grammar import noun_arguments, objects

_NO_NAMES = frozenset({"state", "demonym", "place", "person", "organisation", "organ", "office", "group"})


def ratified(page: Parsed, names: Sequence[Name]) -> dict[int, str]:
    """The nouns, by index, that are ratified, acceded to, opened for signature or signed, and so name an agreement.

    The value is how surely they do so (a weight of ``data/nouns.yaml``): firms sign frameworks and partnerships too. A
    capitalised noun that is nobody's name counts, and a common noun for what agreements set up (``made`` there);
    parliaments ratify budgets and appointments too.
    """
    data = load_yaml("treatywatch.reading.mentions", "data/nouns.yaml")
    table, signed = data["ratified"], data["signed"]
    found = (i for word in _of_lemmas(page, table["words"]) for i in _objects(page, word))
    strong = [i for i in found if _can_be(page.words[i], names, table) and not _is_constitutional(page, i)]
    done_to = (i for word in _of_lemmas(page, signed["words"]) for i in _objects(page, word))
    weak = [i for i in done_to if _is_signed(page.words[i], signed) and not _is_constitutional(page, i)]
    return {**dict.fromkeys(weak, "weak"), **dict.fromkeys(strong, "strong")}


def _of_lemmas(page: Parsed, lemmas: Iterable[str]) -> list[Word]:
    wanted = frozenset(lemmas)
    return [word for word in page.words if word.lemma in wanted]


def _is_signed(word: Word, table: Mapping[str, Sequence[str]]) -> bool:
    return word.lemma.lower() in table["made" if word.text[:1].isupper() else "small"]


def _objects(page: Parsed, word: Word) -> Iterator[int]:
    if word.pos in {"VERB", "AUX"}:
        yield from objects(page, word.i, *(("to",) if word.lemma == "accede" else ()))
    else:
        yield from noun_arguments(page, word.i, "of", "to")


def _can_be(word: Word, names: Sequence[Name], table: Mapping[str, Sequence[str]]) -> bool:
    if word.lemma in table["never"] or any(
        name.start <= word.start < name.end and name.kind in _NO_NAMES for name in names
    ):
        return False
    return word.lemma in table["made"] or (word.pos == "PROPN" and word.text[:1].isupper())


def _is_constitutional(page: Parsed, i: int) -> bool:
    """Whether an amendment is one of a constitution: "the Fourteenth Amendment", "a constitutional amendment"."""
    words = load_yaml("treatywatch.reading.mentions", "data/nouns.yaml")["constitutional"]
    return page.words[i].lemma.lower() == "amendment" and any(
        page.words[c].lower in words for c in page.words[i].children
    )
