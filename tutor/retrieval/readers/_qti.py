"""Questions of QTI 1.2 as Markdown: what is asked, the options, the answer, the feedback."""

from collections.abc import Iterator

from tutor.retrieval.readers._markdown import to_markdown
from tutor.retrieval.readers._text import escaped
from tutor.retrieval.readers._tree import Element, html_tree


def questions(root: Element) -> tuple[str, str, int]:
    """The text of an assessment or bank, its title, and how many questions it has."""
    holder = next(root.all("assessment", "objectbank"), root)
    made = [_question(item, number) for number, item in enumerate(holder.all("item"), 1)]
    return "\n\n".join(made), " ".join(holder.attributes.get("title", "").split()), len(made)


def _question(item: Element, number: int) -> str:
    asked = item.child("presentation") or item
    title = " ".join(item.attributes.get("title", "").split()) or f"Question {number}"
    labels = {one.attributes.get("ident", ""): material(one) for one in asked.all("response_label")}
    right = [labels.get(key, key) for key in right_of(item)]
    parts = [f"## {escaped(title)}", asked_of(asked)]
    if labels and any(labels.values()):
        parts.append("\n".join(f"- {_flat(words)}" for words in labels.values() if words))
    if right:
        word = "Answer" if len(right) == 1 else "Answers"
        parts.append(f"{word}: {'; '.join(_flat(one) for one in right)}")
    parts += [f"Feedback: {_flat(one)}" for one in feedback_of(item)]
    return "\n\n".join(part for part in parts if part)


def asked_of(presentation: Element) -> str:
    """The question's own words: materials outside its options."""

    def outside(one: Element) -> Iterator[str]:
        for child in one.children:
            if child.name == "material":
                yield _words_of(child)
            elif child.name not in {"response_label", "render_choice"}:
                yield from outside(child)

    return "\n\n".join(words for words in outside(presentation) if words)


def right_of(item: Element) -> list[str]:
    """Idents or texts of the right answers: conditions that give marks."""
    found: list[str] = []
    for condition in item.all("respcondition"):
        if not any(_gives(one) for one in condition.all("setvar")):
            continue
        var = condition.child("conditionvar")
        denied = {id(one) for no in var.all("not") for one in no.all("varequal")} if var else set()
        for one in var.all("varequal") if var else ():
            if id(one) not in denied:
                found.append(" ".join(one.words().split()))
    return list(dict.fromkeys(filter(None, found)))


def _gives(setvar: Element) -> bool:
    try:
        return float(setvar.words().strip() or 0) > 0
    except ValueError:
        return False


def feedback_of(item: Element) -> list[str]:
    """What is said after a response, each text once."""
    texts = [material(one) for one in item.all("itemfeedback")]
    return list(dict.fromkeys(filter(None, texts)))


def material(one: Element) -> str:
    """An element's texts as Markdown."""
    return "\n\n".join(filter(None, (_words_of(found) for found in one.all("material"))))


def _words_of(material: Element) -> str:
    made = []
    for text in material.all("mattext"):
        kind = text.attributes.get("texttype", "text/plain")
        words = text.words()
        made.append(
            to_markdown(html_tree(words)).strip()
            if "html" in kind
            else "\n".join(escaped(line) for line in words.strip().splitlines())
        )
    return "\n\n".join(filter(None, made))


def _flat(text: str) -> str:
    return " ".join(text.split())
