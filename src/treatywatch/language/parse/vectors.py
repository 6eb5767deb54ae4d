"""The vectors of a page's words, which the tagger and the parser look at.

The network and its weights are the pipeline's own (``spacy.Tok2Vec.v2``: hashed features of a word's form are mixed,
then layers look at the words beside). It does half the work: what a form adds is worked out once for all its words,
and the layers are sums over one matrix of all paragraphs.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.types import Floats1d, Floats2d, Ints2d

_KEPT = 50_000
"""How many forms are remembered at most: some 35 megabytes."""

_HEIGHT = 16
"""Forms worked out together: the last digits of a product hang on its height, so that it is always the same."""

_EPSILON = 1e-8  # added to variances when the network was trained


class _Layer(NamedTuple):
    """Adds to a vector the largest of several sums over itself and its neighbours, normalised."""

    sums: "list[tuple[Floats2d, Floats1d]]"
    scale: "Floats1d"
    shift: "Floats1d"


class Vectors:
    """The component ``tok2vec`` of a pipeline: its own vectors, whatever was read before."""

    def __init__(self, nlp: "Language") -> None:
        model: Any = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
        forms, beside = model.layers
        features, _, hashed, mixed, _ = forms.layers
        self._features = features.attrs["columns"]
        self._hashed, self._mixed = hashed.layers[0], mixed.layers[0]
        self._layers = [_layer(each) for each in beside.layers[0].layers]
        self._gap = model.ops.alloc2f(beside.attrs["pad"], beside.get_dim("nO"))  # so that no paragraph sees the next
        self._ops = model.ops
        self._known: dict[bytes, Floats2d] = {}

    def give(self, docs: Sequence["Doc"]) -> None:
        """Sets the ``tensor`` of each of ``docs``, none of which is empty."""
        rows = [self._gap]
        for doc in docs:
            rows += [*self._of_forms(doc), self._gap]
        vectors = self._ops.xp.concatenate(rows)
        for layer in self._layers:
            vectors += self._beside(layer, vectors)
        end = 0
        for doc in docs:
            start = end + len(self._gap)
            end = start + len(doc)
            doc.tensor = vectors[start:end]

    def _of_forms(self, doc: "Doc") -> "list[Floats2d]":
        """What the form of each word adds, as one row."""
        if len(self._known) > _KEPT:
            self._known.clear()
        features: Any = doc.to_array(self._features)
        forms = [row.tobytes() for row in features]
        new = {form: at for at, form in enumerate(forms) if form not in self._known}
        self._work_out(list(new), features[list(new.values())])
        return [self._known[form] for form in forms]

    def _work_out(self, forms: Sequence[bytes], features: "Ints2d") -> None:
        for start in range(0, len(forms), _HEIGHT):
            some = forms[start : start + _HEIGHT]
            hashed = self._hashed.predict(features[start : start + _HEIGHT])
            whole = self._ops.alloc2f(_HEIGHT, hashed.shape[1])
            whole[: len(some)] = hashed
            self._known.update(zip(some, self._mixed.predict(whole)[:, None], strict=False))

    def _beside(self, layer: _Layer, vectors: "Floats2d") -> "Floats2d":
        windows = self._ops.seq2col(vectors, 1)
        first, *others = (windows @ weights + bias for weights, bias in layer.sums)
        for other in others:
            self._ops.xp.maximum(first, other, out=first)
        first -= first.mean(axis=1, keepdims=True)
        variance = (first * first).mean(axis=1, keepdims=True) + _EPSILON
        seen: Floats2d = first * variance**-0.5 * layer.scale + layer.shift
        return seen


def _layer(residual: Any) -> _Layer:
    _, dense = residual.layers[0].layers
    maxout, norm = dense.layers[0].layers
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    sums = [(weights[:, piece].T.copy(), bias[:, piece].copy()) for piece in range(maxout.get_dim("nP"))]
    return _Layer(sums, norm.get_param("G"), norm.get_param("b"))
