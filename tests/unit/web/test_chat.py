"""The chat without scripts: messages in, replies on the page, nothing twice, nothing lost."""

import asyncio
import json
import re

import pytest
from web_school import ANA, CELLS, FRACTIONS, PYTHON

from tutor.ids import LearnerId
from tutor.learner_state.events import Attempted, MessageReceived

LEARNER = LearnerId(ANA)


async def events(site, course=FRACTIONS):
    return await site.parts.log.whole(LEARNER, course)


async def test_opening_the_page_begins_the_session_and_a_reload_does_not(door, site):
    visit = await door.enter("ana")
    page = await visit.get("/c/fractions")
    assert page.status_code == 200
    assert "Hello Ana" in page.text
    assert "data-card=" in page.text
    length = len(await events(site))
    await visit.get("/c/fractions")
    await visit.get("/c/fractions")
    assert len(await events(site)) == length


async def test_an_answer_shows_on_the_page_with_the_tutors_reply(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    page = await visit.say("fractions", "hint")
    assert ">hint<" in page.text or "</span>hint" in page.text
    assert "int 1 of" in page.text
    assert page.text.count("data-live") >= 1


async def test_the_right_answer_is_counted_once_however_often_it_is_sent(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    right = await site.right(ANA, FRACTIONS)
    token = visit.token()
    form = {"token": token, "key": "abcdef0123456789", "text": right}
    answers = await asyncio.gather(
        *(visit.http.post("/c/fractions/messages", data=form) for _ in range(4))
    )
    assert {answer.status_code for answer in answers} == {303}
    await visit.http.post("/c/fractions/messages", data=form)
    log = await events(site)
    assert sum(isinstance(event, Attempted) for event in log) == 1
    received = [e for e in log if isinstance(e, MessageReceived) and e.message == form["key"]]
    assert len(received) == 1


async def test_different_messages_at_once_are_all_answered(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    forms = [{"token": visit.token(), "key": f"message-{n:04}", "text": "hint"} for n in range(5)]
    answers = await asyncio.gather(
        *(visit.http.post("/c/fractions/messages", data=form) for form in forms)
    )
    assert {answer.status_code for answer in answers} == {303}
    for form in forms:
        assert await site.parts.log.reply_to(LEARNER, form["key"]) is not None


async def test_a_script_gets_the_address_of_the_turns_events(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    answer = await visit.post(
        "/c/fractions/messages", headers={"Accept": "application/json"}, text="what is a numerator?"
    )
    assert answer.status_code == 202
    stream = await visit.http.get(answer.json()["events"])
    assert stream.headers["content-type"].startswith("text/event-stream")
    frames = told(stream.text)
    assert frames[-1][0] == "done"
    body = frames[-1][2]
    assert "numerator" in body["html"]
    assert 'class="cite"' in body["html"]
    assert "of 17 skills" in body["glance"]


async def test_a_stream_resumes_after_what_was_seen(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    answer = await visit.post(
        "/c/fractions/messages", headers={"Accept": "application/json"}, text="hint"
    )
    address = answer.json()["events"]
    whole = told((await visit.http.get(address)).text)
    assert [name for name, _, _ in whole] in (["text", "done"], ["done"])
    rest = told((await visit.http.get(address, headers={"Last-Event-ID": "0"})).text)
    assert [name for name, _, _ in rest] == ["done"]
    assert rest[-1][1] == whole[-1][1]


async def test_nobody_else_can_follow_a_turn(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    answer = await visit.post(
        "/c/fractions/messages", headers={"Accept": "application/json"}, text="my secret"
    )
    for other in ("bo", "ines", "mother"):
        theirs = await (await door.enter(other)).get(answer.json()["events"])
        assert theirs.status_code in (403, 404)
        assert "secret" not in theirs.text
    assert (await door.stranger().get(answer.json()["events"])).status_code == 303


async def test_buttons_and_options_read_as_what_they_said(door, site):
    visit = await door.enter("ana")
    await visit.get(f"/c/{CELLS}")
    for _ in range(12):
        page = await visit.say(CELLS, "quiz me on animal cell parts")
        if 'class="option" name="text" value="B"' in page.text:
            break
        page = await visit.say(CELLS, "/skip")
    text = re.search(r'value="B" data-say="([^"]+)"', page.text)[1]
    page = await visit.say(CELLS, "B")
    assert f"You said: </span>{text}</div>" in page.text
    page = await visit.say(CELLS, "/stuck")
    assert "I’m stuck</div>" in page.text


async def test_older_sessions_stand_behind_a_link(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    await visit.say("fractions", "first session words")
    site.clock.forward(hours=5)
    page = await visit.get("/c/fractions")
    assert "first session words" not in page.text
    assert "Show earlier conversations" in page.text
    page = await visit.get("/c/fractions?earlier=1")
    assert "first session words" in page.text


async def test_a_lost_reply_can_be_asked_for_again(door, site):
    """The process died between the reading and the reply."""
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    await site.parts.running.settle()  # the page does not wait for a slow opening
    length = (await site.parts.log.read(LEARNER, FRACTIONS)).length
    await site.parts.log.append(
        LEARNER,
        FRACTIONS,
        [
            MessageReceived(
                at=site.clock(), message="lost-message", channel="web", text="hint", intent="hint"
            )
        ],
        after=length,
    )
    page = await visit.get("/c/fractions")
    assert "This message has no reply yet" in page.text
    page = await visit.say("fractions", "hint", key="lost-message")
    assert "This message has no reply yet" not in page.text
    assert "int 1 of" in page.text


@pytest.mark.parametrize("kind", ["order", "match", "choices", "blanks", "line", "choice"])
async def test_every_kind_of_card_is_answered_without_a_script(door, site, kind):
    visit = await door.enter("ana")
    course, item, seed = an_item(site, kind)
    await put(site, course, item, seed)
    page = await visit.get(f"/c/{course}")
    form = answer_form(site, course, item, seed, kind)
    answer = await visit.post(f"/c/{course}/messages", **form)
    assert answer.status_code == 303, answer.text
    attempts = [e for e in await events(site, course) if isinstance(e, Attempted)]
    assert [attempt.verdict for attempt in attempts] == ["correct"], (page.text, form)


async def test_two_things_at_one_place_are_sent_back(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    answer = await visit.post(
        "/c/fractions/messages", kind="order", **{"at-A": "1", "at-B": "1", "at-C": "2"}
    )
    assert answer.status_code == 422
    assert "Two of them have place 1" in answer.text


# ── helpers ──


def told(stream: str) -> list[tuple[str, str, dict]]:
    """The frames of an event stream: name, id, body."""
    frames = []
    for block in stream.strip().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        if lines:
            frames.append((lines["event"], lines.get("id", ""), json.loads(lines["data"])))
    return frames


def an_item(site, kind):
    for course in site.parts.book.all():
        for source in course.sources.values():
            item = course.item(source.id, 7 if source.templated else 0)
            if item.type.shown().kind == kind:
                return course.id, item.id, item.seed
    raise AssertionError(kind)


async def put(site, course, item, seed):
    """Put an item to the learner in a session that has begun, and show its card."""
    from tutor.dialogue import face
    from tutor.dialogue.messages import Outbound
    from tutor.learner_state.events import ItemOpened, Purpose, Replied
    from tutor.learner_state.shape import OpenItem

    made = site.parts.book.get(course).item(item, seed)
    now, skills = site.clock(), made.skills
    opened = OpenItem(
        item=item, seed=seed, skills=skills, purpose=Purpose.PRACTICE, reason="", opened_at=now, last_at=now
    )  # fmt: skip
    reply = Outbound(
        turn="turn-put", message="message-put", at=now, move="ask", text="Here.",
        card=face.card(made, opened, site.parts.book.get(course)),
    )  # fmt: skip
    await site.parts.log.append(
        LEARNER,
        course,
        [
            MessageReceived(
                at=now, message="message-put", channel="web", text="go on", intent="practice"
            ),
            ItemOpened(at=now, item=item, seed=seed, skills=skills, purpose=Purpose.PRACTICE),
            Replied(at=now, message="message-put", turn="turn-put", outbound=reply.to_json()),
        ],
        after=0,
    )


def answer_form(site, course, item, seed, kind):
    """What a learner would choose on the card."""
    made = site.parts.book.get(course).item(item, seed)
    text, shown = made.type.answer_text(), made.type.shown()
    labels = {option.label for option in shown.options}
    match kind:
        case "order":
            named = [t for t in re.findall(r"\w+", text) if t in labels][: len(labels)]
            return {"kind": kind, **{f"at-{label}": str(n) for n, label in enumerate(named, 1)}}
        case "match":
            return {"kind": kind, **{f"pair-{a}": b for a, b in re.findall(r"(\d+)([a-z])", text)}}
        case "choices":
            return {"kind": kind, "pick": [t for t in labels if re.search(rf"\b{t}\)", text)]}
        case "blanks":
            return {"kind": kind, "blank": text.split(", ")}
        case "line":
            return {"text": re.search(r"\d+", text)[0]}
        case _:
            return {"text": text.split(")")[0]}


async def test_a_teachers_pause_and_a_familys_no_are_told(door, site):
    from tutor.people.person import Consent, Purpose

    visit = await door.enter("ana")
    await visit.get(f"/c/{PYTHON}")
    await site.parts.people.record_consent(
        Consent(
            purpose=Purpose.TUTORING, learner=LEARNER, by="mother", given=False, at=site.clock()
        )
    )
    page = await visit.get(f"/c/{PYTHON}")
    assert "switched off for you" in page.text
    assert 'id="composer"' not in page.text
    assert (await visit.say(PYTHON, "hello")).status_code == 403
    refused = await visit.say(PYTHON, "i want to kill myself")
    assert refused.status_code == 403
    assert "988" in refused.text
    (alert,) = await site.parts.alerts.alerts_about(LEARNER)
    assert (alert.kind, alert.tier) == ("self_harm", 1)
