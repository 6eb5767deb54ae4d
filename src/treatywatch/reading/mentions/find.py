"""Finds the noun phrases of a page that may name an international agreement."""

import calendar
import re
from collections.abc import Iterable, Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Span
from treatywatch.reading.mentions.additions import additions
from treatywatch.reading.mentions.around import spoken_around
from treatywatch.reading.mentions.beside import Beside, names_beside
from treatywatch.reading.mentions.brought import handed_between, is_made, makers
from treatywatch.reading.mentions.compact import compact
from treatywatch.reading.mentions.each import by_side, by_year
from treatywatch.reading.mentions.founding import founding, titled
from treatywatch.reading.mentions.known import named_in_brackets, stands_in_brackets, title_of_known
from treatywatch.reading.mentions.made import year_made
from treatywatch.reading.mentions.mention import Mention
from treatywatch.reading.mentions.nouns import nouns
from treatywatch.reading.mentions.ones import ones
from treatywatch.reading.mentions.others import is_at_home, is_between_others, is_meeting, is_note, is_of_a_measure
from treatywatch.reading.mentions.ratified import ratified
from treatywatch.reading.mentions.short import short_names
from treatywatch.reading.mentions.taken_up import taken_up
from treatywatch.reading.mentions.talks import talks_on_new
from treatywatch.reading.mentions.title import Title, title_around

_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")
_REACH = 30
_BROKERS = re.compile(r"[-‐‑ ](?:brokered|mediated|sponsored|backed|supervised|facilitated|hosted|drafted|led)\b", re.I)
_PLACED = re.compile(r"\b(?:at|in) [A-Z][\w.'’ -]*, \Z")  # "a peace accord at Esquipulas, Guatemala"
_SIDES = re.compile(r"\b(?:between|with)\b")
_MONTH = re.compile(rf" of ({'|'.join(calendar.month_name[1:])})\b(?! \d)")  # "the deal of July"
_AGE = re.compile(r"\d+-year-old", re.I)


def find_mentions(
    page: Parsed,
    names: Sequence[Name],
    known: Sequence[tuple[int, int, str]] = (),
    old: frozenset[str] = frozenset(),
    today: str | None = None,
) -> list[Mention]:
    """Every candidate in text order.

    ``known`` are ``(start, end, key)`` of agreements recognised by their own names, ``old`` the keys of those that had
    long been made on ``today``, the day of the page.
    """
    joined = tuple(founding(page, names))
    known = sorted((*known, *((each.start, each.end, each.key) for each in joined)))
    found: dict[int, Mention] = {}
    taken: list[Title] = []
    done_to = dict.fromkeys((*compact(page, names), *additions(page, known)), "weak") | ratified(page, names)
    own = {
        word.i: (start, key)
        for start, end, key in reversed(known)
        for word in page.between(start, end)
        if start <= word.start and word.end <= end
    }
    for word in page.words:
        noun = _noun(word)
        own_from, acronym = own.get(word.i, (word.end, None))
        if noun is None and acronym is None and word.i not in done_to:
            continue
        if acronym is not None and any(start <= word.start and word.end < end for start, end, _ in known):
            continue  # within a known name, not its last word
        if acronym is not None and noun is None and stands_in_brackets(page, word):
            continue  # "Forces (INF) Treaty": the noun behind it makes the mention
        if any(title.start <= word.start < title.end for title in taken):
            continue
        if noun is not None and _excluded(page, word, noun, names):
            continue
        title = title_around(page, word, names, closed=noun is not None and nouns().forms[noun]["weight"] == "anaphor")
        if acronym is not None:
            title = title_of_known(page, word, known, title)
        else:
            acronym = named_in_brackets(page.text, known, title)
        if acronym is None and (is_at_home(page, title) or is_between_others(page.text, title, names)):
            continue
        taken.append(title)
        made = _mention(page, word, noun or "", title, names, acronym, own_from)
        made = made._replace(weight=done_to[word.i]) if noun is None and acronym is None else made
        if acronym is None and _is_loose(word, made, found.values()):
            continue
        for mention in by_year(page, made):
            found[mention.head] = mention._replace(old=mention.known in old)
    _name_beside(page, found, names)
    later = [*short_names(page, tuple(found.values()), names), *ones(page, tuple(found.values()), names)]
    later += taken_up(page, [found[i] for i in done_to if i in found], tuple(found.values()))
    later += talks_on_new(page, tuple(found.values()), names, today)
    found = {mention.head: mention for mention in reversed(later)} | found
    told = by_side(page, [titled(found[i], joined) for i in sorted(found)], names)
    return spoken_around(page, told, names)


def _name_beside(page: Parsed, found: dict[int, Mention], names: Sequence[Name]) -> None:
    """Adds to ``found`` the names that stand beside descriptions, or links the two where both were found."""
    for beside in names_beside(page, {m.head: m.span for m in found.values() if not m.proper}, names):
        named = next((m.head for m in found.values() if m.span.start < beside.span.end <= m.span.end), None)
        if named is None:
            found[beside.head] = _beside(page, found[beside.of], beside)
        else:
            found[beside.of] = found[beside.of]._replace(beside=named)


def _beside(page: Parsed, mention: Mention, beside: Beside) -> Mention:
    """The name that stands beside a description, as a mention of its own of the same agreement."""
    name = beside.span.quote(page.text)
    return mention._replace(
        head=beside.head,
        span=beside.span,
        name=name,
        proper=True,
        definite=True,
        fresh=False,
        content=_content_words(name, (), 0),
        parties=(),
        year=None,
        beside=mention.head,
    )


def _noun(word: Word) -> str | None:
    if (word.pos not in {"NOUN", "PROPN"} and not word.text[:1].isupper()) or word.tag == "VBG":
        return None
    table = nouns().forms
    for form in (word.lower, word.lemma, word.lower.removesuffix("s")):
        if form in table and (form.upper() not in nouns().acronyms or word.text[:2].isupper()):
            return form
    return None


def _is_loose(word: Word, mention: Mention, before: Iterable[Mention]) -> bool:
    """Whether the noun is an acronym of a kind of agreement whose sides nothing tells ("the EPA banned the paint")."""
    short = word.text.removesuffix("s")
    told = mention.parties or mention.makers or any(other.parties and short in other.name.split() for other in before)
    return short in nouns().acronyms and not told


def _excluded(page: Parsed, word: Word, noun: str, names: Sequence[Name]) -> bool:
    table = nouns()
    before = page.words[word.i - 1].lower if word.i else ""
    after = page.words[word.i + 1].lower if word.i + 1 < len(page.words) else ""
    phrase = page.text[word.start : word.end + _REACH].lower()
    if table.forms[noun]["weight"] == "anaphor" and is_of_a_measure(page, word):
        return True
    if table.forms[noun]["noun"] == "memorandum" and is_note(page, word, names):
        return True
    if noun in table.rules_of_conduct and word.tag == "NN" and not page.words[word.i].children and before != "the":
        return True  # "broke protocol", "by convention": the rules of conduct
    if noun == "convention" and word.text.islower() and is_meeting(page, word):
        return True
    return (
        (noun in table.only_after and before not in table.only_after[noun])
        or before in table.never_before.get(noun, ())
        or after in table.never_after.get(noun, ())
        or phrase.startswith(table.not_agreements)
    )


def _mention(
    page: Parsed, word: Word, noun: str, title: Title, names: Sequence[Name], known: str | None, own_from: int
) -> Mention:
    """The mention at ``word``; a known name begins at ``own_from``, and what stands before it describes it."""
    table = nouns()
    named = _named_noun(page, title) if known is not None and not noun else None
    noun = _noun(named) or noun if named is not None else noun
    form = table.forms.get(noun, {"noun": "agreement", "weight": "strong"})
    name = page.text[title.name_start : title.end]
    inside = [n for n in names if title.start <= n.start and n.end <= title.end]
    words = _content_words(name, [n for n in inside if not _is_place_of_name(page.text, n, title)], title.name_start)
    lowered = {w.lower for w in page.between(title.start, own_from)}
    year = _YEAR.search(name)
    return Mention(
        head=word.i,
        span=Span(title.name_start, title.end),
        name=name,
        form=form["noun"],
        weight=_weight(word, noun, form["weight"], own=known is not None and own_from <= word.start),
        proper=known is not None or _is_name(page, word, inside),
        definite=title.determiner in {"the", "this", "that", "its", "their", "these", "those", "his", "both", "'s"},
        plural=(named or word).tag in {"NNS", "NNPS"} or noun == "memoranda",
        fresh=bool(lowered & table.fresh),
        content=words,
        parties=_parties(page.text, inside, word) or handed_between(page, word, names),
        year=year[0] if year else None,
        made=year[0] if year else year_made(page, word, title),
        age=_age(lowered) or ("aged" if _is_reworked(page, word) else ""),
        one_sided=" with " in name and all(n.start > word.end for n in inside if n.kind in {"state", "demonym"}),
        known=None if lowered & table.fresh else known,
        rank=next(iter(sorted(lowered & table.ranks)), ""),
        brought=title.determiner in {"a", "an"} and is_made(page, word),
        makers=makers(page, word, names),
        indefinite=title.determiner in {"a", "an"},
        month=month[1] if (month := _MONTH.match(page.text, title.end)) else "",
    )


def _weight(word: Word, noun: str, weight: str, *, own: bool) -> str:
    """The weight of the noun in the table; ``own`` is one that a known name ends with ("the NAFTA renegotiation")."""
    if own and weight == "anaphor":
        return "strong"
    return "anaphor" if noun in nouns().capital and not word.text[:1].isupper() else weight


def _named_noun(page: Parsed, title: Title) -> Word | None:
    """ "Convention on Cluster Munitions": the noun of a known name that does not end with it."""
    return next((w for w in page.between(title.name_start, title.end) if _noun(w) is not None), None)


def _age(lowered: set[str]) -> str:
    if lowered & nouns().prior:
        return "prior"
    return "aged" if lowered & nouns().aged or any(_AGE.fullmatch(word) for word in lowered) else ""


def _is_reworked(page: Parsed, noun: Word) -> bool:
    """ "to renegotiate its agreement with Peru": that one is there already."""
    return noun.dep in {"dobj", "nsubjpass"} and page.words[noun.head].lemma in nouns().reworked


def _is_name(page: Parsed, noun: Word, inside: Sequence[Name]) -> bool:
    """Whether the phrase is a name: a capital noun, or a capital word before it that is no party ("Oslo accord")."""
    if noun.text[:1].isupper():
        return noun.i != page.sentences[noun.sentence][0]
    before = _before_bracket(page, noun)
    party = any(n.start <= before.start < n.end and n.kind in {"state", "demonym", "person"} for n in inside)
    return (
        before.text[:1].isupper() and before.pos == "PROPN" and before.dep in {"compound", "amod", "nmod"} and not party
    )


def _before_bracket(page: Parsed, noun: Word) -> Word:
    """The word before a noun, or before the bracket that stands there: "the Air Defense Command (NORAD) agreement"."""
    around = [w.text for w in page.words[max(0, noun.i - 3) : noun.i]]
    return page.words[noun.i - (2 if len(around) == 3 and around[0] == "(" and around[2] == ")" else bool(noun.i))]


def _parties(text: str, inside: Sequence[Name], noun: Word) -> tuple[str, ...]:
    """Codes named in the phrase; a city before the noun is where it was made, an organisation there its depositary.

    Who brokered an agreement between others is no party ("a U.S.-brokered agreement").
    """
    codes = {
        code
        for name in inside
        if not _BROKERS.match(text, name.end)
        for code in name.codes
        if (name.kind in {"state", "demonym"} and not _PLACED.search(text, noun.end, name.start))
        or (name.kind == "place" and name.start > noun.end)
        or (name.kind == "organisation" and code in nouns().contracting)
    }
    return tuple(sorted(codes))


def _is_place_of_name(text: str, name: Name, title: Title) -> bool:
    """Whether a place belongs to the name itself ("Treaty of Suva"), not to its sides ("between Lima and Suva")."""
    return name.kind == "place" and _SIDES.search(text, title.name_start, name.start) is None


def _content_words(name: str, inside: Sequence[Name], offset: int) -> frozenset[str]:
    """The words of a name that tell it from other agreements of the same parties."""
    kept = list(name)
    for party in inside:
        if party.kind in {"state", "demonym", "organisation", "place"}:
            for at in range(party.start - offset, party.end - offset):
                if 0 <= at < len(kept):
                    kept[at] = " "
    text = _AGE.sub(" ", "".join(kept))
    table = nouns()
    return frozenset(
        word
        for word in re.findall(r"[A-Za-z][\w'-]*\w", text)
        for word in [word.lower().removesuffix("'s")]
        if not {word, word.removesuffix("s"), word.removesuffix("ies") + "y"} & table.colourless and len(word) > 1
    )
