"""An alert about a learner who is in no class: an administrator sees it and takes it on."""

from dataclasses import replace
from datetime import timedelta

from web_school import ANA, FRACTIONS, HEAD

from tests.unit.web.conftest import Door, Visit
from tutor.ids import LearnerId
from tutor.people.directory import LinkPurpose


async def head(door: Door) -> Visit:
    people, at = door.school.parts.people, door.school.parts.clock()
    token = await people.make_link(HEAD, LinkPurpose.SIGN_IN, at, timedelta(hours=1))
    visit = door.stranger()
    await visit.http.post(f"/link/{token}")
    return visit


async def test_it_stands_on_the_page_of_all_classes_until_it_is_taken_on(door, site):
    await site.say(ANA, FRACTIONS, "/start", "i want to kill myself")
    visit = await head(door)
    assert "may need an adult" not in (await visit.get("/classes")).text  # its class shows it
    for led in await site.parts.people.classes(None):
        left = tuple(one for one in led.learners if one != LearnerId(ANA))
        await site.parts.people.save_class(replace(led, learners=left))
    page = (await visit.get("/classes")).text
    assert "Ana" in page
    assert "may need an adult now" in page
    alert = page.split('name="alert" value="')[1].split('"')[0]
    teacher = await door.enter("ines")
    assert "may need an adult" not in (await teacher.get("/classes")).text
    assert (await teacher.post("/classes/alerts", alert=alert)).status_code == 403
    taken = await visit.post("/classes/alerts", alert=alert, note="I call")
    assert taken.status_code == 303
    assert "may need an adult" not in (await visit.get("/classes")).text
    stored = await site.parts.alerts.alert(alert)
    assert (stored.acknowledged_by, stored.note) == (HEAD, "I call")
