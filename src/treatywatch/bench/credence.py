"""``make weights`` (``python -m treatywatch.bench.credence``): weigh anew the signs by which steps are believed.

Logistic regression over every step that the reader finds where careful readers have read as well: the development
corpus and the pages of our own, both without the agreements kept from view, the texts written for it (the half that is
looked at), the real pages that were read whole (not those that are drawn on), the short pages of the tests
and the examples of the rules. A step counts as right where they found one of the same kind and modality in some of the
same words. How well steps are told apart is worked out on pages that took no part in the weighing, a fifth at a time,
all pages of an agreement together. Rules were mended on the very pages that were read whole, so that fewer steps are
wrong there than on pages that nobody saw, and what is printed for them is too good.

The only module that imports scikit-learn, which is needed for weighing and not for reading.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from treatywatch.bench import accuracy, judged, own_pages, written
from treatywatch.bench.cases import cases, fits
from treatywatch.bench.corpus import corpus
from treatywatch.bench.told import Told, is_told
from treatywatch.bench.whole import read_whole
from treatywatch.model import Document, Modality, Step
from treatywatch.reading import read, weighed
from treatywatch.reading.events.rule import event_rules

_OFTEN = 5  # times that a sign must be met to be weighed
_STRENGTH = 0.1  # inverse of the L2 penalty
_PARTS = 5
_COUNTS = {"real": 2.0, "cases": 8.0, "examples": 0.5, "read whole": 0.5, "sentences": 0.5}  # what a step counts
_TEXTS = {
    "paragraphs": written.paragraphs,
    "sentences": written.sentences,
    "short texts": written.short_texts,
    "pages": written.pages,
}
_WEIGHTS = Path("src", "treatywatch", "reading", "credence", "weights.yaml")


class Weighed(NamedTuple):
    """A step with its signs: ``where`` it was read, whose pages it goes ``with``, whether it is ``right``."""

    where: str
    with_: str
    signs: frozenset[str]
    right: bool


def main(arguments: list[str] | None = None) -> int:
    """Weigh, write the weights into the checkout, and say how well steps are told apart."""
    asked = _parser().parse_args(arguments)
    steps = [*_retold(asked.shared), *_own(), *_written(), *_read_whole(asked.shared)]
    steps += [*_cases(asked.into), *_examples()]
    for line in _told_apart(steps):
        print(line)
    _write(asked.into / _WEIGHTS, steps, asked.enough)
    return 0


def _retold(shared: Path) -> Iterator[Weighed]:
    lines = (shared / "corpus" / "dev" / "gold.jsonl").read_text("utf-8").splitlines()
    gold = {row["id"]: row["events"] for row in map(json.loads, lines)}
    for page in corpus(shared, "dev"):
        if page.id.startswith(accuracy.kept_from_view()):
            continue
        yield from _of_page("retold", page.id.partition("/")[0], page, _told(page, gold[page.id]))


def _own() -> Iterator[Weighed]:
    for name, pages in own_pages.agreements().items():
        for page in pages if name not in own_pages.kept_from_view() else ():
            document = own_pages.document(page)
            yield from _of_page("own", name, document, _told(document, page["events"]))


def _told(page: Document, gold: Iterable[dict[str, Any]]) -> Iterator[Told]:
    """The steps of a page's gold by where their evidence stands."""
    for each in gold:
        start = page.text.find(each["evidence"])
        yield Told(page.id, start, start + len(each["evidence"]), Step(each["kind"]), Modality(each["modality"]))


def _of_page(
    where: str, with_: str, page: Document, told: Iterable[Told], up_to: int | None = None
) -> Iterator[Weighed]:
    """The steps that the reader finds in what was read of a page: its first ``up_to`` characters, or all."""
    every = tuple(told)
    for event, signs in weighed(page):
        if up_to is None or event.span.end <= up_to:
            yield Weighed(where, with_, signs, any(is_told(event, each) for each in every))


def _written() -> Iterator[Weighed]:
    for where, texts in _TEXTS.items():
        for text in texts():
            if text.kept_from_view:
                continue
            yield from _of_page(where, text.text, Document("written", text.text), text.told)


def _read_whole(shared: Path) -> Iterator[Weighed]:
    """The pages on which steps had been found before, and the others: they are seldom right there."""
    told = _told_on_real_pages()
    found_before = {each.page for each in judged.seen().events}
    for page in corpus(shared, "wild"):
        if page.id in told:
            where = "real" if page.id in found_before else "read whole"
            yield from _of_page(where, page.id, page, told[page.id], read_whole().up_to)


def _told_on_real_pages() -> dict[str, list[Told]]:
    """The steps of each page read whole, with those that were judged right when single steps were judged."""
    whole, seen = read_whole(), judged.seen()
    told: dict[str, list[Told]] = {page: [] for page in whole.pages}
    for each in (*whole.told, *seen.instead, *seen.missed, *(one for one in seen.events if one.step)):
        told[each.page].append(each)
    return told


def _cases(checkout: Path) -> Iterator[Weighed]:
    for case in cases(checkout):
        names = {agreement.key: agreement.name for agreement in read(case.page).agreements}
        for event, signs in weighed(case.page):
            right = any(fits(each, event, names) for each in case.given)
            if right or any(fits(each, event, names) for each in case.kept_out):
                yield Weighed("cases", case.place, signs, right)


def _examples() -> Iterator[Weighed]:
    for rule in event_rules():
        for number, text in enumerate(rule.examples):
            for event, signs in weighed(Document(f"{rule.name}/{number}", text)):
                if rule.name in event.rules:
                    yield Weighed("examples", rule.name, signs, right=True)


def _told_apart(steps: Sequence[Weighed]) -> Iterator[str]:
    likely = _unseen(steps)
    for where in dict.fromkeys(step.where for step in steps):
        own = [(step.right, chance) for step, chance in zip(steps, likely, strict=True) if step.where == where]
        right = sum(each for each, _ in own)
        yield f"{where}: {len(own)} steps, {right / len(own):.3f} right"
        for least in (0.3, 0.4, 0.5, 0.6, 0.7):
            kept = [each for each, chance in own if chance >= least]
            yield f"  from {least}: {sum(kept) / len(kept):.3f} right, {sum(kept) / right:.3f} of the right ones kept"


def _unseen(steps: Sequence[Weighed]) -> list[float]:
    """The credence of each step by weights that its page took no part in."""
    models = [_fitted([step for step in steps if _part(step) != part]) for part in range(_PARTS)]
    return [float(models[_part(step)].predict_proba([dict.fromkeys(step.signs, 1)])[0][1]) for step in steps]


def _part(step: Weighed) -> int:
    return int(hashlib.sha256(step.with_.encode()).hexdigest(), 16) % _PARTS


def _fitted(steps: Sequence[Weighed]) -> Pipeline:
    met = Counter(sign for step in steps for sign in step.signs)
    signs = [{sign: 1 for sign in step.signs if met[sign] >= _OFTEN} for step in steps]
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", max_iter=1000, random_state=0)
    counts = [_COUNTS.get(step.where, 1.0) for step in steps]
    right = [step.right for step in steps]
    return make_pipeline(DictVectorizer(sparse=False), model).fit(
        signs, right, logisticregression__sample_weight=counts
    )


def _write(path: Path, steps: Sequence[Weighed], enough: float) -> None:
    often, model = (part for _, part in _fitted(steps).steps)
    named = zip(often.feature_names_, model.coef_[0], strict=True)
    rows = [f"  {json.dumps(name)}: {weight:.2f}" for name, weight in named]
    counted = Counter(step.where for step in steps)
    path.write_text(
        "# Written by make weights; do not edit. What each sign of a step adds to the log-odds that a careful reader\n"
        "# finds the step on the page as well.\n"
        "source: >\n"
        f"  logistic regression over {counted['retold']} steps of the development corpus, {counted['own']} of our own\n"
        f"  pages, {', '.join(f'{counted[name]} of {name}' for name in _TEXTS)} written for it,\n"
        f"  {counted['real']} of real pages with steps and {counted['read whole']} of others, read whole,\n"
        f"  {counted['cases']} of the tests' short pages and {counted['examples']} of the rules' examples\n"
        f"enough: {enough}\nbias: {model.intercept_[0]:.2f}\nweights:\n" + "\n".join(rows) + "\n",
        "utf-8",
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m treatywatch.bench.credence", description=(__doc__ or "").split("\n\n")[0]
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder of corpora")
    parser.add_argument("--into", type=Path, default=Path(), help="the checkout whose weights are written")
    parser.add_argument("--enough", type=float, default=0.55, help="the credence from which a step is given (0 to 1)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
