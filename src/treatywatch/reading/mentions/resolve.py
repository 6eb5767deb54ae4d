"""Tells which mentions on a page speak of one agreement."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.mentions.mention import Mention
from treatywatch.reading.mentions.nouns import nouns

# Instruments that are never another name for their parent.
_OWN_KIND = frozenset({"protocol", "declaration", "memorandum", "convention", "charter", "statute"})

_OFTEN_TREATIES = frozenset({"convention", "charter"})  # what papers call treaties as well ("the Hague treaty")
_CALLED_TREATIES = frozenset({"convention", "charter", "statute"})
_OPENING = 4  # sentences in which a page says what it is about
_OFTEN = 8  # sentences for each mention of what a page is about
_BESIDE = 0.3  # what it weighs that an agreement was told of just before
_MANY = 5  # agreements on a page that tells of one after the other
_NEARLY = 2  # years between an agreement's adoption, its signing and its first coming into force


@dataclass(slots=True)
class Cluster:
    """The mentions of one agreement, while a page is being read."""

    number: int
    mentions: list[Mention] = field(default_factory=list)
    content: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    known: str | None = None
    plural: bool = False
    fresh: bool = False

    def add(self, mention: Mention) -> None:
        """Takes a mention in and learns from it."""
        self.mentions.append(mention)
        self.content |= mention.content
        self.parties |= set(mention.parties)
        self.forms.add(mention.form)
        if mention.year:
            self.years.add(mention.year)
        if mention.made:
            self.made.add(mention.made)
        self.known = self.known or mention.known

    @property
    def old(self) -> bool:
        """Whether it is known to be older than what a page of this day calls new."""
        return any(m.old for m in self.mentions)

    @property
    def proper(self) -> bool:
        """Whether any mention is a name."""
        return any(m.proper for m in self.mentions)


class Coreference:
    """Which cluster each word that names or stands for an agreement belongs to."""

    def __init__(self, page: Parsed, clusters: Sequence[Cluster]) -> None:
        self.clusters = tuple(clusters)
        self._page = page
        self._of_word = {
            word.i: cluster.number
            for cluster in clusters
            for mention in cluster.mentions
            for word in page.between(mention.span.start, mention.span.end)
        }
        self._heads = sorted((m.head, c.number) for c in clusters for m in c.mentions)

    def named(self, i: int) -> int | None:
        """The cluster whose mention covers the word ``i``."""
        return self._of_word.get(i)

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
            return None
        subject = self._last_subject(heads, sentence)
        if subject is not None:
            return subject
        main = self.main()
        if any(c == main for _, c in heads):
            return main
        return heads[-1][1]

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
    if verb is None:
        return False
    first = page.sentences[page.words[verb].sentence][0]
    beside = [c for c in clusters if any(first <= m.head < verb for m in c.mentions)]
    return cluster in (beside or [max(clusters, key=lambda c: (len(c.mentions), -c.number))])


def _home(mention: Mention, clusters: list[Cluster], page: Parsed) -> Cluster | None:
    """The cluster a mention belongs to, or None when it opens a new one."""
    best, score = None, 0.0
    main = max(clusters, key=lambda c: (len(c.mentions), -c.number), default=None)
    named = [c for c in clusters if any(mention.beside == m.head or m.beside == mention.head for m in c.mentions)]
    beside = named[0] if named else _apposed(mention, clusters, page)
    if beside is not None:
        return beside
    if clusters and _is_brought_in(mention, page):
        return None
    noun = page.words[mention.head].lemma
    for distance, cluster in enumerate(reversed(clusters)):
        same_noun = any(page.words[m.head].lemma == noun for m in cluster.mentions)
        near = _BESIDE * (len(clusters) >= _MANY and _told_just_before(mention, cluster, page))
        fit = _fit(mention, cluster) + 0.3 * same_noun + 0.25 * (cluster is main) - 0.05 * min(distance, 5) + near
        if _fit(mention, cluster) <= 0:
            continue
        if fit > score:
            best, score = cluster, fit
    return best


def _told_just_before(mention: Mention, cluster: Cluster, page: Parsed) -> bool:
    """ "They signed a convention on tolls. The convention …": in the sentence before, or earlier in this one."""
    at = page.words[mention.head].sentence
    return mention.definite and not mention.content and at - page.words[cluster.mentions[-1].head].sentence <= 1


def _apposed(mention: Mention, clusters: list[Cluster], page: Parsed) -> Cluster | None:
    """ "the new deal, the USMCA": a name set beside a name is another name of the same agreement."""
    word = page.words[mention.head]
    named = word.head if word.dep == "appos" else _subject_of(page, word)
    named = _named_of(page, mention.head) if named is None else named
    if named is None:
        return None
    for cluster in clusters:
        if any(m.head == named and (m.plural == mention.plural or mention.proper) for m in cluster.mentions):
            return None if mention.known and cluster.known and mention.known != cluster.known else cluster
    return None


def _named_of(page: Parsed, i: int) -> int | None:
    """ "the agreements, known as the Abraham Accords": the noun that is given the name."""
    for above in page.ancestors(i):
        if above.lemma in {"know", "call", "dub", "name", "title"} and above.tag == "VBN":
            return above.head if above.dep in {"acl", "relcl", "advcl"} else None
        if above.pos in {"VERB", "AUX"}:
            return None
    return None


def _subject_of(page: Parsed, word: Word) -> int | None:
    """ "The accord is the third agreement that …": what the subject is said to be is the subject."""
    verb = page.words[word.head]
    if word.dep != "attr" or verb.lemma != "be" or any(page.words[c].dep == "neg" for c in verb.children):
        return None
    return next((c for c in verb.children if page.words[c].dep == "nsubj"), None)


def _is_brought_in(mention: Mention, page: Parsed) -> bool:
    """ "A pact that both signed in 2022 was never ratified": an indefinite phrase that says which it is."""
    noun = page.words[mention.head]
    opens = any(page.words[c].lower in {"a", "an"} for c in noun.children)
    says = any(page.words[c].dep in {"relcl", "acl"} and page.words[c].tag in {"VBD", "VBN"} for c in noun.children)
    said_to_be = noun.dep in {"attr", "appos", "oprd"}
    return opens and says and mention.made is not None and not (said_to_be or mention.known)


def _fit(mention: Mention, cluster: Cluster) -> float:
    """How well a mention fits a cluster: 0 or less when it cannot belong."""
    if mention.known and cluster.known:
        return 10.0 if mention.known == cluster.known else -1.0
    if _clash(mention, cluster) or _of_another_age(mention, cluster):
        return -1.0
    if mention.fresh and not cluster.fresh:
        return 1.5 if mention.definite and not cluster.old else -1.0
    if cluster.fresh and mention.known:
        return -1.0 if mention.old or cluster.known else 0.9
    if mention.plural and not (mention.definite or mention.proper or cluster.plural or mention.known):
        return -1.0  # "trade pacts with others" are none of the one spoken of
    shared = mention.content & cluster.content
    if mention.content and cluster.content and _enough(shared, mention.content, cluster.content):
        return 3.0 + len(shared)
    if mention.proper and mention.content and cluster.proper and cluster.content:
        return -1.0
    return _loose_fit(mention, cluster)


def _of_another_age(mention: Mention, cluster: Cluster) -> bool:
    """ "an earlier deal", beside the page's own; "the existing pact", beside a new one that is being made."""
    if mention.age == "prior":
        return not (cluster.old or any(m.age == "prior" for m in cluster.mentions))
    return mention.age == "aged" and cluster.fresh


def _enough(shared: frozenset[str] | set[str], one: frozenset[str], other: set[str]) -> bool:
    """Whether two names share what tells them from others; words for the subject alone must all be shared."""
    if not shared - nouns().soft:
        return one <= other or other <= one
    return len(shared) >= 0.5 * min(len(one), len(other))


def _loose_fit(mention: Mention, cluster: Cluster) -> float:
    """A description without a word in common: it must agree in parties or point back."""
    pointing = mention.weight == "anaphor" and mention.definite  # "the negotiated text"
    telling = frozenset[str]() if pointing else mention.content - nouns().soft
    if mention.plural != cluster.plural or (telling and cluster.content - nouns().soft):
        return -1.0
    if mention.year and not cluster.years and mention.content:
        return -1.0
    parties = set(mention.parties)
    if parties and (parties <= cluster.parties or not cluster.parties):
        return 2.0
    if mention.definite and not telling:
        return 1.0
    if mention.definite or not (telling or mention.proper):
        return 0.4
    return -1.0


def _clash(mention: Mention, cluster: Cluster) -> bool:
    if mention.year and cluster.years and mention.year not in cluster.years:
        return True
    if mention.made and cluster.made and min(abs(int(mention.made) - int(year)) for year in cluster.made) > _NEARLY:
        return True  # what was signed in 1994 was not made in 2024
    if mention.parties and cluster.parties and not mention.known:
        smaller = min(len(mention.parties), len(cluster.parties))
        if len(set(mention.parties) & cluster.parties) < smaller:
            return True
    if mention.weight == "anaphor":
        return False
    own, others = {mention.form} & _OWN_KIND, cluster.forms & _OWN_KIND
    shared = (mention.content & cluster.content) - nouns().soft
    if own and not own & cluster.forms and not (own <= _OFTEN_TREATIES and shared):
        named = cluster.known is not None and mention.form in cluster.known.lower()
        return not (named and mention.definite and not mention.content)
    bare = mention.definite and not (mention.content or mention.proper or mention.fresh)
    if others and others <= _CALLED_TREATIES and bare:
        return False  # "the treaty", said of a convention
    if others and not own and not cluster.forms - _OWN_KIND:
        return mention.form != "agreement" or bool(mention.content) or mention.proper
    return False
