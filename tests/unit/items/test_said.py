"""What graders say to a learner is said in the language of the course, with the same values."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from tutor.ids import ItemId, SkillId
from tutor.items.grade import Context
from tutor.items.item import Item
from tutor.items.said import TABLES, say, worded
from tutor.items.types import item_type

ITEMS = Path(__file__).parents[3] / "tutor" / "items"
SENTENCE = tuple(".?!")


def _unsaid(tree: ast.Module) -> set[int]:
    """What no learner reads: docstrings, what an author is told, responses that types make up."""
    found: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                found.add(id(node.value))
            case ast.Call(func=ast.Name(id="BadCourse")) | ast.FunctionDef(name="samples"):
                found |= {id(inner) for inner in ast.walk(node)}
            case ast.JoinedStr():
                found |= {id(inner) for inner in ast.walk(node) if inner is not node}
            case _:
                pass
    return found


def _like_a_sentence(text: str) -> bool:
    return text.endswith(SENTENCE) and " " in text and (text[0].isupper() or text[0] in "{“")


def _texts() -> Iterator[tuple[str, ast.AST, ast.Module]]:
    for path in sorted(ITEMS.rglob("*.py")):
        if path.parent.name != "said":
            tree = ast.parse(path.read_text())
            unsaid = _unsaid(tree)
            for node in ast.walk(tree):
                if id(node) not in unsaid:
                    yield f"{path.name}:{getattr(node, 'lineno', 0)}", node, tree


def _keys() -> set[str]:
    """Every sentence in the graders, and whatever `say` is given."""
    found = set()
    for _, node, _ in _texts():
        match node:
            case ast.Call(func=ast.Name(id="say"), args=[ast.Constant(value=str(key))]):
                found.add(key)
            case ast.Constant(value=str(text)) if text and _like_a_sentence(text):
                found.add(text)
            case _:
                pass
    return found


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", sorted(TABLES))
def test_every_sentence_of_the_graders_is_said_in_the_language_and_no_other(language: str) -> None:
    assert TABLES[language].keys() == _keys()


@pytest.mark.parametrize("language", sorted(TABLES))
def test_a_translation_names_the_values_of_its_sentence(language: str) -> None:
    for key, said in TABLES[language].items():
        assert _values(said) == _values(key), key


def test_no_grader_fills_values_into_a_sentence_by_itself() -> None:
    """Such a sentence could not be looked up: `say` keeps the sentence beside its values."""
    for place, node, _ in _texts():
        if isinstance(node, ast.JoinedStr):
            text = "".join(
                str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values
            )
            assert not _like_a_sentence(text), place


def _item(kind: str, language: str, **spec: object) -> Item:
    context = Context(language=language, decimal_comma=language == "es")
    return Item(
        id=ItemId("i"), seed=0, templated=False, skills=(SkillId("s"),), type_name=kind,
        type=item_type(kind)(spec, context), prompt="?", language=language,
        decimal_comma=context.decimal_comma,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "spec", "response", "note"),
    [
        (
            "number", {"answer": "3/4", "form": "lowest_terms"}, "6/8",
            "Vale lo mismo, pero escríbelo como fracción simplificada al máximo.",
        ),
        (
            "number", {"answer": "0,5", "form": ["fraction", "decimal"]}, "50 %",
            "Vale lo mismo, pero escríbelo como fracción o como decimal.",
        ),
        ("number", {"answer": 7}, "3 + (", "Falta algo al final. He podido leer hasta «3 + (»."),
        ("equation", {"answer": "y = 2x", "solved_for": "y"}, "y/2 = x", "Está bien, pero despeja y."),
        ("set", {"answer": "{2, 5}"}, "2", "Bien hasta aquí, pero falta un valor."),
        (
            "choice", {"choices": ["sol", "luna"], "answer": "sol"}, "no sé",
            "No sé qué opción quieres decir. Responde con una letra, de la A a la B.",
        ),
        (
            "blanks", {"prompt": "___, ___ y ___", "answer": ["uno", "dos", "tres"]}, "uno, dos, seis",
            "Los huecos 1 y 2 están bien. Mira otra vez el otro.",
        ),
    ],
)  # fmt: skip
def test_a_note_is_in_the_language_of_the_item_with_its_values(
    kind: str, spec: dict[str, object], response: str, note: str
) -> None:
    assert _item(kind, "es", **spec).grade(response).note == note


def test_what_was_read_and_how_to_respond_are_in_the_language_of_the_item() -> None:
    program = _item("line", "es-MX", code="x = 1\nprint(y)", answer=2)
    assert program.grade("la 2").read_as == "línea 2"
    assert program.shown().how == "Responde con el número de la línea."


@pytest.mark.parametrize(
    ("kind", "answer", "response", "read"),
    [
        ("number", "0,25", "x = 0,3", "0,3"),
        ("units", "1,5 m", "2,5 m", "2,5 m"),
        ("interval", "[2; 5,5)", "[2; 5,5]", "[2; 5,5]"),
        ("set", "1,5; 2", "1,5; 3", "{1,5; 3}"),
    ],
)
def test_what_was_read_has_the_decimal_comma_of_the_course(
    kind: str, answer: str, response: str, read: str
) -> None:
    assert _item(kind, "es", answer=answer).grade(response).read_as == read


def test_a_language_without_a_table_is_answered_in_english_and_an_authors_words_stay() -> None:
    assert worded(say("Right, but solve it for {subject}.", subject="y"), "sw") == (
        "Right, but solve it for y."
    )
    assert worded("Piensa en los {medios}.", "es") == "Piensa en los {medios}."
