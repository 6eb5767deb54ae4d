"""The steps by which the parser makes its trees: several pages take them together, and none hangs on those beside it.

A step costs the less the more paragraphs take it at once. The network and its weights are the pipeline's own
(``spacy.TransitionBasedParser.v2``); what it makes of the words' vectors is a product for each page, since the last
digits of a product hang on its height.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate, chain, pairwise
from threading import local
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.types import Floats2d, Floats4d

Backwards = Callable[[object], object]


class _Together(local):
    """The pages that take their steps now; each thread has its own."""

    pages: "Sequence[list[Doc]]" = ()


_together = _Together()


class Steps:
    """The component ``parser`` of a pipeline, for paragraphs whose ``tensor`` holds the vectors of their words."""

    def __init__(self, nlp: "Language") -> None:
        from spacy.ml.tb_framework import TransitionModel  # noqa: PLC0415  as for the parser itself
        from thinc.api import Model  # noqa: PLC0415

        self._parser = parser = cast("Any", nlp.get_pipe("parser"))
        whole = parser.model.attrs.get("whole", parser.model)  # another thread may have been here at the same time
        self._narrow = whole.get_ref("tok2vec").layers[-1]
        self._lower = lower = whole.get_ref("lower")
        dims = {name: lower.get_dim(name) for name in ("nF", "nO", "nP", "nI")}
        parser.model = TransitionModel(  # type: ignore[no-untyped-call]
            Model("narrow", self._narrowed, dims={"nI": self._narrow.get_dim("nI"), "nO": dims["nI"]}),
            Model("features", self._features, dims=dims, params={"b": lower.get_param("b")}),
            whole.get_ref("upper"),
            whole.attrs["resize_output"],
            unseen_classes=whole.attrs["unseen_classes"],
        )
        parser.model.attrs["whole"] = whole

    def take(self, pages: Sequence[list["Doc"]]) -> None:
        """Sets the grammar of every paragraph of ``pages``, none of which is empty."""
        docs = list(chain.from_iterable(pages))
        _together.pages = pages
        try:
            self._parser.set_annotations(docs, self._parser.predict(docs))
        finally:
            _together.pages = ()

    def _narrowed(self, model: Any, docs: object, is_train: bool) -> "tuple[Floats2d, Backwards]":
        xp = self._narrow.ops.xp
        pages = [self._narrow.predict(xp.concatenate([doc.tensor for doc in page])) for page in _together.pages]
        return xp.concatenate(pages), _never

    def _features(self, model: Any, narrowed: "Floats2d", is_train: bool) -> "tuple[Floats4d, Backwards]":
        """What a word adds to the sums of a step in each place that it may have there; the first row is no word."""
        ops, weights, pad = self._lower.ops, self._lower.get_param("W"), self._lower.get_param("pad")
        found = ops.alloc2f(len(narrowed) + 1, pad.size, zeros=False)
        found[0] = pad.ravel()
        ends = accumulate((sum(map(len, page)) for page in _together.pages), initial=0)
        for start, end in pairwise(ends):
            ops.gemm(narrowed[start:end], weights.reshape(pad.size, -1), trans2=True, out=found[start + 1 : end + 1])
        return found.reshape(-1, *pad.shape[1:]), _never


def _never(_: object) -> object:
    """What the library wants beside every answer, to learn from it; nothing that only reads asks for it."""
    raise RuntimeError("the pipeline's parser is asked to learn, and only reads here")
