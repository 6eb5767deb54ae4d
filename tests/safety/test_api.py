"""What programs ask and send, and what they are answered."""

import hashlib
import json
import logging
from datetime import date

import msgspec
import pytest
from litestar import get
from litestar.testing import TestClient

from treatywatch.model import to_json
from treatywatch.registry import open_registry
from treatywatch.registry.accounts import Accounts, Role, Scope
from treatywatch.service.answers import Dossier
from treatywatch.service.dossier import dossier
from treatywatch.service.review import decisions
from treatywatch.service.status import status_of
from treatywatch.views.api.problems import MEDIA_TYPE
from treatywatch.views.safety import Safety
from treatywatch.views.web.app import create_app

V1 = "/api/v1"
WHY = "the official gazette has the eighth"


@pytest.fixture
def bearer(filled: str):
    """The headers of a program that acts for ``account`` and may do what ``scopes`` say."""

    def made(account: str, *scopes: Scope) -> dict[str, str]:
        with open_registry(filled) as registry:
            _, secret = Accounts(registry).make_token(account, "", frozenset(scopes), 1, by="setup")
        return {"Authorization": f"Bearer {secret}"}

    return made


def _key(client) -> str:
    (agreement,) = client.get(f"{V1}/agreements").json()["agreements"]
    return str(agreement["key"])


@pytest.mark.parametrize("filled", ["sqlite", "postgresql"], indirect=True)
def test_a_dossier_is_that_of_the_command_line(client, filled: str) -> None:
    key = _key(client)
    answer = client.get(f"{V1}/agreements/{key}")
    with open_registry(filled) as registry:
        assert msgspec.json.decode(answer.content, type=Dossier) == dossier(registry, key)
        told = client.get(f"{V1}/agreements/{key}/status", params={"as_of": "2022-05-10"}).json()
        assert told == json.loads(to_json(status_of(registry, key, date(2022, 5, 10))))


def test_a_time_may_be_asked_for(client) -> None:
    key = _key(client)
    whole = client.get(f"{V1}/agreements/{key}/timeline").json()["entries"]
    early = client.get(f"{V1}/agreements/{key}/timeline", params={"as_of": "2022-05"}).json()["entries"]
    assert [step["kind"] for step in whole] == ["signed", "ratified"]
    assert [step["kind"] for step in early] == ["signed"]


def test_agreements_are_found_filtered_and_paged(client) -> None:
    assert client.get(f"{V1}/agreements", params={"q": "fisheries", "state": "Norway"}).json()["total"] == 1
    assert client.get(f"{V1}/agreements", params={"in_conflict": True}).json()["total"] == 1
    empty = client.get(f"{V1}/agreements", params={"form": "protocol"}).json()
    assert (empty["total"], empty["pages"], empty["agreements"]) == (0, 1, [])
    assert client.get(f"{V1}/agreements", params={"page": 2, "limit": 1}).json()["agreements"] == []


def test_a_fact_leads_to_its_sentence_on_the_page(client) -> None:
    key = _key(client)
    (signed, *_) = client.get(f"{V1}/agreements/{key}/timeline").json()["entries"]
    quote = signed["sources"][0]
    (page,) = client.get(f"{V1}/documents", params={"named": quote["document"]}).json()
    document = client.get(f"{V1}/documents/{page['sha256']}").json()
    text = document["document"]["text"]
    start, end = quote["span"]
    assert hashlib.sha256(text.encode()).hexdigest() == page["sha256"]
    assert text[start:end] == quote["quote"]
    assert quote["fact"] in [one["fact"] for one in document["assertions"]]


def test_states_news_and_calendar(client) -> None:
    assert {one["value"] for one in client.get(f"{V1}/states").json()} == {"ISL", "NOR"}
    assert client.get(f"{V1}/states/norway").json()["state"] == "NOR"
    news = client.get(f"{V1}/changes", params={"since": "2020-01-01"}).json()
    assert (news["total"], news["news"][0]["new"]) == (1, True)
    assert client.get(f"{V1}/calendar").json() == []


def test_an_answer_that_is_known_is_not_sent_again(client, bearer) -> None:
    key = _key(client)
    first = client.get(f"{V1}/agreements/{key}")
    known = {"If-None-Match": first.headers["etag"]}
    again = client.get(f"{V1}/agreements/{key}", headers=known)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    for tags in ('"other"', ""):
        assert client.get(f"{V1}/agreements/{key}", headers={"If-None-Match": tags}).status_code == 200
    for tags in (f'"other", W/{first.headers["etag"]}', "*"):
        assert client.get(f"{V1}/agreements/{key}", headers={"If-None-Match": tags}).status_code == 304

    fact = first.json()["timeline"][0]["fact"]
    body = {"verb": "confirm", "fact": fact, "because": WHY}
    assert client.post(f"{V1}/decisions", json=body, headers=bearer("editor", Scope.DECIDE)).status_code == 201
    assert client.get(f"{V1}/agreements/{key}", headers=known).status_code == 200


@pytest.mark.parametrize("filled", ["sqlite", "postgresql"], indirect=True)
def test_a_decision_is_made_told_and_taken_back(client, bearer, filled: str) -> None:
    headers = bearer("editor", Scope.DECIDE, Scope.READ)
    (question,) = client.get(f"{V1}/review", headers=headers).json()
    verb, fact, change = question["choices"][1]["commands"][0]
    field, _, value = change.partition("=")
    body = {"verb": verb, "fact": fact, "changes": {field: value}, "because": WHY}

    made = client.post(f"{V1}/decisions", json=body, headers=headers)
    assert (made.status_code, made.headers["location"]) == (201, f"{V1}/decisions/1")
    assert client.get(made.headers["location"]).json() == made.json()
    assert made.json()["who"] == "editor"
    assert client.get(f"{V1}/review", headers=headers).json() == []

    undo = {"verb": "undo", "decision": 1, "because": "it was misprinted"}
    assert client.post(f"{V1}/decisions", json=undo, headers=headers).status_code == 201
    listed = client.get(f"{V1}/decisions").json()
    assert [(one["kind"], one["undone"]) for one in listed["decisions"]] == [("undo", False), ("correct", True)]
    log = client.get(f"{V1}/log", headers=bearer("admin", Scope.AUDIT)).json()
    assert next(line["about"] for line in log if line["act"] == "decided") == "decision 2: undo 1"


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("account", [None, *Role])
def test_each_token_does_what_it_is_for_and_no_more(client, filled: str, account: Role | None, scope: Scope) -> None:
    headers, may = {}, False
    if account:
        with open_registry(filled) as registry:
            accounts = Accounts(registry)
            accounts.set_role(account, Role.ADMIN, by="setup")
            _, secret = accounts.make_token(account, "", frozenset({scope}), 1, by="setup")
            accounts.set_role(account, account, by="setup")
        headers = {"Authorization": f"Bearer {secret}"}
        may = scope in {"reader": {"read"}, "editor": {"read", "decide", "add"}}.get(account, set(Scope))
    refused = 403 if account else 401
    undo = {"verb": "undo", "decision": 1, "because": WHY}
    asked = {
        Scope.READ: client.get(f"{V1}/review", headers=headers).status_code,
        Scope.DECIDE: client.post(f"{V1}/decisions", json=undo, headers=headers).status_code,
        Scope.AUDIT: client.get(f"{V1}/log", headers=headers).status_code,
    }
    done = {Scope.READ: 200, Scope.DECIDE: 404, Scope.AUDIT: 200}
    assert asked == {one: done[one] if may and one is scope else refused for one in asked}
    assert client.get(f"{V1}/agreements", headers=headers).status_code == 200


def test_a_browser_that_is_signed_in_writes_nothing_through_the_api(signed_in) -> None:
    client = signed_in("admin")
    answer = client.post(f"{V1}/decisions", json={"verb": "undo", "decision": 1, "because": WHY})
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, 'Bearer realm="treatywatch"')


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"verb": "forget", "fact": "0000", "because": WHY},
        {"verb": "confirm", "because": WHY},
        {"verb": "confirm", "fact": "zz", "because": WHY},
        {"verb": "confirm", "fact": "0000", "decision": 1, "because": WHY},
        {"verb": "confirm", "fact": "0000", "changes": {"date": "2022"}, "because": WHY},
        {"verb": "same", "agreements": ["a"], "because": WHY},
        {"verb": "same", "agreements": ["a", "b", "c"], "because": WHY},
        {"verb": "undo", "decision": 1, "here": True, "because": WHY},
        {"verb": "undo", "decision": "1; DROP TABLE", "because": WHY},
        {"verb": "undo", "decision": 1, "because": "x" * 5_001},
        {"verb": "undo", "decision": 1, "because": ""},
        {"verb": "undo", "decision": 1, "because": WHY, "who": "somebody else"},
        [],
    ],
)
def test_what_is_no_decision_is_told_and_changes_nothing(client, bearer, filled: str, body: object) -> None:
    answer = client.post(f"{V1}/decisions", json=body, headers=bearer("editor", Scope.DECIDE))
    assert (answer.status_code, answer.headers["content-type"]) == (400, MEDIA_TYPE)
    assert answer.json()["title"] == "Bad Request"
    assert answer.json()["detail"]
    with open_registry(filled) as registry:
        assert decisions(registry) == ()


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("agreements/nobody%20knows%20it", 404),
        ("no/such/thing", 404),
        ("decisions/7", 404),
        ("states/nowhere", 404),
        ("documents/00", 404),
        ("agreements?limit=0", 400),
        ("agreements?limit=many", 400),
        ("changes?since=yesterday", 400),
        ("changes", 400),
        ("review", 401),
    ],
)
def test_errors_are_problem_details(client, address: str, code: int) -> None:
    answer = client.get(f"{V1}/{address}")
    told = answer.json()
    assert (answer.status_code, told["status"], answer.headers["content-type"]) == (code, code, MEDIA_TYPE)
    assert told["detail"]
    assert "etag" not in answer.headers


def test_another_method_is_refused_as_a_problem(client) -> None:
    answer = client.delete(f"{V1}/decisions/1")
    assert (answer.status_code, answer.headers["content-type"]) == (405, MEDIA_TYPE)


def test_the_description_lists_the_api_alone_and_loads_nothing(client) -> None:
    described = client.get("/schema/openapi.json")
    assert described.json()["openapi"].startswith("3.1")
    assert all(path.startswith(V1) for path in described.json()["paths"])
    for page in ("/schema", "/schema/swagger", "/schema/redoc"):
        assert "<script" not in client.get(page).text.replace('<script src="/static/', "")


@pytest.mark.parametrize("secret", ["tw_unknown", "", "ünknown"])
def test_a_token_that_is_none_is_told_even_where_none_is_needed(client, secret: str) -> None:
    answer = client.get(f"{V1}/agreements", headers={"Authorization": f"Bearer {secret}".encode()})
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, 'Bearer error="invalid_token"')


def test_a_defect_is_told_without_what_it_is(filled: str, caplog) -> None:
    @get(["/broken", f"{V1}/broken"], sync_to_thread=False)
    def broken() -> None:
        raise ZeroDivisionError("the secret reason")

    app = create_app(filled, safety=Safety(hosts=frozenset({"testserver.local"})), more=[broken])
    with TestClient(app, raise_server_exceptions=False) as client:
        logging.getLogger("treatywatch").addHandler(caplog.handler)
        answers = [client.get("/broken"), client.get(f"{V1}/broken")]
    assert [answer.status_code for answer in answers] == [500, 500]
    assert [answer.headers["content-type"] for answer in answers] == ["text/html; charset=utf-8", MEDIA_TYPE]
    assert all("has a defect" in answer.text and "secret" not in answer.text for answer in answers)
    assert "the secret reason" in caplog.text
