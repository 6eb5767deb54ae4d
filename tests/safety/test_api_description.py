"""The API does what its description says: asked of it by programs that know nothing else."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
import schemathesis
from aiopenapi3 import OpenAPI
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from treatywatch.registry import open_registry
from treatywatch.registry.accounts import Accounts, Scope

HOST = "testserver.local"
EACH = settings(
    max_examples=6, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


@pytest.fixture
def token(filled: str) -> str:
    """A token that may do everything."""
    with open_registry(filled) as registry:
        return Accounts(registry).make_token("admin", "", frozenset(Scope), 1, by="setup")[1]


@pytest.fixture
def app(site) -> Iterator[Any]:
    with site(requests=None, writings=None) as client:
        yield client.app


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("signed", [True, False])
def test_every_operation_answers_as_described(app, token: str, mode: GenerationMode, signed: bool) -> None:
    headers = {"Host": HOST} | ({"Authorization": f"Bearer {token}"} if signed else {})
    schema = schemathesis.openapi.from_asgi("/schema/openapi.json", app, headers=headers)
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        if mode is GenerationMode.NEGATIVE and not (operation.query or operation.body):
            continue  # nothing in it can be wrong

        @given(operation.as_strategy(generation_mode=mode))
        @EACH
        def answers_as_described(case: Any) -> None:
            # no description can say that no February has 30 days, and parameters that nobody knows are passed over
            case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance, negative_data_rejection])

        answers_as_described()
        asked += 1
    assert asked > (20 if mode is GenerationMode.POSITIVE else 10)


def test_a_client_made_from_the_description_works(app, token: str) -> None:
    async def walk() -> None:
        def session(*given: Any, **settings: Any) -> httpx2.AsyncClient:
            return httpx2.AsyncClient(*given, transport=httpx2.ASGITransport(app=app), **settings)

        url = f"http://{HOST}/schema/openapi.json"
        client = await OpenAPI.load_async(url, session_factory=session)
        client.authenticate(token=token)
        ask = client._

        found = await ask.find_agreements(parameters={"q": "fisheries"})
        (agreement,) = found.agreements
        whole = await ask.get_agreement(parameters={"key": agreement.key})
        assert [entry.kind for entry in whole.timeline] == ["signed", "ratified"]
        (conflict,) = await ask.get_conflicts(parameters={"key": agreement.key})
        made = await ask.decide(
            data={
                "verb": "correct",
                "fact": conflict.entry.fact,
                "changes": {"date": conflict.sides[1].says},
                "because": "seen in print",
            }
        )
        assert (made.number, made.who) == (1, "admin")
        assert await ask.get_conflicts(parameters={"key": agreement.key}) == []

    with ThreadPoolExecutor(1) as elsewhere:  # in this thread a browser of another test may hold a loop
        elsewhere.submit(asyncio.run, walk()).result()
