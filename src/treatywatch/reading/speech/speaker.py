"""From the words that stand before "said" to a speaker: names, posts, pronouns, "the ministry", "a statement"."""

from itertools import islice

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech import grammar
from treatywatch.reading.speech.cast import BODIES, MEMORY, Cast, Speaker
from treatywatch.reading.speech.lexicon import lexicon, phrases
from treatywatch.reading.speech.naming import LEADING, Naming
from treatywatch.reading.speech.outlet import is_outlet_noun, outlet_named, past_article, tidy
from treatywatch.reading.speech.people import Person

_HE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_ANY = frozenset({"a", "an", "one", "another", "any", "some"})
_IT = frozenset({"it", "they", "them", "its", "their"})


class Turns:
    """Resolves speakers in text order and remembers who spoke last."""

    def __init__(self, parsed: Parsed, cast: Cast) -> None:
        self.parsed = parsed
        self.cast = cast
        self._named = Naming(parsed, cast)
        self._last: dict[str, Speaker] = {}
        self._at: dict[str, int] = {}

    def speaker(self, who: int, barred: int | None, *, needs_mind: bool = False) -> Speaker | None:
        """The speaker whom the noun phrase around word ``who`` names, or None when nobody speaks there."""
        found = self._resolve(who, barred, depth=0, needs_mind=needs_mind)
        return found if found and found.name else None

    def remember(self, speaker: Speaker, verb: int) -> None:
        """Note that ``speaker`` spoke at word ``verb`` in the page's own voice."""
        self._last[speaker.kind] = self._last["any"] = speaker
        self._at[speaker.kind] = verb

    def _resolve(self, who: int, barred: int | None, depth: int, *, needs_mind: bool = False) -> Speaker | None:
        word = self.parsed.words[who]
        if word.pos == "PRON" or word.tag in {"PRP", "PRP$"}:
            return self._pronoun(word)
        low, high = grammar.phrase(self.parsed, who, barred)
        told = word.lemma in lexicon().document_nouns or word.lemma in phrases("document")
        if told and not self._named.covering(word):
            return self._document(word, low, depth, owned=needs_mind)
        return (
            self._named.person(word, low, high)
            or self._outlet(word, low, high)
            or self._named.body(word, low)
            or self._common(word, low, high, needs_mind=needs_mind)
        )

    def _pronoun(self, word: Word) -> Speaker | None:
        if word.lower in _HE:
            return self._he(word)
        return self._it(word) if word.lower in _IT else None

    def _it(self, word: Word) -> Speaker | None:
        """The body or outlet that spoke last, or a body that has been a sentence's subject since."""
        spoke = max((k for k in ("body", "outlet") if k in self._at), key=self._at.__getitem__, default=None)
        since = self._at[spoke] + 1 if spoke else 0
        return self._subject_body(since, word) or (self._last[spoke] if spoke else None)

    def _he(self, word: Word) -> Speaker | None:
        here = self.parsed.sentences[word.sentence]
        start = self.parsed.words[here.start].start
        here_named = self.cast.people.within(start, word.start)
        inside = [name for name in here_named if self._is_subject(name)]
        if inside:
            return self.cast.person(inside[-1].text)
        spoke = self._last.get("person")
        nearest = next(self.cast.people.before(start), None)
        if spoke is not None and (nearest is None or self._spoke_lately(spoke, word)):
            return spoke
        recent = islice(self.cast.people.before(start), MEMORY)
        named = next((name for name in recent if self._is_subject(name)), nearest)
        return self.cast.person(named.text) if named else spoke

    def _spoke_lately(self, spoke: Speaker, word: Word) -> bool:
        """Whether no other person has been a sentence's subject since the one who spoke last."""
        said = self.parsed.words[self._at["person"]].start
        since = (name for name in reversed(self.cast.people.within(said + 1, word.start)) if self._is_subject(name))
        last = next(since, None)
        return last is None or self.cast.person(last.text).name == spoke.name

    def _is_subject(self, name: Person) -> bool:
        words = self.parsed.between(name.start, name.end)
        return any(word.dep in {"nsubj", "nsubjpass"} for word in words) or any(
            word.dep == "appos" and self.parsed.words[word.head].dep in {"nsubj", "nsubjpass"} for word in words
        )

    def _subject_body(self, since: int, word: Word) -> Speaker | None:
        """The body that is the subject of the nearest sentence before ``word``, not before the word ``since``."""
        for number in reversed(range(self.parsed.words[since].sentence if since else 0, word.sentence)):
            for i in self.parsed.sentences[number]:
                noun = self.parsed.words[i]
                top = self.parsed.words[noun.head]
                if i >= since and noun.dep in {"nsubj", "nsubjpass"} and top.dep == "ROOT":
                    found = self._as_body(noun)
                    if found is not None:
                        return found
        return None

    def _as_body(self, noun: Word) -> Speaker | None:
        name = self._named.covering(noun)
        if name is not None:
            return self._named.body(noun, grammar.phrase(self.parsed, noun.i)[0]) if name.kind in BODIES else None
        if noun.lemma in lexicon().body_nouns:
            return self._body(noun, self._named.noun_text(noun), short=False)
        return None

    def _outlet(self, word: Word, low: int, high: int) -> Speaker | None:
        named = outlet_named(self.parsed, word, low, high)
        if named is not None:
            return Speaker(named, None, "outlet")
        return self._last.get("outlet") if is_outlet_noun(word) else None

    def _common(self, word: Word, low: int, high: int, *, needs_mind: bool) -> Speaker | None:
        words, noun = lexicon(), word.lemma
        first = past_article(self.parsed, low, word.i)
        definite = self.parsed.words[low].lower in {"the", "this", "that"} or low == word.i
        text = tidy(self.parsed.text[self.parsed.words[first].start : self.parsed.words[max(high, word.i)].end])
        if word.pos == "PROPN":
            post = definite and noun in words.person_nouns
            return (self._named.holder(word, first) if post else None) or self._named.unknown(word, first)
        if noun in words.body_nouns:
            return self._body(word, text, short=definite and first == word.i)
        if noun in words.person_nouns and definite and first == word.i and word.tag == "NN":
            return self._named.holder(word, first) or self._last.get("person")
        if noun in words.unnamed_nouns and self.parsed.words[low].lower in _IT:
            return self._pronoun(self.parsed.words[low])
        if noun in words.person_nouns and word.tag == "NN" and self.parsed.words[low].lower not in _ANY:
            holder = self._named.leader(word, first) if noun in LEADING else None
            if holder is not None:
                return holder
            named = self._named.next_person(word)
            if named is not None:
                return Speaker(named, text, "person")
        known = noun in words.person_nouns or noun in words.unnamed_nouns
        if known or (not needs_mind and word.pos == "NOUN" and noun not in words.topic_words):
            return Speaker(text, None, "body" if self._named.speaks_for_post(word, first, definite) else "unnamed")
        return None

    def _body(self, word: Word, text: str, *, short: bool) -> Speaker:
        if short:
            spoke = self._last.get("body")
            if spoke is not None and word.lemma in spoke.name.lower():
                return spoke
            known = self.cast.body_called(word.lemma, word.start)
            if known is not None:
                return Speaker(known, None, "body")
            if spoke is not None and word.lemma in {"agency", "body", "group", "organisation", "organization"}:
                return spoke
        return Speaker(text, None, "body")

    def _document(self, noun: Word, low: int, depth: int, *, owned: bool) -> Speaker | None:
        """Whose statement it is; unless ``owned``, a decree by which nobody's name stands speaks for itself."""
        owner = self._owner(noun) if depth < 2 else None
        if owner is not None:
            found = self._resolve(owner, None, depth + 1)
            if found is not None:
                return found
        first = past_article(self.parsed, low, noun.i)
        before = self.parsed.words[first : noun.i]
        if before and any(w.pos == "PROPN" or w.lemma in lexicon().body_nouns for w in before):
            return self._maker(before)
        if owned:
            return None
        if not before and self.parsed.words[low].lower in {"the", "this"}:
            return self._last.get("any")
        text = tidy(self.parsed.text[self.parsed.words[first].start : noun.end])
        paper = before and noun.lemma in lexicon().document_nouns
        return Speaker(text, None, "body") if paper else None

    def _maker(self, before: tuple[Word, ...]) -> Speaker:
        """ "A State Department statement": the words before the noun name who made it."""
        text = tidy(self.parsed.text[before[0].start : before[-1].end])
        people = self.cast.people.within(before[0].start, before[-1].end)
        return self.cast.person(people[-1].text) if people else Speaker(text, None, "body")

    def _owner(self, noun: Word) -> int | None:
        for i in noun.children:
            child = self.parsed.words[i]
            if child.dep == "poss":
                return i
            if child.dep in {"relcl", "acl"} and child.i > noun.i:
                who = grammar.subject(self.parsed, child)
                if who is not None and who != noun.i and who > noun.i:
                    return who
            if child.dep in {"prep", "agent"} and child.lower in {"by", "from", "of", "in"}:
                return next((j for j in child.children if self.parsed.words[j].dep == "pobj"), None)
        return None
