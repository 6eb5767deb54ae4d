"""What pages tell, step by step: each with its places, as elements of a list.

Written here and not in a template: it is a third of the work of a page of an agreement, and thrice as quick.
"""

from collections.abc import Iterable, Sequence

from treatywatch.model import Mandate
from treatywatch.service.answers import Entry
from treatywatch.views.present.decisions import verdict
from treatywatch.views.web.markup import Markup, escape, markup
from treatywatch.views.web.moment import Moment
from treatywatch.views.web.told import actors, briefly, fact, sign, source

_SHOWN, _ALL_WHOLE, _WHOLE, _MOST = 40, 20, 8, 200  # steps: shown at once, whole if so few, else the first, in all
_PLACES, _BRIEF = 2, 3  # places shown at once, and of a step on one line
_DAY = len("2026-01-20")
_MODALITIES = {"planned": "planned", "possible": "possible", "negated": "not so, pages say"}


def told_steps(entries: Sequence[Entry], when: Moment) -> Markup:
    """Steps in their order: the first ones with their words, many more on one line each.

    Days of what has happened are links to the status on them; ``when`` is the moment that the page shows.
    """
    whole = len(entries) if len(entries) <= _ALL_WHOLE else _WHOLE
    listed = (_step(one, when) if at < whole else _brief(one) for at, one in enumerate(entries[:_SHOWN]))
    return markup('<ol class="steps">', *listed, "</ol>\n", *_more(entries))


def told_step(one: Entry, rejected: bool = False) -> Markup:
    """One step as an element of a list, or one that people hold not to be so."""
    return markup(_step(one, None, rejected))


def _more(entries: Sequence[Entry]) -> Iterable[str]:
    if len(entries) > _SHOWN:
        yield f'<details class="many"><summary>{len(entries) - _SHOWN} more</summary><ol class="steps">'
        yield from map(_brief, entries[_SHOWN:_MOST])
        yield "</ol>\n"
        if len(entries) > _MOST:
            yield f'<p class="soft">{len(entries) - _MOST} further steps are in the file of all steps.</p>'
        yield "</details>\n"


def _step(one: Entry, when: Moment | None, rejected: bool = False) -> str:
    place = f" · <bdi>{escape(one.place)}</bdi>" if one.place else ""
    return "".join(
        (
            f'<li id="fact-{escape(one.fact)}" class="step {"rejected" if rejected else one.modality.value}">\n',
            f'<div class="when">{_when(one)}{_then(one, when)}</div>\n<div class="what">\n',
            f"<h3>{sign(one.modality.value)}{_words(one.kind.value)}{_tags(one, rejected)} {fact(one.fact)}</h3>\n",
            f'<p class="soft">{actors(one.parties, one.body)}{place}</p>\n',
            _mandate(one.mandate) if one.mandate else "",
            *(f'<p class="differ">≠ {escape(words)}</p>' for words in one.differ),
            *map(source, one.sources[:_PLACES]),
            *_other_places(one),
            *(f'<p class="decided">{escape(verdict(word))}</p>' for word in one.decided),
            "</div>\n</li>\n",
        )
    )


def _brief(one: Entry) -> str:
    """The step on one line, its words left to the pages that tell of it: for the many steps of a large agreement."""
    places = ", ".join(map(briefly, one.sources[:_BRIEF]))
    return (
        f'<li id="fact-{escape(one.fact)}" class="step brief {one.modality.value}">\n'
        f'<div class="when">{_when(one)}</div>\n<div class="what">{sign(one.modality.value)}'
        f"<b>{_words(one.kind.value)}</b> {actors(one.parties, one.body)}{_differ(one)}\n{places}</div>\n</li>\n"
    )


def _when(one: Entry) -> str:
    if not one.date:
        return '<span class="soft">no date</span>'
    day = escape(one.date)
    return f'<time datetime="{day}">{day}</time>'


def _then(one: Entry, when: Moment | None) -> str:
    if when is None or one.date is None or len(one.date) != _DAY or one.modality.value != "actual":
        return ""
    return f'<a class="then" href="{escape(when.at(one.date))}">status then</a>'


def _tags(one: Entry, rejected: bool) -> str:
    modality, tag = one.modality.value, ""
    if rejected:
        tag = ' <span class="tag">rejected by a person</span>'
    elif modality in _MODALITIES:
        tag = f' <span class="tag {modality}">{_MODALITIES[modality]}</span>'
    return tag + _differ(one)


def _differ(one: Entry) -> str:
    return ' <span class="flag">sources differ</span>' if one.differ else ""


def _mandate(one: Mandate) -> str:
    who = escape(one.who or "Someone")
    return f'<p>{who} may still change: <q dir="auto">{escape(one.allows)}</q></p>\n'


def _other_places(one: Entry) -> Iterable[str]:
    more = len(one.sources) - _PLACES
    if more > 0:
        yield f"\n<details><summary>{more} more {'place tells' if more == 1 else 'places tell'} of it</summary>\n"
        yield from map(source, one.sources[_PLACES:])
        yield "</details>\n"


def _words(value: str) -> str:
    return escape(value.replace("_", " "))
