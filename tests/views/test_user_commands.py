"""Accounts through the command line, on both databases."""

import json

import pytest

PAGES = (("a", "2022-05-04", "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."),)
PASSWORD = b"four plain words suffice\n"


def test_an_account_is_made_listed_and_disabled(tw, registry: str) -> None:
    made = tw("user", "add", "M. Silva", "--role", "editor", stdin=PASSWORD)
    assert (made.code, made.err) == (0, "")
    assert json.loads(made.out) | {"created": ""} == {
        "name": "M. Silva", "role": "editor", "created": "", "disabled": None
    }  # fmt: skip
    assert "M. Silva · editor" in tw("user", "list", "--format", "table").out

    assert json.loads(tw("user", "role", "m. silva", "--role", "admin").out)["role"] == "admin"
    assert "disabled since" in tw("user", "disable", "M. Silva", "--format", "table").out
    assert json.loads(tw("user", "enable", "M. Silva").out)["disabled"] is None
    assert tw("user", "password", "M. Silva", stdin=b"other four plain words\n").code == 0

    acts = [json.loads(line)["act"] for line in tw("user", "log").out.splitlines()]
    assert acts == ["password_changed", "account_enabled", "account_disabled", "role_changed", "account_added"]
    assert "account added · M. Silva, editor" in tw("user", "log", "--format", "table").out


def test_a_token_is_shown_once_and_ends_when_revoked(tw, registry: str) -> None:
    tw("user", "add", "harvester", "--role", "editor", stdin=PASSWORD)
    made = json.loads(tw("user", "token", "harvester", "--scope", "add", "--label", "press", "--days", "7").out)
    assert made["secret"].startswith("tw_")
    assert made["token"]["scopes"] == ["add"]
    assert made["secret"] not in tw("user", "list").out

    listed = tw("user", "list", "--format", "table").out
    assert "token 1 · harvester · press · add · until" in listed
    assert "revoked since" in tw("user", "revoke", "1", "--format", "table").out
    shown = tw("user", "token", "harvester", "--scope", "add", "--format", "table")
    assert shown.out.startswith("tw_")
    assert "shown this once" in shown.err


def test_an_empty_registry_says_what_makes_an_account(tw, registry: str) -> None:
    assert "treatywatch user add" in tw("user", "list", "--format", "table").out
    assert "Nothing has been done yet" in tw("user", "log", "--format", "table").out
    assert tw("user", "list").out == ""


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("add", "Berg", "--role", "owner"), 2, "there are reader, editor, admin"),
        (("add", "<b>", "--role", "reader"), 2, "cannot be a name"),
        (("add", "silva", "--role", "reader"), 2, "there is an account"),
        (("disable", "Silvio"), 1, "nearest: Silva"),
        (("token", "Silva", "--scope", "audit"), 2, "may not audit"),
        (("token", "Silva", "--scope", "write"), 2, "there are read, decide, add, audit"),
        (("token", "Silva", "--scope", "add", "--days", "1000"), 2, "366 days"),
        (("revoke", "7"), 1, "no token 7 in use"),
    ],
)
def test_a_mistake_is_told_with_its_cure(tw, registry: str, arguments: tuple, code: int, told: str) -> None:
    tw("user", "add", "Silva", "--role", "editor", stdin=PASSWORD)
    ended = tw("user", *arguments, stdin=PASSWORD)
    assert (ended.code, ended.out) == (code, "")
    assert told in " ".join(ended.err.split())


def test_a_short_password_is_refused_and_not_repeated(tw, registry: str) -> None:
    ended = tw("user", "add", "Silva", "--role", "editor", stdin=b"hunter2\n")
    assert ended.code == 2
    assert "at least 15" in ended.err
    assert "hunter2" not in ended.err
