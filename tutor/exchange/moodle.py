"""Moodle XML: choices, words, numbers, pairs, orders and embedded answers of its question bank."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tutor.exchange.cloze import embedded
from tutor.exchange.draft import Draft, Exchanged, Lost
from tutor.exchange.marked import (
    Fields,
    Marked,
    explained,
    lost_marks,
    number_of,
    one_of,
    pictured,
    several_of,
    word_of,
)
from tutor.exchange.markup import flat, of_html, with_dollars
from tutor.retrieval.opening import Element, xml_tree


def read(content: bytes, name: str) -> Exchanged:
    """Every question of the quiz; raises BadInput for what is no XML."""
    drafts, lost = list[Draft](), list[Lost]()
    category = ""
    for number, one in enumerate(xml_tree(content, name).all("question"), start=1):
        kind = one.attributes.get("type", "")
        if kind == "category":
            category = _text(one.child("category")).replace("//", " ").rpartition("/")[2].strip()
            continue
        label = flat(_text(one.child("name"))) or f"question-{number}"
        found = _draft(one, kind, label)
        if isinstance(found, str):
            lost.append(Lost(item=label, why=found))
            continue
        tags = tuple(flat(_text(tag)) for tag in one.all("tag"))
        drafts.append(replace(found, about=tuple(filter(None, (category, *tags)))))
        lost += [Lost(item=label, why=why, whole=False) for why in _left_out(one, found)]
    return Exchanged(drafts=tuple(drafts), lost=tuple(lost))


def _draft(one: Element, kind: str, label: str) -> Draft | str:
    """The item, or why there is none."""
    prompt = _text(one.child("questiontext"))
    answers = _answers(one)
    if kind in {"cloze", "multianswer"}:
        prompt, fields, _ = embedded(_raw(one.child("questiontext")))
    else:
        fields = _READERS[kind](one) if kind in _READERS else _refused(kind)
    if isinstance(fields, str):
        return fields
    if any(
        not answer.text and pictured(raw) for answer, raw in zip(answers, _raws(one), strict=True)
    ):
        return "An answer is a picture."
    return Draft(
        id=label,
        type=fields[0],
        prompt=prompt,
        fields=fields[1],
        hints=tuple(filter(None, (_text(hint) for hint in one.all("hint")))),
        solution=explained(_text(one.child("generalfeedback")), answers),
    )


def _refused(kind: str) -> str:
    if kind == "essay":
        return "It is an essay: an open item needs a rubric, which it does not hold."
    if kind.startswith("calculated"):
        return "Its numbers vary by a formula: write it as a template (`vary`)."
    return f"Meno has no item type for a “{kind}” question."


def _left_out(one: Element, draft: Draft) -> Iterator[str]:
    """What of a question that was carried over was not."""
    if pictured(_raw(one.child("questiontext")), *_raws(one)):
        yield "Its pictures were left out."
    if draft.type == "blanks":
        yield from embedded(_raw(one.child("questiontext")))[2]
    yield from lost_marks(draft.type, _answers(one))
    if draft.type == "number" and next(one.all("unit"), None) is not None:
        yield "Its units were left out: the number alone is asked for."
    if draft.type == "short" and _says(one, "usecase"):
        yield "Capitals counted there; they do not here."


def _raw(holder: Element | None) -> str:
    inner = holder.child("text") if holder is not None else None
    return inner.words().strip() if inner is not None else ""


def _raws(one: Element) -> list[str]:
    return [_raw(answer) for answer in one.all("answer")]


def _text(holder: Element | None) -> str:
    if holder is None:
        return ""
    inner = holder.child("text")
    words = (inner or holder).words().strip()
    plain = holder.attributes.get("format") in {"plain_text", "markdown"}
    return with_dollars(words) if plain or not {"<", "&"} & set(words) else of_html(words)


def _says(one: Element, name: str) -> bool:
    found = one.child(name)
    return found is not None and found.words().strip() in {"1", "true"}


def _answers(one: Element) -> list[Marked]:
    found = []
    for answer in one.all("answer"):
        try:
            share = float(answer.attributes.get("fraction", "0"))
        except ValueError:
            share = 0.0
        said = flat(_text(answer.child("feedback")))
        found.append(Marked(text=flat(_text(answer)), share=share, said=said))
    return found


def _choice(one: Element) -> Fields | str:
    single = one.child("single")
    several = single is not None and single.words().strip() in {"false", "0"}
    answers = _answers(one)
    fields = several_of(answers) if several else one_of(answers)
    shuffled = one.child("shuffleanswers")
    if isinstance(fields, str) or shuffled is None or _says(one, "shuffleanswers"):
        return fields
    return fields[0], {**fields[1], "shuffle": False}


def _all_or_nothing(one: Element) -> Fields | str:
    return several_of(_answers(one))


def _true_false(one: Element) -> Fields | str:
    right = next((answer.text for answer in _answers(one) if answer.full), "").capitalize()
    if right not in {"True", "False"}:
        return "It does not say whether true or false is right."
    return "choice", {"choices": ["True", "False"], "answer": right, "shuffle": False}


def _short(one: Element) -> Fields | str:
    return word_of(_answers(one))


def _number(one: Element) -> Fields | str:
    allowed = [answer.child("tolerance") for answer in one.all("answer")]
    texts = [held.words().strip() if held is not None else "" for held in allowed]
    return number_of(list(zip(_answers(one), texts, strict=True)))


def _match(one: Element) -> Fields | str:
    pairs, extra = dict[str, str](), []
    for sub in one.all("subquestion"):
        left, answer = flat(_text(sub)), sub.child("answer")
        right = flat(_text(answer)) if answer is not None else ""
        if left in pairs:
            return "Two of its left sides say the same."
        if left and right:
            pairs[left] = right
        elif right:
            extra.append(right)
        elif left or pictured(_raw(sub)):
            return "One of its pairs is not complete."
    fields: dict[str, object] = {"answer": pairs}
    if extra:
        fields["extra"] = list(dict.fromkeys(text for text in extra if text not in pairs.values()))
    return "match", fields


def _order(one: Element) -> Fields | str:
    """In the order of their fractions, which count from one, where these differ."""
    answers = _answers(one)
    if len({answer.share for answer in answers}) == len(answers):
        answers.sort(key=lambda answer: answer.share)
    return "order", {"answer": [answer.text for answer in answers]}


_READERS: dict[str, Callable[[Element], Fields | str]] = {
    "multichoice": _choice,
    "multichoiceset": _all_or_nothing,
    "truefalse": _true_false,
    "shortanswer": _short,
    "numerical": _number,
    "matching": _match,
    "ddmatch": _match,
    "ordering": _order,
}
