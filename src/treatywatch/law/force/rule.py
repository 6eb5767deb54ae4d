"""Entry-into-force rules as frozen values: what must happen, how long after, and for whom.

A rule is built of few pieces: a ``Fixed`` date, counted ``Acts``, a delay ``After`` a rule, ``AllOf`` and ``AnyOf``
rules, a date ``OnCondition``, and what the parties have yet to agree (``Agreed``). The general law behind them is the
Vienna Convention on the Law of Treaties, Art. 24 (entry into force) and Art. 25 (provisional application).
"""

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

Count = Annotated[int, msgspec.Meta(ge=0)]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Share = Annotated[float, msgspec.Meta(gt=0, le=1)]


class Deeds(StrEnum):
    """What parties do that a rule may count."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    DEPOSIT = "deposit"
    NOTIFICATION = "notification"
    EXCHANGE = "exchange"
    OPENING = "opening for signature"


class Instrument(StrEnum):
    """The kinds of instrument by which a state or organisation is bound (Vienna Convention, Arts 11 to 16)."""

    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    CONFIRMATION = "formal confirmation"
    SIGNATURE = "definitive signature"


class Piece(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="rule"):
    """A part of a rule; its kind stands in the field ``rule`` of the YAML and JSON form."""


class Delay(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Time after a day: years and months first, then days, then the first day of the ``first_of_month``-th month on.

    ``first_of_month`` 1 is the month following, 2 the second month following, 0 none. All zero: on the day itself.
    """

    days: Count = 0
    months: Count = 0
    years: Count = 0
    first_of_month: Count = 0


class Weight(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Those who acted must together hold at least ``share`` of the whole of ``of`` ("carbon dioxide emissions 1990").

    ``held`` gives each party's part of the whole, 0 to 1; empty when the clause is known but the table is not.
    """

    of: str
    share: Share
    held: dict[str, float] = {}


class Fixed(Piece, frozen=True, tag="fixed"):
    """A day of the calendar, ``YYYY-MM-DD``."""

    date: Day


class Acts(Piece, frozen=True, tag="acts"):
    """The day on which enough parties have acted.

    Enough is: ``count`` of them, or the ``share`` of ``pool``; with both, the smaller when ``lesser`` and else the
    larger; with neither and no ``named``, all of ``pool`` but the ``excepted``. Each of ``named`` must be among them,
    or be besides them when ``besides`` (the depositaries of the Non-Proliferation Treaty *and* forty others).
    ``instruments`` are the kinds that count, all when empty; instruments of organisations add to a
    number only with ``organisations``; where all must act, an organisation among them must too.
    ``of`` tells what is exchanged or given in the clause's own kind ("notes", "instruments").
    """

    act: Deeds
    count: Count | None = None
    share: Share | None = None
    lesser: bool = False
    pool: Literal["parties", "signatories", "members", "named"] = "parties"
    named: tuple[str, ...] = ()
    besides: bool = False
    excepted: tuple[str, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    organisations: bool = False
    weight: Weight | None = None
    of: str = ""


class After(Piece, frozen=True, tag="after"):
    """A delay after the day that another rule gives."""

    what: "Rule"
    delay: Delay


class AllOf(Piece, frozen=True, tag="all_of"):
    """The latest of several days: every rule must be met ("whichever is later", "but not before")."""

    rules: Annotated[tuple["Rule", ...], msgspec.Meta(min_length=1)]


class AnyOf(Piece, frozen=True, tag="any_of"):
    """The earliest of several days: one rule met is enough ("whichever is earlier")."""

    rules: Annotated[tuple["Rule", ...], msgspec.Meta(min_length=1)]


class OnCondition(Piece, frozen=True, tag="on_condition"):
    """A day of the calendar, provided that the condition is met by ``by`` (the day itself when not said).

    When it is not met in time the ``otherwise`` rule decides; without one, the agreement does not enter into force by
    this rule.
    """

    date: Day
    condition: "Rule"
    by: Day | None = None
    otherwise: "Rule | None" = None


class Agreed(Piece, frozen=True, tag="agreed"):
    """A day that the parties have yet to agree; it never comes from acts, only from their agreement on it."""


Rule = Fixed | Acts | After | AllOf | AnyOf | OnCondition | Agreed


class Late(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """For whoever consents later: a delay after its own consent.

    Later than what: the ``trigger`` (the n-th deposit) or the ``entry`` into force itself. The treaty never enters
    into force for a party before it does at all.
    """

    delay: Delay
    than: Literal["trigger", "entry"] = "trigger"


class ForceRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How one agreement enters into force, for all and for each.

    ``late`` is None when the clause says nothing of later parties: then their own consent decides at once (Vienna
    Convention, Art. 24, para. 3). ``provisional`` gives the day from which it is applied before (Art. 25).
    ``consenting_only``: in force only between those that have consented by then.
    """

    entry: Rule
    late: Late | None = None
    provisional: Rule | None = None
    consenting_only: bool = False
    or_agreed: bool = False
    article: str = ""
