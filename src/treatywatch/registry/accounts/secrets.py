"""Passwords and random secrets, and the hashes they are kept as. The only module that imports argon2-cffi."""

import hashlib
import secrets
from functools import cache
from typing import TYPE_CHECKING

from treatywatch.model import InputError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 15
"""Characters of a password that stands alone (NIST SP 800-63B-4, section 3.1.1.2)."""
_LONGEST = 1_000
_PREFIX = "tw_"


def hashed_password(password: str) -> str:
    """The Argon2id hash of a password, with its parameters (RFC 9106, second recommended option).

    Raises InputError for one that is too short or too long; the message never holds it.
    """
    if len(password) < SHORTEST:
        raise InputError(f"the password has {len(password)} characters; write at least {SHORTEST}, a few words will do")
    if len(password) > _LONGEST:
        raise InputError(f"the password has {len(password):,} characters; {_LONGEST:,} are the most that are taken")
    return _hasher().hash(password.encode("utf-8", "surrogatepass"))


def fits(password: str, stored: str | None) -> bool:
    """Whether a password is the one ``stored``; takes as long where nothing is stored, so as not to tell who exists."""
    from argon2.exceptions import Argon2Error, InvalidHashError  # noqa: PLC0415  only those who sign in need it

    if len(password) > _LONGEST:
        return False
    try:
        matched = _hasher().verify(stored or _nobody(), password.encode("utf-8", "surrogatepass"))
    except (Argon2Error, InvalidHashError):
        return False
    return matched and stored is not None


def outdated(stored: str) -> bool:
    """Whether a hash was made with parameters that are no longer used."""
    return _hasher().check_needs_rehash(stored)


def new_secret() -> str:
    """A session's secret: 256 random bits."""
    return secrets.token_urlsafe(32)


def new_token() -> str:
    """A token's secret: 256 random bits after a prefix by which it is recognised where it leaked."""
    return _PREFIX + secrets.token_urlsafe(32)


def hashed(secret: str) -> str:
    """What is stored of a random secret: SHA-256 is enough, since it cannot be guessed."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415

    return PasswordHasher()


@cache
def _nobody() -> str:
    return _hasher().hash(secrets.token_bytes(32))
