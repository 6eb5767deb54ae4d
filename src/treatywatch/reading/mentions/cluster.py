"""The mentions of one agreement, and what they tell of it together."""

from dataclasses import dataclass, field

from treatywatch.reading.mentions.mention import Mention

_BOTH = 2


@dataclass(slots=True)
class Cluster:
    """The mentions of one agreement, while a page is being read."""

    number: int
    mentions: list[Mention] = field(default_factory=list)
    content: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    known: str | None = None
    plural: bool = False
    fresh: bool = False

    def add(self, mention: Mention) -> None:
        """Takes a mention in and learns from it."""
        self.mentions.append(mention)
        self.content |= mention.content
        self.parties |= set(mention.parties)
        self.around |= mention.around
        own = "own" in mention.name.split()  # "Sweden had signed its own agreement": one of Sweden's
        if own or (mention.brought and len(mention.makers) == _BOTH and len(self.mentions) == 1):
            self.parties |= set(mention.makers)
        self.forms.add(mention.form)
        if mention.year:
            self.years.add(mention.year)
        if mention.made:
            self.made.add(mention.made)
        self.known = self.known or mention.known

    @property
    def old(self) -> bool:
        """Whether it is known to be older than what a page of this day calls new."""
        return any(m.old for m in self.mentions)

    @property
    def proper(self) -> bool:
        """Whether any mention is a name."""
        return any(m.proper for m in self.mentions)
