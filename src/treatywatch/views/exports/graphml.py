"""GraphML: agreements and parties as nodes; as edges, who is party to what and what replaces or amends what."""

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from tempfile import SpooledTemporaryFile
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from treatywatch.language.names import state_name
from treatywatch.service.export import Holding

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_KEYS = (
    ("node", "sort", "string"),
    ("node", "label", "string"),
    ("node", "form", "string"),
    ("node", "year", "string"),
    ("node", "documents", "int"),
    ("edge", "relation", "string"),
    ("edge", "modality", "string"),
    ("edge", "sources", "int"),
    ("edge", "quote", "string"),
)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold
_IN_MEMORY = 1 << 24


def write(holdings: Iterable[Holding], out: BinaryIO) -> None:
    """Write all nodes, then all edges, which wait in a temporary file meanwhile."""
    out.write(_HEAD.encode())
    for of, name, kind in _KEYS:
        out.write(f'  <key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'.encode())
    out.write(b'  <graph id="treatywatch" edgedefault="directed">\n')
    parties: set[str] = set()
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as edges:
        for holding in holdings:
            new = [code for code in holding.parties if code not in parties]
            parties.update(new)
            out.writelines(f"{node}\n".encode() for node in (_agreement(holding), *map(_party, new)))
            edges.writelines(f"{edge}\n".encode() for edge in _edges(holding))
        edges.seek(0)
        shutil.copyfileobj(edges, out)
    out.write(b"  </graph>\n</graphml>\n")


def _agreement(holding: Holding) -> str:
    told = {"sort": "agreement", "label": holding.name, "form": holding.form, "year": holding.year}
    return _element("node", f"id={_attribute(holding.key)}", told | {"documents": len(holding.documents)})


def _party(code: str) -> str:
    return _element("node", f"id={_attribute(f'party:{code}')}", {"sort": "party", "label": state_name(code)})


def _edges(holding: Holding) -> Iterator[str]:
    own = _attribute(holding.key)
    for code in holding.parties:
        yield _element("edge", f"source={_attribute(f'party:{code}')} target={own}", {"relation": "party"})
    for each in holding.related:
        if each.outward:
            told = {"relation": each.type.value, "modality": each.modality.value, "sources": len(each.sources)}
            ends = f"source={own} target={_attribute(each.key)}"
            yield _element("edge", ends, told | {"quote": each.sources[0].quote})


def _element(name: str, attributes: str, data: Mapping[str, object]) -> str:
    held = "".join(
        f'<data key="{name}_{key}">{escape(_legal(value))}</data>' for key, value in data.items() if value is not None
    )
    return f"    <{name} {attributes}>{held}</{name}>"


def _attribute(value: str) -> str:
    return quoteattr(_legal(value))


def _legal(value: object) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", str(value))
