"""A registry: one database, opened once, whose every act is whole or not at all."""

from collections.abc import Iterable, Iterator

from treatywatch.model import Document, Reading, Value
from treatywatch.registry import decide as deciding
from treatywatch.registry import forget as forgetting
from treatywatch.registry import judge as judging
from treatywatch.registry.across import Across
from treatywatch.registry.ask import earlier, evidence, lines, said, texts, waiting
from treatywatch.registry.ask.evidence import PageRead
from treatywatch.registry.ask.values import Bearing, Line, Member, Page, TimelineStep, Utterance, Whole
from treatywatch.registry.ask.waiting import Pair
from treatywatch.registry.ask.whole import pages_by, whole
from treatywatch.registry.derive.then import end_of
from treatywatch.registry.judge import Fact
from treatywatch.registry.judge_said import SaidFact, judge_said, said_facts
from treatywatch.registry.store import add
from treatywatch.registry.store.clock import recorded_now
from treatywatch.registry.store.compact import compact
from treatywatch.registry.store.decisions import Decision, Given, decided_since, every
from treatywatch.registry.store.faults import explained
from treatywatch.registry.store.rows import digest
from treatywatch.registry.store.tombstones import Tombstone, tombstone


class Registry(Across):
    """An open registry; close it, or use it in a ``with`` statement."""

    def holds(self, document: Document, reader: str) -> bool:
        """Whether ``document``, as it came, has been read by ``reader`` already: it need not be read again."""
        with self.reading() as connection:
            return add.holds(connection, document, reader)

    def add(self, document: Document, reading: Reading) -> bool:
        """Append a page and its reading in one transaction; returns whether anything was new.

        Adding the same again changes nothing; a reading by another reader version is appended beside the old one.
        Raises InputError when the reading does not fit the page, RegistryError when the database refuses.
        """
        with self.writing() as connection:
            return add.append(connection, [(document, reading)], recorded_now(connection, self._clock))[0]

    def add_all(self, pages: Iterable[tuple[Document, Reading]]) -> Iterator[bool]:
        """Append pages with their readings, some hundreds in one transaction; of each, whether anything was new.

        What was yielded is kept. Raises as :meth:`add`; of the transaction with the page at fault nothing is kept.
        """
        for some in add.together(pages):
            with self.writing() as connection:
                new = add.append(connection, some, recorded_now(connection, self._clock))
            yield from new

    def lines(self, *, passing: bool = False, limit: int | None = None, offset: int = 0) -> tuple[Line, ...]:
        """The agreements, those that most pages speak of first; ``passing`` adds those only mentioned in passing."""
        with self._asking() as connection:
            return tuple(lines.lines(connection, passing, limit, offset))

    def disputed(self) -> tuple[Line, ...]:
        """The agreements of which pages tell something differently, those that most pages speak of first."""
        with self._asking() as connection:
            return tuple(lines.disputed(connection))

    def touched(self, since: str) -> tuple[Line, ...]:
        """The agreements of which a page was recorded after ``since``: the end of a day, or a moment in UTC."""
        with self._asking() as connection:
            return tuple(lines.touched(connection, end_of(since)))

    def line(self, key: str) -> Line | None:
        """The agreement with this key, or None."""
        return self._once(("line", key), lambda connection: lines.line(connection, key))

    def named(self, name: str) -> tuple[Line, ...]:
        """The agreements that pages call exactly so, capitals and accents aside."""
        with self._asking() as connection:
            return tuple(lines.named(connection, name))

    def worded(self, words: str) -> tuple[tuple[float, Line], ...]:
        """The agreements whose parties and names the words fit, best first, with how well (0 to 1)."""
        with self._asking() as connection:
            return tuple(lines.worded(connection, words))

    def names(self, key: str) -> tuple[tuple[str, int], ...]:
        """All names of an agreement with the number of pages that use each."""
        return self._whole(key).names

    def members(self, key: str) -> tuple[Member, ...]:
        """The pages' agreements that are held to be this one, with the reasons."""
        return self._whole(key).members

    def steps(self, key: str, *, as_of: str | None = None, known_by: str | None = None) -> tuple[TimelineStep, ...]:
        """The steps of an agreement's life, of every modality, oldest first and undated last.

        ``as_of`` (a partial date) leaves out what happened later, ``known_by`` (a day or a moment in UTC) what was
        recorded later.
        """
        if as_of is None and known_by is None:
            return self._whole(key).steps
        asked = ("steps", key, as_of, known_by)
        return self._once(asked, lambda connection: earlier.steps_at(connection, key, as_of, known_by))

    def steps_decided_by(self, key: str, day: str) -> tuple[TimelineStep, ...]:
        """The steps that all pages tell, with what people had decided by the end of ``day``."""
        with self._asking() as connection:
            if decided_since(connection, end_of(day)):
                return earlier.steps_at(connection, key, None, None, day)
        return self._whole(key).steps

    def rejected(self, key: str, *, known_by: str | None = None) -> tuple[TimelineStep, ...]:
        """The steps that pages tell and people rejected, or had rejected by ``known_by``."""
        if known_by is None:
            return self._whole(key).rejected
        with self._asking() as connection:
            return earlier.rejected_at(connection, key, known_by)

    def relations(self, key: str) -> tuple[Bearing, ...]:
        """How an agreement bears on others, and others on it; also what people rejected, marked so."""
        if not self._whole(key).related:
            return ()
        return self._once(("relations", key), lambda connection: said.relations(connection, key))

    def statements(self, key: str) -> tuple[Utterance, ...]:
        """Who says what about an agreement; also what people rejected, marked so."""
        if not self._whole(key).spoken_of:
            return ()
        return self._once(("statements", key), lambda connection: said.statements(connection, key))

    def read_by(self, prefix: str) -> bool:
        """Whether any page was read by a reader whose name begins so."""
        with self.reading() as connection:
            return texts.read_by(connection, prefix)

    def documents(self, sha256: str) -> tuple[Document, ...]:
        """The pages whose text has this hash, as they came; several where the same text was found in several places."""
        with self.reading() as connection:
            return texts.documents(connection, sha256)

    def page_read(self, sha256: str) -> PageRead | None:
        """The page whose text has this hash, with all that was last read on it; None when there is no such page."""
        with self._asking() as connection:
            return evidence.page_read(connection, sha256)

    def pages(self, key: str, *, known_by: str | None = None) -> tuple[tuple[Page, int], ...]:
        """The documents behind an agreement, with how many assertions about it each holds; those recorded by then."""
        found = self._whole(key)
        return found.pages if known_by is None else pages_by(found, known_by)

    def origins(self, key: str) -> dict[str, str]:
        """For each text behind an agreement, by hash, what it has in common with all copies of its story."""
        return self._whole(key).origins

    def _whole(self, key: str) -> Whole:
        return self._once(("whole", key), lambda connection: whole(connection, key))

    def decide(self, kind: str, keys: tuple[str, str], who: str, because: str) -> int:
        """Append that the agreements with these keys are the ``same`` or ``different``; returns the decision's number.

        Raises NotFoundError when one of them does not exist.
        """
        self.refresh()
        with self.writing() as connection:
            return deciding.decide(connection, kind, keys, Given(who, because, recorded_now(connection, self._clock)))

    def facts(self, fact: str) -> tuple[Fact, ...]:
        """The facts whose ids begin so, each with its step and agreement; several when the beginning is too short."""
        with self._asking() as connection:
            return judging.facts(connection, fact)

    def said_facts(self, fact: str) -> tuple[SaidFact, ...]:
        """The relations and statements whose ids begin so."""
        with self._asking() as connection:
            return said_facts(connection, fact)

    def facts_near(self, fact: str) -> tuple[str, ...]:
        """Ids of facts that begin most like ``fact``."""
        with self._asking() as connection:
            return judging.near(connection, fact)

    def judge(
        self, verb: str, fact: Fact | SaidFact, changes: dict[str, Value], here: bool, who: str, because: str
    ) -> int:
        """Append that people ``confirm``, ``reject`` or ``correct`` a fact; returns the decision's number.

        ``changes`` are the fields that are held to be so; ``here`` limits the decision to how one place was read.
        """
        with self.writing() as connection:
            given = Given(who, because, recorded_now(connection, self._clock))
            if isinstance(fact, SaidFact):
                return judge_said(connection, verb, fact, changes, here, given)
            return judging.judge(connection, verb, fact, changes, here, given)

    def pairs(self, limit: int) -> tuple[Pair, ...]:
        """Agreements that may be one and are not held to be, the likeliest first."""
        with self._asking() as connection:
            return waiting.pairs(connection, limit)

    def among(self, key: str) -> tuple[Line, ...]:
        """The unnamed sets ("several agreements") that an agreement may be one of, or those that may be in a set."""
        with self._asking() as connection:
            return waiting.among(connection, key)

    def told_again(self) -> tuple[tuple[Line, TimelineStep], ...]:
        """The steps that people rejected and pages recorded later tell, each with its agreement."""
        with self._asking() as connection:
            return waiting.told_again(connection)

    def adrift(self) -> tuple[Decision, ...]:
        """The decisions that hold and bind nothing any more: no page tells what they are about."""
        with self._asking() as connection:
            return waiting.adrift(connection)

    def undo(self, number: int, who: str, because: str) -> int:
        """Append that a decision no longer holds; returns the number of the undoing.

        Raises NotFoundError when no such decision holds.
        """
        with self.writing() as connection:
            return deciding.undo(connection, number, Given(who, because, recorded_now(connection, self._clock)))

    def forgotten(self, document: Document) -> Tombstone | None:
        """The tombstone of this page, or of another with its text; None when it was not forgotten."""
        with self.reading() as connection:
            return tombstone(connection, digest(document), document.sha256)

    def documents_meant(self, words: str) -> tuple[Page, ...]:
        """The pages with this id, address or hash (or the first 12 digits of it), at most a few."""
        with self.reading() as connection:
            return forgetting.meant(connection, words)

    def documents_near(self, words: str) -> tuple[Page, ...]:
        """Pages whose id begins most like ``words``, at most a few."""
        with self.reading() as connection:
            return forgetting.near(connection, words)

    def forget(self, sha256: str, who: str, because: str) -> tuple[Tombstone, ...]:
        """Delete every page with this text and all that rests on it alone, for good; tombstones stay.

        This is the one act that deletes what was stored. Raises NotFoundError when there is no such page.
        """
        self.refresh()
        with self.writing() as connection:
            given = Given(who, because, recorded_now(connection, self._clock))
            stones = forgetting.forget(connection, sha256, given)
        with explained(self.place):
            compact(self._engine)
        return stones

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, oldest first."""
        with self.reading() as connection:
            return every(connection)
