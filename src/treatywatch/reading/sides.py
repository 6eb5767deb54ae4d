"""Whose an agreement is that no name tells to be one between states: that of states, or of firms, clubs and people."""

from collections.abc import Iterable, Set
from functools import lru_cache

from treatywatch.language.parse import Parsed
from treatywatch.model.data import load_yaml
from treatywatch.reading.mentions.cluster import Cluster

_TWO = 2
_OF_STATES = frozenset({"treaty", "convention", "covenant"})  # no firm or club makes one
_ENOUGH = 5  # sentences in which a page of news names the states that it speaks of
_PLAIN = 5  # words of states more than of others that make up for a second state


class Sides:
    """Weighs on one page the words that tell of states against those that tell of others (``data/sides.yaml``)."""

    def __init__(self, page: Parsed, named: Set[str]) -> None:
        """``named`` are the codes of the states and organisations that the page names."""
        self._page = page
        self._alone = len(named) < _TWO
        states, others, at_home = _words()
        self._states = [words & states for words in page.forms]
        self._others = [words & others and _in_small(page, s) & others for s, words in enumerate(page.forms)]
        self._at_home = [not words.isdisjoint(at_home) for words in page.forms]
        self._lean = _lean(self._states, self._others) + (not self._alone)

    def are_others(self, cluster: Cluster, acts: Iterable[int], together: int = 0) -> bool:
        """Whether an agreement is not one between states: nothing on the page tells of states more than of others.

        ``acts`` are the words that tell its steps, ``together`` how many states take one of them with each other.
        Agreements known by name are always those of states, and treaties and conventions on something whatever else the
        page speaks of.
        """
        if cluster.known is not None:
            return False
        if self._alone and not cluster.proper and self._is_long() and self._lean < _PLAIN:
            return True
        near = self._near(cluster, acts)
        sides = min(max(len(cluster.parties), together), _TWO)
        lean = _lean([self._states[s] for s in near], [self._others[s] for s in near])
        least = 0 if together else 1  # two states that sign it with each other tell more than what else the page names
        of_states = any(m.form in _OF_STATES and m.content for m in cluster.mentions)
        return (any(self._others) and not of_states and self._lean + sides < least) or lean + sides < 0

    def _is_long(self) -> bool:
        return len(self._page.sentences) >= _ENOUGH

    def is_at_home(self, cluster: Cluster, acts: Iterable[int]) -> bool:
        """Whether the sentences about an agreement tell of parties, tribes or rebels of one land."""
        return cluster.known is None and any(self._at_home[s] for s in self._near(cluster, acts))

    def _near(self, cluster: Cluster, acts: Iterable[int]) -> set[int]:
        return {self._page.words[i].sentence for i in (*acts, *(m.head for m in cluster.mentions))}


def _lean(states: list[frozenset[str]], others: list[frozenset[str]]) -> int:
    return len(set[str]().union(*states)) - len(set[str]().union(*others))


def _in_small(page: Parsed, sentence: int) -> frozenset[str]:
    words = [page.words[i] for i in page.sentences[sentence] if page.words[i].text.islower()]
    return frozenset(form for word in words for form in (word.lower, word.lemma))


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = load_yaml("treatywatch.reading", "data/sides.yaml")
    return frozenset(data["states"].split()), frozenset(data["others"].split()), frozenset(data["at_home"].split())
