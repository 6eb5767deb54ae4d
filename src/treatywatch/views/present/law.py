"""Status, next steps and findings as people read them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from treatywatch.service.answers import Entry
from treatywatch.views.present.agreement import cited, verdicts
from treatywatch.views.present.words import Told, joined

if TYPE_CHECKING:
    from treatywatch.law.status.answer import Reason
    from treatywatch.service.status import CheckAnswer, NextAnswer, StatusAnswer


def stage_line(answer: "StatusAnswer") -> Told:
    """The agreement's stage with its reasons."""
    now = answer.status
    known = f"as known on {now.known_by}" if now.known_by else None
    what = joined(_words(now.stage), _since(now.since), _either(now.may_be), f"on {now.as_of}", known)
    return Told(now.since or "", what, _reasons(now.because, answer.sources))


def party_lines(answer: "StatusAnswer") -> list[Told]:
    """Each state's status with its reasons."""
    return [
        Told(
            each.since or "",
            joined(
                each.party,
                _words(each.status),
                *map(_words, each.also),
                f"until {each.until}" if each.until else None,
                _either(each.may_be),
                _periods(each.periods),
            ),
            _reasons(each.because, answer.sources),
        )
        for each in answer.status.parties
    ]


def next_lines(answer: "NextAnswer") -> list[Told]:
    """Each party's next steps: the duty or leave, the provision, and the time there is."""
    return [
        Told(
            each.by or "",
            joined(
                each.party,
                f"{'must' if each.must else 'may'}: {_words(each.step)}" + (" (taken back)" if each.undoes else ""),
                each.body,
                each.law,
                f"within {each.within}" if each.within else None,
            ),
            (
                joined(
                    each.says,
                    None if each.general else each.procedure,
                    "general rule, the state's own procedure is not in the data" if each.general else None,
                    None if each.sure else "the provision is not certain",
                ),
            ),
        )
        for each in answer.next.steps
    ]


def lacking_lines(answer: "NextAnswer") -> list[Told]:
    """What entry into force still lacks."""
    return [Told("", joined(one.party, one.says, article(one.article)), ()) for one in answer.next.missing]


def finding_lines(answer: "CheckAnswer") -> list[Told]:
    """What cannot be or looks wrong, each with the places that tell of it."""
    return [
        Told(
            "",
            joined(
                "impossible" if one.sure else "doubtful",
                ", ".join(one.parties),
                one.says,
                f"Art. {one.article}",
                one.rule,
            ),
            tuple(_quotes(one.acts, answer.sources)),
        )
        for one in answer.findings
    ]


def article(article: str) -> str | None:
    """An article with its treaty: of the Vienna Convention where none is named; None for rules of plain logic."""
    if article == "-":
        return None
    return f"Art. {article}" if article[0].isdigit() else article


def _sureness(sure: bool) -> str:
    return "impossible" if sure else "doubtful"


def _words(value: str) -> str:
    return value.replace("_", " ")


def _since(day: str | None) -> str | None:
    return f"since {day}" if day else None


def _either(may_be: Iterable[str]) -> str | None:
    return " or ".join(map(_words, may_be)) or None


def _periods(periods: tuple[tuple[str | None, str | None], ...]) -> str | None:
    if len(periods) < 2:
        return None
    return "party " + ", ".join(f"{start or '?'} to {end or 'now'}" for start, end in periods)


def _reasons(because: "Iterable[Reason]", sources: Mapping[str, Entry]) -> tuple[str, ...]:
    return tuple(
        line
        for reason in because
        for line in (f"{reason.says} [{article(reason.article)}, {reason.rule}]", *_quotes(reason.acts, sources))
    )


def _quotes(acts: Iterable[str], sources: Mapping[str, Entry]) -> list[str]:
    """Of each act the first place that tells of it, and what people say of it."""
    told = [sources[name] for name in acts if name in sources and sources[name].sources]
    return [f"  {words}" for entry in told for words in (cited(entry.sources[0]), *verdicts(entry))]
