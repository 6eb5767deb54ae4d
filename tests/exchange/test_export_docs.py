from pathlib import Path

import msgspec

from treatywatch.service.export import HeldDocument, Holding
from treatywatch.views.exports.rows import Row

TOLD = (Path(__file__).parents[2] / "docs" / "export.md").read_text("utf-8")


def test_every_field_and_column_is_explained() -> None:
    fields = {field.name for kind in (Holding, HeldDocument) for field in msgspec.structs.fields(kind)}
    assert sorted(name for name in {*fields, *Row._fields} if f"`{name}`" not in TOLD) == []
