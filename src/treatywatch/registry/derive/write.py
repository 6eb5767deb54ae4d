"""The derived tables' rows: each agreement with its members, names, words to look it up by, and steps."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, delete, select

from treatywatch.language.names import state_name
from treatywatch.model import Modality, Reread, to_json
from treatywatch.registry.copies.origins import origins
from treatywatch.registry.copies.sketch import unpacked
from treatywatch.registry.derive.candidates import candidates
from treatywatch.registry.derive.chunks import PORTION, chunks
from treatywatch.registry.derive.keys import free_keys, settle_keys
from treatywatch.registry.derive.load import Loaded, Place, among, load
from treatywatch.registry.derive.texts import Quotes, quotes, states_of, subjects_of, text_row
from treatywatch.registry.identity.cluster import Group, groups
from treatywatch.registry.identity.describe import Described, describe
from treatywatch.registry.identity.wording import fold, wordings
from treatywatch.registry.life.merge import LifeStep
from treatywatch.registry.life.settle import Settled, lived, settle, spurned
from treatywatch.registry.life.told import Told, told
from treatywatch.registry.life.word import view
from treatywatch.registry.store import derived
from treatywatch.registry.store.fill import fill

_LONGEST = 200  # of what is indexed, in characters: PostgreSQL's limit is 2,700 bytes
Row = dict[str, Any]


class Life(NamedTuple):
    """An agreement as found: its group, its description, its members by ref, its steps and those people rejected.

    ``origins`` gives for each page, by digest, the one that stands for all copies of its story.
    """

    group: Group
    described: Described
    members: tuple[Loaded, ...]
    steps: tuple[LifeStep, ...]
    rejected: tuple[LifeStep, ...] = ()
    origins: Mapping[str, str] = MappingProxyType({})


def lives(loaded: list[Loaded]) -> list[Life]:
    """The agreements that the sightings speak of, with their lives."""
    at = {(one.page, one.place[1]): one for one in loaded}
    result = []
    for group in groups(one.sighting for one in loaded):
        members = tuple(at[member.ref] for member in group.profile.members)
        copied = origins({one.page: unpacked(one.sketch) for one in members if one.sketch})
        settled = settled_of(members, frozenset(group.profile.parties), copied)
        result.append(Life(group, describe(group), members, lived(settled), spurned(settled), copied))
    return result


def settled_of(members: tuple[Loaded, ...], parties: frozenset[str], copied: Mapping[str, str]) -> Settled:
    """What the events of ``members`` tell, with what people said of it; ``copied`` gives each page's origin."""
    return settle(report for one in members for report in _told(one, parties, copied.get(one.page, one.page)))


def _told(one: Loaded, parties: frozenset[str], origin: str) -> Iterator[Told]:
    for number, event in one.events:
        spoken = one.spoken.get(number, ())
        yield from told((one.page, number), event, parties, one.published, one.agreement.name, spoken, origin)


def write(connection: Connection, components: Iterable[list[Place]], gone: set[Place]) -> None:
    """Put the agreements that the sightings of each component make in the place of theirs and of those ``gone``."""
    slugs = _clear(connection, gone)
    for portion in _portions(components, gone):
        slugs |= _clear(connection, {place for component in portion for place in component})
        slugs |= _fill(connection, portion)
    settle_keys(connection, slugs)


def _portions(components: Iterable[list[Place]], gone: set[Place]) -> Iterator[list[list[Place]]]:
    """The components without what is gone, as many together as may be held in memory."""
    portion: list[list[Place]] = []
    for component in components:
        portion.append([place for place in component if place not in gone])
        if sum(map(len, portion)) >= PORTION:
            yield portion
            portion = []
    yield portion


def _clear(connection: Connection, places: set[Place]) -> set[str]:
    """Delete the agreements that have a sighting at one of ``places``; returns their plain keys."""
    members, agreements = derived.members, derived.agreements
    keys: set[str] = set()
    for part in chunks(sorted(places)):
        wanted = among(members.c.reading, members.c.sighting, part)
        keys.update(connection.execute(select(members.c.agreement).where(wanted)).scalars())
    slugs: set[str] = set()
    for some in chunks(sorted(keys)):
        slugs.update(connection.execute(select(agreements.c.slug).where(agreements.c.agreement.in_(some))).scalars())
        for table in derived.KEYED:
            connection.execute(delete(table).where(table.c.agreement.in_(some)))
    return slugs


def _fill(connection: Connection, portion: list[list[Place]]) -> set[str]:
    """Write the agreements of these components; returns their plain keys."""
    places = [place for component in portion for place in component]
    loaded = {one.place: one for one in load(connection, places)}
    said = quotes(connection, places)
    made = [lives([loaded[place] for place in component]) for component in portion]
    every = [found for together in made for found in together]
    keys = iter(free_keys(connection, [found.described for found in every]))
    filled: dict[Table, list[Row]] = defaultdict(list)
    for together in made:
        own = [next(keys) for _ in together]
        filled[derived.candidates].extend(_candidates(own, together))
        for key, found in zip(own, together, strict=True):
            for table, rows in _rows(key, found, said).items():
                filled[table].extend(rows)
    for table, rows in filled.items():
        fill(connection, table, rows)
    return {found.described.slug for found in every}


def _rows(key: str, found: Life, said: Quotes) -> dict[Table, list[Row]]:
    places = placed(found.members)
    states = states_of(found.described, found.steps)
    steps = [(step, False) for step in found.steps] + [(step, True) for step in found.rejected]
    return {
        derived.agreements: [_agreement(key, found)],
        derived.members: _members(key, found),
        derived.names: _names(key, found.described),
        derived.words: [{"word": word, "agreement": key} for word in sorted(_words(found.described, states))],
        derived.texts: [text_row(key, found.described, found.members, states, said)],
        derived.steps: [_step(key, number, step, rejected) for number, (step, rejected) in enumerate(steps)],
        derived.step_sources: [
            row for number, (step, _) in enumerate(steps) for row in _sources(key, number, step, places)
        ],
    }


def _candidates(keys: list[str], made: list[Life]) -> Iterator[Row]:
    for pair in candidates([found.group for found in made]):
        one, other = sorted((keys[pair.one], keys[pair.other]))
        yield {"agreement": one, "other": other, "points": pair.points, "because": to_json(pair.because)}


def _agreement(key: str, found: Life) -> Row:
    one = found.described
    happened = [step for step in found.steps if step.modality is Modality.ACTUAL]
    last = next((step for step in reversed(happened) if step.date), happened[-1] if happened else None)
    return {
        "agreement": key,
        "slug": one.slug,
        "marked": one.marked,
        "name": one.name,
        "form": one.form,
        "laterality": one.laterality,
        "parties": to_json(one.parties),
        "year": one.year,
        "unresolved": one.unresolved,
        "passing": one.unresolved or not any(step.modality in _NEWS for step in found.steps),
        "last_kind": last.kind.value if last else None,
        "last_date": last.date if last else None,
        "documents": len({member.page for member in found.members}),
        "conflicts": sum(bool(step.differ) for step in found.steps),
        "folded": fold(one.name)[:_LONGEST],
        "changed": max(member.recorded for member in found.members),
    }


_NEWS = frozenset({Modality.ACTUAL, Modality.PLANNED})


def _members(key: str, found: Life) -> list[Row]:
    return [
        {
            "agreement": key,
            "reading": one.place[0],
            "sighting": one.place[1],
            "because": to_json(found.group.because.get((one.page, one.place[1]), ())),
            "origin": found.origins.get(one.page, one.page),
        }
        for one in found.members
    ]


def _names(key: str, one: Described) -> list[Row]:
    return [
        {"agreement": key, "number": number, "name": name, "folded": fold(name[:_LONGEST])[:_LONGEST], "uses": uses}
        for number, (name, uses) in enumerate(one.names)
    ]


def _words(one: Described, states: list[str]) -> set[str]:
    """What the agreement can be looked up by: words of its names, its year and form, parties, states and subjects."""
    names = [one.name, *(name for name, _ in one.names)]
    said = {word for name in names for word in fold(name[:_LONGEST]).split()}
    content = {word for name in names for part in wordings(name) for word in part.content}
    called = {word for code in one.parties for word in fold(state_name(code)).split()}
    marks = {f"party:{code}" for code in one.parties} | {f"state:{code}" for code in states}
    marks |= {f"subject:{topic}" for topic in subjects_of(one)}
    every = said | content | called | marks | {fold(one.form)} | {one.year or ""}
    return {word[:_LONGEST] for word in every if word}


def placed(members: Iterable[Loaded]) -> dict[tuple[str, int], Place]:
    """Where the assertion behind each event of ``members`` is, by the ref of its reports."""
    return {(one.page, number): one.at(number) for one in members for number, _ in one.events}


def _step(key: str, number: int, step: LifeStep, rejected: bool) -> Row:
    return {
        "agreement": key,
        "step": number,
        "kind": step.kind.value,
        "modality": step.modality.value,
        "parties": to_json(step.parties),
        "date": step.date,
        "place": step.place,
        "body": step.body,
        "fulfilled": step.fulfilled,
        "differ": to_json(step.differ),
        "decided": to_json(step.decided) if step.decided else None,
        "machine": to_json(step.machine) if step.machine else None,
        "rejected": rejected,
    }


def _sources(key: str, number: int, step: LifeStep, places: dict[tuple[str, int], Place]) -> list[Row]:
    found: dict[Place, Row] = {}
    for report in sorted(step.sources, key=lambda one: (one.ref, one.fact)):
        reading, assertion = places[report.ref]
        source = {"agreement": key, "step": number, "reading": reading, "assertion": assertion}
        reread = reread_of(report)
        found.setdefault(
            (reading, assertion),
            source | {"fact": report.fact, "reread": to_json(reread) if reread else None, "day": report.completed},
        )
    return list(found.values())


def reread_of(report: Told) -> Reread | None:
    """What a person read at the report's place, where that is not what the machine read."""
    words = tuple(word for word in report.words if word.here)
    return Reread(view(report), words, report.misread) if words else None
