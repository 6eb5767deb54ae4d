"""Who may do what on the pages."""

import pytest

from treatywatch.registry import open_registry
from treatywatch.registry.accounts import Accounts

PASSWORD = "four plain words suffice"


@pytest.mark.parametrize(
    ("role", "reads", "decides"), [(None, 303, 303), ("reader", 200, 403), ("editor", 200, 400), ("admin", 200, 400)]
)
def test_the_review_is_for_those_who_signed_in_and_deciding_for_editors(
    client, signed_in, sent, role: str | None, reads: int, decides: int
) -> None:
    if role:
        signed_in(role)
    assert client.get("/review", follow_redirects=False).status_code == reads
    page = "/review" if role else "/sign-in"
    answer = sent(client, page, "/review", commands="[]", because="")
    answer = sent(client, page, "/review", commands='[["forget"]]', because="x") if decides == 400 else answer
    assert answer.status_code == decides


def test_who_must_sign_in_is_led_back_to_the_page(client, sent) -> None:
    led = client.get("/review", follow_redirects=False)
    assert led.headers["location"] == "/sign-in?next=%2Freview"
    answer = sent(client, led.headers["location"], "/sign-in", name="Reader", password=PASSWORD, next="/review")
    assert answer.headers["location"] == "/review"
    cookie = answer.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=lax", "Path=/", "Max-Age=43200"} <= set(cookie.split("; "))


def test_a_reader_sees_no_buttons_to_decide_with(signed_in) -> None:
    text = signed_in("reader").get("/review").text
    assert "On which day: ratified by NOR?" in text
    assert "Decide so" not in text


def test_signing_out_ends_it(signed_in, sent) -> None:
    client = signed_in("editor")
    assert sent(client, "/review", "/sign-out").status_code == 303
    assert client.get("/review", follow_redirects=False).status_code == 303
    assert "Sign in" in client.get("/").text


def test_a_refusal_is_told_in_the_log(signed_in, sent, filled: str) -> None:
    client = signed_in("reader")
    sent(client, "/review", "/review", commands="[]", because="x")
    with open_registry(filled) as registry:
        last = Accounts(registry).log(1)[0]
    assert (last.who, last.act, last.about, last.address) == ("reader", "refused", "decide: /review", "testclient")


def test_a_wrong_password_is_told_without_saying_what_was_wrong(client, sent) -> None:
    told = [
        sent(client, "/sign-in", "/sign-in", name=name, password="not this one at all") for name in ("editor", "nobody")
    ]
    assert [answer.status_code for answer in told] == [403, 403]
    assert all("the name or the password is wrong" in answer.text for answer in told)


def test_a_hostile_name_is_shown_as_text(client, sent) -> None:
    answer = sent(client, "/sign-in", "/sign-in", name='"><script>x</script>', password="y")
    assert "<script>x" not in answer.text
    assert "&lt;script&gt;" in answer.text
