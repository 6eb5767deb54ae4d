"""Addresses are fetched from the open network alone, whatever they say, resolve to or redirect to."""

import gzip
import http.server
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.intake.fetch import Fetched, Rules, fetch
from treatywatch.intake.public import is_public
from treatywatch.model import Problem

OPEN = "93.184.215.14"
PAGE = b"<html><p>Norway and Iceland signed a treaty.</p></html>"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "169.254.0.1", "100.64.0.1", "192.0.0.192", "198.18.0.1", "224.0.0.1", "239.255.255.255",
        "240.0.0.1", "255.255.255.255", "192.0.2.1",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a9fe:a9fe::", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "not an address", "",
    ],
)  # fmt: skip
def test_no_address_of_this_machine_or_a_network_of_its_own_is_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [OPEN, "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8"])
def test_addresses_of_the_open_network_are_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_ipv6_address_that_stands_for_an_ipv4_address_is_no_more_public(address: object) -> None:
    mapped = f"::ffff:{address}"
    assert is_public(mapped) == is_public(str(address))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/",
        "http://0/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://localhost/",
        "http://localhost./", "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/",
        "http://10.0.0.1/", "http://192.168.0.1/", "http://[fe80::1]/", "http://127。0。0。1/",
        "https://127.0.0.1/", "http://user:pass@93.184.215.14/", "http://93.184.215.14:22/", "ftp://93.184.215.14/",
        "file:///etc/passwd", "gopher://93.184.215.14/", "javascript:alert(1)", "//93.184.215.14/", "/etc/passwd",
        "", "http://", "http:///x",
    ],
)  # fmt: skip
def test_an_address_that_leads_into_the_own_network_is_refused(url: str) -> None:
    found = fetch(url, transport=_unreached())
    assert isinstance(found, Problem)
    assert found.code in {"address-refused", "not-fetched"}
    assert "cure" not in found.message


def _unreached() -> httpx.MockTransport:
    def asked(request: httpx.Request) -> httpx.Response:
        raise AssertionError(f"asked for {request.url}")

    return httpx.MockTransport(asked)


def _names(**hosts: Sequence[str]) -> Callable[[str, int], Sequence[str]]:
    """What names lead to: ``inner_example`` is inner.example."""
    return lambda host, port: hosts.get(host.replace(".", "_"), ())


@pytest.mark.parametrize(
    "leads_to", [["10.0.0.1"], ["::1"], ["169.254.169.254"], [OPEN, "127.0.0.1"], ["127.0.0.1", OPEN], []]
)
def test_a_name_that_leads_into_the_own_network_is_refused(leads_to: list[str]) -> None:
    found = fetch("https://inner.example/", Rules(resolve=_names(inner_example=leads_to)), _unreached())
    assert isinstance(found, Problem)
    assert (found.code, found.where) == ("address-refused", "https://inner.example/")
    assert "inner.example leads to no address of the open network" in found.message


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/", "http://2130706433/", "http://[::ffff:127.0.0.1]/", "//localhost/", "https://inner.example/",
        "file:///etc/passwd", "ftp://news.example/", "http://news.example:6379/", "http://user@news.example/",
    ],
)  # fmt: skip
def test_a_redirect_into_the_own_network_is_refused(location: str) -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(302, headers={"location": location})

    names = _names(news_example=[OPEN], inner_example=["192.168.0.1"], localhost=["127.0.0.1"])
    rules = Rules(resolve=lambda host, port: names(host, port) or ["127.0.0.1"])
    found = fetch("http://news.example/", rules, httpx.MockTransport(answer))
    assert isinstance(found, Problem)
    assert found.code == "address-refused"
    assert asked == [f"http://{OPEN}/"]


def test_the_connection_goes_to_the_address_that_was_checked_with_the_name_of_the_site() -> None:
    answers = iter([[OPEN], ["127.0.0.1"]])

    def answer(request: httpx.Request) -> httpx.Response:
        assert (request.url.host, request.headers["host"]) == (OPEN, "news.example")
        assert request.extensions["sni_hostname"] == "news.example"
        return httpx.Response(200, stream=httpx.ByteStream(PAGE))

    rules = Rules(resolve=lambda host, port: next(answers))
    assert fetch("https://news.example/a?b=c", rules, httpx.MockTransport(answer)) == Fetched(
        PAGE, "https://news.example/a?b=c"
    )


def test_redirects_within_the_open_network_are_followed_and_told() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.headers["host"] == "news.example":
            return httpx.Response(301, headers={"location": "https://www.news.example/new"})
        return httpx.Response(200, stream=httpx.ByteStream(PAGE))

    rules = Rules(resolve=_names(news_example=[OPEN], www_news_example=["8.8.8.8"]))
    found = fetch("http://news.example/old", rules, httpx.MockTransport(answer))
    assert found == Fetched(PAGE, "https://www.news.example/new")


def _answered(response: Callable[[], httpx.Response], **rules: object) -> Fetched | Problem:
    allowed = Rules(resolve=_names(news_example=[OPEN]), **rules)  # type: ignore[arg-type]
    return fetch("http://news.example/", allowed, httpx.MockTransport(lambda _: response()))


def _code(found: Fetched | Problem) -> str:
    return found.code if isinstance(found, Problem) else "fetched"


def test_a_circle_of_redirects_ends() -> None:
    found = _answered(lambda: httpx.Response(302, headers={"location": "/again"}))
    assert isinstance(found, Problem)
    assert "more than 5 redirects" in found.message


def test_what_is_too_large_is_not_read_to_its_end() -> None:
    given = []

    def endless() -> Iterator[bytes]:
        for _ in range(1_000):
            given.append(1)
            yield b"x" * 1_000

    assert _code(_answered(lambda: httpx.Response(200, content=endless()), size=10_000)) == "too-large"
    assert len(given) < 20


def test_a_bomb_does_not_unpack() -> None:
    bomb = gzip.compress(b"\0" * 20_000_000)
    packed = {"content-encoding": "gzip"}
    assert len(bomb) < 100_000
    found = _answered(lambda: httpx.Response(200, stream=httpx.ByteStream(bomb), headers=packed), size=100_000)
    assert _code(found) == "too-large"
    small = gzip.compress(PAGE)
    found = _answered(lambda: httpx.Response(200, stream=httpx.ByteStream(small), headers=packed))
    assert isinstance(found, Fetched)
    assert found.raw == PAGE


@pytest.mark.parametrize(
    ("code", "headers"),
    [
        (404, {}),
        (500, {}),
        (206, {}),
        (302, {}),
        (200, {"content-encoding": "br"}),
        (200, {"content-encoding": "gzip"}),
    ],
)
def test_an_answer_that_is_no_page_is_told(code: int, headers: dict[str, str]) -> None:
    found = _answered(lambda: httpx.Response(code, stream=httpx.ByteStream(PAGE), headers=headers))
    assert _code(found) == "not-fetched"


def test_time_is_up_when_it_is_up() -> None:
    assert _code(_answered(lambda: httpx.Response(200, content=iter([b"x"])), seconds=-1)) == "not-fetched"


@contextmanager
def _server() -> Iterator[int]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(PAGE + self.headers["Host"].encode())

        def log_message(self, *_: object) -> None:
            return

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


def test_a_page_comes_over_a_real_connection() -> None:
    with _server() as port:
        rules = Rules(ports=frozenset({port}), resolve=_names(news_example=["127.0.0.1"]), public=lambda address: True)
        found = fetch(f"http://news.example:{port}/", rules)
    assert found == Fetched(PAGE + f"news.example:{port}".encode(), f"http://news.example:{port}/")


@given(st.text())
def test_no_words_are_an_address_that_raises(words: str) -> None:
    assert isinstance(fetch(words, Rules(resolve=lambda host, port: ["127.0.0.1"]), _unreached()), Problem)
