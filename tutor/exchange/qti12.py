"""QTI 1.2, as Common Cartridges hold it: choices, true or false, blanks, numbers, matches; read only.

Items come in as drafts. What has no place here is said item by item: essays without a rubric, answers
by pattern, feedback on single options, marks for parts, pictures.
"""

import posixpath
from collections.abc import Iterator

from tutor.errors import BadInput
from tutor.exchange.draft import Draft, Exchanged, Lost, Written
from tutor.exchange.markup import flat, with_dollars
from tutor.retrieval.opening import (
    Archive,
    Element,
    asked_of,
    feedback_of,
    material,
    right_of,
    xml_tree,
)

_MOST_ITEMS = 20_000
_PATTERNS = ("varsubstring", "varsubset")
Fields = tuple[str, dict[str, object]]


def read(content: bytes, name: str) -> Exchanged:
    """The items of a file or cartridge; raises BadInput when it is damaged or holds none."""
    drafts, lost = list[Draft](), list[Lost]()
    for place, root in _roots(content, name):
        for number, item in enumerate(root.all("item"), 1):
            label = _label(item, place, number)
            made = _draft(item, label)
            if isinstance(made, str):
                lost.append(Lost(item=label, why=made))
                continue
            drafts.append(made)
            lost += [Lost(item=label, why=why, whole=False) for why in _left_out(item)]
            if len(drafts) > _MOST_ITEMS:
                raise BadInput(f"It holds more than {_MOST_ITEMS:,} items.", where=name)
    if not drafts and not lost:
        raise BadInput("There is no QTI 1.2 item in it.", where=name, do="Export its quizzes too.")
    return Exchanged(drafts=tuple(drafts), lost=tuple(lost))


def write(drafts: tuple[Draft, ...], title: str) -> Written:
    """Nothing is written as QTI 1.2: `exchange.WRITTEN` does not have it."""
    raise BadInput("Items are not written as QTI 1.2.", do="Use QTI 2.1.")


def _roots(content: bytes, name: str) -> Iterator[tuple[str, Element]]:
    """The files with questions: in a cartridge every one that is QTI 1.2, whatever it is called."""
    if not content.startswith(b"PK"):
        yield name, xml_tree(content, name)
        return
    archive = Archive(content, name)
    for part in archive.names():
        if posixpath.basename(part) == "imsmanifest.xml" or not part.endswith((".xml", ".qti")):
            continue
        body = archive.read(part)
        if b"questestinterop" in body[:4_000]:
            yield part, xml_tree(body, f"{name}/{part}")


def _label(item: Element, place: str, number: int) -> str:
    given = item.attributes.get("title", "") or item.attributes.get("ident", "")
    return flat(given) or f"{posixpath.splitext(posixpath.basename(place))[0]}-{number}"


def _draft(item: Element, label: str) -> Draft | str:
    """The item, or why there is none."""
    asked = item.child("presentation")
    if asked is None or not asked_of(asked):
        return "It asks nothing."
    fields = _fields(item, asked)
    if isinstance(fields, str):
        return fields
    feedback = feedback_of(item)
    return Draft(
        id=label,
        type=fields[0],
        prompt=with_dollars(asked_of(asked)),
        fields=fields[1],
        solution=with_dollars(feedback[0]) if len(feedback) == 1 else "",
    )


def _fields(item: Element, asked: Element) -> Fields | str:
    """The type with its fields, or why it has none."""
    choices, texts = (
        list(asked.all("response_lid")),
        list(asked.all("response_str", "response_num")),
    )
    if len(choices) + len(texts) == 0:
        return "It has no response that Meno knows."
    if texts:
        return "It mixes kinds of responses." if choices else _typed(item, texts)
    if len(choices) > 1:
        return _matched(item, choices)
    labels = _labels(choices[0])
    right = [labels[key] for key in right_of(item) if key in labels]
    if not right:
        return "No response is marked as right."
    fields: dict[str, object] = {"choices": list(labels.values())}
    if next(choices[0].all("render_choice"), choices[0]).attributes.get("shuffle") == "No":
        fields["shuffle"] = False
    if choices[0].attributes.get("rcardinality", "Single").casefold() == "single":
        return "choice", {**fields, "answer": right[0]}
    return "choices", {**fields, "answer": right}


def _typed(item: Element, texts: list[Element]) -> Fields | str:
    """A word, or a number where every answer is one."""
    if len(texts) > 1:
        return "It has several blanks, whose answers QTI 1.2 does not keep apart."
    if next(item.all(*_PATTERNS), None) is not None:
        return "Its answer is a pattern, not a text."
    right = [flat(one) for one in right_of(item)]
    if not right:
        return "It has no answer (an essay needs a rubric, which it does not hold)."
    if all(_is_number(one) for one in right):
        return "number", {"answer": right[0]}
    return "short", {"answer": right[0], **({"accept": right[1:]} if right[1:] else {})}


def _matched(item: Element, choices: list[Element]) -> Fields | str:
    """Several lists of the same options, each with one that is right."""
    offered = [_labels(one) for one in choices]
    if any(list(one.values()) != list(offered[0].values()) for one in offered):
        return "It has several choices with different options."
    answer: dict[str, object] = {}
    for one, labels in zip(choices, offered, strict=True):
        own = one.attributes.get("ident", "")
        right = [
            labels[key] for var in item.all("varequal")
            if var.attributes.get("respident") == own and (key := flat(var.words())) in labels
        ]  # fmt: skip
        left = flat(material_outside(one))
        if not right or not left or left in answer:
            return "Its pairs are not complete."
        answer[left] = right[0]
    extra = [text for text in offered[0].values() if text not in answer.values()]
    return "match", {"answer": answer, **({"extra": extra} if extra else {})}


def material_outside(response: Element) -> str:
    """The words of a response's own, outside its options."""
    return " ".join(
        text for child in response.children
        if child.name == "material" and (text := flat(child.words()))
    )  # fmt: skip


def _labels(response: Element) -> dict[str, str]:
    return {
        one.attributes.get("ident", ""): with_dollars(flat(material(one)))
        for one in response.all("response_label")
    }


def _left_out(item: Element) -> Iterator[str]:
    """What of an item that was carried over was not."""
    if next(item.all("matimage", "mataudio", "matvideo"), None) is not None or any(
        "<img" in text.words() for text in item.all("mattext")
    ):
        yield "Its pictures or sounds were left out."
    if len(feedback_of(item)) > 1:
        yield "Feedback on single options was left out."
    if next(item.all("vargte", "varlte", "vargt", "varlt"), None) is not None:
        yield "The range in which its number is right was left out: set a tolerance."
    if len(_marks(item)) > 1:
        yield "Marks for parts were left out: partly right is judged as everywhere."


def _marks(item: Element) -> set[float]:
    """The different positive marks that its conditions give."""
    found = set()
    for one in item.all("setvar"):
        text = one.words().strip()
        if _is_number(text) and float(text) > 0:
            found.add(float(text))
    return found


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return text.lower() not in {"nan", "inf", "-inf", "infinity"}
