"""Whom a noun phrase names by itself, whoever spoke before: people, bodies, who holds a post."""

from collections.abc import Sequence
from itertools import islice

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech import grammar
from treatywatch.reading.speech.cast import BODIES, MEMORY, Cast, Speaker
from treatywatch.reading.speech.lexicon import lexicon
from treatywatch.reading.speech.outlet import past_article, tidy
from treatywatch.reading.speech.people import Person

_REACH = 120
LEADING = frozenset({"president", "premier", "minister", "leader", "chancellor"})
"""Posts that one person of a state holds at a time."""
_LESSER = frozenset({"vice", "deputy", "former", "assistant"})


class Naming:
    """The people and bodies that the noun phrases of one page name."""

    def __init__(self, parsed: Parsed, cast: Cast) -> None:
        self.parsed = parsed
        self.cast = cast

    def covering(self, word: Word) -> Name | None:
        """The name found in the text that ``word`` is part of."""
        around = self.cast.names.within(word.start - _REACH, word.end + _REACH)
        return next((name for name in around if name.start <= word.start and word.end <= name.end), None)

    def person(self, word: Word, low: int, high: int) -> Speaker | None:
        """The people whom the phrase around ``word``, from ``low`` to ``high``, names as its head or beside it."""
        text = self.parsed.words
        inside = self.cast.people.within(text[low].start, text[grammar.with_name(self.parsed, high)].end)
        heads = [n for n in inside if self._heads(n, word)]
        if not heads:
            return None
        opening = self.parsed.words[self.parsed.sentences[word.sentence].start].start
        before = self.cast.people.within(opening, heads[0].start)
        heads = [*self._joined_to(heads[0], before if before and before[0].start == opening else inside), *heads]
        speakers = [self.cast.person(name.text) for name in heads]
        if len(speakers) == 1:
            return speakers[0]
        return Speaker(" and ".join(dict.fromkeys(s.name for s in speakers)), None, "person")

    def _heads(self, name: Person, word: Word) -> bool:
        """Whether the name is the phrase's head, stands in apposition to it, or is coordinated with it."""
        for inner in self.parsed.between(name.start, name.end):
            if inner.i == word.i:
                return True
            if inner.dep in {"appos", "conj"} and inner.head == word.i:
                return True
            if inner.i == word.i + 1 and word.lemma in lexicon().person_nouns:
                return True
        return False

    def _joined_to(self, head: Person, inside: Sequence[Person]) -> list[Person]:
        """Those named before ``head`` with no more than "and" or a comma between."""
        joined: list[Person] = []
        for name in reversed([name for name in inside if name.end <= head.start]):
            between = self.parsed.text[name.end : (joined[0] if joined else head).start]
            if between.strip() not in {"and", ",", ", and"}:
                break
            joined.insert(0, name)
        return joined

    def body(self, word: Word, low: int) -> Speaker | None:
        """The body, under its full name, or the holder of a post, that the phrase from ``low`` to ``word`` names."""
        name = self.covering(word)
        if name is None or name.kind not in BODIES:
            return None
        first = past_article(self.parsed, low, word.i)
        while first < word.i and self.parsed.words[first].lower in lexicon().date_words:
            first += 1  # "on Tuesday Skopje declared"
        start = min(name.start, self.parsed.words[first].start)
        text = self.parsed.text[start : max(name.end, self.parsed.words[self._past_of(word)].end)]
        if name.kind in {"state", "organisation"} and text == name.text:
            return Speaker(self.cast.state(name), None, "body")
        if word.lemma in lexicon().person_nouns and name.kind == "office":
            named = self.next_person(word)
            if named is not None:
                return Speaker(named, tidy(text), "person")
            return self.holder(word, past_article(self.parsed, low, word.i)) or Speaker(tidy(text), None, "body")
        return Speaker(tidy(text), None, "body")

    def _past_of(self, word: Word) -> int:
        """Index of the last word of "Department of Foreign Affairs": the noun with its "of" phrase."""
        for i in word.children:
            if self.parsed.words[i].lower == "of" and i == word.i + 1:
                inner = [j for j in self.parsed.words[i].children if self.parsed.words[j].dep == "pobj"]
                return grammar.phrase(self.parsed, inner[0])[1] if inner else word.i
        return word.i

    def noun_text(self, noun: Word) -> str:
        """The phrase around ``noun`` as written, without its article."""
        low, high = grammar.phrase(self.parsed, noun.i)
        first = past_article(self.parsed, low, noun.i)
        return tidy(self.parsed.text[self.parsed.words[first].start : self.parsed.words[high].end])

    def unknown(self, word: Word, low: int) -> Speaker | None:
        """Who has a name that no list knows, from ``low`` to ``word``: a body when its words or capitals say so."""
        parts = self.parsed.words[low : word.i + 1]
        text_itself = word.lemma in lexicon().topic_words - lexicon().body_nouns
        if text_itself or parts[0].lemma == "article":
            return None
        while len(parts) > 1 and parts[0].lower in lexicon().date_words:
            parts = parts[1:]
        text = tidy(self.parsed.text[parts[0].start : self.parsed.words[self._past_of(word)].end])
        known = any(part.lower in lexicon().body_nouns for part in parts)
        return Speaker(text, None, "body" if known or word.text.isupper() else "person")

    def next_person(self, word: Word) -> str | None:
        """Who opens the next sentence without a title: "…, said the minister. Anna Berg added …"."""
        if word.sentence + 1 >= len(self.parsed.sentences):
            return None
        start, end = self.parsed.sentence_span(word.sentence + 1)
        opening = self.cast.people.within(start, end)[:1]
        if not opening or opening[0].start != start or " " not in opening[0].text:
            return None
        again = any(name.text == opening[0].text for name in islice(self.cast.people.before(start), MEMORY))
        return None if again or self.cast.person(opening[0].text).office else opening[0].text

    def holder(self, word: Word, low: int) -> Speaker | None:
        """The person nearest before whose post is the one named; "the president" is no vice president."""
        asked = [w.lower for w in self.parsed.words[low : word.i] if w.pos in {"NOUN", "PROPN"}] + [word.lemma]
        for name in islice(self.cast.people.before(word.start), MEMORY):
            known = self.cast.person(name.text)
            post = (known.office or "").lower().split()
            if all(part in post for part in asked) and set(post) & _LESSER <= set(asked):
                return known
        return self.leader(word, low) if word.lemma in LEADING and not set(asked) & _LESSER else None

    def leader(self, word: Word, low: int) -> Speaker | None:
        """ "The Russian president": the one person of that state whom the page has named."""
        start = self.parsed.words[low].start
        codes = {code for name in self.cast.names.within(start, word.end) for code in name.codes}
        before = islice(self.cast.names.before(start), MEMORY)
        named = {name.text for name in before if name.kind == "person" and codes and codes == set(name.codes)}
        people = {known.name: known for known in map(self.cast.person, named)}
        return next(iter(people.values())) if len(people) == 1 else None

    def speaks_for_post(self, word: Word, first: int, definite: bool) -> bool:
        """Whether a post tells who speaks, though nobody's name does: a spokesman's, or "the UN chief"."""
        if first == word.i or word.lemma.startswith("spokes"):
            return first < word.i
        one = definite and word.tag == "NN" and word.lemma not in lexicon().unnamed_nouns
        name = self.covering(self.parsed.words[first]) if one else None
        return name is not None and name.kind in {"organisation", "organ"}
