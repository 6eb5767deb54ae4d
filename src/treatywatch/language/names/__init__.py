"""Names: which states, organisations, organs, offices and people the words of a text stand for."""

from treatywatch.language.names.find import find_names
from treatywatch.language.names.name import Name
from treatywatch.language.names.organs import house_of, organ_of
from treatywatch.language.names.tables import (
    alpha_2,
    is_organisation,
    members,
    spellings,
    state_name,
    successor,
    words_for_states,
)

__all__ = [
    "Name",
    "alpha_2",
    "find_names",
    "house_of",
    "is_organisation",
    "members",
    "organ_of",
    "spellings",
    "state_name",
    "successor",
    "words_for_states",
]
