"""The agreements around one in the language of Graphviz. The only module that imports pydot."""

from treatywatch.model import InputError, Modality
from treatywatch.service.kinship import Kin, Kinship, Tie
from treatywatch.views.present.plain import plain

try:
    import pydot
except ModuleNotFoundError as error:
    raise InputError(f"writing DOT needs {error.name}: pip install 'treatywatch[pictures]'") from error

_STYLES = {
    Modality.ACTUAL: "solid",
    Modality.PLANNED: "dashed",
    Modality.POSSIBLE: "dotted",
    Modality.NEGATED: "dotted",
}


def dot(found: Kinship) -> bytes:
    """A directed graph in UTF-8: nodes by key with their names, an edge for every relation as sure as it is told."""
    graph = pydot.Dot(graph_type="digraph", graph_name=_quoted("treatywatch"), rankdir="RL", charset=_quoted("UTF-8"))
    for kin in found.kin:
        graph.add_node(_node(kin, asked=kin.key == found.key))
    for tie in found.ties:
        graph.add_edge(_edge(tie))
    text: str = graph.to_string()
    return text.encode()


def _node(kin: Kin, *, asked: bool) -> "pydot.Node":
    width = "2.5" if asked else "1"
    return pydot.Node(_quoted(kin.key), label=_quoted(plain(kin.name)), shape="box", penwidth=width)


def _edge(tie: Tie) -> "pydot.Edge":
    words = tie.type.value if tie.modality is Modality.ACTUAL else f"{tie.type.value} ({tie.modality.value})"
    style = _STYLES[tie.modality]
    return pydot.Edge(_quoted(tie.source), _quoted(tie.target), label=_quoted(words), style=style)


def _quoted(words: str) -> str:
    """A string of the language, in which nothing stands for anything but itself."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
