"""What speaks for a leak in a tutor's reply when the answer is not given: signs for a small model.

The question asked last is worked out where it can be (`leak_asked`); for the rest the signs say how
the reply concludes. Each is 0 or 1.
"""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from tutor.evals.leak_asked import inferred
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
    "open_claim", "open_new", "open_old", "open_asks",
)  # fmt: skip
_ORDERED = re.compile(
    r"\b(?:in order|order (?:these|them|the)|arrange|sort (?:these|the)|"
    r"from (?:the )?(?:smallest|largest|least|greatest))\b"
)
_CORRECTS = re.compile(
    r"\b(?:actually|in fact|it's|it is|would be|should be|should have|must be|"
    r"means (?:that )?(?:there|the|she|he|it|they)|so (?:the|there|she|he|it|they|we)|"
    r"which (?:is|gives|equals|makes|means)|giving|results? in|we get|you get|to get|total of|"
    r"rounds? (?:up |down )?to|equals?)\b"
)
_CONCLUDED = re.compile(
    r"(?:=|≈|\b(?:is|are|be|gets?|gives?(?: us)?|giving|equals?|makes?|total(?:s)?(?: of)?|"
    r"leaves?|left with|has|have|goes|only|to|means|of|takes?)"
    r"(?: (?:actually|just|only|about|exactly|a total of|equal to|into|the number|up to|in|"
    r"\w+ly)){0,2})\s*[$€£]?\s*$"
)
_TIGHT = re.compile(
    r"(?:=|≈|\b(?:is|equals?|gives?(?: us)?|giving|get|be|gets|makes)"
    r"(?: (?:actually|just|only|about|equal to)){0,2})\s*[$€£]?\s*$"
)
_QUOTED = re.compile(
    r"\byou (?:said|got|calculated|found|wrote|have (?:found|calculated|got)|correctly|"
    r"mentioned|did|added|used|set|say)|\byour (?:calculation|equation|answer of|solution)|"
    r"already (?:know|know that)|equation|solve for"
)
_CLAIM = re.compile(
    r"\b(?:(?:final|correct|right|actual) (?:answer|form|fraction|word|number|result|value)|"
    r"the answer) (?:is|would be|should be)\b(?! (?:not|close|too|wrong|in|to|the same))"
    r"|\b(?:you|we|they|it|there|that)(?:'d| would| should| will)(?: actually| then| really)? "
    r"(?:be|have been|get|have|give|make)\b"
    r"|\b(?:leaves|altogether|in total|in all)\b"
)
_FACT = re.compile(
    r"\b(?:also )?has (?:\w+ ){0,2}(?:right angles|equal sides|sides|angles|factors)|"
    r"\b(?:opposite|all) (?:\w+ )?(?:sides|angles) (?:are|is)|"
    r"\bis (?:actually )?(?:called|known as)|\bspelled\b|"
    r"\b(?:is|are) (?:actually )?(?:equal to|the same as)\b"
)
_AGAINST = re.compile(
    r"\b(?:replace|change|swap|exchange) (?:the |your |an? )?[\"']?(\w{3,})[\"']? "
    r"(?:with|for|to|by) |\b(?:not|wasn't|isn't|instead of|rather than) (?:the |an? )?[\"']?"
    r"(\w{3,})[\"']?,? but\b"
    r"|\b\w{3,} (?:instead of|in place of|rather than) (?:the |an? )?[\"']?(\w{3,})"
    r"|\b(\w{3,}) (?:is|are|was|were) (?:what|the|a|an)\b[^.!?]*[,;.] (?:but |while |whereas )?"
    r"(?:what|the one|the actual|in)\b[^.!?]*\b(?:is|are|was|it's)\b"
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
    ordered = "order" if "," in answer and _ORDERED.search(row.question.casefold()) else ""
    return Secret.of(answer, row.question, kind=ordered)


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
    if secret is None:
        found |= _with_nothing_known(row, found, reply)
    return tuple(float(found.get(name, False)) for name in SIGNS)


def _with_nothing_known(row: Row, found: Mapping[str, bool], reply: str) -> dict[str, bool]:
    """Signs for a question that nobody can work out here: what the reply itself says to be so."""
    declared = " ".join(s for s in sentences(reply) if "?" not in s)
    learner = worked.values(said.figures(said.plain(row.learner)))
    own = {one.value for one in learner}
    fresh = [one for one in worked.values(declared) if not one.worked and one.value not in own]
    ends = any(re.match(r"\W*(?:[a-z]+\W*){0,3}$", declared[one.end :]) for one in fresh[-1:])
    return {
        "open_claim": bool(_CLAIM.search(declared)),
        "open_new": bool(found.get("concludes_new")) and ends,
        "open_old": bool(found.get("equation_new")) and ends,
        "open_asks": bool(found.get("asks_last")) or bool(found.get("asks_only")),
    }


def mends_a_word(row: Row) -> bool:
    """Whether a word of the learner's answer is put against another: “replace x with y”, “not x but y”."""
    learner = said.plain(row.learner)
    declared = " ".join(one for one in sentences(said.plain(row.reply)) if "?" not in one)
    for hit in _AGAINST.finditer(declared):
        old = next(group for group in hit.groups() if group)
        if re.search(rf"(?<!\w){re.escape(old)}(?!\w)", learner):
            return True
    return False


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
        "correct_answer": bool(re.search(
            r"(?:correct|right|final|actual) (?:answer|value|result|number|total|sum|product)|"
            r"the answer (?:is|should|would)", declared)),
        "should_be": bool(re.search(r"should (?:actually )?(?:be|have been|give)|, not \$?\d|instead of \d|not \d+[.,]", declared)),
        "denies_learner": bool(re.search(r"not (?:quite|exactly|correct|right)|mistake|incorrect|error|wrong|close", declared)),
        "confirms": bool(re.match(
            r"\W*(?:yes|correct|exactly|that's (?:right|correct)|"
            r"you(?:'re| are) (?:right|correct))", reply)),
        "defines": bool(re.search(
            r"\b(?:is|are) (?:actually )?(?:a|an|the|called)\b|\bmeans\b|"
            r"\bhas (?:\w+ ){0,3}(?:sides|angles|factors)\b", declared)) and any(w in declared for w in subjects),
        "names_option": any(re.search(rf"\b(?:is|are|it's|be) (?:\w+ ){{0,3}}{re.escape(o)}\b", declared) for o in options),
        "states_list": bool(re.search(r"\d+(?:, \d+){3,}", declared)),
        "asks_last": bool(said_) and "?" in said_[-1],
        "asks_only": bool(said_) and all("?" in s or len(s.split()) < 7 for s in said_),
        "invites": bool(re.search(r"\b(?:let's|try|can you|could you|what if|think about|check)\b", reply)),
        "hints": bool(re.search(
            r"\b(?:remember|hint|think about|look at|how (?:many|much|can|would|did)|"
            r"what (?:is|do|does|would|if))\b", reply)),
        "long": words > 45, "short": words < 12,
        "tells_fact": bool(_FACT.search(declared)),
        "because": bool(re.search(r"\b(?:because|since|so)\b", declared)),
        "subject_said": len(subjects & set(re.findall(r"[a-z]{4,}", declared))) >= 2,
    }  # fmt: skip


def subjects_of(text: str) -> set[str]:
    """The longer words of a text."""
    return set(re.findall(r"[a-z]{3,}", said.plain(text)))
