"""A teacher's verdict: for one learner or for everyone who answers so, and changed again."""

from dataclasses import replace

import pytest_asyncio
from web_school import ANA, BO, CLASS, FRACTIONS

from tutor.ids import LearnerId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted, AttemptRegraded, Judge

PATH = f"/class/{CLASS}/learners/{ANA}"
ODD = "three and a bit, like a pizza"


async def attempts(site, learner=ANA):
    log = await site.parts.log.whole(LearnerId(learner), FRACTIONS)
    return [event for event in log if isinstance(event, Attempted)]


async def decide(visit, attempt, **form):
    await visit.get(f"{PATH}?course={FRACTIONS}")
    return await visit.post(
        PATH, course=FRACTIONS, act="regrade", attempt=attempt, reason="I accept it", **form
    )


@pytest_asyncio.fixture
async def wrong(site):
    """An answer that code called wrong."""
    await site.say(ANA, FRACTIONS, "/start", "/practise adding-like-fractions", "999/7")
    found = (await attempts(site))[-1]
    assert found.verdict is Verdict.INCORRECT
    return found


async def test_what_was_decided_for_everyone_is_not_refused_again(door, site, wrong):
    visit = await door.enter("ines")
    done = await decide(visit, wrong.id, verdict="correct", everyone="yes")
    assert done.status_code == 303
    assert "for everyone who answers so" in (await visit.get(f"{PATH}?course={FRACTIONS}")).text
    await site.say(ANA, FRACTIONS, " 999/7. ")
    again = (await attempts(site))[-1]
    assert again.id != wrong.id
    assert (again.verdict, again.judge) == (Verdict.CORRECT, Judge.TEACHER)


async def test_what_was_decided_for_one_holds_for_that_one_alone(door, site, wrong):
    await decide(await door.enter("ines"), wrong.id, verdict="correct")
    await site.say(ANA, FRACTIONS, "999/7")
    assert (await attempts(site))[-1].verdict is Verdict.INCORRECT


async def test_a_verdict_for_everyone_can_be_taken_back(door, site, wrong):
    visit = await door.enter("ines")
    await decide(visit, wrong.id, verdict="correct", everyone="yes")
    await decide(visit, wrong.id, verdict="incorrect")
    await site.say(ANA, FRACTIONS, "999/7")
    assert (await attempts(site))[-1].verdict is Verdict.INCORRECT


async def test_who_is_told_that_it_is_partly_right_hears_who_says_so(door, site, wrong):
    await decide(await door.enter("ines"), wrong.id, verdict="partial", everyone="yes")
    reply = await site.say(ANA, FRACTIONS, "999/7")
    assert "Your teacher has looked at this very answer." in reply.text


async def test_those_who_wait_with_the_same_words_are_decided_too(door, site, wrong):
    people = site.parts.people
    led = await people.school_class(CLASS)
    await people.save_class(replace(led, learners=(*led.learners, LearnerId(BO))))
    waiting = replace(wrong, id="bo/1", message="bo-1", verdict=Verdict.UNCLEAR)
    other = replace(waiting, id="bo/2", message="bo-2", response=ODD)
    await site.parts.log.append(LearnerId(BO), FRACTIONS, [waiting, other], after=0)
    await decide(await door.enter("ines"), wrong.id, verdict="partial", everyone="yes")
    log = await site.parts.log.whole(LearnerId(BO), FRACTIONS)
    decided = [(e.attempt, e.verdict, e.by) for e in log if isinstance(e, AttemptRegraded)]
    assert decided == [("bo/1", Verdict.PARTIAL, "ines")]
    assert [entry.act for entry in await people.trail(BO)] == ["learner_regrade"]


async def test_nothing_is_kept_of_a_decision_without_a_reason(door, site, wrong):
    visit = await door.enter("ines")
    await visit.get(f"{PATH}?course={FRACTIONS}")
    form = {"course": FRACTIONS, "act": "regrade", "attempt": wrong.id, "everyone": "yes"}
    for bad in ({"verdict": "correct", "reason": " "}, {"verdict": "great", "reason": "So"}):
        assert (await visit.post(PATH, **form, **bad)).status_code == 422
    await site.say(ANA, FRACTIONS, "999/7")
    assert (await attempts(site))[-1].verdict is Verdict.INCORRECT
