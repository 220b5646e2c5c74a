"""What was typed into a form is there again when the server could not take it, in a real browser."""

import pytest
from playwright.sync_api import expect
from web_school import ANA, CLASS, FRACTIONS

CLASS_PAGE = f"/class/{CLASS}?course={FRACTIONS}"
PUPIL = f"/class/{CLASS}/learners/{ANA}?course={FRACTIONS}"
REASON = "Showed it on paper; “½ = 2/4” & more"


def pause_form(page):
    return page.locator("form", has=page.get_by_role("button", name="Pause the tutor"))


@pytest.mark.parametrize("lost", ["signed out", "another session"])
def test_a_reason_is_not_lost_with_the_session(visits, lost):
    page = visits.window("ines")
    page.goto(PUPIL)
    page.locator("#skill-equal-parts summary").click()
    box = page.locator("#skill-equal-parts form")
    box.get_by_label("Reason").fill(REASON)
    box.get_by_label("Set it as").select_option("unknown")
    if lost == "signed out":
        page.context.clear_cookies()
        box.get_by_role("button").click()
        expect(page.get_by_text("You were signed out.")).to_be_visible()
        page.get_by_role("button", name="Inés Moreno").click()
    else:
        other = (
            page.context.new_page()
        )  # a second tab signs in anew: the first one's form is too old
        other.goto(visits.link("ines"))
        box.get_by_role("button").click()
        expect(page.get_by_text("This page is too old to be sent.")).to_be_visible()
        page.get_by_role("link", name="Back to where you were").click()
    expect(box.get_by_label("Reason")).to_have_value(REASON)
    expect(box.get_by_label("Reason")).to_be_visible()
    expect(box.get_by_label("Set it as")).to_have_value("unknown")
    expect(pause_form(page).get_by_label("Reason")).to_have_value("")
    visits.complaints[:] = [one for one in visits.complaints if "403" not in one]


def test_what_went_through_is_not_put_back_and_what_did_not_fit_is(visits):
    page = visits.window("ines")
    page.goto(CLASS_PAGE)
    plan = page.locator("form", has=page.get_by_label("Starts"))
    page.get_by_text("Plan a time").click()
    plan.get_by_label("Starts").fill("2026-11-05T10:00")
    plan.locator("[name=contract]").select_option("quiz")
    plan.get_by_label("Ends").fill("2026-11-05T09:00")
    plan.get_by_role("button").click()
    page.goto(CLASS_PAGE)  # by hand, and the form is open
    expect(plan.get_by_label("Starts")).to_have_value("2026-11-05T10:00")
    expect(plan.get_by_label("Starts")).to_be_visible()
    plan.get_by_label("Ends").fill("2026-11-05T11:00")
    plan.get_by_role("button").click()
    page.goto(CLASS_PAGE)
    expect(plan.get_by_label("Starts")).to_have_value("")
    visits.complaints[:] = [one for one in visits.complaints if "422" not in one]


def test_another_person_in_the_same_window_finds_nothing(visits):
    page = visits.window("ines")
    page.goto(PUPIL)
    pause_form(page).get_by_label("Reason").fill("private")
    page.context.clear_cookies()
    pause_form(page).get_by_role("button").click()
    page.goto(visits.link("mother"))
    assert page.evaluate("sessionStorage.getItem('sent')") is None
