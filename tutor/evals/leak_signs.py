"""What speaks for a leak in a tutor's reply when the answer is not given: signs for a small model.

The question asked last is worked out where it can be (arithmetic, rounding, how often one number
goes into another); for the rest the signs say how the reply concludes. Each is 0 or 1.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from tutor.evals.leak_rows import Row
from tutor.items.reveal import Secret, said, told, worked
from tutor.items.reveal.wordings import sentences

SIGNS = (
    "told", "told_loosely", "value_in_reply", "value_shown", "value_from_learner", "inferred",
    "known", "concludes_new", "concludes_loosely", "equation_new", "equation_old", "corrects",
    "correct_answer", "should_be", "denies_learner", "confirms", "defines", "names_option",
    "states_list", "asks_last", "asks_only", "invites", "actually", "hints", "long", "short",
    "because", "known_told", "known_loose", "inferred_loose", "new_number", "new_in_question",
    "many_steps", "subject_said", "same_as_learner", "value_concluded", "value_ends", "value_quoted",
    "value_known_concluded", "tells_fact",
)  # fmt: skip
_INTO = re.compile(
    r"how many (?:times|groups of|sets of)?,? ?(?:will |does |do |can |is |of )?(\d+)(?: \w+){0,3}? (?:goes?|go|fits?|divide|in|into|inside)(?: \w+){0,2}? (\d+)"
)
_ROUND = re.compile(
    r"round(?:ed|ing)?(?: \w+){0,4}? (\d[\d.]*)(?: \w+){0,3}? nearest (10|100|1000|whole|1|ten|hundred|thousand)"
)
_NEAREST = {
    "10": 10,
    "100": 100,
    "1000": 1000,
    "ten": 10,
    "hundred": 100,
    "thousand": 1000,
    "whole": 1,
    "1": 1,
}
_CORRECTS = re.compile(
    r"\b(?:actually|in fact|it's|it is|would be|should be|should have|must be|means (?:that )?(?:there|the|she|he|it|they)|so (?:the|there|she|he|it|they|we)|which (?:is|gives|equals|makes|means)|giving|results? in|we get|you get|to get|total of|rounds? (?:up |down )?to|equals?)\b"
)
_CONCLUDED = re.compile(
    r"(?:=|≈|\b(?:is|are|be|gets?|gives?(?: us)?|giving|equals?|makes?|total(?:s)?(?: of)?|leaves?|left with|has|have|goes|only|to|means|of|takes?)(?: (?:actually|just|only|about|exactly|a total of|equal to|into|the number|up to|in|\w+ly)){0,2})\s*[$€£]?\s*$"
)
_TIGHT = re.compile(
    r"(?:=|≈|\b(?:is|equals?|gives?(?: us)?|giving|get|be|gets|makes)(?: (?:actually|just|only|about|equal to)){0,2})\s*[$€£]?\s*$"
)
_QUOTED = re.compile(
    r"\byou (?:said|got|calculated|found|wrote|have (?:found|calculated|got)|correctly|mentioned|did|added|used|set|say)|\byour (?:calculation|equation|answer of|solution)|already (?:know|know that)|equation|solve for"
)
_FACT = re.compile(
    r"\b(?:also )?has (?:\w+ ){0,2}(?:right angles|equal sides|sides|angles|factors)|\b(?:opposite|all) (?:\w+ )?(?:sides|angles) (?:are|is)|\bis (?:actually )?(?:called|known as)|\bspelled\b|\b(?:is|are) (?:actually )?(?:equal to|the same as)\b"
)
# How many of the smaller unit make the larger one, as primary school teaches it.
_UNITS = {
    ("milliliter", "liter"): 1000, ("millilitre", "litre"): 1000, ("gram", "kilogram"): 1000,
    ("meter", "kilometer"): 1000, ("metre", "kilometre"): 1000, ("centimeter", "meter"): 100,
    ("millimeter", "centimeter"): 10, ("millimeter", "meter"): 1000, ("milligram", "gram"): 1000,
    ("centimetre", "metre"): 100, ("minute", "hour"): 60, ("second", "minute"): 60,
    ("hour", "day"): 24, ("day", "week"): 7, ("month", "year"): 12, ("day", "year"): 365,
    ("week", "year"): 52, ("inch", "foot"): 12, ("foot", "yard"): 3, ("inch", "yard"): 36,
    ("foot", "mile"): 5280, ("ounce", "pound"): 16, ("cup", "pint"): 2, ("pint", "quart"): 2,
    ("quart", "gallon"): 4, ("cup", "quart"): 4, ("pint", "gallon"): 8, ("cup", "gallon"): 16,
    ("ounce", "cup"): 8, ("pound", "ton"): 2000, ("cent", "dollar"): 100, ("penny", "dollar"): 100,
    ("nickel", "dollar"): 20, ("dime", "dollar"): 10, ("quarter", "dollar"): 4,
    ("cent", "nickel"): 5, ("cent", "dime"): 10, ("cent", "quarter"): 25, ("item", "dozen"): 12,
}  # fmt: skip
_MANY = {"feet": "foot", "inches": "inch", "pennies": "penny", "kg": "kilogram", "g": "gram", "ml": "milliliter", "l": "liter", "cm": "centimeter", "m": "meter", "km": "kilometer", "mm": "millimeter"}  # fmt: skip
_CONVERT = re.compile(
    r"how many (\w+) (?:are |is |make |do |does |equal |will |would )*(?:there )?(?:in|make|makes|equal|equals)? ?(?:up )?(?:a|an|one|1|1/1)? ?(\w+)"
)
_STOP = frozenset(
    [
        "what",
        "which",
        "that",
        "this",
        "with",
        "have",
        "from",
        "your",
        "does",
        "will",
        "would",
        "there",
        "their",
        "they",
        "were",
        "then",
        "than",
        "them",
        "when",
        "where",
        "more",
        "into",
        "about",
        "each",
        "many",
        "much",
        "between",
        "number",
        "value",
        "think",
        "could",
        "should",
        "answer",
        "question",
    ]
)


def secret_of(row: Row) -> Secret | None:
    """The answer that the row gives, or that its question comes to; None when neither is known."""
    shown = f"{row.question} {row.history} " + " ".join(text for _, text in row.options)
    if row.answer is not None:
        return _given(row, row.answer, shown)
    value = inferred(row.asked)
    return None if value is None else Secret.of(str(value), row.asked)


def _given(row: Row, answer: str, shown: str) -> Secret:
    bare = re.sub(r"^\(?([A-Ha-h])[).:]?\s*(?=\S)|^\(?([A-Ha-h])\)?$", r"\1\2", answer.strip())
    for label, text in row.options:
        same = said.plain(text).strip(" .") == said.plain(answer).strip(" .")
        if (
            same
            or bare.upper() == label.upper()
            or answer.strip().startswith((f"{label})", f"{label}. ", f"{label}: "))
        ):
            # the options' texts are shown, but telling the right one tells the answer
            return Secret.of(text, row.question, label=label, options=row.options)
    return Secret.of(answer, f"{row.question}")


def inferred(asked: str) -> Fraction | None:
    """The value that a question asks for, where arithmetic or a table of units can tell."""
    parts = [part for part in re.split(r"(?<=[.!?])\s+", asked) if part.strip()]
    questions = [part for part in parts if "?" in part] or parts[-1:]
    for question in reversed(questions):
        value = _value_of(question)
        if value is not None:
            return value
    return None


def _value_of(question: str) -> Fraction | None:
    text = said.figures(said.plain(question))
    text = re.sub(r"(?<=\d) ?x ?(?=\d)", "*", text).rstrip(" ?.!=")
    text = re.sub(r"(?<=\d) ?(?:[a-z]{1,12}|°) ?(?=[-+*/] ?\d)", " ", text)
    into = _INTO.search(text)
    if into and int(into[1]):
        return Fraction(int(into[2]) // int(into[1]))
    rounded = _ROUND.search(text)
    if rounded:
        unit = _NEAREST[rounded[2]]
        return Fraction(int(Fraction(rounded[1].rstrip(".")) / unit + Fraction(1, 2)) * unit)
    units = _CONVERT.search(text)
    if units:
        small, large = (_MANY.get(w, w.removesuffix("s")) for w in units.groups())
        if (small, large) in _UNITS:
            return Fraction(_UNITS[small, large])
    found = {one.value for one in worked.values(worked.worded(text)) if one.worked}
    return found.pop() if len(found) == 1 else None


def signs(row: Row) -> tuple[float, ...]:
    """The signs of a reply, in the order of SIGNS."""
    secret = secret_of(row)
    reply = said.figures(said.plain(row.reply))
    values = worked.values(reply)
    shown = _values(f"{row.question} {row.history}")
    learner = _values(row.learner)
    found: dict[str, bool] = {"known": row.answer is not None, "inferred": False}
    if secret is not None:
        found |= _about_answer(row, secret, reply, values, shown, learner)
    found |= _about_conclusions(reply, values, shown, learner)
    found |= _about_manner(row, reply)
    return tuple(float(found.get(name, False)) for name in SIGNS)


def _values(text: str) -> frozenset[Fraction]:
    return frozenset(v.value for v in worked.values(said.figures(said.plain(text))) if not v.worked)


def _about_answer(
    row: Row, secret: Secret, reply: str, values: Sequence[worked.Value],
    shown: frozenset[Fraction], learner: frozenset[Fraction],
) -> dict[str, bool]:  # fmt: skip
    known = row.answer is not None
    strict = bool(told(row.reply, secret.with_shown(row.history)))
    loose = bool(told(row.reply, secret))
    declared = " ".join(s for s in sentences(reply) if "?" not in s)
    stated = [v for v in worked.values(declared) if v.value == secret.value and not v.worked]
    in_reply = bool(stated)
    quoted = concluded = False
    for one in stated:
        sentence, before = _sentence_at(declared, one.at), declared[max(0, one.at - 60) : one.at]
        own = bool(_QUOTED.search(sentence))
        quoted = quoted or own
        ends = _CONCLUDED.search(before) or _CORRECTS.search(before)
        concluded = concluded or (bool(ends) and not own)
    plainly = [v for v in worked.values(declared) if not v.worked]
    return {
        "told": strict, "told_loosely": loose, "inferred": not known,
        "value_in_reply": in_reply, "value_shown": secret.value in shown,
        "value_from_learner": secret.value in learner,
        "known_told": known and strict, "known_loose": known and loose,
        "inferred_loose": not known and loose,
        "same_as_learner": in_reply and secret.value in learner,
        "value_concluded": concluded, "value_quoted": quoted,
        "value_known_concluded": concluded and secret.value in shown,
        "value_ends": bool(plainly) and plainly[-1].value == secret.value,
    }  # fmt: skip


def _about_conclusions(
    reply: str,
    values: Sequence[worked.Value],
    shown: frozenset[Fraction],
    learner: frozenset[Fraction],
) -> dict[str, bool]:
    tight = loose = equation = old = new = asked = False
    for one in values:
        if one.worked:
            continue
        before = reply[: one.at]
        sentence = _sentence_at(reply, one.at)
        question = "?" in sentence
        fresh = one.value not in shown
        if not question:
            new = new or fresh
            tight = tight or (fresh and bool(_TIGHT.search(before)))
            loose = loose or (fresh and bool(_CONCLUDED.search(before)))
            ends = bool(re.search(r"[=≈]\s*[$€£]?\s*$", before))
            equation = equation or (ends and fresh)
            old = old or (ends and not fresh and one.value not in learner)
        else:
            asked = asked or fresh
    return {
        "concludes_new": tight, "concludes_loosely": loose, "equation_new": equation,
        "equation_old": old, "new_number": new, "new_in_question": asked,
        "many_steps": reply.count("=") >= 2,
    }  # fmt: skip


def _sentence_at(text: str, at: int) -> str:
    start = 0
    for piece in sentences(text):
        found = text.find(piece, start)
        start = found + len(piece)
        if found <= at < start:
            return piece
    return text


def _about_manner(row: Row, reply: str) -> dict[str, bool]:
    said_ = sentences(reply)
    declared = " ".join(s for s in said_ if "?" not in s)
    asked = said.plain(row.asked)
    subjects = {w for w in re.findall(r"[a-z]{4,}", asked) if w not in _STOP}
    choices = re.search(r"(\w+)(?: \w+)? or (?:an? )?(\w+)", asked)
    options = {choices[1], choices[2]} - subjects_of(row.learner) if choices else set()
    words = len(reply.split())
    return {
        "corrects": bool(_CORRECTS.search(declared)),
        "actually": "actually" in declared,
        "correct_answer": bool(re.search(r"(?:correct|right|final|actual) (?:answer|value|result|number|total|sum|product)|the answer (?:is|should|would)", declared)),
        "should_be": bool(re.search(r"should (?:actually )?(?:be|have been|give)|, not \$?\d|instead of \d|not \d+[.,]", declared)),
        "denies_learner": bool(re.search(r"not (?:quite|exactly|correct|right)|mistake|incorrect|error|wrong|close", declared)),
        "confirms": bool(re.match(r"\W*(?:yes|correct|exactly|that's (?:right|correct)|you(?:'re| are) (?:right|correct))", reply)),
        "defines": bool(re.search(r"\b(?:is|are) (?:actually )?(?:a|an|the|called)\b|\bmeans\b|\bhas (?:\w+ ){0,3}(?:sides|angles|factors)\b", declared)) and any(w in declared for w in subjects),
        "names_option": any(re.search(rf"\b(?:is|are|it's|be) (?:\w+ ){{0,3}}{re.escape(o)}\b", declared) for o in options),
        "states_list": bool(re.search(r"\d+(?:, \d+){3,}", declared)),
        "asks_last": bool(said_) and "?" in said_[-1],
        "asks_only": bool(said_) and all("?" in s or len(s.split()) < 7 for s in said_),
        "invites": bool(re.search(r"\b(?:let's|try|can you|could you|what if|think about|check)\b", reply)),
        "hints": bool(re.search(r"\b(?:remember|hint|think about|look at|how (?:many|much|can|would|did)|what (?:is|do|does|would|if))\b", reply)),
        "long": words > 45, "short": words < 12,
        "tells_fact": bool(_FACT.search(declared)),
        "because": bool(re.search(r"\b(?:because|since|so)\b", declared)),
        "subject_said": len(subjects & set(re.findall(r"[a-z]{4,}", declared))) >= 2,
    }  # fmt: skip


def subjects_of(text: str) -> set[str]:
    """The longer words of a text."""
    return set(re.findall(r"[a-z]{3,}", said.plain(text)))
