"""What the model cost, on the pages of teachers and of the administration."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from web_school import ANA, CLASS, HEAD, school

from tests.unit.web.conftest import Door
from tutor.llm.budget import Spent
from tutor.people.directory import LinkPurpose
from tutor.prices import PriceList, Prices

CALL = Spent(calls=1, tokens_in=1_000, tokens_out=200, seconds=0.5)
PRICES = Prices(per_million_in=Fraction(1000), per_million_out=Fraction(5000), currency="EUR")


class Accounts:
    """What was booked, whatever the days."""

    def __init__(self, **booked: Spent) -> None:
        self.booked = {name.replace("__", ":"): spent for name, spent in booked.items()}
        self.days = timedelta()

    async def between(self, first, last):
        self.days = last - first
        return {account: {"m": spent} for account, spent in self.booked.items()}


@pytest.fixture
def accounts() -> Accounts:
    made = Accounts(school=CALL.plus(CALL))
    made.booked |= {f"class:{CLASS}": CALL, f"learner:{ANA}": CALL}
    return made


@pytest.fixture
async def spending(tmp_path, empty_database, accounts):
    def priced(parts):
        return replace(parts, spent=accounts, prices=PriceList(first=PRICES))

    async with school(tmp_path, empty=empty_database, extra=priced) as made:
        yield Door(made)


async def test_a_teacher_sees_what_the_class_and_its_learners_spent(spending, accounts):
    visit = await spending.enter("ines")
    page = await visit.get(f"/class/{CLASS}")
    assert "1 call, 1,200 tokens, 2.00 EUR" in page.text
    assert "Ana Ruiz: 1 call, 1,200 tokens, 2.00 EUR" in page.text
    assert accounts.days == timedelta(days=29)


async def test_the_administration_sees_each_class_and_the_whole_school(spending):
    people, at = spending.school.parts.people, spending.school.parts.clock()
    token = await people.make_link(HEAD, LinkPurpose.SIGN_IN, at, timedelta(hours=1))
    visit = spending.stranger()
    await visit.http.post(f"/link/{token}")
    page = await visit.get("/classes")
    assert "1 call, 1,200 tokens, 2.00 EUR" in page.text
    assert "2 calls, 2,400 tokens, 4.00 EUR" in page.text


async def test_a_teacher_sees_nothing_of_the_whole_school(spending):
    visit = await spending.enter("ines")
    assert "whole school" not in (await visit.get("/classes")).text


async def test_where_nothing_was_spent_nothing_is_shown(door):
    visit = await door.enter("ines")
    page = await visit.get(f"/class/{CLASS}")
    assert "What the model cost" not in page.text


async def test_a_cap_that_is_reached_is_said_to_the_teacher_and_the_administration(spending):
    parts = spending.school.parts
    for full, says in (({f"class:{CLASS}"}, "Today’s cap"), ({"school"}, "school’s cap for today")):
        door = Door(
            replace(spending.school, parts=replace(parts, full=lambda full=full: frozenset(full)))
        )
        visit = await door.enter("ines")
        page = (await visit.get(f"/class/{CLASS}")).text
        assert says in page
        assert page.count("until tomorrow") == 1
    assert (
        "until tomorrow" not in (await (await spending.enter("ines")).get(f"/class/{CLASS}")).text
    )
