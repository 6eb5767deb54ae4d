"""Whatever may be got may be asked for without its body."""

import pytest
from litestar import Litestar
from litestar.testing import TestClient

Client = TestClient[Litestar]
ADDRESSES = ("/", "/states", "/states/RUS", "/calendar", "/news", "/news.atom", "/sign-in", "/api/v1/agreements")


@pytest.mark.parametrize("address", [*ADDRESSES, "/static/style.css", "/?format=csv"])
def test_head_tells_of_a_page_what_get_does_and_leaves_the_body_out(client: Client, address: str) -> None:
    whole, head = client.get(address), client.head(address)
    assert (head.status_code, head.content) == (200, b"")
    told = ("content-type", "content-length", "etag", "content-security-policy")
    assert [head.headers.get(name) for name in told] == [whole.headers.get(name) for name in told]


def test_head_of_what_is_nowhere_is_told_so(client: Client) -> None:
    assert client.head("/agreements/none-such").status_code == 404


def test_who_has_a_page_is_told_so_without_asking_for_it(client: Client) -> None:
    tag = client.get("/").headers["etag"]
    assert client.head("/", headers={"If-None-Match": tag}).status_code == 304


def test_what_needs_a_form_is_not_done_by_head(client: Client) -> None:
    assert client.head("/sign-out").status_code == 405
