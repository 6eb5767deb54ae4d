"""The vocabulary every part speaks: frozen values, their JSON Lines form, problems and errors."""

from treatywatch.model.alike import alike
from treatywatch.model.document import Block, Document, Span, content_hash
from treatywatch.model.explained import Explained, Ground
from treatywatch.model.partial_date import bounds, contains, is_day_of_year, is_partial_date
from treatywatch.model.problem import (
    InputError,
    NotFoundError,
    Problem,
    RefusedError,
    RegistryError,
    RuleFileError,
    TreatywatchError,
)
from treatywatch.model.reading import Agreement, Event, Mandate, Reading, Relation, Statement
from treatywatch.model.step import BlockLabel, Modality, RelationType, Step
from treatywatch.model.wire import FORMAT_VERSION, from_json, to_json
from treatywatch.model.word import (
    FIELDS,
    SAID_FIELDS,
    VERBS,
    RelationView,
    Reread,
    Sort,
    StatementView,
    Value,
    View,
    Word,
)

__all__ = [
    "FIELDS",
    "FORMAT_VERSION",
    "SAID_FIELDS",
    "VERBS",
    "Agreement",
    "Block",
    "BlockLabel",
    "Document",
    "Event",
    "Explained",
    "Ground",
    "InputError",
    "Mandate",
    "Modality",
    "NotFoundError",
    "Problem",
    "Reading",
    "RefusedError",
    "RegistryError",
    "Relation",
    "RelationType",
    "RelationView",
    "Reread",
    "RuleFileError",
    "Sort",
    "Span",
    "Statement",
    "StatementView",
    "Step",
    "TreatywatchError",
    "Value",
    "View",
    "Word",
    "alike",
    "bounds",
    "contains",
    "content_hash",
    "from_json",
    "is_day_of_year",
    "is_partial_date",
    "to_json",
]
