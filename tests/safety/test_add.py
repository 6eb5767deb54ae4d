"""Bringing a page: what was read is shown first, and added only then."""

import html
import re

import pytest

from treatywatch.registry import open_registry
from treatywatch.registry.accounts import Accounts, Scope
from treatywatch.service.forgetting import forget

TEXT = "BERN - Chile and Peru ratified a tax treaty on 7 July 2021."


def _token(client, page: str = "/add") -> str:
    found = re.search(r'name="form_token" value="(\w+)"', client.get(page).text)
    assert found
    return found[1]


def _read(client, **fields: str):
    file = (fields.pop("filename", ""), fields.pop("content", "").encode())
    return client.post("/add/read", data={"form_token": _token(client), **fields}, files={"file": file})


def _agreements(place: str) -> list[str]:
    with open_registry(place) as registry:
        return [line.name for line in registry.lines()]


def _shown(answer) -> str:
    found = re.search(r'name="document" value="([^"]*)"', answer.text)
    assert found
    return html.unescape(found[1])


@pytest.mark.parametrize("filled", ["sqlite", "postgresql"], indirect=True)
def test_a_text_is_shown_then_added_and_told_in_the_log(signed_in, filled: str) -> None:
    client = signed_in("editor")
    before = _agreements(filled)
    shown = _read(client, way="text", text=TEXT, publisher="Wire", published="2021-07-08")
    assert shown.status_code == 200
    assert "ratified" in shown.text
    assert "Nothing has been added yet" in shown.text
    assert _agreements(filled) == before

    added = client.post(
        "/add", data={"form_token": _token(client), "document": _shown(shown)}, files={"x": b""}, follow_redirects=False
    )
    assert added.status_code == 303
    page = client.get(added.headers["location"])
    assert "Chile and Peru ratified a tax treaty" in re.sub("<[^>]+>", "", page.text)
    assert len(_agreements(filled)) == len(before) + 1
    with open_registry(filled) as registry:
        line = Accounts(registry).log(1)[0]
    assert (line.who, line.act) == ("editor", "document_added")

    again = client.post(
        "/add", data={"form_token": _token(client), "document": _shown(shown)}, files={"x": b""}, follow_redirects=False
    )
    assert again.headers["location"] == added.headers["location"]
    assert len(_agreements(filled)) == len(before) + 1


def test_words_of_a_page_are_shown_as_words(signed_in) -> None:
    client = signed_in("editor")
    text = "<script>alert(1)</script> " + TEXT
    shown = _read(client, way="text", text=text, title="<img src=x onerror=alert(1)>", published="2021-07-08")
    assert "<script>alert" not in shown.text
    assert "<img" not in shown.text
    assert "&lt;img src=x" in shown.text


def test_a_file_is_read_by_what_it_holds(signed_in) -> None:
    shown = _read(signed_in("editor"), way="file", filename="page.txt", content=TEXT)
    assert shown.status_code == 200
    assert "page.txt" in shown.text
    assert "ratified" in shown.text


@pytest.mark.parametrize(
    ("fields", "code", "told"),
    [
        ({"way": "text", "text": " "}, 400, "there is no text"),
        ({"way": "text", "text": TEXT, "published": "soon"}, 200, "published is 'soon'"),
        ({"way": "file"}, 400, "choose a file"),
        ({"way": "file", "filename": "a\u202eb.txt", "content": TEXT}, 400, "control character"),
        ({"way": "file", "filename": "a.pdf", "content": "%PDF-1.7"}, 200, "this is a PDF"),
        ({"way": "address", "url": "http://127.0.0.1/"}, 200, "leads to no address of the open network"),
        ({"way": "address", "url": "http://169.254.169.254/latest"}, 200, "leads to no address of the open network"),
        ({"way": "nothing"}, 400, "this form is damaged"),
    ],
)
def test_what_cannot_be_read_is_told(signed_in, fields: dict[str, str], code: int, told: str) -> None:
    answer = _read(signed_in("editor"), **fields)
    assert answer.status_code == code
    assert told in html.unescape(answer.text)


@pytest.mark.parametrize("role", ["reader", None])
def test_only_editors_bring_pages(client, signed_in, role: str | None) -> None:
    if role:
        signed_in(role)
    assert client.get("/add", follow_redirects=False).status_code == (403 if role else 303)


def test_a_page_that_was_forgotten_is_not_taken_in_again(client, filled: str) -> None:
    with open_registry(filled) as registry:
        forget(registry, "courier", who="M. Silva", because="a ruling")
        _, secret = Accounts(registry).make_token("editor", "", frozenset({Scope.ADD}), 1, by="setup")
    text = "OSLO - Norway ratified its fisheries treaty with Iceland on 8 June 2022."
    answer = client.post(
        "/api/v1/documents", json={"text": text, "id": "x"}, headers={"Authorization": f"Bearer {secret}"}
    )
    assert answer.status_code == 422
    assert "forgotten on" in answer.json()["detail"]


def test_programs_add_texts_by_token(client, filled: str) -> None:
    with open_registry(filled) as registry:
        _, secret = Accounts(registry).make_token("editor", "", frozenset({Scope.ADD}), 1, by="setup")
    headers = {"Authorization": f"Bearer {secret}"}
    body = {"text": TEXT, "published": "2021-07-08", "publisher": "Wire"}
    first = client.post("/api/v1/documents", json=body, headers=headers)
    assert (first.status_code, first.json()["new"], first.json()["assertions"]) == (201, True, 2)
    assert client.get(first.headers["location"]).json()["document"]["text"] == TEXT
    assert client.post("/api/v1/documents", json=body, headers=headers).status_code == 200
    for wrong in ({"text": ""}, {}, {"text": TEXT, "who": "x"}, {"text": 7}):
        assert client.post("/api/v1/documents", json=wrong, headers=headers).status_code == 400
    assert client.post("/api/v1/documents", json=body).status_code == 401
