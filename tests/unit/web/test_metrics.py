"""Numbers for whoever runs the school's machine, and for nobody else."""

from dataclasses import replace
from fractions import Fraction

import httpx
from web_school import School

from tutor.channels.web import create_app
from tutor.llm.budget import Spent
from tutor.prices import PriceList, Prices


async def numbers(
    site: School, *, host: str = "127.0.0.1", token: str = "", sent: str = ""
) -> httpx.Response:
    settings = replace(site.parts.settings, metrics_token=token)
    app = create_app(replace(site.parts, settings=settings))
    transport = httpx.ASGITransport(app=app, client=(host, 4711))
    async with httpx.AsyncClient(transport=transport, base_url="http://school") as client:
        headers = {"Authorization": f"Bearer {sent}"} if sent else {}
        return await client.get("/metrics", headers=headers)


async def test_this_machine_may_read_the_numbers_and_others_may_not(site):
    assert (await numbers(site)).status_code == 200
    assert (await numbers(site, host="10.0.0.7")).status_code == 404


async def test_with_a_token_the_token_decides(site):
    assert (await numbers(site, host="10.0.0.7", token="s3cret", sent="s3cret")).status_code == 200
    assert (await numbers(site, token="s3cret")).status_code == 404
    assert (await numbers(site, token="s3cret", sent="guess")).status_code == 404


async def test_turns_are_counted_with_their_own_time_and_no_name(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    await visit.say("fractions", "hint")
    text = (await numbers(site)).text
    assert 'meno_turns_total{move="hint",worded="plain"} 1.0' in text
    assert "meno_turn_own_seconds_count" in text
    assert "ana" not in text.lower().replace("manager", "")


async def test_a_posted_message_says_how_long_the_turn_took(door):
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    answer = await visit.post("/c/fractions/messages", text="hint")
    kind, _, took = answer.headers["server-timing"].partition(";dur=")
    assert kind == "own"
    assert 0 < float(took) < 5000


async def test_each_model_has_its_own_numbers_and_its_own_price(site):
    spent = {
        "school": Spent(calls=3, tokens_in=3_000_000),
        "model:openai:big": Spent(calls=1, tokens_in=1_000_000),
        "model:openai:own": Spent(calls=2, tokens_in=2_000_000),
    }
    states = {"openai:big": "open", "openai:own": "closed"}
    prices = PriceList(
        first=Prices(per_million_in=Fraction(2), currency="EUR"), models={"openai:own": Prices()}
    )
    parts = replace(site.parts, models=lambda: (spent, states), prices=prices)
    text = (await numbers(replace(site, parts=parts))).text
    assert 'meno_model_calls_today{model="openai:own"} 2.0' in text
    assert 'meno_model_tokens_today{model="openai:big",way="in"} 1e+06' in text
    assert 'meno_model_cost_today{currency="EUR",model="openai:big"} 2.0' in text
    assert 'meno_model_cost_today{currency="EUR",model="openai:own"} 0.0' in text
    assert 'meno_model_state{model="openai:big",state="open"} 1.0' in text
