"""Forms of other sites change nothing."""

import re

import pytest
from litestar.routes import HTTPRoute

from treatywatch.registry import open_registry
from treatywatch.service.review import decisions

TOO_OLD = "This form is too old"


def forms(client) -> list[str]:
    """The address of every form of the pages."""
    routes = [route for route in client.app.routes if isinstance(route, HTTPRoute)]
    unsafe = {"POST", "PUT", "PATCH", "DELETE"}
    return sorted(
        re.sub(r"\{[^}]*\}", "none", route.path)
        for route in routes
        if unsafe & set(route.methods) and not route.path.startswith("/api/")
    )


def test_a_form_without_its_token_is_refused_everywhere(signed_in) -> None:
    client = signed_in("admin")
    assert {"/review", "/sign-in", "/sign-out"} <= set(forms(client))
    for address in forms(client):
        for fields in ({}, {"form_token": ""}, {"form_token": "0" * 64}):
            answer = client.post(address, data=fields, follow_redirects=False)
            assert answer.status_code == 403, address
            assert TOO_OLD in answer.text
    assert "Sign out" in client.get("/").text


def test_the_token_of_another_session_is_refused(site, sent) -> None:
    with site() as one, site() as other:
        for client in (one, other):
            sent(client, "/sign-in", "/sign-in", name="editor", password="four plain words suffice")
        token = re.search(r'name="form_token" value="(\w+)"', one.get("/review").text)
        assert token
        answer = other.post("/sign-out", data={"form_token": token[1]}, follow_redirects=False)
        assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://testserver.local.evil.example"},
    ],
)
def test_a_form_that_another_site_sends_is_refused_even_with_its_token(signed_in, headers: dict[str, str]) -> None:
    client = signed_in("editor")
    token = re.search(r'name="form_token" value="(\w+)"', client.get("/review").text)
    assert token
    answer = client.post("/sign-out", data={"form_token": token[1]}, headers=headers, follow_redirects=False)
    assert answer.status_code == 403
    assert "Sign out" in client.get("/").text


def test_an_answer_too_large_is_not_read(site, filled: str) -> None:
    with site(body=1000) as client:
        assert client.post("/sign-in", data={"name": "x" * 2000}).status_code == 413
    with open_registry(filled) as registry:
        assert decisions(registry) == ()


@pytest.mark.parametrize(
    "address", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb"]
)
def test_signing_in_leads_to_no_other_site(client, sent, address: str) -> None:
    answer = sent(client, "/sign-in", "/sign-in", name="editor", password="four plain words suffice", next=address)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
