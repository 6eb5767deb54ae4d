"""Well-known agreements: names in use, form, parties and year, as data that reading and the registry share."""

from functools import cache

import msgspec

from treatywatch.model.data import load_data

__all__ = ["KnownAgreement", "known_agreements"]


class KnownAgreement(msgspec.Struct, frozen=True):
    """An agreement that pages name without explaining it.

    ``name`` is the one in common use; ``aliases`` are its other names and acronyms. ``parties`` are sorted codes, empty
    for open agreements. ``year`` is that of signature or adoption, None where neither happened. ``source`` names the
    collection of treaties that the facts are from.
    """

    name: str
    form: str
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    year: str | None = None
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)

    @property
    def laterality(self) -> str:
        """``bilateral`` when there are two parties, else ``multilateral``."""
        return "bilateral" if len(self.parties) == 2 else "multilateral"


class _Collection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    agreements: tuple[KnownAgreement, ...]


@cache
def known_agreements() -> tuple[KnownAgreement, ...]:
    """Every well-known agreement, in the order of the file ``known.yaml``.

    Raises RuleFileError when the file is malformed.
    """
    collections = load_data(__name__, "known.yaml", tuple[_Collection, ...])
    return tuple(
        msgspec.structs.replace(agreement, source=collection.source)
        for collection in collections
        for agreement in collection.agreements
    )
