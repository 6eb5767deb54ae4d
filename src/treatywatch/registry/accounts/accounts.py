"""The accounts of a registry: every act is whole or not at all, and leaves its line in the log."""

from datetime import timedelta

from treatywatch.model import InputError, RefusedError
from treatywatch.registry.accounts import log, people, secrets, visits
from treatywatch.registry.accounts.roles import Role, Scope
from treatywatch.registry.accounts.values import Account, Act, Guest, LogLine, Session, Token
from treatywatch.registry.registry import Registry
from treatywatch.registry.store.clock import moment

SESSION = timedelta(hours=12)
"""How long a sign-in lasts."""
_WINDOW = timedelta(minutes=15)
_TRIES = 5  # failed sign-ins of one account from one address within the window; the next is refused unseen …
_TRIES_OF_ADDRESS = 20  # … and so it is after these of any accounts
_NOBODY = "(no such account)"  # what was typed is not kept: it may be a password in the wrong field
_MOST_DAYS = 366


class Accounts:
    """The accounts in ``registry``; ``by`` is who acts, ``address`` where the act comes from."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def add(self, name: str, role: Role, password: str, *, by: str) -> Account:
        """Make an account. Raises InputError for a name that is taken or cannot be one, and for a weak password."""
        stored = secrets.hashed_password(password)
        with self._registry.writing() as connection:
            made = people.add(connection, name, role, stored, self._now())
            log.note(connection, made.created, by, Act.ACCOUNT_ADDED, f"{made.name}, {role}", "")
        return made

    def every(self) -> tuple[Account, ...]:
        """All accounts, by name."""
        with self._registry.reading() as connection:
            return people.every(connection)

    def disable(self, name: str, *, by: str) -> Account:
        """Let an account neither sign in nor act by its tokens. Raises NotFoundError when there is none."""
        return self._changed(name, Act.ACCOUNT_DISABLED, by, disabled=self._now())

    def enable(self, name: str, *, by: str) -> Account:
        """Let a disabled account in again. Raises NotFoundError when there is none."""
        return self._changed(name, Act.ACCOUNT_ENABLED, by, disabled=None)

    def set_role(self, name: str, role: Role, *, by: str) -> Account:
        """Give an account another role. Raises NotFoundError when there is none."""
        return self._changed(name, Act.ROLE_CHANGED, by, role=role.value)

    def set_password(self, name: str, password: str, *, by: str) -> Account:
        """Give an account another password, and end its sessions. Errors as :meth:`add`, and NotFoundError."""
        return self._changed(name, Act.PASSWORD_CHANGED, by, password=secrets.hashed_password(password))

    def _changed(self, name: str, act: Act, by: str, **fields: str | None) -> Account:
        with self._registry.writing() as connection:
            changed = people.change(connection, name, **fields)
            visits.end_all(connection, name)
            log.note(connection, self._now(), by, act, f"{changed.name}, {changed.role}", "")
        return changed

    def sign_in(self, name: str, password: str, *, address: str) -> Session:
        """Begin a session. Raises RefusedError for a wrong name or password, a disabled account, and too many tries."""
        now = self._registry.now()
        with self._registry.reading() as connection:
            row = people.found(connection, name)
        self._check_tries(row.name if row else _NOBODY, address)
        right = secrets.fits(password, row.password if row else None)
        if not row or not right or row.disabled:
            self.note(row.name if row else _NOBODY, Act.SIGN_IN_FAILED, "", address)
            raise RefusedError("the name or the password is wrong")
        secret, at, expires = secrets.new_secret(), moment(now), moment(now + SESSION)
        with self._registry.writing() as connection:
            if secrets.outdated(row.password):
                people.change(connection, name, password=secrets.hashed_password(password))
            visits.begin(connection, name, secret, at, expires)
            log.note(connection, at, row.name, Act.SIGNED_IN, "", address)
        return Session(secret, people.account(row), expires)

    def _check_tries(self, name: str, address: str) -> None:
        since = moment(self._registry.now() - _WINDOW)
        with self._registry.reading() as connection:
            of_account = log.failures(connection, since, address, name)
            of_address = log.failures(connection, since, address)
        if of_account >= _TRIES or of_address >= _TRIES_OF_ADDRESS:
            minutes = int(_WINDOW.total_seconds() // 60)
            raise RefusedError(f"too many sign-ins failed from here; wait {minutes} minutes and try again")

    def signed_in(self, secret: str) -> Guest | None:
        """Who holds this session; None when it has ended."""
        with self._registry.reading() as connection:
            return visits.by_session(connection, secret, self._now())

    def sign_out(self, secret: str, *, address: str) -> None:
        """End a session, if it has not ended."""
        guest = self.signed_in(secret)
        if guest is not None:
            with self._registry.writing() as connection:
                visits.end(connection, secret)
                log.note(connection, self._now(), guest.account.name, Act.SIGNED_OUT, "", address)

    def make_token(self, name: str, label: str, scopes: frozenset[Scope], days: int, *, by: str) -> tuple[Token, str]:
        """A new token for programs that act for an account, and its secret, which is not kept.

        Raises NotFoundError when there is no such account, InputError when it may not do so much itself, for no scope,
        and for more than a year.
        """
        if not scopes or not 1 <= days <= _MOST_DAYS:
            raise InputError(f"a token needs a scope at least, and lasts from 1 to {_MOST_DAYS} days")
        now, secret = self._registry.now(), secrets.new_token()
        at, expires = moment(now), moment(now + timedelta(days=days))
        with self._registry.writing() as connection:
            made = visits.make(connection, name, label, scopes, secret, at, expires)
            log.note(connection, at, by, Act.TOKEN_MADE, f"token {made.number} of {made.account}", "")
        return made, secret

    def bearer(self, secret: str) -> Guest | None:
        """Whose token this is, and what it may do; None when it has ended or is none."""
        with self._registry.reading() as connection:
            return visits.by_token(connection, secret, self._now())

    def tokens(self, name: str | None = None) -> tuple[Token, ...]:
        """The tokens of an account, or of all, oldest first. Raises NotFoundError when there is no such account."""
        with self._registry.reading() as connection:
            return visits.listed(connection, name)

    def revoke(self, number: int, *, by: str) -> Token:
        """End a token for good. Raises NotFoundError when none with this number is in use."""
        with self._registry.writing() as connection:
            ended = visits.revoke(connection, number, self._now())
            log.note(connection, self._now(), by, Act.TOKEN_REVOKED, f"token {number} of {ended.account}", "")
        return ended

    def note(self, who: str, act: Act, about: str, address: str) -> None:
        """Append a line to the log."""
        with self._registry.writing() as connection:
            log.note(connection, self._now(), who, act, about, address)

    def log(self, limit: int = 100, before: int | None = None) -> tuple[LogLine, ...]:
        """The latest lines of the log, newest first; ``before`` leaves out those from that number on."""
        with self._registry.reading() as connection:
            return log.entries(connection, limit, before)

    def _now(self) -> str:
        return moment(self._registry.now())
