"""The derived tables' rows: each agreement with its members, names, words to look it up by, and steps."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from treatywatch.language.names import state_name
from treatywatch.model import Modality, to_json
from treatywatch.registry.derive.candidates import candidates
from treatywatch.registry.derive.chunks import PORTION, chunks
from treatywatch.registry.derive.keys import free_keys, settle_keys
from treatywatch.registry.derive.lives import Life, lives, placed, reports, reread_of
from treatywatch.registry.derive.load import Place, among, load
from treatywatch.registry.derive.others import Others, others
from treatywatch.registry.derive.packed import pack
from treatywatch.registry.derive.texts import states_of, subjects_of, text_row
from treatywatch.registry.derive.whole import pages_of, whole
from treatywatch.registry.identity.describe import Described
from treatywatch.registry.identity.wording import fold, wordings
from treatywatch.registry.life.merge import LifeStep
from treatywatch.registry.store import derived
from treatywatch.registry.store.fill import fill

_LONGEST = 200  # of what is indexed, in characters: PostgreSQL's limit is 2,700 bytes
Row = dict[str, Any]


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
    said = others(connection, places)
    made = [lives([loaded[place] for place in component]) for component in portion]
    every = [found for together in made for found in together]
    pages = pages_of(connection, every)
    keys = iter(free_keys(connection, [found.described for found in every]))
    filled: dict[Table, list[Row]] = defaultdict(list)
    for together in made:
        own = [next(keys) for _ in together]
        filled[derived.candidates].extend(_candidates(own, together))
        for key, found in zip(own, together, strict=True):
            for table, rows in _rows(key, found, said).items():
                filled[table].extend(rows)
            filled[derived.wholes].append({"agreement": key, "whole": pack(whole(found, pages, said))})
    for table, rows in filled.items():
        fill(connection, table, rows)
    _rank(connection, [row["agreement"] for row in filled[derived.agreements]])
    return {found.described.slug for found in every}


def _rank(connection: Connection, keys: list[str]) -> None:
    """Fill ``ranks`` of agreements whose texts have their numbers."""
    ranks, texts, agreements = derived.ranks, derived.texts, derived.agreements
    ranked = select(texts.c.number, *(agreements.c[name] for name in ("agreement", "passing", "documents")))
    joined = ranked.join(agreements, agreements.c.agreement == texts.c.agreement)
    for part in chunks(keys):
        wanted = joined.where(texts.c.agreement.in_(part))
        connection.execute(insert(ranks).from_select([column.name for column in ranks.c], wanted))


def _rows(key: str, found: Life, said: Others) -> dict[Table, list[Row]]:
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
    return [{"agreement": key, "reading": one.place[0], "sighting": one.place[1]} for one in found.members]


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
    rows = []
    for report in reports(step):
        reading, assertion = places[report.ref]
        reread = to_json(found) if (found := reread_of(report)) else None
        source = {"agreement": key, "step": number, "reading": reading, "assertion": assertion}
        rows.append(source | {"fact": report.fact, "reread": reread, "day": report.completed})
    return rows
