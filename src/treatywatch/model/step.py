"""The closed vocabularies: kinds of step, modality, form and kinds of relation."""

from enum import StrEnum


class Step(StrEnum):
    """The kind of an event in an agreement's life; defined with its legal source in ``law/steps.yaml``."""

    PROPOSED = "proposed"
    NEGOTIATED = "negotiated"
    AUTHORISED = "authorised"
    INITIALLED = "initialled"
    ADOPTED = "adopted"
    OPENED = "opened"
    SIGNED = "signed"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RATIFIED = "ratified"
    ACCEDED = "acceded"
    DEPOSITED = "deposited"
    EXCHANGED = "exchanged"
    PROVISIONALLY_APPLIED = "provisionally_applied"
    IN_FORCE = "in_force"
    REGISTERED = "registered"
    AMENDED = "amended"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    DENOUNCED = "denounced"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"
    REJECTED = "rejected"
    BREACHED = "breached"


class Modality(StrEnum):
    """How sure the text is that the thing happened."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


class RelationType(StrEnum):
    """How one agreement bears on another."""

    SUPERSEDES = "supersedes"
    AMENDS = "amends"
    IMPLEMENTS = "implements"
    EXTENDS = "extends"


class BlockLabel(StrEnum):
    """What a stretch of a page is; only ``BODY`` and ``CAPTION`` are read for facts."""

    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    DATELINE = "dateline"
    RELATED = "related"
    BOILERPLATE = "boilerplate"
