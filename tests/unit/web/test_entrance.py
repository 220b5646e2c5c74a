"""Signing in and out, and what a stranger meets."""

import re
from datetime import timedelta

import pytest
from web_school import ANA, PASSWORD, START

from tutor.people.directory import LinkPurpose


async def test_name_and_password_open_the_courses(door):
    visit = door.stranger()
    answer = await visit.http.post("/sign-in", data={"login": "ana", "password": PASSWORD})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/courses"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Hello Ana" in (await visit.get("/courses")).text


async def test_a_wrong_password_says_so_and_keeps_the_name(door):
    answer = await door.stranger().http.post(
        "/sign-in", data={"login": 'ana"><script>', "password": "wrong password"}
    )
    assert answer.status_code == 403
    assert "do not belong together" in answer.text
    assert 'value="ana&#34;&gt;&lt;script&gt;"' in answer.text


async def test_empty_fields_are_asked_for(door):
    answer = await door.stranger().http.post("/sign-in", data={"login": " ", "password": ""})
    assert answer.status_code == 422
    assert "Fill in both" in answer.text


async def test_many_wrong_tries_must_wait_even_with_the_right_password(door, site):
    visit = door.stranger()
    for _ in range(12):
        await visit.http.post("/sign-in", data={"login": "ana", "password": "guess"})
    answer = await visit.http.post("/sign-in", data={"login": "ana", "password": PASSWORD})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    assert "minutes" in answer.text
    site.clock.forward(minutes=6)
    answer = await visit.http.post("/sign-in", data={"login": "ana", "password": PASSWORD})
    assert answer.status_code == 303


async def test_a_class_behind_one_address_signs_in_and_looks_at_its_links(door, site):
    tokens = [
        await site.parts.people.make_link(ANA, LinkPurpose.SIGN_IN, START, timedelta(days=1))
        for _ in range(40)
    ]
    for token in tokens:  # all look first, then all press
        assert (await door.stranger().get(f"/link/{token}")).status_code == 200
    for token in tokens:
        assert (await door.stranger().http.post(f"/link/{token}")).status_code == 303
    for _ in range(40):
        form = {"login": "ana", "password": "guess"}
        assert (await door.stranger().http.post("/sign-in", data=form)).status_code == 403
        form = {"login": "ana", "password": PASSWORD}
        assert (await door.stranger().http.post("/sign-in", data=form)).status_code == 303


async def test_who_tries_name_after_name_must_wait(door):
    answers = [
        await door.stranger().http.post("/sign-in", data={"login": f"n{n}", "password": "guess"})
        for n in range(101)
    ]
    assert [answer.status_code for answer in answers[-2:]] == [403, 429]


async def test_a_sign_in_link_works_once_and_only_when_pressed(door, site):
    token = await site.parts.people.make_link(ANA, LinkPurpose.SIGN_IN, START, timedelta(days=1))
    visit = door.stranger()
    for _ in range(3):  # a preview of the address uses nothing up
        assert (await visit.get(f"/link/{token}")).status_code == 200
    answer = await visit.http.post(f"/link/{token}")
    assert answer.headers["location"] == "/courses"
    again = await door.stranger().http.post(f"/link/{token}")
    assert again.status_code == 403
    assert "used before" in again.text


async def test_a_demo_link_signs_in_again_and_again(door, site):
    token = await site.parts.people.make_link(ANA, LinkPurpose.DEMO, START, timedelta(days=9))
    for _ in range(2):
        answer = await door.stranger().http.get(f"/link/{token}")
        assert answer.status_code == 303
        assert answer.headers["location"] == "/courses"


@pytest.mark.parametrize("token", ["short", "a" * 43, "../../etc/passwd", "%00" * 20])
async def test_a_worthless_link_lets_nobody_in(door, token):
    answer = await door.stranger().http.post(f"/link/{token}")
    assert answer.status_code in (403, 404)
    assert "meno_session" not in answer.headers.get("set-cookie", "")


async def test_only_people_of_the_demonstration_enter_without_a_password(door):
    visit = door.stranger()
    assert "Ana Ruiz" in (await visit.get("/")).text
    assert "Head Office" not in visit.page.text
    assert (await visit.http.post("/demo", data={"person": "head"})).status_code == 404


async def test_signing_out_closes_the_session_for_good(door):
    visit = await door.enter("ana")
    token = visit.http.cookies["meno_session"]
    assert (await visit.post("/sign-out")).headers["location"] == "/"
    visit.http.cookies.set("meno_session", token)
    answer = await visit.get("/courses")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/?next=/courses")


async def test_an_expired_session_comes_back_to_the_same_page(door, site):
    visit = await door.enter("ana")
    site.clock.forward(days=15)
    answer = await visit.get("/c/fractions/progress")
    assert answer.headers["location"] == "/?next=/c/fractions/progress&expired=1"
    page = await visit.get(answer.headers["location"])
    assert "You were signed out" in page.text
    after = re.search(r'name="next" value="([^"]+)"', page.text)[1]
    answer = await visit.http.post("/demo", data={"person": "ana", "next": after})
    assert answer.headers["location"] == "/c/fractions/progress"


@pytest.mark.parametrize(
    "next", ["https://evil.example", "//evil.example", "/\\evil", "javascript:x"]
)
async def test_nobody_is_sent_to_another_site(door, next):
    answer = await door.stranger().http.post("/demo", data={"person": "ana", "next": next})
    assert answer.headers["location"] == "/courses"


async def test_the_theme_is_kept_without_scripts(door):
    visit = door.stranger()
    answer = await visit.http.post("/theme", data={"theme": "dark", "back": "/"})
    assert answer.headers["location"] == "/"
    assert 'data-theme="dark"' in (await visit.get("/")).text
    await visit.http.post("/theme", data={"theme": '"><script>', "back": "/"})
    assert 'data-theme="dark"' in (await visit.get("/")).text
