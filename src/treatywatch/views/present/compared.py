"""Registers beside the news, for people."""

from collections.abc import Iterable

from treatywatch.language.names import state_name
from treatywatch.service.compare_register import Compared, Verdict, Word
from treatywatch.views.present.agreement import cited
from treatywatch.views.present.words import Told, joined

_SAYS = {
    Verdict.REGISTER_ONLY: "only a register knows",
    Verdict.NEWS_ONLY: "only the news know",
    Verdict.DATES_DIFFER: "the dates differ",
}


def compared_lines(found: Iterable[Compared]) -> list[Told]:
    """Each step with its party, the verdict, and the words of each side under its date."""
    return [
        Told(
            when=next((word.date for word in (*each.register, *each.news) if word.date), ""),
            what=joined(each.kind.replace("_", " "), ", ".join(map(state_name, each.parties)), _SAYS[each.verdict]),
            quotes=(*_side("register", each.register), *_side("news", each.news)),
        )
        for each in found
    ]


def _side(name: str, words: tuple[Word, ...]) -> list[str]:
    return [f"{name}, {word.date or 'no date'}: {cited(source)}" for word in words for source in word.sources]
