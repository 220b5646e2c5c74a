"""A teacher asks for skills, the learner reads it and gets them first, and it is taken back."""

import re
from datetime import UTC, datetime, timedelta

import httpx
from web_school import ANA, CLASS, FRACTIONS, OTHER_CLASS, START

from tutor.ids import LearnerId
from tutor.learner_state.events import Assigned, ItemOpened

SKILL = "fractions-on-a-number-line"
TITLE = "Fractions on a number line"
LEARNER = LearnerId(ANA)


async def ask(visit, **fields: str) -> httpx.Response:
    """Ask for a skill on the class page."""
    await visit.get(f"/class/{CLASS}?course=fractions")
    form = {"course": "fractions", "learner": "", "skill": SKILL, "reason": "Test on Friday."}
    return await visit.post(f"/class/{CLASS}/assign", **{**form, **fields})


async def state(site):
    return (await site.parts.tutor.load(LEARNER, FRACTIONS)).state


def in_days(days: int) -> str:
    return (START + timedelta(days=days)).strftime("%Y-%m-%d")


async def test_an_assignment_is_an_event_of_every_learner_with_who_when_and_why(door, site):
    visit = await door.enter("ines")
    assert (await ask(visit, until=in_days(4))).status_code == 303
    events = [e for e in await site.parts.log.whole(LEARNER, FRACTIONS) if isinstance(e, Assigned)]
    assert [(e.skills, e.by, e.reason) for e in events] == [((SKILL,), "ines", "Test on Friday.")]
    assert events[0].until is not None
    assert events[0].until > datetime(2026, 11, 6, tzinfo=UTC)
    page = await visit.get(f"/class/{CLASS}?course=fractions")
    assert f"<b>{TITLE}</b>, by Fri 06 Nov 2026" in page.text
    trail = await site.parts.people.trail(LEARNER)
    assert "skills_assigned" in [one.act for one in trail]


async def test_the_learner_reads_who_asked_for_it_by_when_and_why(door):
    await ask(await door.enter("ines"), until=in_days(4))
    page = await (await door.enter("ana")).get("/c/fractions/progress")
    text = re.sub(r"<[^>]+>", "", page.text)
    assert f"Your teacher asked for {TITLE} by Friday." in text
    assert "Test on Friday." in text


async def test_what_leads_to_it_comes_first_and_says_so(door, site):
    await ask(await door.enter("ines"), until=in_days(4))
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    await visit.say("fractions", "/next")
    opened = [
        e for e in await site.parts.log.whole(LEARNER, FRACTIONS) if isinstance(e, ItemOpened)
    ]
    assert opened
    reasons = " ".join(e.reason for e in opened)
    assert "your teacher set" in reasons
    assert "by Friday" in reasons


async def test_it_is_taken_back_from_everybody(door, site):
    visit = await door.enter("ines")
    await ask(visit, until=in_days(4))
    page = await visit.get(f"/class/{CLASS}?course=fractions")
    mark = re.search(r'name="mark" value="([^"]+)"', page.text)
    assert mark
    form = {"course": "fractions", "mark": mark[1]}
    assert (await visit.post(f"/class/{CLASS}/assign/undo", **form)).status_code == 303
    assert (await state(site)).assignments == ()
    again = await visit.post(f"/class/{CLASS}/assign/undo", **form)
    assert again.status_code == 404


async def test_several_skills_are_asked_for_at_once(door, site):
    visit = await door.enter("ines")
    await visit.get(f"/class/{CLASS}?course=fractions")
    fields = {"course": "fractions", "learner": ANA, "skill": [SKILL, "equal-parts"]}
    answer = await visit.post(f"/class/{CLASS}/assign", **fields)
    assert answer.status_code == 303
    assert [goal.skills for goal in (await state(site)).assignments] == [("equal-parts", SKILL)]


async def test_two_assignments_are_kept_apart(door, site):
    visit = await door.enter("ines")
    await ask(visit, until=in_days(4))
    await ask(visit, skill="equal-parts", until="")
    page = await visit.get(f"/class/{CLASS}?course=fractions")
    mark = re.search(r'name="mark" value="([^"]+)"', page.text)
    assert mark
    await visit.post(f"/class/{CLASS}/assign/undo", course="fractions", mark=mark[1])
    assert [goal.skills for goal in (await state(site)).assignments] == [("equal-parts",)]


async def test_nonsense_is_refused(door):
    visit = await door.enter("ines")
    assert (await ask(visit, skill="no-such")).status_code == 422
    assert (await ask(visit, until="soon")).status_code == 422
    assert (await ask(visit, until=in_days(-3))).status_code == 422
    assert (await ask(visit, learner="nobody")).status_code == 404


async def test_only_the_classs_teacher_may(door, site):
    for who in ("ana", "tom", "mother"):
        visit = await door.enter(who)
        await visit.get("/")
        form = {"course": "fractions", "learner": "", "skill": SKILL}
        assert (await visit.post(f"/class/{CLASS}/assign", **form)).status_code in (403, 404)
    assert (await state(site)).assignments == ()
    assert OTHER_CLASS != CLASS


async def test_the_pages_show_objectives_and_standards(door):
    page = await (await door.enter("ana")).get("/c/fractions/progress")
    assert "CCSS.MATH.CONTENT.3.NF.A.1" in page.text
    page = await (await door.enter("ines")).get(f"/class/{CLASS}?course=fractions")
    assert "CCSS.MATH.CONTENT.3.NF.A.1" in page.text
