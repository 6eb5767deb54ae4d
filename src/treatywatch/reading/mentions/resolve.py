"""Tells which mentions on a page speak of one agreement."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Span
from treatywatch.reading.mentions.cluster import Cluster
from treatywatch.reading.mentions.fit import fit_of, is_called_so
from treatywatch.reading.mentions.mention import Mention
from treatywatch.reading.mentions.nouns import nouns

_OPENING = 4  # sentences in which a page says what it is about
_OFTEN = 8  # sentences for each mention of what a page is about
_BESIDE = 0.3  # what it weighs that an agreement was told of just before
_POINTED = 1.0  # the same behind "this"
_MANY = 5  # agreements on a page that tells of one after the other
_TAKING_UP = frozenset({"it", "its"})
_FURTHER = 6  # sentences in which pronouns may speak of an agreement that none of them names


class Coreference:
    """Which cluster each word that names or stands for an agreement belongs to."""

    def __init__(self, page: Parsed, clusters: Sequence[Cluster]) -> None:
        self.clusters = tuple(clusters)
        self._page = page
        self._of_word: dict[int, list[tuple[int, Span]]] = {}
        for cluster in clusters:
            for mention in cluster.mentions:
                for word in page.between(mention.span.start, mention.span.end):
                    self._of_word.setdefault(word.i, []).append((cluster.number, mention.span))
        self._heads = sorted((m.head, c.number) for c in clusters for m in c.mentions)
        self.heads = frozenset(head for head, _ in self._heads)

    def named(self, i: int) -> int | None:
        """The cluster whose mention covers the word ``i``; of several the last."""
        covering = self._of_word.get(i)
        return covering[-1][0] if covering else None

    def every_named(self, i: int) -> tuple[int, ...]:
        """The cluster whose mention covers the word ``i``, and those that the same words name, as a plural does."""
        covering = self._of_word.get(i, [])
        return tuple(dict.fromkeys(number for number, span in covering if span == covering[-1][1]))

    def heads_between(self, first: int, last: int) -> list[tuple[int, int]]:
        """``(head word, cluster)`` of the mentions with ``first <= head <= last``."""
        return [(head, number) for head, number in self._heads if first <= head <= last]

    def before(self, i: int, *, reach: int = 3) -> int | None:
        """The cluster last spoken of before the word ``i``, at most ``reach`` sentences back.

        The agreement that the page is about goes before one that is only mentioned on the way.
        """
        sentence = self._page.words[i].sentence
        first = self._page.sentences[max(0, sentence - reach + 1)][0]
        heads = [(h, c) for h, c in self._heads if first <= h < i]
        if not heads:
            return self._topic_further_back(i)
        subject = self._last_subject(heads, sentence)
        if subject is not None:
            return subject
        main = self.main()
        if any(c == main for _, c in heads):
            return main
        return heads[-1][1]

    def _topic_further_back(self, i: int) -> int | None:
        """ "Chile signed it. … Peru acceded to it": what the page is about, while pronouns alone speak of it."""
        main, page = self.main(), self._page
        sentence = page.words[i].sentence
        spoken = [(page.words[h].sentence, c) for h, c in self._heads if h < i]
        if not spoken or {c for _, c in spoken[-2:]} != {main} or sentence - spoken[-1][0] > _FURTHER:
            return None
        between = range(spoken[-1][0] + 1, sentence)
        unbroken = all(any(page.words[w].lower in _TAKING_UP for w in page.sentences[n]) for n in between)
        return main if unbroken else None

    def _last_subject(self, heads: Sequence[tuple[int, int]], sentence: int) -> int | None:
        """ "A protocol to the treaty was signed, and Peru ratified it": the subject told last in the sentence."""
        words = self._page.words
        told = [c for h, c in heads if words[h].sentence == sentence and words[h].dep in {"nsubj", "nsubjpass"}]
        return told[-1] if told else None

    def is_topic(self, number: int) -> bool:
        """Whether the page is about the agreement: it opens with it, or comes back to it all the time."""
        mentions = self.clusters[number].mentions
        first = min(self._page.words[m.head].sentence for m in mentions)
        return first < _OPENING or len(mentions) * _OFTEN >= len(self._page.sentences)

    def paired(self, i: int, *, latter: bool) -> int | None:
        """The agreement that "the former" or "the latter" at the word ``i`` means: of the two last named before it."""
        numbers = list(dict.fromkeys(c for h, c in reversed(self._heads) if h < i))[:2]
        return (numbers[0] if latter else numbers[1]) if len(numbers) > 1 else None

    def main(self, but: Collection[int | None] = ()) -> int | None:
        """The agreement the page is about: the most spoken of, the first of those; ``but`` are left out."""
        others = [c for c in self.clusters if c.number not in but]
        return max(others, key=lambda c: (len(c.mentions), -c.number)).number if others else None


def resolve(page: Parsed, mentions: Sequence[Mention], apart: Mapping[int, int] = MappingProxyType({})) -> Coreference:
    """Sorts the mentions of a page into clusters, one for each agreement spoken of.

    ``apart`` gives, for the head of a mention that names what is replaced, the head of the verb that says so: it is
    another agreement than the one that the verb speaks of.
    """
    clusters: list[Cluster] = []
    for mention in mentions:
        if mention.weight == "anaphor" and not clusters:
            continue
        others = [c for c in clusters if not _set_apart(mention, c, clusters, page, apart)]
        others = [c for c in others if not _of_another_month(mention, c, page)]
        cluster = _home(mention, others, page)
        if cluster is None:
            if mention.weight == "anaphor":
                continue
            cluster = Cluster(len(clusters), plural=mention.plural, fresh=mention.fresh)
            clusters.append(cluster)
        cluster.add(mention)
    return Coreference(page, clusters)


def _set_apart(
    mention: Mention, cluster: Cluster, clusters: list[Cluster], page: Parsed, apart: Mapping[int, int]
) -> bool:
    """ "the new pact would replace the 1994 agreement": never the same; a pronoun there stands for the main one."""
    verb = apart.get(mention.head)
    if verb is None or is_called_so(mention, cluster):
        return False
    first = page.sentences[page.words[verb].sentence][0]
    beside = [c for c in clusters if any(first <= m.head < verb for m in c.mentions)]
    return cluster in (beside or [max(clusters, key=lambda c: (len(c.mentions), -c.number))])


def _of_another_month(mention: Mention, cluster: Cluster, page: Parsed) -> bool:
    """ "The deal of July" is none that no sentence of the page sets in July."""
    spoken = (page.sentences[page.words[m.head].sentence] for m in cluster.mentions)
    return bool(mention.month) and not any(page.words[i].text == mention.month for s in spoken for i in s)


def _home(mention: Mention, clusters: list[Cluster], page: Parsed) -> Cluster | None:
    """The cluster a mention belongs to, or None when it opens a new one."""
    best, score = None, 0.0
    main = max(clusters, key=lambda c: (len(c.mentions), -c.number), default=None)
    named = [c for c in clusters if any(mention.beside == m.head or m.beside == mention.head for m in c.mentions)]
    beside = named[0] if named else _subtitled(mention, clusters, page) or _apposed(mention, clusters, page)
    if beside is not None:
        return beside
    if clusters and _is_brought_in(mention, page):
        return None
    clusters = [c for c in clusters if not _is_set_beside(mention, c, page)]
    noun = page.words[mention.head].lemma
    for distance, cluster in enumerate(sorted(clusters, key=lambda c: -c.mentions[-1].head)):
        told = fit_of(mention, cluster)
        if told <= 0:
            continue
        same_noun = any(page.words[m.head].lemma == noun for m in cluster.mentions)
        fit = told + 0.3 * same_noun + 0.25 * (cluster is main) - 0.05 * min(distance, 5)
        fit += _nearness(mention, cluster, page, among=len(clusters))
        if fit > score:
            best, score = cluster, fit
    return best


def _subtitled(mention: Mention, clusters: list[Cluster], page: Parsed) -> Cluster | None:
    """ "The Suva Accords: Treaty of Peace between Fiji and Peru": behind the colon a title goes on."""
    for cluster in clusters if mention.proper and not mention.definite else ():
        last = cluster.mentions[-1]
        if last.proper and not last.plural and page.text[last.span.end : mention.span.start].strip() == ":":
            return None if mention.known and cluster.known and mention.known != cluster.known else cluster
    return None


def _is_this(mention: Mention, page: Parsed) -> bool:
    """ "This treaty" is the one told last, be the page about another."""
    return any(page.words[c].lower == "this" for c in page.words[mention.head].children)


def _is_subject(mention: Mention, page: Parsed) -> bool:
    """ "The Treaty of Suva set limits. The Senate approved the treaty": what a sentence is about is taken up first."""
    word = page.words[mention.head]
    return word.dep in {"nsubj", "nsubjpass"} and page.words[word.head].dep == "ROOT"


def _nearness(mention: Mention, cluster: Cluster, page: Parsed, *, among: int) -> float:
    """ "They signed a convention on tolls. The convention …": in the sentence before, or earlier in this one."""
    pointed = _is_this(mention, page)
    at = page.words[mention.head].sentence
    if not mention.definite or (mention.content and not pointed):
        return 0.0
    if at - page.words[cluster.mentions[-1].head].sentence > 1:
        return 0.0
    heard = pointed or among >= _MANY or _is_subject(cluster.mentions[-1], page)
    return (_POINTED if pointed else _BESIDE) * heard


def _apposed(mention: Mention, clusters: list[Cluster], page: Parsed) -> Cluster | None:
    """ "the new deal, the USMCA": a name set beside a name is another name of the same agreement."""
    word = page.words[mention.head]
    named = word.head if word.dep == "appos" else _subject_of(page, word)
    named = _named_of(page, mention.head) if named is None else named
    if named is None:
        return None
    for cluster in clusters:
        if any(m.head == named and (mention.plural or not m.plural) for m in cluster.mentions):
            return None if mention.known and cluster.known and mention.known != cluster.known else cluster
    return None


def _named_of(page: Parsed, i: int) -> int | None:
    """ "the agreements, known as the Abraham Accords": the noun that is given the name."""
    for above in page.ancestors(i):
        if above.lemma in {"know", "call", "dub", "name", "title", "refer"} and above.tag == "VBN":
            named = [c for c in above.children if page.words[c].dep == "nsubjpass"]
            return above.head if above.dep in {"acl", "relcl", "advcl"} else next(iter(named), None)
        if above.pos in {"VERB", "AUX"}:
            return None
    return None


def _subject_of(page: Parsed, word: Word) -> int | None:
    """ "The accord is the third agreement that …": what the subject is said to be is the subject."""
    verb = page.words[word.head]
    if word.dep != "attr" or verb.lemma != "be" or any(page.words[c].dep == "neg" for c in verb.children):
        return None
    return next((c for c in verb.children if page.words[c].dep == "nsubj"), None)


def _is_set_beside(mention: Mention, cluster: Cluster, page: Parsed) -> bool:
    """ "Unlike the Suva Accord, this text is binding": what another is compared with is not the same."""
    last = page.words[cluster.mentions[-1].head]
    above = page.words[last.head]
    here = last.sentence == page.words[mention.head].sentence and not is_called_so(mention, cluster)
    return here and last.dep == "pobj" and above.lower in nouns().setting_beside


def _is_brought_in(mention: Mention, page: Parsed) -> bool:
    """ "A pact that both signed in 2022 was never ratified": an indefinite phrase that says which it is."""
    noun = page.words[mention.head]
    says = any(page.words[c].dep in {"relcl", "acl"} and page.words[c].tag in {"VBD", "VBN"} for c in noun.children)
    said_to_be = noun.dep in {"attr", "appos", "oprd"}
    return mention.indefinite and says and mention.made is not None and not (said_to_be or mention.known)
