"""A photo of work in a real browser: chosen, read back, mended or confirmed without a reload."""

import pytest
from playwright.sync_api import expect
from test_browser_pages import serious


@pytest.fixture(scope="module")
def served(served_with_a_model_that_sees):
    """A school of its own, whose model sees."""
    return served_with_a_model_that_sees


def read_back(visits, width=1000):
    page = visits.window("ana", width=width)
    page.goto("/c/fractions")
    expect(page.locator("[data-words]").first).to_be_visible()
    page.evaluate("window.here = true")
    photo = {"name": "w.png", "mimeType": "image/png", "buffer": page.screenshot()}
    page.locator("#photo-file").set_input_files([photo])
    expect(page.locator("[data-read-back] .copied")).to_have_text("1/2 + 1/4\n= 3/4")
    return page


@pytest.mark.parametrize("width", [320, 1000])
def test_what_was_read_is_confirmed_by_a_press(visits, width):
    page = read_back(visits, width)
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Yes, that is right").click()
    expect(page.locator(".mine").last).to_contain_text("= 3/4")
    expect(page.locator("[data-read-back]")).to_have_count(0)
    assert page.evaluate("window.here") is True


def test_what_was_read_wrongly_is_mended_in_the_composer(visits):
    page = read_back(visits)
    page.get_by_role("link", name="No, I’ll type it").click()
    expect(page.locator("#text")).to_have_value("1/2 + 1/4\n= 3/4")
    expect(page.locator("#text")).to_be_focused()
