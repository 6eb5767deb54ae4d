"""The vocabulary every part speaks: frozen values, their JSON Lines form, problems and errors."""

from treatywatch.model.document import Block, Document, Span, content_hash
from treatywatch.model.explained import Explained, Ground
from treatywatch.model.partial_date import bounds, contains, is_partial_date
from treatywatch.model.problem import (
    InputError,
    NotFoundError,
    Problem,
    RegistryError,
    RuleFileError,
    TreatywatchError,
)
from treatywatch.model.reading import Agreement, Event, Mandate, Reading, Relation, Statement
from treatywatch.model.step import BlockLabel, Modality, RelationType, Step
from treatywatch.model.wire import FORMAT_VERSION, from_json, to_json

__all__ = [
    "FORMAT_VERSION",
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
    "RegistryError",
    "Relation",
    "RelationType",
    "RuleFileError",
    "Span",
    "Statement",
    "Step",
    "TreatywatchError",
    "bounds",
    "contains",
    "content_hash",
    "from_json",
    "is_partial_date",
    "to_json",
]
