"""Problems are values that travel beside a result; errors end a command."""

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """Something that went wrong with one input without stopping the rest.

    ``code`` is a stable word in kebab case, ``where`` names file and line (``page.html``, ``docs.jsonl:12``) or a
    document id, ``message`` says what was found and ``cure`` what to do about it.
    """

    code: str
    message: str
    where: str = ""
    cure: str = ""

    def line(self) -> str:
        """The problem as one line for standard error."""
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.message}" + (f" ({self.cure})" if self.cure else "")


class TreatywatchError(Exception):
    """Base of every error that treatywatch raises on purpose."""


class InputError(TreatywatchError, ValueError):
    """What the user gave cannot be used as it is."""


class NotFoundError(TreatywatchError, LookupError):
    """The thing named does not exist; the message lists the nearest that do."""


class RefusedError(TreatywatchError, PermissionError):
    """Who asks may not do this, or not now."""


class RegistryError(TreatywatchError, OSError):
    """The registry cannot be opened, read or written as asked."""


class RuleFileError(TreatywatchError, ValueError):
    """A rule or data file is malformed; the message names file, entry, field and allowed values."""
