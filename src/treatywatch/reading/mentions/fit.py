"""How well a mention fits what is known of an agreement."""

from collections.abc import Iterable

from treatywatch.language.names import successor
from treatywatch.reading.mentions.cluster import Cluster
from treatywatch.reading.mentions.known import known_forms, known_parties, known_words, known_years
from treatywatch.reading.mentions.mention import Mention
from treatywatch.reading.mentions.nouns import nouns

# Instruments that are never another name for their parent.
_OWN_KIND = frozenset({"protocol", "declaration", "memorandum", "convention", "charter", "statute", "talks"})

_OFTEN_TREATIES = frozenset({"convention", "charter"})  # what papers call treaties as well ("the Hague treaty")
_CALLED_TREATIES = frozenset({"convention", "charter", "statute"})
_NEARLY = 2  # years between an agreement's adoption, its signing and its first coming into force


def fit_of(mention: Mention, cluster: Cluster) -> float:
    """How well a mention fits a cluster: 0 or less when it cannot belong."""
    if mention.known and cluster.known:
        return 10.0 if mention.known == cluster.known else -1.0
    if _clash(mention, cluster) or _of_another_age(mention, cluster):
        return -1.0
    if is_called_so(mention, cluster):
        return 4.0 + len(mention.content)
    if _is_named_at_last(mention, cluster):
        return 1.5
    if mention.fresh and not cluster.fresh:
        return 1.5 if mention.definite and not cluster.old else -1.0
    if cluster.fresh and mention.known:
        return -1.0 if mention.old or cluster.known else 0.9
    if mention.plural and not (mention.definite or mention.proper or cluster.plural or mention.known):
        return -1.0  # "trade pacts with others" are none of the one spoken of
    shared = mention.content & cluster.content
    if mention.content and cluster.content and _enough(shared, mention.content, cluster.content):
        return 3.0 + len(shared)
    if mention.proper and mention.content and cluster.proper and _has_other_name(cluster):
        return -1.0
    if mention.brought and cluster.proper:
        return -1.0  # "signed a treaty" beside one with a name
    return _loose_fit(mention, cluster)


def is_called_so(mention: Mention, cluster: Cluster) -> bool:
    """Whether it is called word for word as before, or by the year that the other has in its name."""
    if mention.year in cluster.years and mention.parties and set(mention.parties) == cluster.parties:
        return True
    if not mention.proper or mention.plural:
        return False
    if mention.content:
        return any(m.proper and m.name.split() == mention.name.split() for m in cluster.mentions)
    return mention.year is not None and mention.year in cluster.years


def _is_named_at_last(mention: Mention, cluster: Cluster) -> bool:
    """ "The only treaty between Chile and Peru was saved. … the Lima Pact": a known one of the two that were told."""
    sides = known_parties().get(mention.known or "", ())
    if not sides or set(sides) != cluster.parties or cluster.known or cluster.proper or cluster.plural:
        return False
    telling = cluster.content - nouns().soft
    fitting = not telling or bool(telling & known_words()[mention.known or ""])
    return fitting and any(m.definite for m in cluster.mentions)


def _has_other_name(cluster: Cluster) -> bool:
    """Whether a name already tells which it is: by what it is about, or by its sides and its year."""
    return bool(cluster.content) or any(m.proper and m.parties and m.year for m in cluster.mentions)


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
    if mention.year and not cluster.years and (mention.content or (mention.proper and mention.parties)):
        return -1.0
    parties = set(mention.parties)
    if parties and (parties <= cluster.parties or not cluster.parties):
        return 2.0
    if mention.definite and not telling:
        return 1.0
    if mention.definite or not (telling or mention.proper):
        return 0.4
    return -1.0


def _may_be_of(known: str | None, parties: Iterable[str]) -> bool:
    """Whether an agreement known to be between some may be one of ``parties``, successors for former states."""
    sides = known_parties().get(known or "", ())
    return not sides or _today(parties) <= _today(sides)


def _today(codes: Iterable[str]) -> set[str]:
    return {successor(code, "9999") for code in codes}


def _made_by_others(mention: Mention, cluster: Cluster) -> bool:
    """ "Fiji and Chile signed a treaty" is none of Fiji and Peru, nor is a deal with Fiji one known to be of others."""
    if not _may_be_of(mention.known, cluster.parties) or not _may_be_of(cluster.known, mention.parties):
        return True
    if mention.known and mention.parties and cluster.parties and not set(mention.parties) & cluster.parties:
        return True
    if "own" in mention.name.split() and cluster.parties and not set(mention.makers) <= cluster.parties:
        return True  # "Sweden signed its own agreement", beside one of Finland's
    makers = set(mention.makers) if mention.proper or not mention.definite else set[str]()
    within = makers <= cluster.parties or cluster.parties <= makers
    return bool(makers) and len(cluster.parties) > 1 and not within


def _is_of_strangers(mention: Mention, cluster: Cluster) -> bool:
    """ "Its treaty with Fiji": none that was spoken of, wherever it was, without a word of Fiji or whose it is."""
    sides = {*mention.parties, *(mention.makers if "own" in mention.name.split() else ())}
    unknown = not (cluster.parties or cluster.known or mention.known)
    return unknown and bool(sides) and not sides & cluster.around


def _of_another_year(mention: Mention, cluster: Cluster) -> bool:
    """ "The 1902 treaty" is none that was made in 1919, and what was signed is none that is being talked about."""
    if mention.year and cluster.years and mention.year not in cluster.years:
        return True
    known = known_years().get(cluster.known or "")
    if mention.year and known is not None and abs(int(mention.year) - known) > _NEARLY:
        return True
    if mention.made and cluster.made and min(abs(int(mention.made) - int(year)) for year in cluster.made) > _NEARLY:
        return True
    return bool(mention.made) and "talks" in cluster.forms


def _clash(mention: Mention, cluster: Cluster) -> bool:
    if _of_another_year(mention, cluster):
        return True
    if mention.parties and cluster.parties and not mention.known:
        smaller = min(len(mention.parties), len(cluster.parties))
        if len(set(mention.parties) & cluster.parties) < smaller:
            return True
    if _is_of_strangers(mention, cluster):
        return True
    ranks = {m.rank for m in cluster.mentions if m.rank}
    if mention.rank and ranks and mention.rank not in ranks:
        return True  # "the second agreement" is not the first, "a final agreement" not the preliminary one
    if _made_by_others(mention, cluster):
        return True
    if mention.weight == "anaphor":
        return False
    own, others = {mention.form} & _OWN_KIND, cluster.forms & _OWN_KIND
    shared = (mention.content & cluster.content) - nouns().soft
    if own and not own & cluster.forms and not (own <= _OFTEN_TREATIES and shared):
        named = mention.form in known_forms().get(cluster.known or "", ())
        return not (named and mention.definite and not mention.content)
    bare = mention.definite and not (mention.content or mention.proper or mention.fresh)
    if others and others <= _CALLED_TREATIES and bare:
        return False  # "the treaty", said of a convention
    if others and not own and not cluster.forms - _OWN_KIND:
        return mention.form != "agreement" or bool(mention.content) or mention.proper
    return False
