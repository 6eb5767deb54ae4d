"""What every answer carries, whatever was asked."""

import re

import pytest
from litestar.routes import HTTPRoute

from treatywatch.views.safety.headers import HEADERS


def addresses(client) -> list[str]:
    """An address of every route that can be opened, with something in the place of what differs."""
    routes = [route for route in client.app.routes if isinstance(route, HTTPRoute)]
    return sorted(re.sub(r"\{[^}]*\}", "none", route.path) for route in routes if "GET" in route.methods)


def test_every_answer_has_the_headers_of_safety(client) -> None:
    asked = [*addresses(client), "/no/such/page", "/api/v1/no/such/page", "/static/style.css", "/?page=x"]
    assert {"/", "/sign-in", "/review"} <= set(asked)
    for address in asked:
        answer = client.get(address, follow_redirects=False)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, address
        assert "server" not in answer.headers


def test_nothing_may_run_or_be_fetched_from_elsewhere(client) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert not re.search(r"unsafe|\*|https?:|data:", policy)


def test_no_page_holds_a_script_or_style_of_its_own_or_another_origin(signed_in) -> None:
    client = signed_in("admin")
    (key,) = re.findall(r'href="(/agreements/[^"]+)"', client.get("/").text)
    pages = re.findall(r'href="(/pages/[^"#]+)', client.get(key).text)
    for address in [*addresses(client), key, *pages]:
        text = client.get(address).text
        if "<html" in text:
            assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", text), address
            assert not re.search(r"""(?:src|href|action)=["'](?:https?:)?//""", text), address


def test_what_a_signed_in_person_sees_is_kept_nowhere(client, signed_in) -> None:
    assert client.get("/").headers["cache-control"] == "no-cache"
    assert signed_in("editor").get("/").headers["cache-control"] == "no-store"


def test_by_https_cookies_never_travel_without(site) -> None:
    with site(https=True) as client:
        answer = client.get("/sign-in")
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("__Host-treatywatch-visit=")
        assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))


@pytest.mark.parametrize(
    "host",
    ["evil.example", "testserver.local.evil.example", "evil.example:80", "", "127.0.0.1@evil.example", "[::1]"],
)
def test_a_name_that_does_not_lead_here_is_refused(client, host: str) -> None:
    for address in ("/", "/sign-in", "/static/style.css"):
        assert client.get(address, headers={"host": host}).status_code == 421


def test_the_names_of_this_machine_lead_here_on_any_port(site) -> None:
    from treatywatch.views.safety import LOOPBACK

    with site(hosts=LOOPBACK) as client:
        for host in ("localhost", "LOCALHOST:8000", "127.0.0.1:80", "[::1]:8000", "[::1]"):
            assert client.get("/", headers={"host": host}).status_code == 200


def test_what_signed_in_people_see_is_made_anew_and_kept_nowhere(signed_in) -> None:
    page = signed_in("editor").get("/", headers={"Accept-Encoding": "gzip"})
    assert "editor" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert not {"etag", "content-encoding"} & set(page.headers)
