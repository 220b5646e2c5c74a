"""What an item of QTI 2.1 or 2.2 asks and takes for right, as an item; the other way is `qti`.

Feedback, scorers' rubrics and templates stand inside the body but are not shown at first: they are
kept out of prompts and options, where they would give the answer away.
"""

import re
from collections.abc import Callable, Iterator, Set
from xml.sax.saxutils import escape

from tutor.exchange.draft import Draft
from tutor.exchange.marked import Fields
from tutor.exchange.markup import flat, of_html, plain_number, with_dollars
from tutor.exchange.notes import LONGEST
from tutor.exchange.qti_marking import SEVERAL, Asked, asked_by
from tutor.retrieval.opening import Element

_HIDDEN = frozenset({
    "feedbackInline", "feedbackBlock", "modalFeedback", "templateInline", "templateBlock", "stylesheet",
})  # fmt: skip
_IN_LINE = frozenset({"textEntryInteraction", "inlineChoiceInteraction"})
_IN_TEXT = frozenset({"gapMatchInteraction", "hottextInteraction"})  # the text stands inside
_OFFERED = frozenset({"gapText", "gapImg"})
_AS_HTML = {"prompt": "p"} | dict.fromkeys(_IN_TEXT, "div")


def draft_of(item: Element, label: str, as_words: Set[str]) -> Draft | str:
    """The item, or why there is none; `as_words` are the types that our own files name."""
    body = item.child("itemBody")
    kinds = list(body.all(*_READERS)) if body else []
    other = next((one.name for one in _within(body) if _unknown(one)), "") if body else ""
    if other:
        return f"Meno has no item for its interaction “{other}”."
    if body is None or not kinds:
        return "It has no interaction that Meno knows."
    if item.child("templateDeclaration") is not None:
        return "Its values vary by a formula: write it as a template (`vary`)."
    asked = [asked_by(item, one) for one in kinds]
    typed = [one for one in asked if one.at.name in _TYPED]
    if objection := next((o.marking.objection for o in typed if o.marking.objection), ""):
        return objection
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
    code = next(body.all("pre"), None) if kind in {"output", "line"} else None
    feedback = list(item.all("modalFeedback"))
    return Draft(
        id=label,
        type=kind,
        prompt=_prompt(body, kinds[0], {"pre"} if code else set[str](), blanks=several),
        fields=fields[1],
        code=code.words() if code else "",
        solution=of_html(_inner(feedback[0])) if len(feedback) == 1 else "",
    )


def _prompt(body: Element, first: Element, without: Set[str], *, blanks: bool) -> str:
    """What is asked, as Markdown: the body, and the prompt of its interaction."""
    asks = of_html("".join(_markup(one, without, blanks=blanks) for one in body.content))
    if not blanks:
        asks = re.sub(r"[\s\\_]*_$", "", asks)
    own = first.child("prompt") if first.name not in _IN_TEXT else None
    told = of_html(_markup(own, set(), blanks=False)) if own else ""
    return "\n\n".join(filter(None, (asks, told)))


def left_out(item: Element, draft: Draft) -> Iterator[str]:
    """What of an item that was carried over was not."""
    if next(item.all("img", "object"), None) is not None:
        yield "Its pictures were left out."
    if (
        next(item.all("feedbackInline", "feedbackBlock"), None)
        or len(list(item.all("modalFeedback"))) > 1
    ):
        yield "Feedback on single options was left out."
    asked = [asked_by(item, one) for one in item.all(*_READERS)]
    if any(one.partial for one in asked):
        yield "Answers that give a part of the marks count as wrong here."
    if item.attributes.get("adaptive") == "true":
        yield "It asks in several steps there; it asks once here."
    if draft.type == "blanks" and any(one.marking.fields for one in asked):
        yield "Tolerances of numbers in blanks were left out."
    if draft.type == "number" and any(one.marking.open_ends for one in asked):
        yield "The ends of its range count as right here."
    if alone := _unpaired(asked[0], draft) if draft.type == "match" else []:
        yield f"Left sides that belong to nothing were left out: {', '.join(alone)}."
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


def _inner(one: Element) -> str:
    return "".join(_markup(part, set(), blanks=False) for part in one.content)


def _markup(one: Element | str, without: Set[str], *, blanks: bool) -> str:
    """HTML again, without elements of these names, interactions, and what is not shown at first."""
    if isinstance(one, str):
        return escape(one)
    scorers = one.name == "rubricBlock" and "candidate" not in one.attributes.get("view", "")
    if one.name in without or one.name in _HIDDEN or one.name in _OFFERED or scorers:
        return ""
    if one.name == "gap":
        return "_____"
    if one.name in _IN_LINE:
        offered = " / ".join(_labelled(one, "inlineChoice").values())
        return "_____" + (f" ({escape(offered)})" if offered and blanks else "")
    if one.name in _READERS and one.name not in _IN_TEXT:
        return ""
    inner = "".join(_markup(part, without, blanks=blanks) for part in one.content)
    if one.name == "gapMatchInteraction":
        inner += f"<p>({escape(' / '.join(_labelled(one, 'gapText').values()))})</p>"
    name = _AS_HTML.get(one.name, one.name)
    return f"<{name}>{inner}</{name}>"


def _labelled(one: Element, name: str) -> dict[str, str]:
    return {
        choice.attributes.get("identifier", ""): with_dollars(flat(_shown(choice)))
        for choice in one.all(name)
    }


def _shown(one: Element) -> str:
    """The words of an option, without the feedback inside it."""
    parts = (part if isinstance(part, str) else _shown(part) for part in one.content)
    return "" if one.name in _HIDDEN else "".join(parts)


def _choice(one: Asked) -> Fields | str:
    return _of_options(one, _labelled(one.at, "simpleChoice"))


def _inline(one: Asked) -> Fields | str:
    return _of_options(one, _labelled(one.at, "inlineChoice"))


def _marked_words(one: Asked) -> Fields | str:
    return _of_options(one, _labelled(one.at, "hottext"))


def _of_options(one: Asked, texts: dict[str, str]) -> Fields | str:
    if one.tied:
        return "Several options give full marks each; a choice has one right option."
    answers = [texts.get(key, key) for key in one.right]
    fields: dict[str, object] = {"choices": list(texts.values())}
    if one.at.name == "choiceInteraction" and one.at.attributes.get("shuffle") == "false":
        fields["shuffle"] = False
    if not one.several:
        return "choice", {**fields, "answer": answers[0]}
    return "choices", {**fields, "answer": answers}


def _order(one: Asked) -> Fields | str:
    texts = _labelled(one.at, "simpleChoice")
    if set(one.right) != texts.keys():
        return "Only some of its options belong in the order."
    return "order", {"answer": [texts[key] for key in one.right]}


def _pairs(one: Asked) -> Fields | str:
    texts = _labelled(one.at, "simpleAssociableChoice")
    pairs = [pair.split(" ", 1) for pair in one.right if " " in pair]
    answer = {texts.get(left, left): texts.get(other, other) for left, other in pairs}
    if len(answer) < len(pairs):
        return "A left side belongs to several right sides."
    sets = list(one.at.all("simpleMatchSet"))
    offered = _labelled(sets[-1], "simpleAssociableChoice").values() if sets else ()
    extra = [text for text in offered if text not in answer.values()]
    return "match", {"answer": answer, **({"extra": extra} if extra else {})}


def _unpaired(one: Asked, draft: Draft) -> list[str]:
    """The left sides that no right pair names."""
    answer = draft.answer if isinstance(draft.answer, dict) else {}
    lefts = next(one.at.all("simpleMatchSet"), one.at)
    offered = _labelled(lefts, "simpleAssociableChoice").values()
    return [text for text in offered if text not in answer]


def _gaps(one: Asked) -> Fields | str:
    if next(one.at.all("gapImg"), None) is not None:
        return "Its gaps are filled with pictures."
    texts, pairs = _labelled(one.at, "gapText"), [pair.split(" ", 1) for pair in one.right]
    answer: list[object] = []
    for gap in one.at.all("gap"):
        own = gap.attributes.get("identifier", "")
        words = [texts.get(pair[0], pair[0]) for pair in pairs if pair[-1] == own]
        if not words:
            return "One of its gaps has no right word."
        answer.append(words if len(words) > 1 else words[0])
    return "blanks", {"answer": answer}


def _word(one: Asked) -> Fields | str:
    first = one.right[0]
    if one.number or one.marking.fields:
        if len(set(map(plain_number, one.right))) > 1:
            return SEVERAL
        return "number", {"answer": plain_number(first), **one.marking.fields}
    rest = list(one.right[1:])
    return "short", {"answer": first, **({"accept": rest} if rest else {})}


def _text(one: Asked) -> Fields | str:
    if len(one.right[0].split()) > LONGEST:
        return f"Its answer is longer than {LONGEST} words: write an open item with a rubric."
    return _word(one)


def _blanks(asked: list[Asked]) -> Fields:
    answer: list[object] = []
    for one in asked:
        texts = _labelled(one.at, "inlineChoice")
        words = [texts.get(key, key) for key in one.right]
        answer.append(words if len(words) > 1 else words[0])
    return "blanks", {"answer": answer}


_READERS: dict[str, Callable[[Asked], Fields | str]] = {
    "choiceInteraction": _choice,
    "inlineChoiceInteraction": _inline,
    "orderInteraction": _order,
    "matchInteraction": _pairs,
    "textEntryInteraction": _word,
    "extendedTextInteraction": _text,
    "sliderInteraction": _word,
    "gapMatchInteraction": _gaps,
    "hottextInteraction": _marked_words,
}
_TYPED = frozenset(name for name, reader in _READERS.items() if reader in {_word, _text})
