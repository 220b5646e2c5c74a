"""Every form of every page with what nobody should type: an answer in our own words, and never a failure of ours."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import quote, urljoin
from uuid import uuid4

import httpx
import pytest

HOSTILE = {
    "nothing": "",
    "nul": "a\u0000b\u0001\u001b[31m",
    "half a character": "\ud83d",
    "long": "x" * 10_000,
    "other ways": "\u202e\u2066עברית 👩‍👩‍👧‍👦\u0301" * 20,
    "markup": "<script>alert(1)</script>{{7*7}}'\"--",
    "numbers": "-1e309",
    "days": "9999-99-99T99:99",
    "path": "../../../etc/passwd",
}
FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
FIELD = re.compile(r"<(?:input|textarea|select|button)\b([^>]*)>")
LINK = re.compile(r'href="(/[^"#]*)"')
SIGNED_OUT = "/sign-out"
PLAIN = {"Content-Type": "application/x-www-form-urlencoded"}
PAGES = 25  # looked at for each person


def attribute(part: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', part)
    return unescape(found[1]) if found else ""


def forms(page: httpx.Response) -> Iterator[tuple[str, dict[str, str]]]:
    """The forms of a page that are posted: where to, and their fields as they stand."""
    for head, body in FORM.findall(page.text):
        fields = {attribute(one, "name"): attribute(one, "value") for one in FIELD.findall(body)}
        if attribute(head, "method") == "post" and "multipart" not in head:
            action = urljoin(str(page.url.path), attribute(head, "action"))
            yield action.partition("#")[0], {n: v for n, v in fields.items() if n}


async def every_form(visit) -> dict[str, dict[str, str]]:
    """Each kind of form that a person meets, from their start page on."""
    seen, left, found = set(), [str(visit.page.url.path)], dict[str, dict[str, str]]()
    while left and len(seen) < PAGES:
        path = left.pop(0)
        page = await visit.get(path)
        if page.status_code != 200 or "html" not in page.headers["content-type"]:
            continue
        for action, fields in forms(page):
            kind = f"{action} {fields.get('act', '')} {sorted(fields)}"
            if action != SIGNED_OUT:
                found.setdefault(kind, {"": action, **fields})
        new = [unescape(link) for link in LINK.findall(page.text)]
        kinds = {re.sub(r"[^/]*\d[^/]*|=.*", "", one) for one in seen}
        left += [
            n for n in new if n not in seen and re.sub(r"[^/]*\d[^/]*|=.*", "", n) not in kinds
        ]
        seen |= set(new)
    return found


def posted(form: dict[str, str]) -> str:
    """As a browser sends it, but for half a character, which none does."""
    return "&".join(
        f"{name}={quote(text, safe='', errors='surrogatepass')}" for name, text in form.items()
    )


@pytest.mark.parametrize("who", ["ana", "ines", "mother"])
async def test_no_field_of_any_form_breaks_anything(door, site, who):
    await site.say("ana", "fractions", "/start")
    visit = await door.enter(who)
    found = await every_form(visit)
    bad = []
    for kind, form in found.items():
        for name in set(form) - {"", "token"}:
            for manner, text in HOSTILE.items():
                sent = {**form, "key": uuid4().hex, "token": visit.token(), name: text}
                action = sent.pop("")
                answer = await visit.http.post(action, content=posted(sent), headers=PLAIN)
                site.clock.forward(seconds=5)
                if answer.status_code >= 500 or "Traceback" in answer.text:
                    bad.append(f"{kind} {name} {manner} {answer.status_code}")
    assert bad == []


def multipart(*files: str) -> bytes:
    head = 'Content-Disposition: form-data; name="file"; filename="{}"\r\n\r\n'
    return b"".join(f"--x\r\n{head.format(one)}work\r\n".encode() for one in files) + b"--x--\r\n"


@pytest.mark.parametrize(
    "body",
    [multipart("a.jpg", "b.jpg"), b"--x\r\nnonsense", b"", b"--x\r\n\xff\xfe: \x00\r\n\r\n--x--"],
)
async def test_a_form_of_files_that_cannot_be_read_is_told_of_in_our_words(door, body):
    visit = await door.enter("ana")
    await visit.get("/c/fractions")
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    page = await visit.http.post("/c/fractions/photo", content=body, headers=kind)
    assert page.status_code in (403, 422)
    told = await visit.http.post(
        "/c/fractions/photo", content=body, headers={**kind, "Accept": "application/json"}
    )
    ours = {
        "That is no whole form, or one with too many files.",
        "This page is too old to be sent.",
    }
    assert told.json()["what"] in ours
    assert told.json()["what"] in unescape(page.text)
    assert told.json()["do"]


async def test_what_a_library_says_of_a_form_is_no_page_of_ours(door):
    visit = await door.enter("ana")
    body = "&".join(f"a{n}=1" for n in range(300))
    told = await visit.http.post(
        "/c/fractions/messages", content=body, headers={**PLAIN, "Accept": "application/json"}
    )
    assert told.json()["what"] == "That is no whole form, or one with too many parts."


async def test_long_cookies_and_addresses_are_no_failure(door):
    visit = await door.enter("ana")
    for cookie in ("x" * 30_000, "%00%ff\u00e9", "a;b=c;;=", "meno_theme=" + "y" * 5_000):
        page = await visit.http.get(
            "/courses", headers={"Cookie": f"meno_session={cookie}".encode()}
        )
        assert page.status_code in (200, 303)
    for query in (
        "a" * 20_000,
        "%00",
        "%ff%fe",
        "course=%00",
        "earlier=99999999999999999999",
        "next=//evil",
    ):
        for path in ("/courses", "/c/fractions", "/", "/c/fractions/progress"):
            assert (await visit.get(f"{path}?{query}")).status_code < 500
