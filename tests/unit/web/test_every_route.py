"""Every route with everybody: whose page it is not meets a closed door, whatever ids are guessed, and nothing changes."""

from datetime import timedelta

import pytest
from web_school import ANA, CLASS, FRACTIONS, HEAD, START

from tutor.channels.web import application
from tutor.ids import LearnerId
from tutor.people.directory import LinkPurpose

SECRET = "a secret about pineapples"
EVERYBODY = ("", "ana", "bo", "ines", "tom", "mother", "head")
ANYBODY = frozenset(EVERYBODY)
SIGNED_IN = ANYBODY - {""}
OWN = frozenset({"ana"})
LED = frozenset({"ines", "head"})  # Ana's class
COURSE = frozenset({"ana", "ines", "head"})  # who take, teach or run the course

# Who may come in, for each route with Ana's class, course, turn and ids in it.
OPEN = {
    "GET /": ANYBODY,
    "POST /sign-in": ANYBODY,
    "POST /demo": ANYBODY,
    "GET /link/{token}": ANYBODY,
    "POST /link/{token}": ANYBODY,
    "POST /sign-out": SIGNED_IN,
    "POST /theme": ANYBODY,
    "GET /static/{version}/{name}": ANYBODY,
    "GET /healthz": ANYBODY,
    "GET /robots.txt": ANYBODY,
    "GET /metrics": ANYBODY,  # on this machine
    "GET /courses": frozenset({"ana", "bo"}),
    "GET /c/{course_id}": OWN,
    "GET /c/{course_id}/progress": OWN,
    "GET /c/{course_id}/readings/{reading}": COURSE,
    "GET /c/{course_id}/documents/{document:path}": COURSE,
    "POST /c/{course_id}/messages": OWN,
    "POST /c/{course_id}/photo": OWN,
    "GET /turns/{turn_id}/events": OWN,
    "GET /c/{course_id}/materials": LED,
    "GET /c/{course_id}/materials/list": LED,
    "POST /c/{course_id}/materials": LED,
    "POST /c/{course_id}/materials/change": LED,
    "GET /c/{course_id}/files/{material:path}": COURSE,
    "GET /classes": frozenset({"ines", "tom", "head"}),
    "GET /classes/meaning": frozenset({"head"}),
    "POST /classes/alerts": frozenset({"head"}),
    "GET /class/{class_id}": LED,
    "POST /class/{class_id}/alerts": LED,
    "POST /class/{class_id}/dismiss": LED,
    "POST /class/{class_id}/settings": LED,
    "POST /class/{class_id}/assign": LED,
    "POST /class/{class_id}/assign/undo": LED,
    "POST /class/{class_id}/periods": LED,
    "POST /class/{class_id}/periods/cancel": LED,
    "GET /class/{class_id}/learners/{learner_id}": LED,
    "POST /class/{class_id}/learners/{learner_id}": LED,
    "GET /class/{class_id}/learners/{learner_id}/chat": LED,
    "GET /family": frozenset({"mother"}),
    "POST /family/digest": frozenset({"mother"}),
    "POST /family/consent": frozenset({"mother"}),
    "GET /telegram": SIGNED_IN,
    "POST /telegram": SIGNED_IN,
}
UNGUESSED = {"POST /sign-in", "POST /demo", "POST /link/{token}", "POST /theme", "POST /sign-out"}
IDS = {
    "course_id": FRACTIONS, "class_id": CLASS, "learner_id": ANA, "reading": "equal-parts",
    "document:path": "x", "material:path": "x", "token": "t" * 40, "version": "0", "name": "meno.css",
}  # fmt: skip


def table() -> list[str]:
    """Each method and path of the application."""
    return [
        f"{method} {route.path}"
        for router in (application.routes, *(page.routes for page in application._PAGES))
        for route in router.routes
        for method in route.methods
    ]


async def enter(door, site, who: str):
    if who != HEAD:
        return await door.enter(who) if who else door.stranger()
    token = await site.parts.people.make_link(HEAD, LinkPurpose.SIGN_IN, START, timedelta(days=9))
    visit = door.stranger()
    await visit.get((await visit.http.post(f"/link/{token}")).headers["location"])
    return visit


def test_every_route_is_in_the_table():
    assert sorted(table()) == sorted(OPEN)


@pytest.mark.parametrize("who", EVERYBODY)
async def test_a_route_that_is_not_theirs_is_closed_to_them_and_changes_nothing(door, site, who):
    ana = await door.enter("ana")
    await ana.get("/c/fractions")
    script = {"Accept": "application/json"}
    answer = await ana.post("/c/fractions/messages", headers=script, text=SECRET)
    await site.parts.running.settle()
    events = await site.parts.log.whole(LearnerId(ANA), FRACTIONS)
    led = await site.parts.people.school_class(CLASS)
    ids = {**IDS, "turn_id": answer.json()["events"].split("/")[2]}
    visit = await enter(door, site, who)
    for route, may in OPEN.items():
        if who in may or route in UNGUESSED:
            continue
        method, path = route.split(" ", 1)
        for name, value in ids.items():
            path = path.replace(f"{{{name}}}", value)
        headers = {"Accept": "text/html"}
        if method == "GET":
            got = await visit.http.get(path, headers=headers)
        elif path.endswith(("/photo", "/materials")):
            got = await visit.http.post(
                path,
                data={"token": visit.token()},
                files={"file": ("a.md", b"# x")},
                headers=headers,
            )
        else:
            got = await visit.post(
                path, headers=headers, text="hello", learner=ANA, course=FRACTIONS, act="pause",
                reason="x", skill="equal-parts", belief="known", alert="x", yes="1", purpose="llm",
            )  # fmt: skip
        closed = got.status_code in (403, 404) or (
            got.status_code == 303 and got.headers["location"].split("?")[0] != path
        )
        assert closed, (route, got.status_code, got.headers.get("location"))
        assert SECRET not in got.text, route
        assert "Ana Ruiz" not in got.text or who in ("ana", "mother"), route
    assert await site.parts.log.whole(LearnerId(ANA), FRACTIONS) == events
    assert await site.parts.people.school_class(CLASS) == led
