"""Which of the instruments that a page speaks of are international agreements, and between whom."""

from collections.abc import Mapping, Sequence, Set

from treatywatch.model import Agreement, RelationType
from treatywatch.reading.events.found import Found
from treatywatch.reading.mentions.cluster import Cluster
from treatywatch.reading.mentions.known import known_parties
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.named import Named, is_accredited_to
from treatywatch.reading.page import Page
from treatywatch.reading.relations.find import Related
from treatywatch.reading.settle import OF_MANY, agreement_of, hosts_of, key_of, named_beside, parties_of
from treatywatch.reading.sides import Sides

_BILATERAL = 2
_FEW = 3  # states that a page may name and still be about two


def agreements_of(
    page: Page,
    coreference: Coreference,
    named: Named,
    found: list[Found],
    related: list[Related],
    pair: tuple[str, ...],
) -> tuple[dict[int, Agreement], dict[int, str]]:
    """The clusters that may be international agreements, named and with their parties, and why some may not be."""
    found = [event for event in found if not event.afar]
    told = _told_parties(page, coreference, named, found, related, pair)
    spoken = {event.cluster for event in found} | {n for r in related for n in (r.newer, r.older)}
    sides = Sides(page.parsed, {code for name in page.names for code in name.codes} | set(pair))
    taken: set[str] = set()
    kept: dict[int, Agreement] = {}
    unsure: dict[int, str] = {}
    for cluster in coreference.clusters:
        own = [event for event in found if event.cluster == cluster.number]
        acts = [event.head for event in own]
        together = max((len(event.parties) for event in own if len(event.parties) > 1), default=0)
        if sides.are_others(cluster, acts, together):
            continue
        parties = told[cluster.number]
        if sides.is_at_home(cluster, acts):
            unsure[cluster.number] = "at home"
        elif not parties and not _is_told(cluster, own, cluster.number in spoken):
            unsure[cluster.number] = "hardly told"
        name = max(cluster.mentions, key=lambda m: (m.proper, len(m.content), -m.span.start)).name
        kept[cluster.number] = agreement_of(cluster, key_of(name, parties, taken), parties)
    return kept, unsure


def _told_parties(
    page: Page,
    coreference: Coreference,
    named: Named,
    found: list[Found],
    related: list[Related],
    pair: tuple[str, ...],
) -> dict[int, tuple[str, ...]]:
    """The parties of each cluster, those of two agreements that are of the same two sides filled in."""
    known = known_parties()
    hosts = hosts_of(page.names)
    page_codes = [code for code in named.all_codes() if code not in hosts]
    acts = _without(found, hosts)
    names = [name for name in page.names if not is_accredited_to(page.parsed.text, name)]
    beside = {c.number: named_beside(page.parsed, names, c, acts, hosts) for c in coreference.clusters}
    told = {
        c.number: parties_of(c, acts, known, page_codes, beside[c.number] or pair, beside[c.number] and pair)
        for c in coreference.clusters
    }
    for relation in related:
        told[relation.older] = told[relation.older] or told[relation.newer]
        if relation.type is not RelationType.IMPLEMENTS and len(told[relation.older]) == _BILATERAL:
            told[relation.newer] = told[relation.newer] or told[relation.older]
    for cluster in coreference.clusters:
        if not told[cluster.number] and any(mention.month for mention in cluster.mentions):
            main = coreference.main((cluster.number,))
            told[cluster.number] = () if main is None else told[main]  # "the deal of July" is of the same
    if len(page_codes) <= _FEW:
        told |= _of_the_same_two(coreference, acts, told)
    return told


def _of_the_same_two(
    coreference: Coreference, acts: Sequence[Found], told: Mapping[int, tuple[str, ...]]
) -> dict[int, tuple[str, ...]]:
    """ "A declaration was issued as well", where the other agreements are of the same two and nobody else acts on it.

    A treaty of many is none of theirs: it goes by a name that is known, or is a convention or the like.
    """
    pairs = {parties for parties in told.values() if len(parties) == _BILATERAL}
    if len(pairs) != 1:
        return {}
    (pair,) = pairs
    free = (c for c in coreference.clusters if not told[c.number] and c.known is None and not c.forms & OF_MANY)
    others = {event.cluster for event in acts if set(event.parties) - set(pair)}
    return {cluster.number: pair for cluster in free if cluster.number not in others}


def _is_told(cluster: Cluster, own: Sequence[Found], spoken: bool) -> bool:
    """Whether an agreement without parties has a name, sides, or steps that parties take or that strong words tell."""
    strong = any(mention.weight == "strong" for mention in cluster.mentions)
    if cluster.known is not None or (cluster.proper and strong) or cluster.parties:
        return True
    made = any(mention.proper or mention.made for mention in cluster.mentions)
    return any(event.parties for event in own) or (spoken and (strong or made))


def _without(found: Sequence[Found], hosts: Set[str]) -> list[Found]:
    """The events as far as states and other parties act in them: "the ministers and the UN mediator signed"."""
    return [event._replace(parties=tuple(p for p in event.parties if p not in hosts)) for event in found]
