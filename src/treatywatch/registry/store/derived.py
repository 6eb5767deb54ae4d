"""The tables of what follows from the readings: rebuilt at will, never the only place of anything."""

from sqlalchemy import Boolean, Column, Float, Index, Integer, Table, Text, false

from treatywatch.registry.store.tables import METADATA

pending = Table(  # readings that identity has not seen yet
    "pending",
    METADATA,
    Column("reading", Integer, primary_key=True),
)

state = Table(  # under which rules the tables below were made
    "derived_state",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

blocks = Table(  # sightings that share a block may be one agreement; others are never compared
    "identity_blocks",
    METADATA,
    Column("block", Text, primary_key=True),
    Column("sides", Text, primary_key=True),  # those of one block with different sides are not compared either
    Column("reading", Integer, primary_key=True),
    Column("sighting", Integer, primary_key=True),
)
Index("identity_blocks_sighting", blocks.c.reading, blocks.c.sighting)

agreements = Table(
    "agreements",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("slug", Text, nullable=False, server_default=""),  # the key, unless several agreements would have it:
    Column("marked", Text, nullable=False, server_default=""),  # then this one
    Column("name", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("laterality", Text, nullable=False),
    Column("parties", Text, nullable=False),
    Column("year", Text),
    Column("unresolved", Boolean, nullable=False),
    Column("passing", Boolean, nullable=False),  # no step of its life is told: mentioned only
    Column("last_kind", Text),
    Column("last_date", Text),
    Column("documents", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
)
Index("agreements_slug", agreements.c.slug)
Index("agreements_listing", agreements.c.passing, agreements.c.documents.desc(), agreements.c.agreement)

members = Table(
    "agreement_members",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("reading", Integer, primary_key=True),
    Column("sighting", Integer, primary_key=True),
    Column("because", Text, nullable=False),
)
Index("agreement_members_sighting", members.c.reading, members.c.sighting)

names = Table(
    "agreement_names",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),  # cut to what both databases can index
    Column("uses", Integer, nullable=False),
)
Index("agreement_names_folded", names.c.folded)

words = Table(  # what an agreement can be looked up by: content words of its names, codes of its parties, its year
    "agreement_words",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("agreement", Text, primary_key=True),
)
Index("agreement_words_agreement", words.c.agreement)

steps = Table(
    "agreement_steps",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("step", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("parties", Text, nullable=False),
    Column("date", Text),
    Column("place", Text),
    Column("body", Text),
    Column("fulfilled", Boolean, nullable=False),
    Column("differ", Text, nullable=False),
    Column("decided", Text),  # what people said of it …
    Column("machine", Text),  # … and what it would be without that
    Column("rejected", Boolean, nullable=False, server_default=false()),  # a person said that it is not so
)

step_sources = Table(
    "agreement_step_sources",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("step", Integer, primary_key=True),
    Column("reading", Integer, primary_key=True),
    Column("assertion", Integer, primary_key=True),
    Column("fact", Text, nullable=False, server_default=""),  # the id of what this place tells of this step
    Column("reread", Text),  # what a person read there
)
Index("agreement_step_sources_fact", step_sources.c.fact)
Index("agreement_step_sources_assertion", step_sources.c.reading, step_sources.c.assertion)

candidates = Table(  # agreements that may be one, and are not held to be
    "agreement_candidates",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("points", Float, nullable=False),
    Column("because", Text, nullable=False),
)
Index("agreement_candidates_other", candidates.c.other)

KEYED = (candidates, step_sources, steps, words, names, members, agreements)
DERIVED = (*KEYED, blocks)
