"""Who sees whose pages: nobody another's data, guardians never the chat."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from web_school import ANA, CLASS, FRACTIONS, OTHER_CLASS, PYTHON

from tutor.ids import LearnerId, PersonId
from tutor.learner_state.events import AttemptRegraded, BeliefOverridden, TutoringPaused
from tutor.people.person import Person, Role

SECRET = "a secret about pineapples"


async def wrote(door):
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    await visit.say("fractions", SECRET)
    return visit


PRIVATE = [
    f"/class/{CLASS}",
    f"/class/{CLASS}/learners/{ANA}",
    f"/class/{CLASS}/learners/{ANA}/chat",
    f"/class/{OTHER_CLASS}/learners/{ANA}",
    f"/class/{OTHER_CLASS}/learners/{ANA}/chat",
    "/c/fractions",
    "/c/fractions/progress",
]


async def test_others_see_nothing_of_a_learner(door):
    await wrote(door)
    for who in ("bo", "tom", "mother"):
        visit = await door.enter(who)
        for path in PRIVATE:
            page = await visit.get(path)
            assert page.status_code in (403, 404)
            assert SECRET not in page.text
            assert "Ana Ruiz" not in page.text


async def test_strangers_are_sent_to_the_entrance(door):
    for path in (*PRIVATE, "/courses", "/classes", "/family"):
        answer = await door.stranger().get(path)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/?next=")


async def test_a_guardian_sees_progress_but_never_the_chat(door):
    await wrote(door)
    visit = await door.enter("mother")
    assert "Ana Ruiz" in visit.page.text
    assert "of 17 skills" in visit.page.text
    assert SECRET not in visit.page.text
    for path in ("/classes", "/courses"):
        assert (await visit.get(path)).headers["location"] == "/family"


async def test_a_learner_has_no_teachers_pages_and_cannot_act_on_the_log(door, site):
    visit = await wrote(door)
    assert (await visit.get(f"/class/{CLASS}")).status_code == 403
    await visit.get("/courses")
    answer = await visit.post(
        f"/class/{CLASS}/learners/{ANA}",
        course=FRACTIONS, act="override", skill="equal-parts", belief="known", reason="please",
    )  # fmt: skip
    assert answer.status_code == 403
    log = await site.parts.log.whole(LearnerId(ANA), FRACTIONS)
    assert not any(isinstance(event, BeliefOverridden) for event in log)


async def test_a_course_that_is_not_ones_own_is_not_found(door):
    visit = await door.enter("bo")
    for path in ("/c/fractions", "/c/nothing", "/c/..%2f..", "/c/fractions/readings/equal-parts"):
        page = await visit.get(path)
        assert page.status_code == 404
        assert "Traceback" not in page.text
    answer = await visit.post("/c/fractions/messages", text="hello")
    assert answer.status_code in (403, 404)


# ── teachers ──


async def test_the_class_page_shows_bands_in_words_and_who_needs_help(door, site):
    await site.say(ANA, FRACTIONS, "/start", "@right", "@right", "@right", "@right")
    visit = await door.enter("ines")
    page = await visit.get(f"/class/{CLASS}?course={FRACTIONS}")
    assert "Ana Ruiz" in page.text
    for word in ("Proficient", "Near", "Needs work", "Not started"):
        assert word in page.text
    site.clock.forward(days=12)
    visit = await door.enter("ines")
    page = await visit.get(f"/class/{CLASS}?course={FRACTIONS}")
    assert "Has not been here for 12 days." in page.text


async def test_a_class_that_has_not_begun_does_not_stand_before_who_is_stuck(door, site):
    await site.say(ANA, FRACTIONS, "/start", "i want to kill myself")
    led, people = await site.parts.people.school_class(CLASS), site.parts.people
    new = [Person(id=PersonId(f"new{n}"), role=Role.LEARNER, name=f"New {n}") for n in range(5)]
    for one in new:
        await people.save_person(one)
    learners = (*led.learners, *(LearnerId(one.id) for one in new))
    await people.save_class(replace(led, learners=learners))
    page = (await (await door.enter("ines")).get(f"/class/{CLASS}?course={FRACTIONS}")).text
    listed, folded = page.split("5 learners have not been here")
    assert "Ana Ruiz" in listed.split('id="needs"')[1]
    assert "New 3" not in listed.split('id="needs"')[1]
    assert folded.split("</details>")[0].count("Has not begun yet.") >= 5


async def test_a_dismissed_reason_is_gone_until_there_is_news(door, site):
    await site.say(ANA, FRACTIONS, "/start")
    site.clock.forward(days=8)
    visit = await door.enter("ines")
    page = await visit.get(f"/class/{CLASS}?course={FRACTIONS}")
    assert "Has not been here" in page.text
    key = page.text.split('name="reason" value="')[1].split('"')[0]
    await visit.post(f"/class/{CLASS}/dismiss", course=FRACTIONS, learner=ANA, reason=key)
    page = await visit.get(f"/class/{CLASS}?course={FRACTIONS}")
    assert "Has not been here" not in page.text
    await site.say(ANA, FRACTIONS, "/start")
    site.clock.forward(days=9)
    visit = await door.enter("ines")
    assert "Has not been here" in (await visit.get(f"/class/{CLASS}?course={FRACTIONS}")).text


async def test_a_teacher_overrides_a_belief_with_a_reason(door, site):
    visit = await door.enter("ines")
    path = f"/class/{CLASS}/learners/{ANA}"
    await visit.get(f"{path}?course={FRACTIONS}")
    form = {"course": FRACTIONS, "act": "override", "skill": "equal-parts", "belief": "known"}
    assert (await visit.post(path, **form, reason=" ")).status_code == 422
    assert (await visit.post(path, **form, reason="Showed it on paper")).status_code == 303
    page = await visit.get(f"{path}?course={FRACTIONS}")
    assert "Showed it on paper" in page.text
    mine = await (await door.enter("ana")).get("/c/fractions/progress")
    assert "Your teacher marked this as known." in mine.text
    trail = await site.parts.people.trail(ANA)
    assert [entry.act for entry in trail] == ["learner_override"]


async def test_a_teacher_pauses_and_resumes_the_tutor(door, site):
    visit = await door.enter("ines")
    path = f"/class/{CLASS}/learners/{ANA}"
    await visit.get(f"{path}?course={FRACTIONS}")
    await visit.post(path, course=FRACTIONS, act="pause", reason="Exam week")
    page = await visit.get(f"{path}?course={FRACTIONS}")
    assert "Exam week" in page.text
    learner = await door.enter("ana")
    assert "Exam week" in (await learner.get("/c/fractions/progress")).text
    assert "data-card=" not in (await learner.get("/c/fractions")).text
    await visit.post(path, course=FRACTIONS, act="resume", reason="")
    log = await site.parts.log.whole(LearnerId(ANA), FRACTIONS)
    assert [e.paused for e in log if isinstance(e, TutoringPaused)] == [True, False]


async def test_a_teacher_decides_an_appeal(door, site):
    await site.say(ANA, FRACTIONS, "/start", "/practise adding-like-fractions", "999/7")
    await site.say(ANA, FRACTIONS, "/appeal")
    visit = await door.enter("ines")
    page = await visit.get(f"/class/{CLASS}?course={FRACTIONS}")
    assert "right after all" in page.text
    path = f"/class/{CLASS}/learners/{ANA}"
    page = await visit.get(f"{path}?course={FRACTIONS}")
    assert "Waiting for your word" in page.text
    attempt = page.text.split('name="attempt" value="')[1].split('"')[0]
    form = {"course": FRACTIONS, "act": "regrade", "verdict": "correct", "reason": "It is equal"}
    assert (await visit.post(path, **form, attempt="made/up")).status_code == 404
    assert (await visit.post(path, **form, attempt=attempt)).status_code == 303
    page = await visit.get(f"{path}?course={FRACTIONS}")
    assert "Waiting for your word" not in page.text
    assert "Now right: It is equal" in page.text
    log = await site.parts.log.whole(LearnerId(ANA), FRACTIONS)
    assert [e.attempt for e in log if isinstance(e, AttemptRegraded)] == [attempt]


async def test_reading_the_chat_is_recorded_and_the_learner_sees_it(door, site):
    learner = await wrote(door)
    visit = await door.enter("ines")
    page = await visit.get(f"/class/{CLASS}/learners/{ANA}?course={FRACTIONS}")
    assert SECRET not in page.text
    page = await visit.get(f"/class/{CLASS}/learners/{ANA}/chat?course={FRACTIONS}")
    assert SECRET in page.text
    trail = await site.parts.people.trail(ANA)
    assert [(entry.actor, entry.act) for entry in trail] == [("ines", "chat_viewed")]
    assert "Inés Moreno, today" in (await learner.get("/c/fractions/progress")).text


async def test_who_reads_the_chat_twice_on_a_day_is_named_once(door, site):
    learner = await wrote(door)
    chat = f"/class/{CLASS}/learners/{ANA}/chat?course={FRACTIONS}"
    for days in (0, 1, 0):
        site.clock.forward(days=days)
        await (await door.enter("ines")).get(chat)
    assert len(await site.parts.people.trail(ANA)) == 3
    page = (await learner.get("/c/fractions/progress")).text
    assert re.findall(r"<li>Inés Moreno, (\w+)", page) == ["today", "yesterday"]


async def test_an_alert_stands_on_top_until_it_is_taken_on(door, site):
    await site.say(ANA, FRACTIONS, "/start", "i want to kill myself")
    visit = await door.enter("ines")
    page = await visit.get(f"/class/{CLASS}?course={PYTHON}")
    assert "may need an adult now" in page.text
    chats = re.findall(r'href="(/class/[^"]+/chat\?course=[^"#]+)#newest"', page.text)
    assert any(["i want to kill myself" in (await visit.get(chat)).text for chat in chats])
    alert = page.text.split('name="alert" value="')[1].split('"')[0]
    other = await door.enter("tom")
    assert "An adult is needed here" in (await visit.get("/classes")).text
    assert "An adult is needed here" not in (await other.get("/classes")).text
    await visit.get(f"/class/{CLASS}")
    await other.get(f"/class/{OTHER_CLASS}")
    refused = await other.post(f"/class/{OTHER_CLASS}/alerts", course=PYTHON, alert=alert)
    assert refused.status_code in (403, 404)
    stored = await site.parts.alerts.alert(alert)
    assert stored.delivered
    assert stored.acknowledged_at is None
    await visit.post(f"/class/{CLASS}/alerts", course=PYTHON, alert=alert, note="I call home")
    assert "may need an adult" not in (await visit.get(f"/class/{CLASS}")).text
    stored = await site.parts.alerts.alert(alert)
    assert (stored.acknowledged_by, stored.note) == ("ines", "I call home")


@pytest.mark.parametrize(
    ("language", "head", "button"),
    [
        ("es", "Puede que Ana Ruiz necesite a un adulto ahora", "me hago cargo"),
        ("ar-EG", "قد يحتاج Ana Ruiz إلى شخص بالغ الآن", "سأتولى الأمر"),
    ],
)
async def test_an_alert_speaks_the_language_of_the_adult(door, site, language, head, button):
    people = site.parts.people
    ines = await people.person(PersonId("ines"))
    await people.save_person(replace(ines, language=language))
    await site.say(ANA, FRACTIONS, "/start", "i want to kill myself")
    page = (await (await door.enter("ines")).get(f"/class/{CLASS}")).text
    assert f'lang="{language[:2]}"' in page
    assert head in page
    assert button in page


async def test_a_teacher_chooses_persona_and_help_for_the_class(door, site):
    visit = await door.enter("ines")
    await visit.get(f"/class/{CLASS}?course={FRACTIONS}")
    form = {"course": FRACTIONS, "persona": "socratic-coach", "contract": "homework"}
    assert (await visit.post(f"/class/{CLASS}/settings", **form)).status_code == 303
    persona = await site.parts.tutor._faces.persona(LearnerId(ANA), site.parts.book.get(FRACTIONS))
    assert (persona.id, persona.contract) == ("socratic-coach", "homework")
    form["contract"] = "everything"
    assert (await visit.post(f"/class/{CLASS}/settings", **form)).status_code == 422


async def test_a_teacher_plans_an_exam_for_an_hour_and_cancels_it(door, site):
    fractions, people = site.parts.book.get(FRACTIONS), site.parts.people
    faces = site.parts.tutor._faces
    visit = await door.enter("ines")
    await visit.get(f"/class/{CLASS}?course={FRACTIONS}")
    now = site.clock().astimezone()  # the machine's zone, as no other is set

    def written(hours: float) -> str:
        return (now + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")

    form = {"course": FRACTIONS, "persona": "", "contract": "exam"}
    form |= {"starts": written(1), "ends": written(2)}
    assert (await visit.post(f"/class/{CLASS}/periods", **form)).status_code == 303
    page = await visit.get(f"/class/{CLASS}?course={FRACTIONS}")
    assert "Cancel" in page.text
    assert (await faces.persona(LearnerId(ANA), fractions)).contract == "practice"
    site.clock.forward(minutes=90)
    assert (await faces.persona(LearnerId(ANA), fractions)).contract == "exam"
    page = await visit.get(f"/class/{CLASS}?course={FRACTIONS}")
    assert "End it" in page.text
    [planned] = await people.periods([CLASS], site.clock())
    over = {"course": FRACTIONS, "period": planned.id}
    outsider = await door.enter("tom")
    refused = await outsider.post(f"/class/{CLASS}/periods/cancel", **over)
    assert refused.status_code in (403, 404)
    assert (await faces.persona(LearnerId(ANA), fractions)).contract == "exam"
    assert (await visit.post(f"/class/{CLASS}/periods/cancel", **over)).status_code == 303
    assert (await faces.persona(LearnerId(ANA), fractions)).contract == "practice"
    assert (await visit.post(f"/class/{CLASS}/periods/cancel", **over)).status_code == 404


@pytest.mark.parametrize(
    "changes",
    [
        {"starts": "tomorrow"},
        {"ends": "2026-01-01T10:00"},
        {"contract": "everything"},
        {"persona": "nobody"},
        {"contract": ""},
    ],
)
async def test_a_time_that_makes_no_sense_is_not_planned(door, site, changes):
    visit = await door.enter("ines")
    await visit.get(f"/class/{CLASS}?course={FRACTIONS}")
    start = site.clock().astimezone() + timedelta(hours=1)
    form = {"course": FRACTIONS, "persona": "", "contract": "exam"}
    form |= {"starts": f"{start:%Y-%m-%dT%H:%M}"}
    form |= {"ends": f"{start + timedelta(hours=1):%Y-%m-%dT%H:%M}"} | changes
    assert (await visit.post(f"/class/{CLASS}/periods", **form)).status_code == 422
    assert await site.parts.people.periods([CLASS], site.clock()) == ()


async def test_stopping_the_digest(door, site):
    visit = await door.enter("mother")
    await visit.post("/family/digest", act="stop")
    assert (await site.parts.people.preferences("mother"))["digest_stopped"] is True
    assert "You have stopped it" in (await visit.get("/family")).text
    await visit.post("/family/digest", act="resume")
    assert "digest_stopped" not in await site.parts.people.preferences("mother")


async def test_a_reading_that_is_still_to_come_is_not_shown(door, site, monkeypatch):
    skills, name = site.parts.book.get(FRACTIONS).skills, "simplest-form"
    monkeypatch.setitem(skills, name, replace(skills[name], visible_from=date(2999, 1, 1)))
    visit = await door.enter("ana")
    page = await visit.get("/c/fractions/readings/simplest-form")
    assert page.status_code == 404
    assert "still to come" in page.text
    assert (await visit.get("/c/fractions/readings/equal-parts")).status_code == 200
