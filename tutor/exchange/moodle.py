"""Moodle XML: multichoice, true/false, short answer, numerical, matching and ordering questions."""

from collections.abc import Callable

from tutor.exchange.draft import Draft, Exchanged, Lost
from tutor.exchange.markup import flat, of_html, with_dollars
from tutor.retrieval.opening import Element, xml_tree

Fields = tuple[str, dict[str, object]]


def read(content: bytes, name: str) -> Exchanged:
    """Every question of the quiz; raises BadInput for what is no XML."""
    drafts, lost = list[Draft](), list[Lost]()
    for number, one in enumerate(xml_tree(content, name).all("question"), start=1):
        kind = one.attributes.get("type", "")
        if kind == "category":
            continue
        label = flat(_text(one.child("name"))) or f"question-{number}"
        fields = _READERS[kind](one) if kind in _READERS else _refused(kind)
        if isinstance(fields, str):
            lost.append(Lost(item=label, why=fields))
            continue
        if next(one.all("file"), None) is not None:
            lost.append(Lost(item=label, why="Its pictures were left out.", whole=False))
        drafts.append(
            Draft(
                id=label,
                type=fields[0],
                prompt=_text(one.child("questiontext")),
                fields=fields[1],
                hints=tuple(filter(None, (_text(hint) for hint in one.all("hint")))),
                solution=_text(one.child("generalfeedback")),
            )
        )
    return Exchanged(drafts=tuple(drafts), lost=tuple(lost))


def _refused(kind: str) -> str:
    if kind == "essay":
        return "It is an essay: an open item needs a rubric, which it does not hold."
    return f"Meno has no item type for a “{kind}” question."


def _text(holder: Element | None) -> str:
    if holder is None:
        return ""
    inner = holder.child("text")
    words = (inner or holder).words().strip()
    plain = holder.attributes.get("format") in {"plain_text", "markdown"}
    return with_dollars(words) if plain or not {"<", "&"} & set(words) else of_html(words)


def _answers(one: Element) -> list[tuple[float, str]]:
    found = []
    for answer in one.all("answer"):
        try:
            share = float(answer.attributes.get("fraction", "0"))
        except ValueError:
            share = 0.0
        found.append((share, flat(_text(answer))))
    return found


def _choice(one: Element) -> Fields | str:
    answers = _answers(one)
    choices, right = [text for _, text in answers], [text for share, text in answers if share > 0]
    single = one.child("single")
    if single is not None and single.words().strip() in {"false", "0"}:
        return "choices", {"choices": choices, "answer": right}
    full = [text for share, text in answers if share >= 100]
    if len(full) != 1:
        return "It has no one right option."
    return "choice", {"choices": choices, "answer": full[0]}


def _true_false(one: Element) -> Fields | str:
    answers = _answers(one)
    right = next((text for share, text in answers if share >= 100), "").capitalize()
    if right not in {"True", "False"}:
        return "It does not say whether true or false is right."
    return "choice", {"choices": ["True", "False"], "answer": right, "shuffle": False}


def _short(one: Element) -> Fields | str:
    full = [text for share, text in _answers(one) if share >= 100 and "*" not in text]
    if not full:
        return "It has no answer with full marks that is one certain text."
    fields: dict[str, object] = {"answer": full[0]}
    if full[1:]:
        fields["accept"] = full[1:]
    return "short", fields


def _number(one: Element) -> Fields | str:
    for answer in one.all("answer"):
        if answer.attributes.get("fraction", "").startswith("100"):
            tolerance = answer.child("tolerance")
            fields: dict[str, object] = {"answer": flat(_text(answer))}
            allowed = tolerance.words().strip() if tolerance is not None else ""
            if allowed.strip("0.") and allowed:
                fields["tolerance"] = allowed
            return "number", fields
    return "It has no answer with full marks."


def _match(one: Element) -> Fields | str:
    pairs, extra = dict[str, str](), []
    for sub in one.all("subquestion"):
        left, answer = flat(_text(sub)), sub.child("answer")
        right = flat(_text(answer)) if answer is not None else ""
        if left:
            pairs[left] = right
        elif right:
            extra.append(right)
    fields: dict[str, object] = {"answer": pairs}
    if extra:
        fields["extra"] = extra
    return "match", fields


def _order(one: Element) -> Fields | str:
    return "order", {"answer": [text for _, text in _answers(one)]}


_READERS: dict[str, Callable[[Element], Fields | str]] = {
    "multichoice": _choice,
    "truefalse": _true_false,
    "shortanswer": _short,
    "numerical": _number,
    "matching": _match,
    "ordering": _order,
}
