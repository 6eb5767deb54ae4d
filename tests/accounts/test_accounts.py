"""Accounts, sessions and tokens, on both databases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from treatywatch.model import InputError, NotFoundError, RefusedError, RegistryError
from treatywatch.registry import Registry, open_registry
from treatywatch.registry.accounts import Accounts, Act, Role, Scope

PASSWORD = "four plain words suffice"
HERE, ELSEWHERE = "192.0.2.7", "192.0.2.8"


def test_a_session_lasts_half_a_day(accounts: Accounts, clock) -> None:
    session = accounts.sign_in("silva", PASSWORD, address=HERE)
    guest = accounts.signed_in(session.secret)
    assert guest is not None
    assert (guest.account.name, guest.scopes) == ("Silva", {Scope.READ, Scope.DECIDE, Scope.ADD})

    clock.passes(hours=11, minutes=59)
    assert accounts.signed_in(session.secret) is not None
    clock.passes(minutes=1)
    assert accounts.signed_in(session.secret) is None


def test_signing_out_ends_a_session_at_once(accounts: Accounts) -> None:
    one, other = (accounts.sign_in("Silva", PASSWORD, address=HERE) for _ in range(2))
    accounts.sign_out(one.secret, address=HERE)
    assert accounts.signed_in(one.secret) is None
    assert accounts.signed_in(other.secret) is not None


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("Silva", "wrong"), ("Silva", ""), ("Silva", PASSWORD + " "), ("nobody", PASSWORD), ("", ""),
        ("Silva\0", PASSWORD), ("\ud800", PASSWORD), ("Silva", "\ud800"), ("x" * 100_000, "y" * 100_000),
        ("' OR 1=1 --", PASSWORD),
    ],
)  # fmt: skip
def test_a_wrong_name_and_a_wrong_password_are_refused_in_the_same_words(
    accounts: Accounts, name: str, password: str
) -> None:
    with pytest.raises(RefusedError, match=r"^the name or the password is wrong$"):
        accounts.sign_in(name, password, address=HERE)


def test_who_guesses_is_shut_out_for_a_while_and_others_are_not(accounts: Accounts, clock) -> None:
    for _ in range(5):
        with pytest.raises(RefusedError, match="wrong"):
            accounts.sign_in("Silva", "a guess", address=HERE)
    with pytest.raises(RefusedError, match="wait 15 minutes"):
        accounts.sign_in("Silva", PASSWORD, address=HERE)
    assert accounts.sign_in("Silva", PASSWORD, address=ELSEWHERE)

    clock.passes(minutes=16)
    assert accounts.sign_in("Silva", PASSWORD, address=HERE)


def test_guessing_at_many_names_is_stopped_too(accounts: Accounts) -> None:
    for number in range(20):
        accounts.note(f"user {number}", Act.SIGN_IN_FAILED, "", HERE)
    with pytest.raises(RefusedError, match="too many"):
        accounts.sign_in("Silva", PASSWORD, address=HERE)


def test_a_disabled_account_has_no_sessions_and_no_tokens(accounts: Accounts) -> None:
    session = accounts.sign_in("Silva", PASSWORD, address=HERE)
    _, secret = accounts.make_token("Silva", "", frozenset({Scope.ADD}), 30, by="setup")

    assert accounts.disable("SILVA", by="root").disabled

    assert accounts.signed_in(session.secret) is None
    assert accounts.bearer(secret) is None
    with pytest.raises(RefusedError, match="wrong"):
        accounts.sign_in("Silva", PASSWORD, address=HERE)

    accounts.enable("Silva", by="root")
    assert accounts.signed_in(session.secret) is None
    assert accounts.bearer(secret) is not None
    assert accounts.sign_in("Silva", PASSWORD, address=HERE)


def test_a_new_password_ends_what_the_old_one_began(accounts: Accounts) -> None:
    session = accounts.sign_in("Silva", PASSWORD, address=HERE)
    accounts.set_password("Silva", "another four plain words", by="root")
    assert accounts.signed_in(session.secret) is None
    with pytest.raises(RefusedError):
        accounts.sign_in("Silva", PASSWORD, address=HERE)
    assert accounts.sign_in("Silva", "another four plain words", address=HERE)


def test_a_token_may_do_what_it_was_made_for_and_no_more_than_its_account(accounts: Accounts, clock) -> None:
    token, secret = accounts.make_token("Silva", "press review", frozenset({Scope.DECIDE}), 30, by="root")
    assert accounts.tokens("silva") == (token,)
    guest = accounts.bearer(secret)
    assert guest is not None
    assert guest.scopes == {Scope.DECIDE}

    accounts.set_role("Silva", Role.READER, by="root")
    lowered = accounts.bearer(secret)
    assert lowered is not None
    assert lowered.scopes == frozenset()
    with pytest.raises(InputError, match="Silva is reader and may not decide"):
        accounts.make_token("Silva", "", frozenset({Scope.DECIDE}), 30, by="root")

    clock.passes(days=30)
    assert accounts.bearer(secret) is None


def test_a_revoked_token_is_none(accounts: Accounts) -> None:
    token, secret = accounts.make_token("Silva", "", frozenset({Scope.ADD}), 30, by="root")
    assert accounts.revoke(token.number, by="root").revoked
    assert accounts.bearer(secret) is None
    with pytest.raises(NotFoundError, match="no token 1 in use; those in use: none"):
        accounts.revoke(token.number, by="root")


@pytest.mark.parametrize(("scopes", "days"), [((), 30), ((Scope.ADD,), 0), ((Scope.ADD,), 367)])
def test_a_token_without_end_or_use_is_not_made(accounts: Accounts, scopes: tuple, days: int) -> None:
    with pytest.raises(InputError, match="at least, and lasts from 1 to 366 days"):
        accounts.make_token("Silva", "", frozenset(scopes), days, by="root")


@pytest.mark.parametrize("name", ["", " ", "\x1b[31m", "a\nb", "<b>", "a\u202eb", "x" * 61, "a\0b", "-", "../etc"])
def test_a_hostile_name_is_no_account(accounts: Accounts, name: str) -> None:
    with pytest.raises(InputError, match="cannot be a name"):
        accounts.add(name, Role.READER, PASSWORD, by="root")


@pytest.mark.parametrize("name", ["SILVA", "silva", "Ｓilva"])
def test_names_that_would_be_mistaken_for_one_another_are_not_both_taken(accounts: Accounts, name: str) -> None:
    with pytest.raises(InputError, match="there is an account"):
        accounts.add(name, Role.READER, PASSWORD, by="root")


@pytest.mark.parametrize("password", ["", "short", "fourteen chars", "x" * 1001])
def test_a_weak_password_is_refused_and_not_repeated(accounts: Accounts, password: str) -> None:
    with pytest.raises(InputError) as refused:
        accounts.add("Berg", Role.READER, password, by="root")
    assert not password or password not in str(refused.value)


def test_nothing_secret_is_stored(accounts: Accounts, registry: Registry) -> None:
    session = accounts.sign_in("Silva", PASSWORD, address=HERE)
    _, token = accounts.make_token("Silva", "", frozenset({Scope.ADD}), 30, by="root")
    with registry.reading() as connection:
        rows = [
            str(tuple(row))
            for table in ("accounts", "account_sessions", "account_tokens", "audit")
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        ]
    assert any("$argon2id$" in row for row in rows)
    assert not [row for row in rows for secret in (PASSWORD, session.secret, token) if secret in row]


def test_the_log_tells_who_did_what_when(accounts: Accounts) -> None:
    with pytest.raises(RefusedError):
        accounts.sign_in("my password by mistake", "", address=HERE)
    session = accounts.sign_in("Silva", PASSWORD, address=HERE)
    accounts.sign_out(session.secret, address=HERE)
    accounts.disable("Silva", by="root")

    told = [(line.who, line.act, line.about, line.address) for line in reversed(accounts.log())]
    assert told == [
        ("setup", "account_added", "Silva, editor", ""),
        ("(no such account)", "sign_in_failed", "", HERE),
        ("Silva", "signed_in", "", HERE),
        ("Silva", "signed_out", "", HERE),
        ("root", "account_disabled", "Silva, editor", ""),
    ]
    first, *_, last = accounts.log()
    assert first.recorded.startswith("2026-03-01T12:00")
    assert accounts.log(limit=1, before=first.number) == (accounts.log()[1],)
    assert accounts.log(before=last.number) == ()


@pytest.mark.parametrize("change", ["UPDATE audit SET who = 'nobody'", "DELETE FROM audit"])
def test_the_database_refuses_to_change_the_log(accounts: Accounts, registry: Registry, change: str) -> None:
    with pytest.raises((DBAPIError, RegistryError), match="only added to"), registry.writing() as connection:
        connection.execute(text(change))
    assert [line.who for line in accounts.log()] == ["setup"]


def test_no_words_break_a_sign_in() -> None:
    with open_registry(":memory:") as opened:
        accounts = Accounts(opened)

        @given(st.text(), st.text())
        @settings(max_examples=30)
        def nobody_signs_in(name: str, password: str) -> None:
            with pytest.raises(RefusedError):
                accounts.sign_in(name, password, address=name[:40])

        nobody_signs_in()
