"""The tables of what follows from the readings: rebuilt at will, never the only place of anything."""

from sqlalchemy import Boolean, Column, Float, Index, Integer, LargeBinary, Table, Text, false

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

sketches = Table(  # what a page's story says, in a few numbers: copies of one story have many of them in common
    "sketches",
    METADATA,
    Column("reading", Integer, primary_key=True),
    Column("sketch", LargeBinary, nullable=False),
)

said = Table(  # the id by which people decide on a relation or a statement, and what they said of it
    "said_facts",
    METADATA,
    Column("reading", Integer, primary_key=True),
    Column("assertion", Integer, primary_key=True),
    Column("fact", Text, nullable=False),
    Column("words", Text),
    Column("kind", Text),  # where people said anything of it: a relation as they read this place …
    Column("modality", Text),
    Column("speaker", Text),  # … or whose statement it is …
    Column("office", Text),
    Column("rejected", Boolean),  # … or that the place says nothing of the kind
    Column("decision", Integer),  # the last word on all places that tell the same relation, …
    Column("verb", Text),
    Column("kind_held", Text),  # … and what these words set
    Column("modality_held", Text),
)
Index("said_facts_fact", said.c.fact)

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
    Column("folded", Text, nullable=False, server_default=""),  # the name as it sorts
    Column("changed", Text, nullable=False, server_default=""),  # when the last page on it was recorded
    Column("stage", Text),  # computed by the law …
    Column("due", Text, nullable=False, server_default=""),  # … to be computed again from this day on; at once if empty
)
Index("agreements_slug", agreements.c.slug)
Index("agreements_listing", agreements.c.passing, agreements.c.documents.desc(), agreements.c.agreement)
Index("agreements_by_name", agreements.c.passing, agreements.c.folded, agreements.c.agreement)
Index("agreements_by_last", agreements.c.passing, agreements.c.last_date, agreements.c.agreement)
# filters, each in the order of lists
_LISTED = (agreements.c.documents.desc(), agreements.c.agreement)
Index("agreements_by_form", agreements.c.passing, agreements.c.form, *_LISTED)
Index("agreements_by_stage", agreements.c.passing, agreements.c.stage, *_LISTED)
Index("agreements_by_year", agreements.c.passing, agreements.c.year, *_LISTED)
Index("agreements_by_changed", agreements.c.passing, agreements.c.changed, agreements.c.agreement)
Index("agreements_due", agreements.c.due)

members = Table(
    "agreement_members",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("reading", Integer, primary_key=True),
    Column("sighting", Integer, primary_key=True),
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

words = Table(  # what an agreement can be looked up by: content words of its names, its year, and under ``party:``,
    # ``state:`` and ``subject:`` its parties, all states told of and its subjects
    "agreement_words",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("agreement", Text, primary_key=True),
)
Index("agreement_words_agreement", words.c.agreement)

texts = Table(  # what full-text search looks at, folded; the database keeps its index of it, INDEX, by itself
    "agreement_texts",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("agreement", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("states", Text, nullable=False),
    Column("said", Text, nullable=False),  # every word of the evidence once
)
Index("agreement_texts_agreement", texts.c.agreement, unique=True)
INDEX = "agreement_index"
"""The full-text index of :data:`texts`, which each database makes in its own way; its tables' names begin so."""

ranks = Table(  # by the number of its texts, what a search needs of an agreement to sort its hits
    "agreement_ranks",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("agreement", Text, nullable=False),
    Column("passing", Boolean, nullable=False),
    Column("documents", Integer, nullable=False),
)
Index("agreement_ranks_agreement", ranks.c.agreement, unique=True)

standings = Table(  # how each state stands, computed by the law with the agreement's stage
    "agreement_standings",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("state", Text, primary_key=True),
    Column("status", Text, nullable=False),
    Column("since", Text),
)
Index("agreement_standings_state", standings.c.state, standings.c.agreement)

dates = Table(  # days that matter, past and to come, computed by the law with the agreement's stage
    "agreement_dates",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("day", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("party", Text),
    Column("law", Text, nullable=False),
    Column("mark", Text, nullable=False),  # what tells it from others of the same agreement and what
)
Index("agreement_dates_day", dates.c.day)

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

_EXPECTED = steps.c.modality.in_(["planned", "possible"])
Index("agreement_steps_expected", steps.c.date, sqlite_where=_EXPECTED, postgresql_where=_EXPECTED)

step_sources = Table(
    "agreement_step_sources",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("step", Integer, primary_key=True),
    Column("reading", Integer, primary_key=True),
    Column("assertion", Integer, primary_key=True),
    Column("fact", Text, nullable=False, server_default=""),  # the id of what this place tells of this step
    Column("reread", Text),  # what a person read there
    Column("day", Text),  # when the step was taken by this place, whose year follows from other pages
)
Index("agreement_step_sources_fact", step_sources.c.fact)
Index("agreement_step_sources_assertion", step_sources.c.reading, step_sources.c.assertion)

wholes = Table(  # the agreement with its names, pages, members and steps in one piece, as derive.packed has it
    "agreement_wholes",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("whole", LargeBinary, nullable=False),
)

candidates = Table(  # agreements that may be one, and are not held to be
    "agreement_candidates",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("points", Float, nullable=False),
    Column("because", Text, nullable=False),
)
Index("agreement_candidates_other", candidates.c.other)

KEYED = (candidates, wholes, step_sources, steps, dates, standings, ranks, texts, words, names, members, agreements)
DERIVED = (*KEYED, blocks, sketches, said)
