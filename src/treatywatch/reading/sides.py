"""Whose an agreement is that no name tells to be one between states: that of states, or of firms, clubs and people."""

from collections.abc import Iterable, Sequence, Set
from functools import lru_cache

from treatywatch.language.parse import Parsed, Word
from treatywatch.model.data import load_yaml
from treatywatch.reading.mentions.cluster import Cluster

_TWO = 2
_MUCH = 4
_ENOUGH = 5  # sentences in which a page of news names the states that it speaks of


class Sides:
    """Weighs on one page the words that tell of states against those that tell of others (``data/sides.yaml``)."""

    def __init__(self, page: Parsed, named: Set[str]) -> None:
        """``named`` are the codes of the states and organisations that the page names."""
        self._page = page
        self._alone = len(named) < _TWO
        states, others, at_home = _words()
        sentences = [page.words[sentence.start : sentence.stop] for sentence in page.sentences]
        told = [_forms(sentence) for sentence in sentences]
        small = [_forms([word for word in sentence if word.text.islower()]) for sentence in sentences]
        self._states = [words & states for words in told]
        self._others = [words & others for words in small]
        self._at_home = [bool(words & at_home) for words in told]
        self._lean = _lean(self._states, self._others) + (not self._alone)

    def is_alone(self, cluster: Cluster) -> bool:
        """Whether a page of some length that names one state at most speaks of an agreement that has no name."""
        return self._alone and cluster.known is None and not cluster.proper and len(self._page.sentences) >= _ENOUGH

    def doubt(self, cluster: Cluster, acts: Iterable[int], together: int = 0) -> str:
        """Why an agreement may not be one between states: nothing on the page tells of states more than of others.

        ``acts`` are the words that tell its steps, ``together`` how many states take one of them with each other.
        Agreements known by name are always those of states. Empty where nothing speaks against it.
        """
        if cluster.known is not None:
            return ""
        near = {self._page.words[i].sentence for i in (*acts, *(m.head for m in cluster.mentions))}
        if any(self._at_home[s] for s in near):
            return "at home"
        sides = min(max(len(cluster.parties), together), _TWO)
        lean = _lean([self._states[s] for s in near], [self._others[s] for s in near]) + sides
        least = 0 if together else 1  # two states that sign it with each other tell more than what else the page names
        on_page = self._lean + sides - least if any(self._others) else 0
        return f"of others by {min(-min(lean, on_page), _MUCH)}" if min(lean, on_page) < 0 else ""


def _lean(states: list[set[str]], others: list[set[str]]) -> int:
    return len(set[str]().union(*states)) - len(set[str]().union(*others))


def _forms(words: Sequence[Word]) -> set[str]:
    return {word.lower for word in words} | {word.lemma for word in words}


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = load_yaml("treatywatch.reading", "data/sides.yaml")
    return frozenset(data["states"].split()), frozenset(data["others"].split()), frozenset(data["at_home"].split())
