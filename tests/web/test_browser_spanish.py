"""The chat of a Spanish course in a real browser: what the script says is Spanish too, at any width."""

import pytest
from playwright.sync_api import Page, expect

from tests.english import english_in

PATIENT = 15_000


def spanish(page: Page, typed: str = "") -> None:
    """Nothing that is shown or read out is English, but for a command that was typed."""
    read_out = page.locator("[aria-label], [placeholder], [title]").evaluate_all(
        "all => all.map(o => ['aria-label', 'placeholder', 'title'].map(n => o.getAttribute(n)).join(' '))"
    )
    text = "\n".join([page.inner_text("body"), *read_out])
    assert not english_in(text) - english_in(typed)


def send(page: Page, text: str) -> None:
    """Type a message and wait for the whole reply."""
    before = page.locator("article.tutor").count()
    page.fill("#text", text)
    page.keyboard.press("Enter")
    expect(page.locator("article.tutor")).to_have_count(before + 1, timeout=PATIENT)
    expect(page.locator("article.tutor[aria-busy]")).to_have_count(0, timeout=PATIENT)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 900)], ids=["phone", "desktop"])
def test_a_lesson_in_the_browser_is_spanish(spanish_visits, width, height):
    page = spanish_visits.window("ana", width=width, height=height)
    page.goto("/c/taller")
    expect(page.locator("article.tutor").last.locator("[data-words]")).not_to_be_empty()
    expect(page.locator("#text")).to_have_attribute(
        "placeholder", "Escribe tu respuesta o pregunta algo"
    )
    for text in ("/practise p-orden", "/hint", "zzzzqqq", "/practise p-opciones", "A"):
        send(page, text)
        spanish(page, "/practise")
    page.locator("summary", has_text="¿Por qué esta?").last.click()
    spanish(page, "/practise")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_things_to_put_in_order_are_moved_in_spanish(spanish_visits):
    page = spanish_visits.window("ana")
    page.goto("/c/taller")
    send(page, "/practise p-orden")
    page.get_by_role("button", name="Bajar 1").click()
    expect(page.locator("#live")).to_have_text("1 está ahora en el lugar 2.")


def test_a_lost_connection_is_told_in_spanish(spanish_visits):
    page = spanish_visits.window("ana")
    page.goto("/c/taller")
    expect(page.locator("article.tutor").last.locator("[data-words]")).not_to_be_empty()
    page.route("**/messages", lambda route: route.abort())
    page.fill("#text", "hola")
    page.keyboard.press("Enter")
    expect(page.locator(".note.bad")).to_contain_text("No hay conexión.")
    expect(page.locator(".note.bad")).to_contain_text("Recargar")
    spanish(page)
    spanish_visits.complaints[:] = [
        one for one in spanish_visits.complaints if "ERR_FAILED" not in one
    ]
