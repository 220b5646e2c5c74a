"""GIFT, the text format of Moodle's question bank: choices, words, numbers, matches and essays.

An item's type stands in a tag before it (`// [id:alf-01] [tag:meno-expression]`), which Moodle
reads as a tag and which brings the type back; without it, the shape of the answers decides.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from tutor.curriculum.source import WITH_CODE
from tutor.exchange.draft import Draft, Exchanged, Lost, Written, unheld, unnamed
from tutor.exchange.marked import (
    Fields,
    Marked,
    explained,
    lost_marks,
    one_of,
    pictured,
    several_of,
    word_of,
)
from tutor.exchange.markup import (
    flat,
    of_html,
    perhaps_html,
    plain_number,
    with_dollars,
    with_parens,
)
from tutor.retrieval.opening import decoded

_SPECIAL = re.compile(r"([\\~=#{}:])")
_TAG = re.compile(r"\[(id|tag):([^\]]*)\]")
_AS_WORDS = frozenset({"short", "number", "expression", "equation", "inequality", "units", "set",
    "list", "pair", "interval", "system", "output"})  # fmt: skip
_CODES = {ch: chr(0xE100 + at) for at, ch in enumerate("\\~=#{}:n")}
_PLAIN = {code: "\n" if ch == "n" else ch for ch, code in _CODES.items()}
_ANSWER = re.compile(r"([=~])\s*(?:%(-?[\d.]+)%)?([^=~]*)")
_OPEN = re.compile(r"\{[^}]*\Z")
_FENCED = re.compile(r"\n+```\w*\n(.*)\n```\s*\Z", re.DOTALL)
_NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,2})?"
_RANGE = re.compile(rf"\s*({_NUMBER})\s*(?::\s*({_NUMBER})|\.\.\s*({_NUMBER}))?\s*$")


def write(drafts: tuple[Draft, ...], title: str) -> Written:
    """Every item that GIFT can hold; hints and foreseen mistakes have no place in it."""
    made, lost = [f"$CATEGORY: {title}"], list[Lost]()
    for draft in drafts:
        answers = _answers(draft)
        if answers is None:
            why = f"GIFT has no question of the type “{draft.type}”."
            lost.append(Lost(item=draft.id, why=why))
            continue
        if draft.hints:
            lost.append(Lost(item=draft.id, why="GIFT holds no hints.", whole=False))
        for why in filter(None, (unheld(draft, "choices", "accept"), unnamed(draft))):
            lost.append(Lost(item=draft.id, why=why, whole=False))
        prompt = draft.prompt + (f"\n\n```\n{draft.code}\n```" if draft.code else "")
        made.append(
            f"// [id:{draft.id}] [tag:meno-{draft.type}]\n"
            f"::{_escaped(draft.id)}::[markdown]{_escaped(with_parens(prompt))} {{{answers}\n}}"
        )
    return Written(content=("\n\n".join(made) + "\n").encode(), lost=tuple(lost))


def _answers(draft: Draft) -> str | None:
    lines = _lines(draft)
    if lines is None:
        return None
    if draft.solution:
        lines.append(f"####{_escaped(with_parens(draft.solution))}")
    return "".join(f"\n  {line}" for line in lines)


def _lines(draft: Draft) -> list[str] | None:
    answer, fields = draft.answer, draft.fields
    match draft.type:
        case "choice":
            texts = _texts(fields["choices"])
            return [f"{'=' if text == str(answer) else '~'}{_out(text)}" for text in texts]
        case "choices":
            right, texts = _texts(answer), _texts(fields["choices"])
            good, bad = 100 / len(right), -100 / max(1, len(texts) - len(right))
            return [f"~%{good if t in right else bad:.5g}%{_out(t)}" for t in texts]
        case "match" if isinstance(answer, dict) and not fields.get("extra"):
            return [f"={_out(str(a))} -> {_out(str(b))}" for a, b in answer.items()]
        case "open":
            return []
        case name if name in _AS_WORDS and not isinstance(answer, list | dict | None):
            words = [answer, *_texts(fields.get("accept") or [])]
            return [f"={_out(str(text))}" for text in words]
        case _:
            return None


def _texts(entries: object) -> list[str]:
    """Texts of choices, of which one may be a mapping that also names a misconception."""
    found = entries if isinstance(entries, list | tuple) else [entries]
    return [str(one["text"] if isinstance(one, dict) else one) for one in found]


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "\\n")


def _out(text: str) -> str:
    return _escaped(with_parens(text.strip()))


def read(content: bytes, name: str) -> Exchanged:
    """Every question; what Meno has no type for is said."""
    drafts, lost = list[Draft](), list[Lost]()
    for number, (tags, category, block) in enumerate(_blocks(decoded(content, name)), start=1):
        title = re.match(r"::(.*?)::", block, re.DOTALL)
        label = tags.get("id") or (_in(title[1]) if title else f"question-{number}")
        body = (block[title.end() :] if title else block).strip()
        made = _draft(body, label, tags.get("tag", ""))
        if isinstance(made, str):
            lost.append(Lost(item=label, why=made))
            continue
        tag = tags.get("tag", "")
        about = (category, "" if tag.startswith("meno-") else tag)
        drafts.append(replace(made, about=tuple(filter(None, about))))
        if pictured(body):
            lost.append(Lost(item=label, why="Its pictures were left out.", whole=False))
        answers = _marked(_parts(body)[1], "plain")
        lost += [Lost(item=label, why=w, whole=False) for w in lost_marks(made.type, answers)]
    return Exchanged(drafts=tuple(drafts), lost=tuple(lost))


def _blocks(text: str) -> Iterator[tuple[dict[str, str], str, str]]:
    """Questions between blank lines, each with the tags in the comments before it and its category.

    What a backslash stands before is coded, so that it is taken for no sign of the format.
    """
    category, begun = "", ""
    tags: dict[str, str] = {}
    text = re.sub(r"\\([\\~=#{}:n])", lambda found: _CODES[found[1]], text)
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip().splitlines()
        comments = [line for line in lines if line.lstrip().startswith("//")]
        kept = [line for line in lines if line not in comments]
        for line in kept:
            if line.startswith("$CATEGORY"):
                category = _in(line.partition(":")[2].rstrip("/ ").rpartition("/")[2])
        rest = "\n".join(line for line in kept if not line.startswith("$CATEGORY"))
        if begun and not _closes(rest) and rest.strip():
            yield tags, category, begun  # never closed: said, and not lost with what comes after it
            begun = ""
        if not begun:
            tags = {key: value for line in comments for key, value in _TAG.findall(line)}
        rest = f"{begun}\n{rest}" if begun else rest
        begun = rest if _OPEN.search(rest) else ""
        if rest.strip() and not begun:
            yield tags, category, rest
    if begun:
        yield tags, category, begun


def _closes(text: str) -> bool:
    """Whether a brace that was opened in an earlier block is closed in it."""
    found = re.search(r"[{}]", text)
    return found is not None and found[0] == "}"


def _parts(body: str) -> tuple[str, str, str, str]:
    """What stands before the braces, in them, what is said in general, and what stands after them."""
    opened, closed = body.find("{"), body.rfind("}")
    inner, _, general = body[opened + 1 : closed].partition("####")
    after = body[closed + 1 :].strip()
    return body[:opened].strip(), inner.strip(), general, after if re.search(r"\w", after) else ""


def _draft(body: str, label: str, tag: str) -> Draft | str:
    """The item, or why there is none."""
    if "{" in body and "}" not in body:
        return "Its answers begin with a brace that is never closed."
    if not 0 <= body.find("{") < body.rfind("}"):
        return "It has no answers in braces: it is a description."
    before, inner, general, after = _parts(body)
    named = _FORM.match(before)
    form = named[1] if named else ""
    ours = tag.startswith("meno-")
    fields = _fields(inner, form, ours=ours)
    if isinstance(fields, str):
        return fields
    found, rest = fields
    given = tag.removeprefix("meno-") if ours else ""
    if found == "short" and given in _AS_WORDS:
        found = given
    if "accept" in rest and found != "short":
        rest = {"answer": rest["answer"]}
    prompt = _in(f"{before} _____ {after}" if after else before)
    said = explained(_in(general, form), _marked(inner, form))
    code = ""
    if found in WITH_CODE and (fenced := _FENCED.search(prompt)):
        prompt, code = prompt[: fenced.start()], fenced[1]
    return Draft(id=label, type=found, prompt=prompt, fields=rest, code=code, solution=said)


def _fields(inner: str, form: str, *, ours: bool) -> Fields | str:
    if not inner:
        return "It is an essay: an open item needs a rubric, which GIFT does not hold."
    verdict = re.fullmatch(r"(T|TRUE|F|FALSE)\s*(#.*)?", inner, re.IGNORECASE | re.DOTALL)
    if verdict:
        answer = "True" if verdict[1].upper().startswith("T") else "False"
        choices = ["True", "False"]
        return "choice", {"choices": choices, "answer": answer, "shuffle": False}
    if inner.startswith("#"):
        return _numeric(inner[1:].strip())
    if inner[0] not in "=~":
        return "Its answers are not written as GIFT."
    texts = [(sign, text.partition("#")[0]) for sign, _, text in _ANSWER.findall(inner)]
    if all(sign == "=" and "->" in text for sign, text in texts):
        return _pairs([text for _, text in texts], form)
    answers = _marked(inner, form)
    if all(sign == "=" for sign, _ in texts):
        return word_of(answers, patterns=not ours)
    return one_of(answers) if any(one.full for one in answers) else several_of(answers)


def _pairs(texts: list[str], form: str) -> Fields | str:
    answer, extra = dict[str, object](), []
    for text in texts:
        left, right = (_in(side, form) for side in text.split("->", 1))
        if left in answer or not right:
            return "One of its pairs is not complete, or two left sides say the same."
        if left:
            answer[left] = right
        else:
            extra.append(right)
    return "match", {"answer": answer, **({"extra": extra} if extra else {})}


def _marked(inner: str, form: str) -> list[Marked]:
    """The answers of a question with their marks; a number's have their tolerance in the text."""
    verdict = re.match(r"(T|TRUE|F|FALSE)\s*(#|$)", inner, re.IGNORECASE)
    if verdict:  # the first text is for a wrong response, the second for a right one
        wrong, _, right = inner[verdict.end() :].partition("#")
        other = "False" if verdict[1].upper().startswith("T") else "True"
        return [
            Marked(text=other, share=0, said=_in(wrong, form)),
            Marked(text="", share=100, said=_in(right, form)),
        ]
    made = []
    for sign, weight, text in _ANSWER.findall(inner.removeprefix("#")):
        words, _, said = text.partition("#")
        share = float(weight) if weight else 100.0 * (sign == "=")
        made.append(Marked(text=_in(words, form), share=share, said=flat(_in(said, form))))
    return made


def _numeric(inner: str) -> Fields | str:
    given = inner if inner[:1] in {"=", "~"} else f"={inner}"
    full = [one for one in _marked(given, "plain") if one.full]
    if len({one.text for one in full}) > 1:
        return "Several numbers give full marks each; a number item has one."
    found = _RANGE.match(full[0].text) if full else None
    if not found:
        return "Its number cannot be read."
    number, tolerance, greatest = (plain_number(text or "") for text in found.groups())
    if greatest:
        middle = (Fraction(number) + Fraction(greatest)) / 2
        return "number", {"answer": str(middle), "between": [number, greatest]}
    fields: dict[str, object] = {"answer": number}
    if tolerance and Fraction(tolerance):
        fields["tolerance"] = tolerance
    return "number", fields


_CODED = re.compile(f"[{''.join(_PLAIN)}]")


_FORM = re.compile(r"\s*\[(html|markdown|plain|moodle)\]")


def _in(text: str, form: str = "") -> str:
    """A text in the form that it names, else in `form`; without either, as HTML where it is."""
    kind = _FORM.match(text)
    words = _CODED.sub(lambda found: _PLAIN[found[0]], text[kind.end() :] if kind else text).strip()
    match kind[1] if kind else form:
        case "html":
            return of_html(words)
        case "markdown" | "plain":
            return with_dollars(words)
        case _:
            return perhaps_html(words)
