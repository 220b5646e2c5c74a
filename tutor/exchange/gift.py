"""GIFT, the text format of Moodle's question bank: choices, words, numbers, matches and essays.

An item's type stands in a tag before it (`// [id:alf-01] [tag:meno-expression]`), which Moodle
reads as a tag and which brings the type back; without it, the shape of the answers decides.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from tutor.exchange.draft import Draft, Exchanged, Lost, Written
from tutor.exchange.markup import of_html, with_dollars, with_parens
from tutor.retrieval.opening import decoded

_SPECIAL = re.compile(r"([\\~=#{}:])")
_TAG = re.compile(r"\[(id|tag):([^\]]*)\]")
_AS_WORDS = frozenset({"short", "number", "expression", "equation", "inequality", "units", "set",
    "list", "pair", "interval", "system", "output"})  # fmt: skip
_CODES = {ch: chr(0xE100 + at) for at, ch in enumerate("\\~=#{}:n")}
_PLAIN = {code: "\n" if ch == "n" else ch for ch, code in _CODES.items()}
_ANSWER = re.compile(r"([=~])\s*(?:%(-?[\d.]+)%)?([^=~]*)")
_NUMBER = r"-?(?:\d+(?:\.\d+)?|\.\d+)"
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
    for number, (tags, block) in enumerate(_blocks(decoded(content, name)), start=1):
        coded = re.sub(r"\\([\\~=#{}:n])", lambda found: _CODES[found[1]], block)
        title = re.match(r"::(.*?)::", coded, re.DOTALL)
        label = tags.get("id") or (_in(title[1]) if title else f"question-{number}")
        body = coded[title.end() :] if title else coded
        made = _draft(body.strip(), label, tags.get("tag", ""))
        if isinstance(made, str):
            lost.append(Lost(item=label, why=made))
        else:
            drafts.append(made)
    return Exchanged(drafts=tuple(drafts), lost=tuple(lost))


def _blocks(text: str) -> Iterator[tuple[dict[str, str], str]]:
    """Questions between blank lines, each with the tags in the comments before it."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip().splitlines()
        comments = [line for line in lines if line.lstrip().startswith("//")]
        kept = [line for line in lines if line not in comments]
        rest = "\n".join(line for line in kept if not line.startswith("$CATEGORY"))
        if rest.strip():
            tags = {key: value for line in comments for key, value in _TAG.findall(line)}
            yield tags, rest


def _draft(body: str, label: str, tag: str) -> Draft | str:
    """The item, or why there is none."""
    opened, closed = body.find("{"), body.rfind("}")
    if opened < 0 or closed < opened:
        return "It has no answers in braces: it is a description."
    inner, _, general = body[opened + 1 : closed].partition("####")
    before, after = body[:opened].strip(), body[closed + 1 :].strip()
    kind = re.match(r"\[(\w+)\]", before)
    text = f"{before} _____ {after}" if after else before
    text = _CODED.sub(lambda found: _PLAIN[found[0]], text[kind.end() :] if kind else text)
    prompt = of_html(text) if kind and kind[1] == "html" else with_dollars(text)
    fields = _fields(inner.strip())
    if isinstance(fields, str):
        return fields
    found, rest = fields
    given = tag.removeprefix("meno-") if tag.startswith("meno-") else ""
    if found == "short" and given in _AS_WORDS:
        found = given
    if "accept" in rest and found != "short":
        rest = {"answer": rest["answer"]}
    return Draft(id=label, type=found, prompt=prompt, fields=rest, solution=_in(general))


def _fields(inner: str) -> tuple[str, dict[str, object]] | str:
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
    answers = [
        (sign, float(weight) if weight else None, _in(text.partition("#")[0]))
        for sign, weight, text in _ANSWER.findall(inner)
    ]
    if all(sign == "=" and " -> " in text for sign, _, text in answers):
        pairs = [text.split(" -> ", 1) for _, _, text in answers]
        if any(not left.strip() for left, _ in pairs):
            return "A match has right sides without a left one."
        return "match", {"answer": {left.strip(): right.strip() for left, right in pairs}}
    return _picked(answers)


def _picked(answers: list[tuple[str, float | None, str]]) -> tuple[str, dict[str, object]] | str:
    texts = [text for _, _, text in answers]
    right = [t for sign, weight, t in answers if sign == "=" and weight in (None, 100.0)]
    shares = [t for sign, weight, t in answers if sign == "~" and (weight or 0) > 0]
    if any(sign == "~" for sign, _, _ in answers):
        if len(right) == 1 and not shares:
            return "choice", {"choices": texts, "answer": right[0]}
        if shares and not right:
            return "choices", {"choices": texts, "answer": shares}
        return "It has no one right option."
    if not right:
        return "No answer gives full marks."
    fields: dict[str, object] = {"answer": right[0]}
    if right[1:]:
        fields["accept"] = right[1:]
    return "short", fields


def _numeric(inner: str) -> tuple[str, dict[str, object]] | str:
    first = next((part for part in re.split(r"=|~", inner) if part.strip()), "")
    found = _RANGE.match(_in(re.sub(r"^%[\d.]+%", "", first.partition("#")[0])))
    if not found:
        return "Its number cannot be read."
    number, tolerance, greatest = found.groups()
    try:
        if greatest:
            middle = (Fraction(number) + Fraction(greatest)) / 2
            return "number", {"answer": str(middle), "between": [number, greatest]}
        fields: dict[str, object] = {"answer": str(number)}
        if tolerance and Fraction(tolerance):
            fields["tolerance"] = tolerance
        return "number", fields
    except ValueError:
        return "Its number cannot be read."


_CODED = re.compile(f"[{''.join(_PLAIN)}]")


def _in(text: str) -> str:
    return with_dollars(_CODED.sub(lambda found: _PLAIN[found[0]], text.strip()))
