"""Who asks too often is told to wait."""


def test_an_address_may_ask_so_often_in_a_minute(site) -> None:
    with site(requests=3) as client:
        answers = [client.get("/sign-in").status_code for _ in range(5)]
        assert answers == [200, 200, 200, 429, 429]
        assert client.get("/static/style.css").status_code == 200
        assert client.post("/sign-in").status_code == 403
        told = client.get("/")
        assert "a little too fast" in told.text
        assert int(told.headers["ratelimit-reset"]) <= 60


def test_changes_and_sign_ins_have_limits_of_their_own(site) -> None:
    with site(writings=4, sign_ins=2) as client:
        assert [client.post("/sign-in").status_code for _ in range(3)] == [403, 403, 429]
        assert [client.post("/sign-out").status_code for _ in range(3)] == [403, 429, 429]
        assert client.get("/").status_code == 200


def test_guessing_passwords_is_stopped_whatever_the_limits(site, sent) -> None:
    with site(writings=None, sign_ins=None) as client:
        told = [sent(client, "/sign-in", "/sign-in", name="editor", password="a guess").text for _ in range(6)]
    assert ["too many sign-ins failed" in text for text in told] == [False] * 5 + [True]
