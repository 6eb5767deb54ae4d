"""Settles a page's agreements: their names, forms and parties, and the parties of events that name none."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from treatywatch.language.names import Name, is_organisation, members, successor
from treatywatch.language.parse import Parsed
from treatywatch.model import Agreement, Modality, Step
from treatywatch.reading.events.found import Found
from treatywatch.reading.events.parties import COLLECTIVE, JOINT
from treatywatch.reading.mentions.cluster import Cluster
from treatywatch.reading.mentions.mention import Mention
from treatywatch.reading.mentions.nouns import nouns

_MULTILATERAL = frozenset({Step.ADOPTED, Step.OPENED, Step.ACCEDED, Step.DEPOSITED})
_BOTH = 2
_BETWEEN = re.compile(r"\bbetween\b")
_SIDES = re.compile(r" (between|with) (?:the )?[A-Z]")
OF_MANY = frozenset(
    {"convention", "charter", "statute", "covenant", "protocol"}
)  # forms that are not taken for those of two states
_IN_PARLIAMENT = frozenset({Step.APPROVED, Step.SUBMITTED})
_BY_ALL = frozenset({Step.NEGOTIATED, Step.AMENDED})  # whoever is named as taking part in what many do
_OF_ONE = frozenset(
    {
        Step.AUTHORISED,
        Step.SUBMITTED,
        Step.APPROVED,
        Step.RATIFIED,
        Step.ACCEDED,
        Step.DENOUNCED,
        Step.WITHDRAWN,
        Step.REJECTED,
    }
)
_MEETING = frozenset({Step.SIGNED, Step.NEGOTIATED, Step.INITIALLED, Step.EXCHANGED, Step.PROPOSED})


def hosts_of(names: Sequence[Name]) -> frozenset[str]:
    """Codes of the organisations on the page that are hosts, mediators or depositaries rather than parties."""
    codes = {code for name in names if name.kind == "organisation" for code in name.codes}
    return frozenset(codes - nouns().contracting)


def _keepers(codes: Sequence[str]) -> set[str]:
    """Those of the codes that are organisations which host or keep agreements."""
    return {code for code in codes if is_organisation(code) and code not in nouns().contracting}


def parties_of(
    cluster: Cluster,
    events: Sequence[Found],
    known: Mapping[str, tuple[str, ...]],
    page_codes: Sequence[str],
    beside: Sequence[str] = (),
    pair: Sequence[str] = (),
) -> tuple[str, ...]:
    """The parties of an agreement as the page tells them, sorted; empty for a multilateral one or when untold.

    ``page_codes`` are the states of the page, most named first, ``beside`` the two that its mentions stand beside,
    ``pair`` the two that the page is about.
    """
    if cluster.known is not None and cluster.known in known:
        return known[cluster.known]
    own = [event for event in events if event.cluster == cluster.number]
    of_two = any(_is_of_two(m) for m in cluster.mentions)
    many = any(event.kind in _MULTILATERAL for event in own) and not of_two
    agreed = tuple(sorted(pair)) if pair and set(pair) == set(beside) and cluster.parties <= set(pair) else ()
    if many or ("convention" in cluster.forms and not cluster.parties):
        return () if many else _of_a_convention(own, beside) or agreed
    codes = set(cluster.parties)
    if len(codes) > 2 and not any(len(m.parties) > 2 for m in cluster.mentions):
        codes = set(max(cluster.mentions, key=lambda m: len(m.parties)).parties)
    if len(codes) >= 2:
        return tuple(sorted(codes | _other_side(cluster, codes, own)))
    for event in own:
        if event.kind in _MEETING and len(event.parties) >= 2 and codes <= set(event.parties):
            return tuple(sorted(event.parties))
    return agreed or _from_page(cluster, codes, own, page_codes, beside)


def _is_of_two(mention: Mention) -> bool:
    """ "The treaty between Chile and Peru", "a joint declaration with Peru"."""
    if mention.one_sided and len(mention.parties) == 1:
        return not is_organisation(mention.parties[0])
    return len(mention.parties) == _BOTH and _BETWEEN.search(mention.name) is not None


def _from_page(
    cluster: Cluster, codes: set[str], own: Sequence[Found], page_codes: Sequence[str], beside: Sequence[str]
) -> tuple[str, ...]:
    """The parties of an agreement that names fewer than two (``codes``): who else acts on it, and who is beside it."""
    if len(codes) == 1 and any("own" in m.name.split() and m.makers for m in cluster.mentions):
        return tuple(codes)  # "Sweden signed its own agreement": the page's other states are those of another
    theirs = {member for code in codes for member in members(code)}  # a union's members act for its side
    acting = {code for event in own for code in event.parties if event.kind is not Step.BREACHED} - theirs
    joined = codes | acting
    if len(joined) == 2 and (codes or any(e.kind in _MEETING for e in own)):
        return tuple(sorted(joined))
    if cluster.forms & OF_MANY and not any(m.one_sided for m in cluster.mentions):
        return ()
    if any(map(_names_one_unknown, cluster.mentions)):
        return tuple(sorted(joined))[:_BOTH] if len(joined) <= _BOTH else tuple(sorted(codes))
    if len(codes) == 1:
        other = next((code for code in page_codes if code not in codes | theirs), None)
        return tuple(sorted({*codes, other})) if other else tuple(codes)
    leading = tuple(sorted(page_codes[:2]))
    if joined <= set(leading) and len(page_codes) == 2:
        return leading
    return tuple(sorted(beside)) if joined <= set(beside) else ()


def _of_a_convention(own: Sequence[Found], beside: Sequence[str]) -> tuple[str, ...]:
    """The two that are said to make a convention together, where nobody else acts on it; most have many parties."""
    made = [event for event in own if event.kind in _MEETING and event.modality is Modality.ACTUAL]
    together = next((event.parties for event in made if len(event.parties) == _BOTH), tuple(beside) if made else ())
    acting = {code for event in own for code in event.parties}
    return tuple(sorted(together)) if acting <= set(together) else ()


def _names_one_unknown(mention: Mention) -> bool:
    """ "A treaty with the Kingdom of Hanover": the other side is named, and is none of the states known."""
    told = _SIDES.search(mention.name)
    if told is None or len(mention.parties) >= _BOTH:
        return False
    return told[1] == "between" or not mention.parties or not mention.one_sided


def named_beside(
    page: Parsed, names: Sequence[Name], cluster: Cluster, events: Sequence[Found], hosts: Set[str]
) -> tuple[str, ...]:
    """Codes of the two states that sentences with a mention name together, and no third: the pair most often named.

    A weak noun tells nothing unless somebody acts on it: two states stand beside a company's deal as well.
    """
    acted = any(event.cluster == cluster.number and event.known_actor for event in events)
    if not acted and not any(m.proper or m.weight == "strong" for m in cluster.mentions):
        return ()
    pairs = Counter[tuple[str, ...]]()
    for mention in cluster.mentions:
        sentence = page.sentences[page.words[mention.head].sentence]
        start, end = page.words[sentence[0]].start, page.words[sentence[-1]].end
        inside = (n for n in names if start <= n.start < end and n.kind in {"state", "demonym", "person"})
        codes = {code for name in inside for code in name.codes} - hosts
        pairs[tuple(sorted(codes))] += len(codes) == _BOTH
    return max(pairs, key=lambda pair: pairs[pair]) if any(pairs.values()) else ()


def _other_side(cluster: Cluster, codes: set[str], own: Sequence[Found]) -> set[str]:
    """ "The Senate backed the deal with Peru and Chile": the one who acts is a party beside the two that are named."""
    naming = [m for m in cluster.mentions if len(m.parties) > 1]
    if not naming or not all(m.one_sided for m in naming):
        return set()
    acting = {code for event in own for code in event.parties} - codes
    return acting if len(acting) == 1 else set()


def agreement_of(cluster: Cluster, key: str, parties: tuple[str, ...]) -> Agreement:
    """The cluster as the reading gives it: its fullest name, the others as aliases."""
    ranked = sorted(cluster.mentions, key=lambda m: (-_telling(m), m.span))
    name = ranked[0].name
    aliases = tuple(dict.fromkeys(m.name for m in ranked if m.name != name and (m.proper or m.content)))
    return Agreement(
        key=key,
        name=name,
        form=ranked[0].form,
        parties=parties,
        aliases=aliases,
        mentions=tuple(sorted(m.span for m in cluster.mentions)),
        year=min(cluster.years) if cluster.years else None,
        unresolved=not any(m.proper for m in cluster.mentions) and (cluster.plural or not (parties or cluster.content)),
    )


def _telling(mention: Mention) -> int:
    return (
        8 * (mention.known is not None)
        + 4 * bool(mention.proper)
        + 2 * (min(len(mention.content), 6) if mention.known is None else " " in mention.name)
        + len(mention.parties)
        - 6 * (mention.weight == "anaphor")
        - 4 * mention.short
    )


def key_of(agreement_name: str, parties: Sequence[str], taken: set[str]) -> str:
    """A readable key, unique within the reading."""
    words = re.findall(r"[a-z0-9]+", agreement_name.lower())
    stem = "-".join([*(p.lower() for p in parties[:3]), *words[:8]]) or "agreement"
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}-{number}", number + 1
    taken.add(key)
    return key


def settled_parties(
    event: Found, parties: tuple[str, ...], today: str | None, home: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The parties to write beside an event, those of the agreement where the act is theirs together.

    A step that one party takes for itself, told of nobody, is that of ``home``, the state whose page it is.
    """
    if event.kind in JOINT:
        chosen = _joint(event, parties)
    else:
        together = event.modality is not Modality.ACTUAL or (event.severally and event.kind in _IN_PARLIAMENT)
        own = home if event.kind in _OF_ONE and event.of_nobody else ()
        at_home = own if set(own) <= set(parties) or not together else ()
        chosen = event.parties or at_home or (parties if len(parties) in {2, 3} and together else ()) or own
    of_old = event.kind in JOINT and "SUN" in {*parties, *event.parties}
    return _of_their_time(chosen, event.date or today, of_old=of_old)


def each_share(event: Found, agreement: Agreement, parties: tuple[str, ...]) -> list[tuple[str, ...]]:
    """ "Chile, Peru and Fiji signed the convention": each signs for itself what has many parties.

    So does each of both parliaments that are still to approve a treaty between two states.
    """
    several = len(parties) > (1 if event.modality is Modality.NEGATED else _BOTH)
    apart = event.kind is Step.SIGNED and not agreement.parties and several
    apart = apart or (event.severally and event.kind in _IN_PARLIAMENT and len(parties) == _BOTH)
    return [(code,) for code in parties] if apart else [parties]


def _joint(event: Found, parties: tuple[str, ...]) -> tuple[str, ...]:
    bilateral = len(parties) == 2
    if event.of_many or (bilateral and len(set(event.parties) - _keepers(event.parties)) > _BOTH):
        return event.parties
    if event.kind is Step.IN_FORCE and event.parties and not bilateral:
        return event.parties  # "will enter into force for Chile in May"
    if event.kind in COLLECTIVE:
        several = event.kind is Step.ADOPTED and len(event.parties) > 1  # "Chile and Peru issued the declaration"
        return parties if bilateral else event.parties if several else ()
    if event.kind in _BY_ALL and not parties and len(event.parties) < _BOTH:
        return () if event.kind is not Step.NEGOTIATED or any(map(is_organisation, event.parties)) else event.parties
    if bilateral:
        told_alone = event.modality is Modality.NEGATED or event.kind is Step.EXCHANGED  # one side's note is its own
        alone = event.kind in {Step.EXCHANGED, Step.SIGNED} and len(event.parties) == 1 and told_alone
        return event.parties if alone else parties
    alone = event.modality is Modality.NEGATED or event.kind is Step.EXCHANGED or not set(event.parties) <= set(parties)
    if len(event.parties) <= 1 and 2 < len(parties) <= 4 and not (event.parties and alone):
        return parties
    return event.parties


def _of_their_time(codes: tuple[str, ...], date: str | None, *, of_old: bool) -> tuple[str, ...]:
    """The Soviet Union in acts of its time, its successor in later ones.

    Where no day tells, "Moscow" acted for the Soviet Union together with the others of its agreements (``of_old``).
    """
    if not date:
        return tuple(sorted({"SUN" if code == "RUS" and of_old else code for code in codes}))
    found = {successor(code, date) for code in codes}
    if int(date[:4]) >= 1992:
        return tuple(sorted(found))
    if found & {"SUN", "RUS"}:
        found = (found - {"RUS"}) | {"SUN"}
    return tuple(sorted(found))
