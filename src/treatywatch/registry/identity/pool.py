"""The groups found so far, and which of them share a block with a sighting."""

from collections import defaultdict
from collections.abc import Iterable

from treatywatch.registry.identity.profile import Profile
from treatywatch.registry.identity.sighting import Ref, Sighting


class Pool:
    """Groups by number, with an index from blocks to groups."""

    def __init__(self) -> None:
        self.profiles: dict[int, Profile] = {}
        self._index: dict[str, set[int]] = defaultdict(set)
        self._blocks: dict[int, frozenset[str]] = {}
        self._next = 0

    def add(self, group: Profile) -> None:
        """Take a new group."""
        self._next += 1
        self.put(self._next, group)

    def put(self, number: int, group: Profile) -> None:
        """Put ``group`` in the place of the one numbered so."""
        known = {member.ref for member in self.profiles[number].members} if number in self.profiles else set()
        fresh = [member.block_names for member in group.members if member.ref not in known]
        own = self._blocks.get(number, frozenset()).union(*fresh)
        for block in own - self._blocks.get(number, frozenset()):
            self._index[block].add(number)
        self.profiles[number] = group
        self._blocks[number] = own

    def drop(self, number: int) -> None:
        """Forget a group."""
        del self.profiles[number]
        for block in self._blocks.pop(number):
            self._index[block].discard(number)

    def remove(self, one: Sighting) -> None:
        """Forget the group that holds ``one`` alone."""
        self.drop(self._alone(one)[0])

    def stands_alone(self, one: Sighting) -> bool:
        """Whether ``one`` is the only member of its group."""
        return bool(self._alone(one))

    def near(self, wanted: Iterable[str]) -> list[int]:
        """The groups that share a block, in order of number."""
        return sorted({number for block in wanted for number in self._index.get(block, ())})

    def blocks_of(self, number: int) -> frozenset[str]:
        """The blocks of a group's members."""
        return self._blocks[number]

    def first(self, number: int) -> Ref:
        """What orders groups: the least ref in it."""
        return self.profiles[number].members[0].ref

    def _alone(self, one: Sighting) -> list[int]:
        near = self.near(one.block_names) or list(self.profiles)
        return [number for number in near if [member.ref for member in self.profiles[number].members] == [one.ref]]
