"""The chat in a real browser: answering, hints, streaming, keys, drafts, without scripts."""

import re

from playwright.sync_api import Page, expect
from web_school import ANA, FRACTIONS, PYTHON

PATIENT = 15_000


def chat(page: Page, course: str = FRACTIONS) -> None:
    """Open a course's chat, with the tutor's first words there."""
    page.goto(f"/c/{course}")
    expect(page.locator("article.tutor").last.locator("[data-words]")).not_to_be_empty()


def say(page: Page, text: str) -> None:
    """Type a message and wait for the whole reply."""
    before = page.locator("article.tutor").count()
    page.fill("#text", text)
    page.keyboard.press("Enter")
    replied(page, before)


def replied(page: Page, before: int) -> None:
    """Wait until one reply more stands there."""
    expect(page.locator("article.tutor")).to_have_count(before + 1, timeout=PATIENT)
    expect(page.locator("article.tutor[aria-busy]")).to_have_count(0, timeout=PATIENT)


def test_from_a_demo_link_to_a_right_answer(visits):
    page = visits.window("ana")
    expect(page.locator("h1")).to_have_text("Hello Ana")
    page.get_by_role("link", name="Begin with Fractions").or_(
        page.get_by_role("link", name="Go on with Fractions")
    ).click()
    expect(page.locator(".card:not(.past)")).to_be_visible(timeout=PATIENT)
    say(page, visits.right(FRACTIONS))
    log = visits.served.do(visits.served.school.parts.log.whole(ANA, FRACTIONS))
    attempts = [event for event in log if type(event).__name__ == "Attempted"]
    assert attempts[-1].verdict == "correct"


def test_a_hint_by_its_button_counts_up(visits):
    page = visits.window("ana")
    chat(page)
    say(page, "/practise adding-like-fractions")
    button = page.get_by_role("button", name=re.compile(r"^Hint 1 of"))
    before = page.locator("article.tutor").count()
    button.click()
    replied(page, before)
    expect(page.locator(".mine").last).to_contain_text("Hint 1 of")
    expect(page.locator(".level")).to_contain_text("Hint 1 of")
    expect(page.get_by_role("button", name=re.compile(r"^Hint 2 of"))).to_be_visible()
    expect(page.locator(".card")).to_have_count(page.locator(".card.past").count() + 1)


def test_a_reply_streams_and_is_announced_when_whole(visits):
    page = visits.window("ana")
    chat(page)
    page.fill("#text", "explain slowly what a numerator is")
    page.keyboard.press("Enter")
    busy = page.locator("article.tutor[aria-busy=true]")
    expect(busy.locator("[data-words]")).to_contain_text("First this.")
    expect(busy).not_to_contain_text("the end")
    expect(page.locator("#live")).to_have_text("Meno is answering.")
    expect(page.locator("article.tutor[aria-busy]")).to_have_count(0, timeout=PATIENT)
    expect(page.locator("#live")).to_contain_text("And at last the end.")
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator("#log")).to_have_attribute("role", "log")


def test_a_long_silence_is_explained_and_then_the_words_take_its_place(visits):
    page = visits.window("ana")
    chat(page)
    page.fill("#text", "explain slowly after a silence what a numerator is")
    page.keyboard.press("Enter")
    expect(page.locator("#log").get_by_text("Still at it. A moment, please.")).to_be_visible(
        timeout=PATIENT
    )
    expect(page.locator("#log").get_by_text("And at last the end.")).to_be_visible(timeout=PATIENT)
    expect(page.locator("#log").get_by_text("Still at it.")).to_have_count(0)


def test_a_reload_in_the_middle_of_a_reply_shows_all_of_it(visits):
    page = visits.window("ana")
    chat(page)
    page.fill("#text", "tell me slowly about halves")
    page.keyboard.press("Enter")
    expect(page.locator("article.tutor[aria-busy=true]")).to_contain_text("First this.")
    page.reload()
    expect(page.locator("article.tutor").last).to_contain_text("at last the end", timeout=PATIENT)
    expect(page.get_by_text("tell me slowly about halves")).to_have_count(1)


def test_escape_stops_showing_and_loses_nothing(visits):
    page = visits.window("ana")
    chat(page)
    page.fill("#text", "slowly please, what is a half?")
    page.keyboard.press("Enter")
    expect(page.locator("article.tutor[aria-busy=true]")).to_contain_text("First this.")
    page.keyboard.press("Escape")
    expect(page.get_by_text("Stopped showing.")).to_be_visible()
    page.get_by_role("link", name="Show the whole reply").click()
    expect(page.locator("article.tutor").last).to_contain_text("at last the end", timeout=PATIENT)


def test_everything_by_keyboard(visits):
    page = visits.window()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    reach(page, "Ana Ruiz")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Hello Ana")
    reach(page, re.compile("(Begin|Go on) with Fractions"))
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_be_focused()
    before = page.locator("article.tutor").count()
    page.keyboard.type("line one")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("line two")
    page.keyboard.press("Enter")
    replied(page, before)
    expect(page.locator(".mine").last).to_contain_text("line one\nline two")
    say(page, "/practise comparing-fractions")
    page.keyboard.press("Shift+Tab")
    reach(page, re.compile("^Hint"), key="Shift+Tab")
    before = page.locator("article.tutor").count()
    page.keyboard.press("Enter")
    replied(page, before)


def reach(page: Page, name: str | re.Pattern[str], key: str = "Tab") -> None:
    """Press the key until the named link or button has the focus."""
    wanted = page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first
    for _ in range(40):
        if wanted.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{name} cannot be reached with {key}")


def test_without_scripts_the_same_things_work(visits):
    page = visits.window("ana", java_script_enabled=False)
    page.goto(f"/c/{FRACTIONS}")
    page.fill("#text", "/practise equivalent-fractions")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("button", name=re.compile("^Hint 1 of")).click()
    assert "int 1 of" in page.locator("article.tutor").last.inner_text()
    page.fill("#text", visits.right(FRACTIONS))
    page.get_by_role("button", name="Send").click()
    log = visits.served.do(visits.served.school.parts.log.whole(ANA, FRACTIONS))
    attempts = [event for event in log if type(event).__name__ == "Attempted"]
    assert (attempts[-1].verdict, attempts[-1].help) == ("correct", 1)
    page.get_by_role("link", name="My progress").click()
    page.locator("summary").first.click()
    assert page.get_by_text("Why I think so.").first.is_visible()


def test_a_double_click_sends_one_message(visits):
    page = visits.window("ana")
    chat(page, PYTHON)
    say(page, "/practise variables")
    before = page.locator("article.tutor").count()
    page.get_by_role("button", name=re.compile("^Skip")).dblclick()
    replied(page, before)
    page.wait_for_timeout(200)
    expect(page.locator("article.tutor")).to_have_count(before + 1)


def test_the_draft_survives_a_reload(visits):
    page = visits.window("ana")
    chat(page)
    page.locator("#text").press_sequentially("half a thou")
    page.reload()
    expect(page.locator("#text")).to_have_value("half a thou")
    say(page, "done thinking")
    page.reload()
    expect(page.locator("#text")).to_have_value("")


def test_a_lost_connection_keeps_the_message(visits):
    page = visits.window("ana")
    chat(page)
    page.context.set_offline(True)
    page.fill("#text", "are you there?")
    page.keyboard.press("Enter")
    expect(page.locator("#log").get_by_text("Your message is kept")).to_be_visible()
    expect(page.locator("#text")).to_have_value("are you there?")
    page.context.set_offline(False)
    visits.complaints.clear()  # the browser says that the network was gone
    before = page.locator("article.tutor").count()
    page.keyboard.press("Enter")
    replied(page, before)


def test_a_citation_opens_the_reading_at_its_place(visits):
    page = visits.window("ana")
    chat(page)
    say(page, "what is a numerator?")
    page.locator("article.tutor").last.locator("a.cite").first.click()
    expect(page.locator("#passage")).to_be_in_viewport()
    expect(page.locator("#passage")).to_contain_text("numerator")
    expect(page.locator("#passage")).to_be_focused()


def test_i_know_this_is_said_to_the_tutor(visits):
    page = visits.window("ana")
    chat(page)
    page.goto(f"/c/{FRACTIONS}/progress#skill-dividing-by-fractions")
    page.get_by_role("button", name="I know Dividing by fractions").click()
    expect(page.locator(".mine").last).to_contain_text("I know “Dividing by fractions” already")
