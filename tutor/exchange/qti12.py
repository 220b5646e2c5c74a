"""QTI 1.2, as Common Cartridges hold it: choices, true or false, blanks, numbers, matches; read only.

Items come in as drafts. What has no place here is said item by item: essays without a rubric, answers
by pattern, feedback on single options, marks for parts, pictures.
"""

import posixpath
from collections.abc import Iterator
from fractions import Fraction

from tutor.errors import BadInput
from tutor.exchange.draft import Draft, Exchanged, Lost, Written
from tutor.exchange.marked import Fields
from tutor.exchange.markup import flat, plain_number, with_dollars
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


def holds_items(content: bytes, name: str) -> bool:
    """Whether a package holds questions in QTI 1.2; raises BadInput for a damaged one."""
    archive = Archive(content, name)
    parts = [one for one in archive.names() if one.endswith((".xml", ".qti"))]
    return any(b"questestinterop" in archive.read(part)[:4_000] for part in parts[:50])


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
    prompt = asked_of(asked)
    for name, offered in _named(asked, list(asked.all("response_lid"))).items():
        choose = f" ({' / '.join(offered)})" if len(offered) > 1 and _listed(item) else ""
        prompt = prompt.replace(f"[{name}]", f"_____{choose}", 1)
    for one in reversed(list(asked.all("response_lid"))):  # its own words stand behind the text too
        prompt = prompt.removesuffix(f"\n\n{material_outside(one)}")
    return Draft(
        id=label,
        type=fields[0],
        prompt=with_dollars(prompt),
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
    named = _named(asked, choices)
    if named:
        return _blanks(item, choices)
    if len(choices) > 1:
        return _matched(item, choices)
    single = choices[0].attributes.get("rcardinality", "Single").casefold() == "single"
    labels = _labels(choices[0])
    right = [labels[key] for key in (best_of(item) if single else right_of(item)) if key in labels]
    if not right:
        return "No response is marked as right."
    if single and len(set(right)) > 1:
        return "Several options give full marks each; a choice has one right option."
    fields: dict[str, object] = {"choices": list(labels.values())}
    if next(choices[0].all("render_choice"), choices[0]).attributes.get("shuffle") == "No":
        fields["shuffle"] = False
    if single:
        return "choice", {**fields, "answer": right[0]}
    return "choices", {**fields, "answer": right}


def _typed(item: Element, texts: list[Element]) -> Fields | str:
    """A word, or a number where every answer is one."""
    if len(texts) > 1:
        return "It has several blanks, whose answers QTI 1.2 does not keep apart."
    if next(item.all(*_PATTERNS), None) is not None:
        return "Its answer is a pattern, not a text."
    right = [flat(one) for one in best_of(item)]
    bounds = _bounds(item)
    if bounds and bounds[0] != bounds[1]:
        least, most = bounds
        middle = right[0] if right else str((Fraction(least) + Fraction(most)) / 2)
        return "number", {"answer": plain_number(middle), "between": [least, most]}
    if next(item.all("calculated"), None) is not None:
        return "Its numbers vary by a formula: write it as a template (`vary`)."
    if not right:
        return "It has no answer (an essay needs a rubric, which it does not hold)."
    if all(_is_number(one) for one in right):
        if len({float(one) for one in right}) > 1:
            return "Several numbers give full marks each; a number item has one."
        return "number", {"answer": plain_number(right[0])}
    return "short", {"answer": right[0], **({"accept": right[1:]} if right[1:] else {})}


def best_of(item: Element) -> list[str]:
    """The right answers among which one is chosen: those whose condition gives the most marks."""
    marks = dict[str, float]()
    for condition in item.all("respcondition"):
        given = [
            float(one.words()) for one in condition.all("setvar") if _is_number(one.words().strip())
        ]
        var = condition.child("conditionvar")
        denied = {id(one) for no in var.all("not") for one in no.all("varequal")} if var else set()
        for one in var.all("varequal") if var else ():
            if id(one) not in denied:
                key = flat(one.words())
                marks[key] = max(marks.get(key, 0.0), *given, 0.0)
    most = max(marks.values(), default=0.0)
    if most <= 0:  # marks by the word “SCORE” alone, or none
        return right_of(item)
    return [key for key, mark in marks.items() if key and mark == most]


def _bounds(item: Element) -> tuple[str, str] | None:
    """The least and the greatest number that is right, where one range says so."""
    least = {plain_number(one.words()) for one in item.all("vargte", "vargt")}
    most = {plain_number(one.words()) for one in item.all("varlte", "varlt")}
    if len(least) != 1 or len(most) != 1 or not all(map(_is_number, least | most)):
        return None
    low, high = least.pop(), most.pop()
    return (low, high) if float(low) <= float(high) else None


def _named(asked: Element, choices: list[Element]) -> dict[str, list[str]]:
    """Blanks that stand in the text as `[name]`, as Canvas writes them, with what each offers."""
    text = asked_of(asked)
    found = {material_outside(one): list(_labels(one).values()) for one in choices}
    return found if found and all(name and f"[{name}]" in text for name in found) else {}


def _blanks(item: Element, choices: list[Element]) -> Fields | str:
    """What may stand in each blank: the one right option of a list, or all texts that are accepted."""
    answer: list[object] = []
    for one in choices:
        labels, own = _labels(one), one.attributes.get("ident", "")
        keys = [
            flat(var.words()) for var in item.all("varequal") if var.attributes.get("respident") == own
        ]  # fmt: skip
        right = [labels[key] for key in keys if key in labels]
        right = right or [labels[key] for key in right_of(item) if key in labels]
        if not right:
            return "One of its blanks has no right answer."
        listed = _listed(item) and len(labels) > 1
        words = right[:1] if listed else list(dict.fromkeys(labels.values()))
        answer.append(words if len(words) > 1 else words[0])
    return "blanks", {"answer": answer}


def _listed(item: Element) -> bool:
    """Whether the blank is a list to choose from: the question's kind says so."""
    kinds = {flat(one.words()) for one in item.all("fieldentry")}
    return "multiple_dropdowns_question" in kinds


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
    ranged = next(item.all("vargte", "varlte", "vargt", "varlt"), None) is not None
    if ranged and _bounds(item) is None:
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
