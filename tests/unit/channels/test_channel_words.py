"""What a channel says to a learner is there in each language, with the same values; no page says more."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.english import SEEN
from tutor.channels.said import TABLES, told, tongue
from tutor.channels.web.tongue import SCRIPT

CHANNELS = Path(__file__).parents[3] / "tutor" / "channels"
TEMPLATES = CHANNELS / "web" / "templates"
LEARNERS = (
    "base", "chat", "courses", "error", "progress", "reading",
    "_card", "_failed", "_glance", "_read_back", "_reply",
)  # fmt: skip
ROLES = {"learner", "teacher", "guardian", "admin"}
NAMES = {"Meno", "Telegram", "CASE"} | {"Materials"} | {"chat"}  # for teachers; the body's class
MADE = {
    "page {number}", "slide {number}",
    "The photo itself is not kept.", "The recording itself is not kept.",
}  # fmt: skip


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _said_in_templates() -> set[str]:
    made = Environment(autoescape=True)
    found = set()
    for path in TEMPLATES.glob("*.html"):
        page = made.parse(path.read_text())
        found |= {first.value for first in _spoken(page) if isinstance(first, nodes.Const)}
        for loop in page.find_all(nodes.For):  # what is said of each thing that the loop names
            named = {name.name for name in loop.target.find_all(nodes.Name)}
            if any(isinstance(one, nodes.Name) and one.name in named for one in _spoken(loop)):
                found |= {one.value for one in loop.iter.find_all(nodes.Const)} - ROLES
    return found


def _spoken(part: nodes.Node) -> Iterator[nodes.Expr]:
    """What `say` is called with."""
    for call in part.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "say":
            yield call.args[0]


def _texts_in_code() -> set[str]:
    found = set()
    for path in CHANNELS.rglob("*.py"):
        if path.parent.name != "said":
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
    return found


@pytest.mark.parametrize("language", sorted(TABLES))
def test_every_sentence_of_a_template_and_of_the_script_is_said_in_the_language(
    language: str,
) -> None:
    assert _said_in_templates() | set(SCRIPT) <= TABLES[language].keys()


@pytest.mark.parametrize("language", sorted(TABLES))
def test_a_translation_names_the_values_of_its_sentence(language: str) -> None:
    for key, said in TABLES[language].items():
        assert _values(said) == _values(key), key


@pytest.mark.parametrize("language", sorted(TABLES))
def test_no_translation_is_left_of_what_is_no_longer_said(language: str) -> None:
    code = _texts_in_code()
    known = _said_in_templates() | code | MADE | {f"{text}." for text in code}
    assert TABLES[language].keys() <= known


def test_the_script_says_nothing_that_the_page_does_not_give_it() -> None:
    script = (CHANNELS / "web" / "static" / "chat.js").read_text()
    said = set(re.findall(r'\bsay\("([^"]+)"', script))
    assert said
    assert said <= set(SCRIPT)
    assert set(SCRIPT) - said == {"Move {name} up", "Move {name} down"}  # named in a list


@pytest.mark.parametrize("name", LEARNERS)
def test_a_learners_page_has_no_words_of_its_own(name: str) -> None:
    """All that a template says goes through `say`: nothing is left of its text without it."""
    text = (TEMPLATES / f"{name}.html").read_text()
    text = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", "", text, flags=re.DOTALL)
    shown = SEEN.findall(text)
    shown.append(re.sub(r"<[^>]*>", " ", text))
    words = {word for part in shown for word in re.findall(r"[A-Za-z’]{3,}\.?", part)}
    assert not words - NAMES


def test_a_region_speaks_its_language_and_an_unknown_one_english() -> None:
    assert told("{count} to refresh", "es-MX", count=3) == "3 por repasar"
    assert told("{count} to refresh", "sw", count=3) == "3 to refresh"
    assert (tongue("es-AR"), tongue("sw")) == ("es", "en")
