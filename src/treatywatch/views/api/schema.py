"""The description of the API (OpenAPI 3.1), at ``/schema/openapi.json``."""

from typing import Any

from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, OpenAPIType, Schema, SecurityScheme, Tag
from litestar.plugins import OpenAPISchemaPlugin
from litestar.typing import FieldDefinition

from treatywatch import __version__
from treatywatch.model import Span

BEARER: list[dict[str, list[str]]] = [{"token": []}]
"""What an operation says that needs a token."""
_TAGS = {
    "agreements": "Agreements: their lives, their status in law, where sources disagree.",
    "states": "States and organisations, and how they stand towards agreements.",
    "documents": "Pages as they were read, and new ones.",
    "news": "What was learned lately, and what is to come.",
    "decisions": "What people decided, what waits for their word, and who did what.",
}


class Spans(OpenAPISchemaPlugin):
    """Describes a span as what it is in JSON: a list of its start and its end."""

    @staticmethod
    def is_plugin_supported_type(value: Any) -> bool:
        """Whether this is the type of spans."""
        return value is Span

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: Any) -> Schema:
        """The description of a span."""
        numbers = Schema(type=OpenAPIType.INTEGER, minimum=0)
        return Schema(type=OpenAPIType.ARRAY, items=numbers, min_items=2, max_items=2)


class Tuples(OpenAPISchemaPlugin):
    """Describes a tuple of a fixed length as a list of that length: many makers of clients know no other."""

    def is_plugin_supported_field(self, field_definition: FieldDefinition) -> bool:
        """Whether this is a tuple of several fields, each with a type of its own."""
        return field_definition.origin is tuple and Ellipsis not in field_definition.args

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: Any) -> Schema:
        """The description of the list: each of its items is of one of the types."""
        length = len(field_definition.inner_types)
        kinds = [schema_creator.for_field_definition(one) for one in field_definition.inner_types]
        distinct = [one for number, one in enumerate(kinds) if one not in kinds[:number]]
        items = distinct[0] if len(distinct) == 1 else Schema(any_of=distinct)
        return Schema(type=OpenAPIType.ARRAY, items=items, min_items=length, max_items=length)


def openapi() -> OpenAPIConfig:
    """The description, without any page that would load scripts from elsewhere."""
    token = SecurityScheme(type="http", scheme="bearer", description="A token: treatywatch user token NAME")
    return OpenAPIConfig(
        title="treatywatch",
        version=__version__,
        summary="The sourced lives of international agreements.",
        path="/schema",
        render_plugins=[JsonRenderPlugin(path="/openapi.json")],
        components=Components(security_schemes={"token": token}),
        tags=[Tag(name=name, description=words) for name, words in _TAGS.items()],
        use_handler_docstrings=True,
    )
