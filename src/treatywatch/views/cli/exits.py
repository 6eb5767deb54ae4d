"""The exit codes, and which error ends with which."""

from enum import IntEnum

from treatywatch.model import InputError, NotFoundError, RefusedError, RegistryError, TreatywatchError


class ExitCode(IntEnum):
    """What a command tells the shell."""

    OK = 0
    NOT_FOUND = 1
    USAGE = 2
    UNREAD = 3
    REGISTRY = 4
    DAMAGED = 5
    UNSOUND = 6
    INTERRUPTED = 130
    PIPE_CLOSED = 141


MEANINGS = {
    ExitCode.OK: "done",
    ExitCode.NOT_FOUND: "no agreement, fact, decision or page of that name",
    ExitCode.USAGE: "the command was not understood, or names what may be several agreements",
    ExitCode.UNREAD: "some input could not be read; everything else was",
    ExitCode.REGISTRY: "the registry cannot be opened, read or written",
    ExitCode.DAMAGED: "the installation is damaged: a rule file is malformed or missing",
    ExitCode.UNSOUND: "verify found the registry not to be sound",
    ExitCode.INTERRUPTED: "interrupted; what was added before stays added",
    ExitCode.PIPE_CLOSED: "whoever read the output stopped reading",
}

_OF_ERROR = (
    (NotFoundError, ExitCode.NOT_FOUND),
    (RegistryError, ExitCode.REGISTRY),
    (InputError, ExitCode.USAGE),
    (RefusedError, ExitCode.USAGE),
)


def exit_code(error: TreatywatchError) -> ExitCode:
    """The exit code of a command that ends in ``error``."""
    return next((code for kind, code in _OF_ERROR if isinstance(error, kind)), ExitCode.DAMAGED)
