"""The people and bodies of a page: fullest names, posts, and who is meant by "he" or "the ministry"."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech.lexicon import lexicon
from treatywatch.reading.speech.people import Person, first_name, people, surname
from treatywatch.reading.speech.spans import Places

BODIES = frozenset({"state", "organisation", "organ", "place", "group", "demonym", "office"})
_TITLE = frozenset({"NOUN", "PROPN", "ADJ"})
_LINK = frozenset({"of", "for"})
_BELONGING = re.compile(r",| (?:of|for|from|in) ")


MEMORY = 200
"""How many names back a page may refer."""


class Speaker(NamedTuple):
    """Who speaks: fullest name, post as the text gives it, and kind (``person``, ``body``, ``outlet``, ``unnamed``)."""

    name: str
    office: str | None
    kind: str


class Cast:
    """The names of one page in order, with what the page tells of each."""

    def __init__(self, parsed: Parsed, names: Sequence[Name]) -> None:
        self.parsed = parsed
        self.names = Places(names)
        self.people = Places(people(parsed, names))
        self._forms = _forms({person.text for person in self.people.all})
        self._states = _longest(names)
        self._posts = self._collect_posts()
        self._vague = _vague(parsed.text, names)

    def kind(self, speaker: Speaker) -> str:
        """The speaker's kind; a capital that stands for its government is a ``place``.

        Of "both sides", "Opposition senators" and "the Indians" nobody is named: they are ``unnamed``.
        """
        if speaker.kind != "body":
            return speaker.kind
        return self._vague.get(speaker.name) or ("unnamed" if _are_many(speaker.name) else "body")

    def person(self, text: str) -> Speaker:
        """The person called ``text``, under the fullest name that the page uses."""
        full = self._fullest(text)
        return Speaker(full, self._posts.get(full), "person")

    def state(self, name: Name) -> str:
        """The longest name that the page uses for the state or organisation of ``name``."""
        return self._states[name.kind, name.entity]

    def body_called(self, noun: str, offset: int) -> str | None:
        """The fullest name, nearest before ``offset``, of a body whose name ends in ``noun`` ("the ministry")."""
        pattern = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
        fits = (n for n in islice(self.names.before(offset), MEMORY) if n.kind in BODIES and pattern.search(n.text))
        return next((name.text for name in fits if len(name.text) > len(noun)), None)

    def _fullest(self, text: str) -> str:
        """The longest name in the page that ends in the same surname and does not differ in the first name."""
        if " " in text:
            return self._forms.get((first_name(text), surname(text)), text)
        return self._forms.get(("", text)) or self._forms.get((text, "")) or text

    def _collect_posts(self) -> dict[str, str]:
        posts: dict[str, str] = {}
        for name in self.people.all:
            full = self._fullest(name.text)
            post = _post(self.parsed, name)
            if post and full not in posts:
                posts[full] = post
        return posts


def _forms(names: set[str]) -> dict[tuple[str, str], str]:
    """The longest name for each first name with surname, each surname, and each first name alone."""
    forms: dict[tuple[str, str], str] = {}
    for name in sorted(names, key=lambda name: (len(name), name)):
        if " " in name:
            first, last = first_name(name), surname(name)
            for key in ((first, last), ("", last), (first, "")):
                forms[key] = name
    return forms


def _vague(text: str, names: Sequence[Name]) -> dict[str, str]:
    """Names that speak for others: cities, which take no article as "the Kremlin" does, and groups."""
    places = [name for name in names if name.kind == "place"]
    seats = {name.text for name in places if text[max(0, name.start - 4) : name.start].lower().endswith("the ")}
    cities = {name.text: "place" for name in places if name.text not in seats}
    return {name.text: "unnamed" for name in names if name.kind == "group" or _is_a_people(name)} | cities


def _is_a_people(name: Name) -> bool:
    return name.kind == "demonym" and name.text.endswith("s")


def _are_many(phrase: str) -> bool:
    """Whether a speaker's phrase means many who bear no name together ("Labour MPs", "speakers of both parties")."""
    noun = _BELONGING.split(phrase, maxsplit=1)[0].rpartition(" ")[2]
    return noun.lower() in lexicon().nameless_nouns | lexicon().unnamed_nouns


def _longest(names: Sequence[Name]) -> dict[tuple[str, str], str]:
    """The longest name for each kind and entity."""
    longest: dict[tuple[str, str], str] = {}
    for name in names:
        key = (name.kind, name.entity)
        longest[key] = max(longest.get(key, ""), name.text, key=len)
    return longest


def _post(parsed: Parsed, name: Person) -> str | None:
    words = parsed.between(name.start, name.end)
    return (_title_before(parsed, words[0].i) or _post_after(parsed, words[-1])) if words else None


def _title_before(parsed: Parsed, first: int) -> str | None:
    sentence = parsed.words[first].sentence
    last = first - 1
    if last >= 0 and parsed.words[last].text == ",":
        last -= 1
    low = last + 1
    while low - 1 >= 0 and parsed.words[low - 1].sentence == sentence and _in_title(parsed, low - 1, last):
        low -= 1
    while low < last and _before_title(parsed.words[low], parsed.words[last]):
        low += 1
    if low > last or not is_post(parsed.words[low : last + 1]):
        return None
    return parsed.text[parsed.words[low].start : parsed.words[last].end]


def _before_title(word: Word, post: Word) -> bool:
    """Whether a word stands before a post without being part of it; before "President" no small letter does."""
    return word.lower in _LINK | {"the"} or (post.text[:1].isupper() and not word.text[:1].isupper())


def _in_title(parsed: Parsed, i: int, last: int) -> bool:
    word = parsed.words[i]
    if parsed.text[word.end : parsed.words[i + 1].start] not in {"", " "}:
        return False
    if word.pos in _TITLE or word.text == "-":
        return True
    inner = i < last
    return inner and (word.lower in _LINK or (word.lower == "the" and i > 0 and parsed.words[i - 1].lower in _LINK))


def _post_after(parsed: Parsed, word: Word) -> str | None:
    """ "…, Manila's ambassador to the United States," and "… of the High Seas Alliance"."""
    sentence = parsed.sentences[word.sentence]
    at = word.i + 1
    if at + 1 >= sentence.stop:
        return None
    if parsed.words[at].lower == "of":
        return _up_to(parsed, at + 1, sentence.stop, {"VERB", "AUX", "PUNCT"})
    if parsed.words[at].text != ",":
        return None
    words = _until_comma(parsed, at + 1, sentence.stop)
    return _text(parsed, words) if words and is_post(words) else None


def _until_comma(parsed: Parsed, first: int, stop: int) -> tuple[Word, ...]:
    for i in range(first, min(first + 14, stop)):
        word = parsed.words[i]
        if word.text == ",":
            return parsed.words[first:i]
        if word.pos in {"VERB", "AUX"} or word.text in {".", ";"}:
            break
    return ()


def _up_to(parsed: Parsed, first: int, stop: int, ends: set[str]) -> str | None:
    at = first
    while at < min(stop, first + 10) and parsed.words[at].pos not in ends:
        at += 1
    return _text(parsed, parsed.words[first:at])


def _text(parsed: Parsed, words: Sequence[Word]) -> str | None:
    kept = list(words)
    while kept and kept[0].lower in {"the", "a", "an", "his", "her", "its", "their"}:
        kept.pop(0)
    return parsed.text[kept[0].start : kept[-1].end] if kept else None


def is_post(words: Sequence[Word]) -> bool:
    """Whether a run of words names a person's post."""
    nouns = lexicon().person_nouns
    return any(word.lower in nouns or word.lemma in nouns or word.lower.rpartition("-")[2] in nouns for word in words)
