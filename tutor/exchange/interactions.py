"""What an item of QTI 2.1 or 2.2 asks and takes for right, as an item; the other way is `qti`.

Feedback, scorers' rubrics and templates stand inside the body but are not shown at first: they are
kept out of prompts and options, where they would give the answer away.
"""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tutor.exchange.draft import Draft
from tutor.exchange.marked import Fields
from tutor.exchange.markup import flat, of_html, plain_number, with_dollars
from tutor.retrieval.opening import Element

_HIDDEN = frozenset({
    "feedbackInline", "feedbackBlock", "modalFeedback", "templateInline", "templateBlock", "stylesheet",
})  # fmt: skip
_IN_LINE = frozenset({"textEntryInteraction", "inlineChoiceInteraction"})
_NUMBERS = frozenset({"float", "integer"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """An interaction with its declaration: the right values, and whether several make one response."""

    at: Element
    right: tuple[str, ...]
    several: bool
    number: bool
    partial: bool


def draft_of(item: Element, label: str, as_words: Set[str]) -> Draft | str:
    """The item, or why there is none; `as_words` are the types that our own files name."""
    body = item.child("itemBody")
    kinds = list(body.all(*_READERS)) if body else []
    other = any(_unknown(one) for one in _within(body)) if body else False
    if body is None or not kinds or other:
        return "It has an interaction that Meno does not know."
    if item.child("templateDeclaration") is not None:
        return "Its values vary by a formula: write it as a template (`vary`)."
    asked = [_asked(item, one) for one in kinds]
    if not all(one.right for one in asked):
        return "It has no correct response (an essay needs a rubric, which it does not hold)."
    if len(asked) > 1 and not all(one.at.name in _IN_LINE for one in asked):
        return f"It has {len(asked)} interactions; an item has one."
    given = item.attributes.get("label", "") if item.attributes.get("toolName") == "Meno" else ""
    several = len(asked) > 1 or given == "blanks"
    fields = _blanks(asked) if several else _READERS[kinds[0].name](asked[0])
    if isinstance(fields, str):
        return fields
    kind = given if fields[0] == "short" and given in as_words else fields[0]
    if kind == "number" and (allowed := _tolerance(item)):
        fields[1]["tolerance"] = allowed
    code = next(body.all("pre"), None) if kind in {"output", "line"} else None
    without = {"pre"} if code else set[str]()
    told = "".join(_markup(one, without, blanks=several) for one in body.content)
    asks = re.sub(r"[\s\\_]*_$", "", of_html(told)) if not several else of_html(told)
    prompts = (
        _markup(one, set(), blanks=False) for one in kinds[0].children if one.name == "prompt"
    )
    feedback = list(item.all("modalFeedback"))
    return Draft(
        id=label,
        type=kind,
        prompt="\n\n".join(filter(None, (asks, *map(of_html, prompts)))),
        fields=fields[1],
        code=code.words() if code else "",
        solution=of_html(_inner(feedback[0])) if len(feedback) == 1 else "",
    )


def left_out(item: Element, draft: Draft) -> Iterator[str]:
    """What of an item that was carried over was not."""
    if next(item.all("img", "object"), None) is not None:
        yield "Its pictures were left out."
    if (
        next(item.all("feedbackInline", "feedbackBlock"), None)
        or len(list(item.all("modalFeedback"))) > 1
    ):
        yield "Feedback on single options was left out."
    if any(_asked(item, one).partial for one in item.all(*_READERS)):
        yield "Answers that give a part of the marks count as wrong here."
    if item.attributes.get("adaptive") == "true":
        yield "It asks in several steps there; it asks once here."
    if draft.type == "blanks" and any(
        one.name == "inlineChoiceInteraction" for one in item.all(*_IN_LINE)
    ):
        yield "Lists to choose a word from are words in brackets now."


def _within(one: Element) -> Iterator[Element]:
    for child in one.children:
        yield child
        yield from _within(child)


def _unknown(one: Element) -> bool:
    return one.name.endswith("Interaction") and one.name not in _READERS


def _asked(item: Element, at: Element) -> _Asked:
    name = at.attributes.get("responseIdentifier", "RESPONSE")
    declared = [
        one for one in item.all("responseDeclaration") if one.attributes.get("identifier") == name
    ]
    right, marks = list[str](), dict[str, float]()
    base = several = ""
    for one in declared[:1]:
        base, several = one.attributes.get("baseType", ""), one.attributes.get("cardinality", "")
        correct = one.child("correctResponse")
        ours = item.attributes.get("toolName") == "Meno"  # lines are pretty printing elsewhere
        values = [value.words().strip() for value in correct.all("value")] if correct else []
        right = values if ours else [flat(value) for value in values]
        for entry in one.all("mapEntry"):
            try:
                marks[flat(entry.attributes.get("mapKey", ""))] = float(
                    entry.attributes["mappedValue"]
                )
            except (KeyError, ValueError):
                continue
    best = max(marks.values(), default=0.0)
    if best > 0 and (not right or at.name in _IN_LINE):
        enough = 0.0 if several == "multiple" else best
        right += [
            key for key, mark in marks.items() if mark > 0 and mark >= enough and key not in right
        ]
    return _Asked(
        at=at,
        right=tuple(filter(None, right)),
        several=several in {"multiple", "ordered"},
        number=base in _NUMBERS,
        partial=several == "single" and any(0 < mark < best for mark in marks.values()),
    )


def _tolerance(item: Element) -> str:
    """How far a number may be off, where the marking says it plainly: “0.1” or “5%”."""
    for equal in item.all("equal"):
        mode = equal.attributes.get("toleranceMode", "exact")
        sizes = equal.attributes.get("tolerance", "").split()
        if mode in {"absolute", "relative"} and sizes and len(set(sizes)) == 1:
            return plain_number(sizes[0]) + ("%" if mode == "relative" else "")
    return ""


def _inner(one: Element) -> str:
    return "".join(_markup(part, set(), blanks=False) for part in one.content)


def _markup(one: Element | str, without: Set[str], *, blanks: bool) -> str:
    """HTML again, without elements of these names, interactions, and what is not shown at first."""
    if isinstance(one, str):
        return escape(one)
    scorers = one.name == "rubricBlock" and "candidate" not in one.attributes.get("view", "")
    if one.name in without or one.name in _HIDDEN or scorers:
        return ""
    if one.name in _IN_LINE:
        offered = " / ".join(_labelled(one, "inlineChoice").values())
        return "_____" + (f" ({escape(offered)})" if offered and blanks else "")
    if one.name in _READERS:
        return ""
    inner = "".join(_markup(part, without, blanks=blanks) for part in one.content)
    return f"<{one.name}>{inner}</{one.name}>"


def _labelled(one: Element, name: str) -> dict[str, str]:
    return {
        choice.attributes.get("identifier", ""): with_dollars(flat(_shown(choice)))
        for choice in one.all(name)
    }


def _shown(one: Element) -> str:
    """The words of an option, without the feedback inside it."""
    parts = (part if isinstance(part, str) else _shown(part) for part in one.content)
    return "" if one.name in _HIDDEN else "".join(parts)


def _choice(one: _Asked) -> Fields | str:
    texts = _labelled(one.at, "simpleChoice")
    answers = [texts.get(key, key) for key in one.right]
    fields: dict[str, object] = {"choices": list(texts.values())}
    if one.at.attributes.get("shuffle") == "false":
        fields["shuffle"] = False
    if not one.several:
        return "choice", {**fields, "answer": answers[0]}
    return "choices", {**fields, "answer": answers}


def _inline(one: _Asked) -> Fields | str:
    texts = _labelled(one.at, "inlineChoice")
    return "choice", {
        "choices": list(texts.values()),
        "answer": texts.get(one.right[0], one.right[0]),
    }


def _order(one: _Asked) -> Fields | str:
    texts = _labelled(one.at, "simpleChoice")
    return "order", {"answer": [texts.get(key, key) for key in one.right]}


def _pairs(one: _Asked) -> Fields | str:
    texts = _labelled(one.at, "simpleAssociableChoice")
    pairs = [pair.split(" ", 1) for pair in one.right if " " in pair]
    answer = {texts.get(left, left): texts.get(other, other) for left, other in pairs}
    if len(answer) < len(pairs):
        return "A left side belongs to several right sides."
    sets = list(one.at.all("simpleMatchSet"))
    offered = _labelled(sets[-1], "simpleAssociableChoice").values() if sets else ()
    extra = [text for text in offered if text not in answer.values()]
    return "match", {"answer": answer, **({"extra": extra} if extra else {})}


def _word(one: _Asked) -> Fields | str:
    if one.number:
        return "number", {"answer": plain_number(one.right[0])}
    rest = list(one.right[1:])
    return "short", {"answer": one.right[0], **({"accept": rest} if rest else {})}


def _blanks(asked: list[_Asked]) -> Fields:
    answer: list[object] = []
    for one in asked:
        texts = _labelled(one.at, "inlineChoice")
        words = [texts.get(key, key) for key in one.right]
        answer.append(words if len(words) > 1 else words[0])
    return "blanks", {"answer": answer}


_READERS: dict[str, Callable[[_Asked], Fields | str]] = {
    "choiceInteraction": _choice,
    "inlineChoiceInteraction": _inline,
    "orderInteraction": _order,
    "matchInteraction": _pairs,
    "textEntryInteraction": _word,
    "extendedTextInteraction": _word,
}
