"""The memory: pages, readings and what follows from them, in SQLite or PostgreSQL."""

from treatywatch.registry.ask.evidence import Assertion, PageRead
from treatywatch.registry.ask.find import Counted
from treatywatch.registry.ask.lines import names_two_parties
from treatywatch.registry.ask.standing import Learned, Stands
from treatywatch.registry.ask.values import Bearing, Line, Member, Page, Source, TimelineStep, Utterance
from treatywatch.registry.ask.waiting import Pair
from treatywatch.registry.ask.wanted import Order, Wanted
from treatywatch.registry.computed import Bare, BareStep, Computed, Day, Standing
from treatywatch.registry.judge import Fact
from treatywatch.registry.judge_said import SaidFact
from treatywatch.registry.life.rivals import Rivalry, rivals
from treatywatch.registry.opening import open_registry
from treatywatch.registry.registry import Registry
from treatywatch.registry.safety.backup import back_up
from treatywatch.registry.safety.fault import Fault
from treatywatch.registry.safety.faults import faults
from treatywatch.registry.store.decisions import Decision
from treatywatch.registry.store.tombstones import Tombstone

__all__ = [
    "Assertion",
    "Bare",
    "BareStep",
    "Bearing",
    "Computed",
    "Counted",
    "Day",
    "Decision",
    "Fact",
    "Fault",
    "Learned",
    "Line",
    "Member",
    "Order",
    "Page",
    "PageRead",
    "Pair",
    "Registry",
    "Rivalry",
    "SaidFact",
    "Source",
    "Standing",
    "Stands",
    "TimelineStep",
    "Tombstone",
    "Utterance",
    "Wanted",
    "back_up",
    "faults",
    "names_two_parties",
    "open_registry",
    "rivals",
]
