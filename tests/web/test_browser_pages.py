"""Every page in a real browser: accessible, within 320 px, light and dark, nothing too small."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from web_school import ANA, CELLS, CLASS, FRACTIONS, PYTHON, TEACHER

PAGES = {
    "": ["/", "/link/unknown-link-unknown-link"],
    "ana": [
        "/courses",
        f"/c/{FRACTIONS}",
        f"/c/{CELLS}",
        f"/c/{FRACTIONS}/progress",
        f"/c/{FRACTIONS}/readings/equal-parts",
        "/nothing",
    ],
    "ines": [
        "/classes",
        f"/class/{CLASS}?course={FRACTIONS}",
        f"/class/{CLASS}/learners/{ANA}?course={FRACTIONS}",
        f"/class/{CLASS}/learners/{ANA}/chat?course={FRACTIONS}",
    ],
    "mother": ["/family"],
}


# What is pressed and is lower than 44 px or narrower than 40 px.
SMALL = """() => [...document.querySelectorAll(
  'button, input:not([type=hidden]):not([type=checkbox]), select, textarea, summary, .tabs a')]
  .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
  .filter(([_, box]) => box.width > 0 && (box.height < 43.5 || box.width < 40))
  .map(([html, box]) => `${html} ${box.width}x${box.height}`)"""

# Tabs whose line or frame of focus is cut off below.
CUT = """() => [...document.querySelectorAll('.tabs')]
  .filter(one => one.scrollHeight > one.clientHeight).map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module", autouse=True)
def history(served):
    """Ana has done something that pages can show."""
    told = ("/start", "@right", "what is a numerator?", "hint", "@right", "5/0", "/appeal")
    served.do(served.school.say(ANA, FRACTIONS, *told))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("who", PAGES)
def test_no_page_has_a_serious_barrier(visits, who, scheme):
    page = visits.window(who, color_scheme=scheme)
    for path in PAGES[who]:
        page.goto(path)
        opened(page)
        assert serious(page) == [], path
        assert page.locator("h1").count() == 1, path
        assert re.fullmatch(r".+ · Meno", page.title()), path
    visits.complaints[:] = [one for one in visits.complaints if "404" not in one]


def serious(page: Page) -> list[str]:
    """What axe finds that would keep somebody out, once what fades in has come."""
    page.evaluate(
        "Promise.all(document.getAnimations()"
        ".filter(one => one.effect.getTiming().iterations < Infinity).map(one => one.finished))"
    )
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']} {[node['target'] for node in one['nodes']][:3]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("who", PAGES)
def test_at_320_px_nothing_scrolls_sideways_is_cut_off_or_too_small_to_press(visits, who):
    page = visits.window(who, width=320, height=640)
    for path in PAGES[who]:
        page.goto(path)
        opened(page)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, path
        assert page.evaluate(SMALL) == [], path
        assert page.evaluate(CUT) == [], path
    visits.complaints[:] = [one for one in visits.complaints if "404" not in one]


def opened(page: Page) -> None:
    """Open what can be opened, so that it is looked at as well."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


def test_the_switch_between_light_and_dark_is_kept(visits):
    page = visits.window("ana", color_scheme="light")
    light = colour(page)
    with page.expect_response("**/theme"):
        page.get_by_role("button", name="Switch between light and dark").click()
    assert colour(page) != light
    page.reload()
    assert colour(page) != light


def colour(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def test_things_are_put_in_order_with_buttons(visits):
    page = visits.window("ana")
    school, course = visits.served.school, PYTHON
    item = next(
        one
        for source in school.parts.book.get(course).sources.values()
        if (one := source.make(3)).type.shown().kind == "order"
    )
    page.goto(f"/c/{course}")
    shown_order(visits, item)
    page.reload()
    rows = page.locator(".order > li")
    right = [t for t in re.findall(r"\w+", item.type.answer_text()) if t in labels(item)]
    for place, label in enumerate(right[: len(labels(item))]):
        while rows.nth(place).locator("b").inner_text() != label:
            page.get_by_role("button", name=f"Move {label} up").click()
    before = page.locator("article.tutor").count()
    page.get_by_role("button", name="Check my answer").click()
    expect(page.locator("article.tutor")).to_have_count(before + 1)
    expect(page.locator("article.tutor[aria-busy]")).to_have_count(0)
    log = visits.served.do(school.parts.log.whole(ANA, course))
    attempts = [event for event in log if type(event).__name__ == "Attempted"]
    assert attempts[-1].verdict == "correct"


def labels(item) -> set[str]:
    return {option.label for option in item.type.shown().options}


def shown_order(visits, item) -> None:
    """Put an item to Ana as if the tutor had asked it."""
    from tutor.dialogue import face
    from tutor.dialogue.messages import Outbound
    from tutor.learner_state.events import ItemOpened, MessageReceived, Purpose, Replied
    from tutor.learner_state.shape import OpenItem

    parts = visits.served.school.parts
    course = parts.book.get(PYTHON)
    now = parts.clock()
    opened = OpenItem(
        item=item.id, seed=item.seed, skills=item.skills, purpose=Purpose.PRACTICE,
        reason="because", opened_at=now, last_at=now,
    )  # fmt: skip
    reply = Outbound(
        turn="turn-put", message="message-put", at=now, move="ask", text="Put these in order.",
        card=face.card(item, opened, course),
    )  # fmt: skip

    async def put() -> None:
        length = (await parts.log.read(ANA, PYTHON)).length
        await parts.log.append(
            ANA,
            PYTHON,
            [
                MessageReceived(
                    at=now, message="message-put", channel="web", text="go", intent="practice"
                ),
                ItemOpened(
                    at=now,
                    item=item.id,
                    seed=item.seed,
                    skills=item.skills,
                    purpose=Purpose.PRACTICE,
                ),
                Replied(at=now, message="message-put", turn="turn-put", outbound=reply.to_json()),
            ],
            after=length,
        )

    visits.served.do(put())


def test_the_class_table_scrolls_within_itself_on_a_phone(visits):
    page = visits.window(TEACHER, width=375, height=740)
    page.goto(f"/class/{CLASS}?course={FRACTIONS}")
    table = page.get_by_role("region", name="Learners by skills")
    assert table.evaluate("node => node.scrollWidth > node.clientWidth")
    table.focus()
    expect(table).to_be_focused()
