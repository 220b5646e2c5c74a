"""The pages of a learner whose course is Spanish: nothing on them is English, and nobody else's change."""

import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from web_school import ANA, START, School, school

from tests.english import TONGUES, english_on
from tutor.curriculum.book import Book
from tutor.ids import CourseId
from tutor.people.directory import LinkPurpose

COURSE = CourseId("taller")


@pytest.fixture
async def site(tmp_path: Path, empty_database: Path) -> AsyncIterator[School]:
    """A school that teaches in Spanish."""
    book = Book([TONGUES])
    assert not book.refresh().problems
    async with school(tmp_path, empty=empty_database, taught=book) as made:
        yield made


def spanish(page) -> None:
    """No English word is on the page, which says that it is Spanish."""
    assert '<html lang="es"' in page.text
    assert not english_on(page.text), english_on(page.text)


async def test_the_courses_the_chat_and_my_progress_are_spanish(door, site):
    visit = await door.enter("ana")
    spanish(await visit.get("/courses"))
    spanish(await visit.get("/c/taller"))
    for text in ("/hint", "/skip", "/explain n-suma", "/topic p-corta", "/ways n-suma", "/stop"):
        spanish(await visit.say("taller", text))
    spanish(await visit.get("/c/taller/progress"))
    spanish(await visit.get("/courses"))


@pytest.mark.parametrize(
    "item", ["n-suma", "p-opcion", "p-opciones", "p-orden", "p-parejas", "p-huecos", "q-linea",
             "q-salida", "p-abierta", "g-matriz"],
)  # fmt: skip
async def test_the_inputs_of_every_kind_of_card_are_spanish(door, item):
    visit = await door.enter("ana")
    await visit.get("/c/taller")
    page = await visit.say("taller", f"/practise {item}")
    assert 'class="card' in page.text
    spanish(page)


async def test_progress_with_evidence_and_dues_is_spanish(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/taller")
    for _ in range(3):
        await visit.say("taller", "/practise n-suma")
        await visit.say("taller", "/hint")
        await visit.say("taller", "0")
        await visit.say("taller", await site.right(ANA, COURSE))
    for days in (3, 40, 400):
        site.clock.forward(days=days)
        visit = await door.enter("ana")
        spanish(await visit.get("/c/taller"))
        spanish(await visit.get("/c/taller/progress"))
        spanish(await visit.get("/courses"))


async def test_what_goes_wrong_is_told_in_spanish(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/taller")
    spanish(await visit.get("/c/taller/readings/nada"))
    spanish(await visit.get("/c/otro"))
    spanish(await visit.get("/nada"))
    await visit.get("/c/taller")
    answer = await visit.post(
        "/c/taller/messages", {"Accept": "application/json"}, key="x", text="1"
    )
    assert answer.json()["what"] == "Al mensaje le falta su clave."
    spanish(await visit.get("/c/taller/readings/plantas"))


async def test_too_many_messages_are_slowed_down_in_spanish(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/taller")
    token = visit.token()
    for count in range(45):
        answer = await visit.http.post(
            "/c/taller/messages",
            data={"token": token, "key": f"message-{count:04}", "text": "0"},
            headers={"Accept": "application/json"},
        )
    assert answer.status_code == 429
    assert re.fullmatch(r"Espera \d+ segundos y prueba otra vez\.", answer.json()["do"])


async def test_the_end_of_a_streamed_reply_is_spanish(door, site):
    visit = await door.enter("ana")
    await visit.get("/c/taller")
    answer = await visit.post("/c/taller/messages", {"Accept": "application/json"}, text="/hint")
    stream = await visit.http.get(answer.json()["events"])
    done = json.loads(re.findall(r"event: done\ndata: (.*)", stream.text)[-1])
    assert "Pista" in done["html"]
    assert not english_on(done["html"] + done["glance"] + done["how"])


async def test_a_teachers_pages_stay_english(door):
    page = await (await door.enter("ines")).get("/class/own")
    assert '<html lang="en"' in page.text
    assert "Taller" in page.text
    assert english_on(page.text)


SPANISH_BROWSER = {"Accept-Language": "es-MX,es;q=0.9,en;q=0.8"}


async def test_whoever_is_not_signed_in_reads_the_language_of_their_browser(door, site):
    token = await site.parts.people.make_link(ANA, LinkPurpose.SIGN_IN, START, timedelta(days=1))
    visit = door.stranger()
    visit.http.headers.update(SPANISH_BROWSER)
    for path in ("/", "/?next=/courses&expired=1", f"/link/{token}", "/nada"):
        spanish(await visit.get(path))
    for form in ({"login": "", "password": ""}, {"login": "ana", "password": "no es esa"}):
        spanish(await visit.http.post("/sign-in", data=form))
    spanish(await visit.http.post(f"/link/{'A' * 43}"))
    spanish(await visit.http.post("/sign-in", headers={"Origin": "https://otra.example"}))
    spanish(await visit.http.post("/sign-in", json={}))
    spanish(await visit.http.post("/demo", data={"person": "nadie"}))
    for _ in range(12):
        answer = await visit.http.post("/sign-in", data={"login": "ana", "password": "no"})
    assert answer.status_code == 429
    spanish(answer)


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [("en-GB,es;q=0.8", "en"), ("fr,es;q=0.5,en;q=0.4", "es"), ("es;q=0.2, en", "en"), ("", "en"),
     ("es;q=0", "en"), ("es;q=x,,;", "en"), ("ES-419", "es"), ("x" * 5000, "en")],
)  # fmt: skip
async def test_the_first_language_of_the_browser_that_we_speak_is_taken(door, wanted, spoken):
    page = await door.stranger().get("/", **{"Accept-Language": wanted})
    assert f'<html lang="{spoken}"' in page.text


async def test_a_form_that_is_too_old_or_of_another_kind_is_refused_in_spanish(door):
    visit = await door.enter("ana")
    await visit.get("/c/taller")
    spanish(await visit.http.post("/c/taller/messages", data={"token": "x.y", "text": "1"}))
    spanish(await visit.http.post("/c/taller/messages", json={"text": "1"}))
    for path in ("/class/own", "/family", "/c/taller/materials"):
        spanish(await visit.get(path))
