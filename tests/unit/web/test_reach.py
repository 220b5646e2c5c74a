"""Families agree and take back; Telegram is linked from the page where there is a bot."""

from web_school import ANA

from tutor.ids import LearnerId
from tutor.people.person import Purpose


async def test_a_guardian_agrees_and_takes_back(door, site):
    visit = await door.enter("mother")
    assert "What you have agreed to" in visit.page.text
    for act, given in (("yes", True), ("no", False)):
        answer = await visit.post(
            "/family/consent", learner=ANA, purpose=Purpose.TELEGRAM.value, act=act
        )
        assert answer.status_code == 303
        last = (await site.parts.people.consents(LearnerId(ANA)))[-1]
        assert (last.purpose, last.given, last.by) == (Purpose.TELEGRAM, given, "mother")
        await visit.get("/family")


async def test_nobody_agrees_for_another_family_or_to_anything_else(door, site):
    visit = await door.enter("mother")
    before = await site.parts.people.consents(LearnerId("bo"))
    answer = await visit.post("/family/consent", learner="bo", purpose="telegram", act="yes")
    assert answer.status_code == 403
    assert await site.parts.people.consents(LearnerId("bo")) == before
    await visit.get("/family")
    odd = await visit.post("/family/consent", learner=ANA, purpose="everything", act="yes")
    assert odd.status_code in (400, 422)


async def test_without_a_bot_there_is_no_telegram_page(door):
    visit = await door.enter("ana")
    assert "/telegram" not in visit.page.text
    assert (await visit.get("/telegram")).status_code == 404


async def test_with_a_bot_a_link_is_made_for_the_person_signed_in(door, site):
    made = []

    async def link(person):
        made.append(person)
        return "https://t.me/meno_bot?start=token"

    site.parts.reach.telegram_link = link
    visit = await door.enter("ana")
    await visit.get("/courses")
    assert 'href="/telegram"' in visit.page.text
    page = await visit.get("/telegram")
    assert page.status_code == 200, page.text[-900:]
    answer = await visit.post("/telegram", act="link")
    assert answer.status_code == 200, answer.text[-900:]
    assert "https://t.me/meno_bot?start=token" in answer.text
    assert made == [ANA]
