"""The people and bodies of a page: fullest names, posts, and who is meant by "he" or "the ministry"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech.lexicon import lexicon
from treatywatch.reading.speech.people import Person, first_name, people, surname

BODIES = frozenset({"state", "organisation", "organ", "place", "group", "demonym", "office"})
_TITLE = frozenset({"NOUN", "PROPN", "ADJ"})
_LINK = frozenset({"of", "for"})


class Speaker(NamedTuple):
    """Who speaks: fullest name, post as the text gives it, and kind (``person``, ``body``, ``outlet``, ``unnamed``)."""

    name: str
    office: str | None
    kind: str


class Cast:
    """The names of one page in order, with what the page tells of each."""

    def __init__(self, parsed: Parsed, names: Sequence[Name]) -> None:
        self.parsed = parsed
        self.names = tuple(sorted(names, key=lambda name: (name.start, -name.end)))
        self.people = people(parsed, self.names)
        self._full = {name: self._fullest(name) for name in {person.text for person in self.people}}
        self._posts = self._collect_posts()

    def within(self, start: int, end: int) -> tuple[Name, ...]:
        """The names that lie in the characters ``[start, end)``."""
        return tuple(name for name in self.names if start <= name.start and name.end <= end)

    def people_within(self, start: int, end: int) -> tuple[Person, ...]:
        """The people named in the characters ``[start, end)``."""
        return tuple(person for person in self.people if start <= person.start and person.end <= end)

    def person(self, text: str) -> Speaker:
        """The person called ``text``, under the fullest name that the page uses."""
        full = self._full.get(text, text)
        return Speaker(full, self._posts.get(full), "person")

    def people_before(self, offset: int) -> tuple[Person, ...]:
        """The people named before ``offset``, nearest last."""
        return tuple(name for name in self.people if name.end <= offset)

    def state(self, name: Name) -> str:
        """The longest name that the page uses for the state or organisation of ``name``."""
        same = (other.text for other in self.names if other.kind == name.kind and other.entity == name.entity)
        return max((name.text, *same), key=len)

    def body_called(self, noun: str, offset: int) -> str | None:
        """The fullest name, nearest before ``offset``, of a body whose name ends in ``noun`` ("the ministry")."""
        pattern = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
        fits = [n for n in self.names if n.kind in BODIES and pattern.search(n.text) and len(n.text) > len(noun)]
        before = [name for name in fits if name.end <= offset]
        return before[-1].text if before else None

    def _fullest(self, text: str) -> str:
        """The longest name in the page that ends in the same surname and does not differ in the first name."""
        if " " not in text:
            fits = [p.text for p in self.people if text == surname(p.text)]
            fits = (
                fits if any(" " in fit for fit in fits) else [p.text for p in self.people if text == first_name(p.text)]
            )
        else:
            first, last = first_name(text), surname(text)
            fits = [p.text for p in self.people if surname(p.text) == last and first_name(p.text) == first]
        return max([text, *fits], key=len)

    def _collect_posts(self) -> dict[str, str]:
        posts: dict[str, str] = {}
        for name in self.people:
            full = self._full[name.text]
            post = _post(self.parsed, name)
            if post and full not in posts:
                posts[full] = post
        return posts


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
