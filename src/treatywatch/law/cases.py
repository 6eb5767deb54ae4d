"""Law cases as sentences: histories and what must hold, in lines that a lawyer can read and write.

A case is a row of clauses, parted by semicolons or line ends. What the agreement is::

    bilateral: A, B            multilateral            multilateral: A, B, C      (a closed circle)
    exit: 12 months            exit: 12 months, not before 36 months
    term: 2025-12-31           (its last day)
    rule: exchange             rule: all sign             rule: all ratify           rule: fixed 2025-01-01
    rule: 60 deposits + 120 days                           rule: 2 deposits + 60 days first of month
    rule: deposits of A, B + 180 days
    replaces: OLD              name: X

What was done, ``?`` standing for a date that is not known; the verb is a step, its words parted by spaces::

    A and B signed 2020-01-10            all in force 2020-03-31          A ratified ? known 2020-05-01
    A approved 2020-02 by chamber        A denounced 2020-01-01 effective 2021-01-01
    A withdrawn 2020-06-01 taking back ratified      C deposited 2021-01-01 succeeding B effective 2020-01-01
    A in force 2021 planned              (planned, possible, negated: as reported, not as done)

What must hold, with any of ``since``, ``until``, ``also`` and ``because`` (a rule's id) after a status::

    on 2020-02-01: agreement signed, A signatory because signed, B unknown contracting or party
    on 2020-02-01 known by 2020-01-31: agreement draft
    in force: 2020-03-31                 in force: not yet
    check: ratified-before-signed        check: nothing
"""

import re

import msgspec

from treatywatch.law.act import Act, Organ
from treatywatch.law.agreement import AgreementFacts, Exit
from treatywatch.law.force import Acts, After, Deeds, Delay, Fixed, ForceRule, Late
from treatywatch.model import InputError, Modality, Step


class Expectation(msgspec.Struct, frozen=True):
    """What must hold of ``subject`` (``agreement`` or a party's code) on a day, as known on a day."""

    day: str
    known_by: str | None
    subject: str
    status: str
    may_be: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    also: str | None = None
    because: str | None = None


class Case(msgspec.Struct, frozen=True):
    """A history with what must hold of it; ``in_force`` is a day, ``not yet`` or None for not said."""

    facts: AgreementFacts
    acts: tuple[Act, ...]
    expected: tuple[Expectation, ...] = ()
    in_force: str | None = None
    findings: tuple[str, ...] | None = None


_DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_VERBS = "|".join(sorted((step.value.replace("_", " ") for step in Step), key=len, reverse=True))
_ACT = re.compile(rf"(?P<who>.+?) (?P<verb>{_VERBS}) (?P<done>{_DATE}|\?)(?P<rest>.*)")
_REST = {
    "organ": re.compile(r" by (\w+)"),
    "effective": re.compile(rf" effective ({_DATE})"),
    "known": re.compile(rf" known ({_DATE})"),
    "takes_back": re.compile(rf" taking back ({_VERBS})"),
    "succeeds": re.compile(r" succeeding (\w+)"),
    "modality": re.compile(r" (planned|possible|negated)"),
    "sequence": re.compile(r" #(\d+)"),
}
_ON = re.compile(rf"on ({_DATE})(?: known by ({_DATE}))?: (.+)")
_HOLDS = re.compile(
    rf"(?P<subject>\w+) (?P<status>[a-z_]+(?: (?!since|until|also|because)[a-z_]+)*?)"
    rf"(?: since (?P<since>{_DATE}|\?))?(?: until (?P<until>{_DATE}|\?))?"
    rf"(?: also (?P<also>\w+))?(?: because (?P<because>[\w-]+))?"
)
_RULE = re.compile(
    r"(?:(?P<n>\d+) (?:deposits|ratifications)|deposits of (?P<named>[\w, ]+?)|(?P<all>all sign|all ratify|exchange)"
    rf"|fixed (?P<fixed>{_DATE}))(?: \+ (?P<number>\d+) (?P<unit>days|months))?(?P<first> first of month)?"
)
_OF_ALL = {"all sign": Deeds.SIGNATURE, "all ratify": Deeds.RATIFICATION, "exchange": Deeds.EXCHANGE}
_EXIT = re.compile(r"(?:(\d+) months?)?(?:(\d+) days?)?(?:, not before (\d+) months?)?")


def read_case(sentences: str) -> Case:
    """The case that ``sentences`` tell.

    Raises InputError naming the clause that is not understood and the forms it may have.
    """
    acts: list[Act] = []
    expected: list[Expectation] = []
    facts: dict[str, object] = {"key": "X"}
    said: dict[str, object] = {}
    for clause in (part.strip() for part in re.split(r"[;\n]", sentences)):
        if not clause:
            continue
        if match := _ON.fullmatch(clause):
            expected += [_holds(part.strip(), match[1], match[2]) for part in match[3].split(", ")]
        elif match := _ACT.fullmatch(clause):
            acts.append(_act(match, len(acts)))
        else:
            _fact(clause, facts, said)
    return Case(AgreementFacts(**facts), tuple(acts), tuple(expected), **said)  # type: ignore[arg-type]


def _act(match: re.Match[str], number: int) -> Act:
    rest, given = match["rest"], {}
    for name, pattern in _REST.items():
        if found := pattern.search(rest):
            given[name] = found[1]
            rest = rest.replace(found[0], "", 1)
    if rest.strip():
        raise InputError(f"{match[0]!r}: {rest.strip()!r} is not understood; see the forms of an act")
    who = re.split(r",| and ", match["who"])
    step, back = Step(match["verb"].replace(" ", "_")), given.get("takes_back")
    return Act(
        id=f"{number + 1}: {match[0]}",
        step=step,
        parties=() if match["who"] == "all" else tuple(sorted(code.strip() for code in who)),
        done=None if match["done"] == "?" else match["done"],
        effective=given.get("effective"),
        known=given.get("known"),
        modality=Modality(given.get("modality", "actual")),
        organ=Organ(given["organ"]) if "organ" in given else None,
        sequence=int(given.get("sequence", number)),
        takes_back=Step(back.replace(" ", "_")) if back else None,
        succeeds=given.get("succeeds"),
    )


def _holds(part: str, day: str, known_by: str | None) -> Expectation:
    match = _HOLDS.fullmatch(part)
    if match is None:
        raise InputError(f"{part!r} is no status: write 'A signatory', 'agreement in force' or 'A unknown x or y'")
    first, _, rest = match["status"].partition(" ")
    words, may_be = (first, rest) if first == "unknown" else (match["status"], "")
    return Expectation(
        day,
        known_by,
        match["subject"],
        words.replace(" ", "_"),
        tuple(sorted(one.strip().replace(" ", "_") for one in may_be.split(" or ") if one)),
        match["since"],
        match["until"],
        match["also"],
        match["because"],
    )


def _fact(clause: str, facts: dict[str, object], said: dict[str, object]) -> None:
    word, _, value = (part.strip() for part in clause.partition(":"))
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    if word in {"bilateral", "multilateral"}:
        facts |= {"laterality": word, "parties": names}
    elif word == "exit" and (match := _EXIT.fullmatch(value)):
        months, extra, stay = (int(part or 0) for part in match.groups())
        facts["exit"] = Exit(months, extra, stay)
    elif word == "rule":
        facts["force"] = _force(value, clause)
    elif word == "term":
        facts["ends"] = value
    elif word == "replaces":
        facts["supersedes"] = names
    elif word == "name":
        facts |= {"key": value, "name": value}
    elif word == "in force":
        said["in_force"] = value
    elif word == "check":
        said["findings"] = () if value == "nothing" else names
    else:
        raise InputError(f"{clause!r} is not understood; write an act, 'on DATE: ...' or one of the facts")


def _force(value: str, clause: str) -> ForceRule:
    match = _RULE.fullmatch(value)
    if match is None:
        raise InputError(
            f"{clause!r} is no rule; write 'exchange', 'all sign', 'all ratify' or '60 deposits + 120 days'"
        )
    if match["fixed"]:
        return ForceRule(Fixed(match["fixed"]))
    delay = Delay(**{match["unit"] or "days": int(match["number"] or 0), "first_of_month": int(bool(match["first"]))})
    acts = _counted(match)
    late = Late(delay) if match["n"] or match["named"] else None
    return ForceRule(After(acts, delay) if delay != Delay() else acts, late=late)


def _counted(match: re.Match[str]) -> Acts:
    if match["n"]:
        return Acts(Deeds.DEPOSIT, count=int(match["n"]))
    if match["named"]:
        return Acts(Deeds.DEPOSIT, named=tuple(code.strip() for code in match["named"].split(",")), pool="named")
    return Acts(_OF_ALL[match["all"]])
