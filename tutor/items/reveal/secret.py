"""What must not be told of an item, and whether a text tells it (pure).

A number is told when the text states its value in any writing, states arithmetic that comes to it,
or concludes with it. Where the question itself shows the value, only concluding with it tells.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from tutor.items.reveal import said, several, tongues, worked

SMALL = 12  # a whole number up to here also counts steps and parts
TINY = (0, 1, 2)  # say nothing unless the text concludes with them
SHORT = 4  # letters; shorter answer words only count where the text concludes with them
_CONCLUDES = re.compile(
    r"(?:=|≈|→|⇒|:|\b(?:is|are|was|be|equals?|makes?|gives?|gets?|got|get|left with|leaves|have|has|total(?:s|ing)? (?:of|is)?|to|answer|result|"
    r"solution|becomes?|comes (?:out )?to|exactly|actually|just|simply|only|about|approximately|of|es|son|da|queda|resultado|respuesta|igual a|est|sont|fait|donne|ist|sind|ergibt|macht|"
    r"يساوي|هو|هي|الجواب|الناتج|النتيجه|تساوي))\s*[\"'(«]*\s*(?:actually |just |simply |only |about |exactly |now |then |in fact |really |equal to |is |a |an |the |\w+ = |[a-z] ?= ?|[$€£] ?){0,3}\(?$"
)
_ANSWER = re.compile(
    r"\b(?:answer|result|solution|respuesta|resultado|solucion|solución|réponse|reponse|resultat|résultat|antwort|ergebnis|lösung|losung|total|value|resposta|risposta)\b|الجواب|الاجابه|الإجابة|الناتج|الحل"
)
_OPERAND_BEFORE = re.compile(
    r"(?:\b(?:by|times|plus|minus|over|from|add|adding|subtract|subtracting|divide|dividing|multiply|multiplying|step|question|part|hint|item|number|exercise|problem|chapter|grade|figure|table|example|equation|section|rule|first|last|next|every|each|per|into|than|power|exponent|base|log|root|between|por|entre|mas|más|menos)|[*/+^_-])\s*\(?$"
)
_COUNTED_AFTER = re.compile(
    r"^\s*(?:steps?|parts?|ways?|things?|numbers?|terms?|factors?|sides?|more (?:step|try|hint|time)|tries|times|digits?|decimals?|equations?|points?|signs?|symbols?|unknowns?|variables?|types?|kinds?|cases?|lines?|fractions?|units?|answers?|possible|different|equal|-?digit|d\b|st\b|nd\b|rd\b|th\b|places?|d\.p|sig|\)|[*/^])|^[a-z(]"
)
_LEADS = re.compile(
    r"(?:[=≈→:]|\b(?:is|are|equals?|gives?|get|just|only|simply|left|remains?|final(?:ly)?|last step|now|answer|result|"
    r"total|compute|calculate|evaluate|work out|find|do|es|da|calcula|solo|queda|ahora|est|donne|fait|calcule|ist|ergibt|rechne|"
    r"احسب|يساوي|هو|هي|الان|الناتج)\b)[^.;]{0,30}$"
)
_FOLLOWS = re.compile(r"\s*\)?,? (?:is|are|would be|es|son|est|ist|هو|هي)\b(?! (?:not|no))")
_QUESTION = re.compile(r"[?؟]")
# A question hung on a statement (“…, can you see why?”) leaves the statement one.
_SENTENCES = re.compile(
    r"(?<=[.!?؟])\s+(?=\S)|\n+|(?:, | - |; )(?=(?:so |and |but |now )?(?:can|could|would|do|does|did|shall|will) (?:you|we)\b|(?:so |and |now )?(?:what|how|why|which|where)\b[^.!]*\?)"
)
_TO_WRITE = re.compile(
    r"\b(?:so|just|then|now|simply) (?:write|type|enter|put|say|answer)(?: down)?:?\s*[\"'(«]*$"
)
_WRITE = re.compile(
    r"\b(?:write|type|enter|escribe|schreib|écris|ecris|اكتب)(?: down)?:?\s*[\"'(«]*$"
)
# A sentence that says nothing but the value: “It is 28.”, “So you get 28 books.”
_BARE_CLAIM = re.compile(
    r"^\W*(?:(?:so|then|and|now|thus|therefore|hence|well|yes|finally|then),? )*(?:(?:it|that|this|you|we|they|there|which|she|he|[a-z])(?:'s|'ll| will| would| must| has to| should)? ?)?"
    r"(?:is|are|be|equals?|makes?|gets?|gives?(?: us| you)?|have|has|=|es|son|da|est|fait|ist|ergibt)(?: (?:just|simply|exactly|the same as|equal to|double of|twice|half of))*\s*[$€£(]?$"
)
_NOTHING_MORE = re.compile(r"\)?(?: [a-z°%]{1,12})?\W*$")
_LAST_STEP = re.compile(
    r"\b(?:all (?:that is|that's|you have) left|only have to|just have to|last step|just (?:work out|compute|calculate|do)|solo (?:queda|falta)|(?:il ne reste|nur noch))\b"
)
_IS_RIGHT = re.compile(r"[\"'»)]* (?:and )?(?:is|was) (?:right|correct|the (?:right|correct) )")
_COMES_TO = re.compile(r"\bcomes (?:out )?to\s*[$€£]?\s*$")
_NOT = re.compile(
    r"\b(?:not|isn'?t|wasn'?t|aren'?t|never|instead of|rather than|no es|ليس|n'est pas|nicht|no)\s+(?:\w+\s+){0,2}$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """An answer in every way that it can be told.

    `value` when it is a number; `forms` its texts, plain; `label` and `options` (label, text) for
    a choice; `kind` what the item shows itself as ("order", "long" …); `shown` the plain text of
    the question.
    """

    value: Fraction | None = None
    forms: tuple[str, ...] = ()
    label: str = ""
    options: tuple[tuple[str, str], ...] = ()
    shown: str = ""
    kind: str = ""

    @classmethod
    def of(
        cls,
        answer: str,
        question: str,
        *,
        forms: Sequence[str] = (),
        label: str = "",
        options: Sequence[tuple[str, str]] = (),
        kind: str = "",
    ) -> "Secret":
        """From texts as an author wrote them."""
        written = said.plain(answer).strip(" .")
        shown = said.figures(said.plain(question))
        value = number(written)
        texts = [written, *(said.plain(form).strip(" .") for form in forms)]
        # A text is read with its number words as figures, so a form is kept in that writing too.
        texts += [said.figures(text) for text in texts]
        kept = tuple(dict.fromkeys(text for text in texts if text))
        return cls(
            value=value, forms=kept, label=label.casefold(), shown=shown, kind=kind,
            options=tuple((a.casefold(), said.plain(b)) for a, b in options),
        )  # fmt: skip

    def with_shown(self, text: str) -> "Secret":
        """The same with one more text that was shown, such as the learner's own message."""
        return replace(self, shown=f"{self.shown} {said.figures(said.plain(text))}")


def sentences(text: str) -> list[str]:
    """The sentences of a plain text, with questions cut off the statements that they hang on."""
    return [piece for piece in _SENTENCES.split(text) if piece.strip()]


def number(written: str) -> Fraction | None:
    """The value of an answer that is one number, money and a unit of one word aside."""
    bare = re.sub(r"^[a-z] ?= ?|^[$€£] ?|(?<=\d) ?(?:[$€£]|[a-z°]{1,12}\.?)$", "", written.strip())
    if re.fullmatch(r"-?\d+(?:,\d{1,2})", bare):
        bare = bare.replace(",", ".")
    if re.fullmatch(r"-?[\d.]+(?: ?/ ?\d+)?%?|-?\d+ \d+/\d+", bare):
        return worked.evaluate(bare)
    return None


def told(text: str, secret: Secret, *, steps: bool = True) -> str:
    """The words of `text` that give the secret away; "" when none do.

    With `steps`, arithmetic that comes to the answer (“36 × 2”, “double of 36”) gives it away;
    without, as in an author's hint near the end of the ladder, it leaves the last step to do.
    """
    read = said.figures(said.plain(text))
    if secret.label or secret.options:
        found = _option(text, secret)
        if found:
            return found
    if secret.value is not None:
        return _number(text, read, secret, secret.value, steps=steps)
    return _words(read, secret) or _of_parts(text, read, secret)


# ── numbers ──


def _number(text: str, read: str, secret: Secret, value: Fraction, *, steps: bool) -> str:
    known = value in _shown_values(secret.shown)
    if known and secret.label:
        return _words(read, secret)  # an option's form matters, not its value
    written = "" if not known else _unseen_writing(secret)
    for sentence in _SENTENCES.split(read):
        found = _stated(sentence, value, known, written)
        if steps and not found:
            found = _worked_out(sentence, secret, value, known)
        if found:
            return found
    if abs(value) >= 10:
        for spelt, at, doubtful in said.spread(read):
            firm = _CONCLUDES.search(read[:at]) or _WRITE.search(read[:at])
            if spelt == abs(value) and (firm or not (doubtful or known)):
                return "digit by digit"
    return _named(text, value, known)


def _unseen_writing(secret: Secret) -> str:
    """The answer as written, where the question shows its value in other writings only (2/4 for 1/2)."""
    written = _tight(secret.forms[0]) if secret.forms else ""
    shown = {_tight(one.written).rstrip(".") for one in worked.values(secret.shown)}
    return written if "/" in written and written not in shown else ""


@lru_cache(maxsize=256)
def _shown_values(shown: str) -> frozenset[Fraction]:
    return frozenset(one.value for one in worked.values(shown) if not one.worked)


@lru_cache(maxsize=256)
def _asked(shown: str) -> tuple[str, tuple[str, ...]]:
    """The question with its worded operations as arithmetic, and its pieces of arithmetic."""
    text = worked.worded(shown)
    return _tight(text), tuple(one.written for one in worked.values(text) if one.worked)


def _stated(sentence: str, value: Fraction, known: bool, written: str = "") -> str:
    asks = bool(_QUESTION.search(sentence))
    for one in worked.values(sentence):
        if one.worked or not _same(one, value):
            continue
        before, after = sentence[: one.at], sentence[one.end :]
        if written and not asks and _tight(one.written).rstrip(".") == written:
            return one.written
        if known and (asks or _NOT.search(before)):
            continue
        if _operated(after) and (known or not re.match(r"\s*%?\s*of\b", after)):
            continue
        concludes = bool(_CONCLUDES.search(before))
        counted = bool(re.match(r"\s*(?:steps?|parts?)\b", after))
        if known:
            if (concludes or _TO_WRITE.search(before)) and _ends_there(before):
                return one.written
            if _IS_RIGHT.match(after):
                return one.written
            if not counted and _BARE_CLAIM.search(before) and _NOTHING_MORE.match(after):
                return one.written
            continue
        if asks and re.search(r"\bor\b", sentence):
            continue  # a choice is offered
        tiny = value in TINY and not concludes
        counts = value.denominator == 1 and abs(value) <= SMALL
        if tiny or (counts and (_OPERAND_BEFORE.search(before) or _COUNTED_AFTER.search(after))):
            continue
        return one.written
    return ""


def _same(one: worked.Value, value: Fraction) -> bool:
    if one.value == value:
        return True
    if one.written.endswith("%") and one.value * 100 == value:
        return True
    # a decimal of three figures or more stands for what it rounds
    places = len(one.written.partition(".")[2])
    return (
        places >= 2
        and value.denominator not in (1,)
        and abs(one.value - value) * 2 * 10**places <= 1
    )


def _operated(after: str) -> bool:
    return bool(
        re.match(
            r"\s*(?:[-+*/^]\s*[\d(a-z]|%?\s*of\b|times\b|plus\b|minus\b|divided\b|multiplied\b)",
            after,
        )
    )


def _ends_there(before: str) -> bool:
    """Whether the sentence is about the answer, not a number of the question said again."""
    return bool(
        re.search(r"[=≈→]\s*[$€£]?\s*$", before)
        or _COMES_TO.search(before)
        or _ANSWER.search(before[-60:])
        or _TO_WRITE.search(before)
    )


def _worked_out(sentence: str, secret: Secret, value: Fraction, known: bool) -> str:
    if not re.search(r"\d", sentence) or _QUESTION.search(sentence):
        return ""
    arithmetic = worked.worded(sentence)
    firm = not known or _ANSWER.search(sentence) or _LAST_STEP.search(sentence)
    asked, pieces = _asked(secret.shown)
    for one in worked.values(arithmetic):
        if not one.worked or one.value != value:
            continue
        if _tight(one.written) in asked or _commuted(one.written, pieces):
            continue
        leads = _LEADS.search(arithmetic[: one.at]) or _FOLLOWS.match(arithmetic[one.end :])
        before, after = arithmetic[: one.at], arithmetic[one.end :]
        bare = _BARE_CLAIM.search(before.rstrip()) and _NOTHING_MORE.match(after)
        if (one.written.startswith("(") or leads) and (firm or bare):
            return one.written
    return ""


def _tight(text: str) -> str:
    return re.sub(r"[\s()]", "", text).replace("x", "*")


def _commuted(written: str, pieces: Sequence[str]) -> bool:
    """Whether the question asks for the same two numbers under the same sign."""
    numbers = sorted(re.findall(r"\d+(?:\.\d+)?", written))
    return len(numbers) <= 3 and any(
        sorted(re.findall(r"\d+(?:\.\d+)?", piece)) == numbers for piece in pieces
    )


def _named(text: str, value: Fraction, known: bool) -> str:
    """The answer's name in any of our languages."""
    bared = tongues.bare(text)
    if not any(name in bared for name in tongues.names(value)):
        return ""
    pattern = _names_of(value)
    common = known or (value.denominator == 1 and abs(value) <= SMALL)
    for hit in pattern.finditer(bared):
        if not common or _firmly(bared[: hit.start()]):
            return hit[0]
    return ""


@lru_cache(maxsize=256)
def _names_of(value: Fraction) -> re.Pattern[str]:
    names = sorted(tongues.names(value), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


def _firmly(before: str) -> bool:
    tail = before[-40:]
    return bool(_CONCLUDES.search(tail)) and bool(
        _ANSWER.search(tail)
        or re.search(
            r"(?:=|equals?|makes?|gives?|get|igual a|da|fait|ergibt|يساوي|تساوي)\s*$", tail
        )
    )


# ── words, expressions, options ──


def _words(read: str, secret: Secret) -> str:
    for form in secret.forms:
        if form not in read:
            continue
        bounded = rf"(?<![\w-]){re.escape(form)}(?![\w-])"
        # A single letter, and what was shown already, only tells where the text concludes with it.
        shown = (len(form) < 2 and not form.isdigit()) or re.search(bounded, secret.shown)
        for hit in re.finditer(bounded, read):
            before, after = read[: hit.start()], read[hit.end() :]
            if _concluded(before, after) or (not shown and _named_plainly(form, before)):
                return form
    return _claimed(read, secret) or _spaced_out(read, secret)


def _concluded(before: str, after: str) -> bool:
    """Whether the text gives as the answer what stands between: “The answer is …”, “… is right”."""
    if _TO_WRITE.search(before) or _COMES_TO.search(before) or _IS_RIGHT.match(after):
        return True
    answers = _ANSWER.search(before[-40:]) and _CONCLUDES.search(before)
    return bool(answers) and not _NOT.search(before)


def _named_plainly(form: str, before: str) -> bool:
    """Whether a form that was not shown is told by being said at all, or by a conclusion."""
    return (len(form) >= SHORT and not form.isdigit()) or bool(_CONCLUDES.search(before))


def _claimed(read: str, secret: Secret) -> str:
    """A form that the question shows too, where a sentence says nothing else: “So you get red.”"""
    for sentence in sentences(read):
        for form in secret.forms:
            before, found, after = sentence.rpartition(form)
            if found and _BARE_CLAIM.search(before) and not after.strip(" .!\"'»)"):
                return form
    return ""


def _of_parts(text: str, read: str, secret: Secret) -> str:
    """Parts listed together, a formula in another order, or most of an open answer."""
    if secret.kind == "long":
        return several.mostly_said(read, secret.forms[0], secret.shown) if secret.forms else ""
    ordered, labels = secret.kind in {"order", "blanks"}, secret.kind in {"order", "choices"}
    listing = several.may_list(said.figures(said.cased(text)), secret.forms)
    pattern = several.listed(secret.forms, labels, ordered) if listing else None
    for sentence in sentences(said.cased(text) if labels else read) if pattern else ():
        hit = pattern.search(sentence) if pattern else None
        if hit is None or _QUESTION.search(sentence) or _NOT.search(sentence[: hit.start()]):
            continue
        if labels or not (pattern and pattern.search(secret.shown)):
            return hit[0]
    return (
        several.rewritten(read, secret.forms, secret.shown) if secret.kind in {"", "text"} else ""
    )


def _spaced_out(read: str, secret: Secret) -> str:
    """A formula written with other spaces, or a word spelt out letter by letter."""
    tight = re.sub(r"[\s*]", "", read)
    letters = re.sub(r"[\s.\-_]", "", read)
    for form in secret.forms:
        bare = re.sub(r"[\s*]", "", form)
        formula = bool(re.search(r"[-+=^/<>√(]", bare)) and len(bare) >= 3
        if (
            formula
            and bare in tight
            and bare not in re.sub(r"[\s*]", "", secret.shown)
            and _bounded(bare, tight)
        ):
            return form
        if bare.isalpha() and len(bare) >= SHORT and bare in letters:
            spelt = r"[\s.\-_]{1,3}".join(map(re.escape, bare))
            if re.search(rf"(?<!\w){spelt}(?!\w)", read):
                return form
    return ""


def _bounded(form: str, tight: str) -> bool:
    """Whether the formula stands there whole: not inside a longer one."""
    return re.search(rf"(?<![\d.^*/]){re.escape(form)}(?![\d.^*/(])", tight) is not None


def _option(text: str, secret: Secret) -> str:
    """The option named by its letter, written as one ("B", "(b)", "option b"), or all others denied."""
    if not secret.label:
        return ""
    written = said.cased(text)
    for hit in _naming(secret.label).finditer(written):
        denied = _NOT.search(written[: hit.start()].casefold() + " ") or re.search(
            r"\b(?:not|isn't|isnt|n't)\b", hit[0].casefold()
        )
        if not denied and not re.match(r"[^.!]{0,30}\?", written[hit.end() :]):
            return hit[0]
    return "all the others" if _eliminated(written, secret) else ""


@lru_cache(maxsize=64)
def _naming(label: str) -> re.Pattern[str]:
    """Wordings that name the option. A bare letter must be a capital: "it is a" names nothing."""
    big, either = (
        re.escape(label.upper()),
        f"[{re.escape(label.upper())}{re.escape(label.lower())}]",
    )
    if len(label) > 1:
        either = rf"(?i:{re.escape(label)})"
    noun = r"(?i:option|choice|letter|answer|opci[oó]n|letra|respuesta|antwort|r[eé]ponse|الخيار|الاختيار|الحرف|الجواب|الإجابة|الاجابة)"
    verb = r"(?i:is|es|hei[sß]t|ist|est|would be|must be|has to be|هو|هي|:|=)"
    right = (
        r"(?i:right|correct|best|answer|true|one|correct[ao]?|richtig\w*|bonne|الصحيح\w*|صحيح\w*)"
    )
    return re.compile(
        rf"{noun}s?(?: {verb}|{verb})? ?[\"'(\[]*{big}(?![\w'’])"
        rf"|{noun} [\"'(\[]*{either}[)\]\"']?(?![\w'’])(?! (?i:is|isn't|was) (?i:not|wrong|incorrect))"
        rf"|(?i:comes (?:out )?to|so write|just write) [\"'(\[]*{either}[)\].]"
        rf"|(?i:choose|pick|select|go with|elige|marca|escoge|w[aä]hle|choisis|اختر) (?i:the |la |die |l')?[\"'(\[]*(?:{big}(?![\w'’])|{either}[)\]])"
        rf"|(?i:it|that|this|answer|one|solution)(?i:'s|’s| is| must be| has to be| would be) [\"'(\[]*(?:{big}(?![\w'’])|{either}\))"
        rf"|(?<![\w'’])\(?(?:{big}|{either}(?=\)))[)\]\"']?,? {verb} (?i:the |la |el |a |die |الخيار )?{right}"
        rf"|(?i:=|→|:) ?\(?{big}\)?[.!]?$"
    )


_DENIES = (
    r"(?i:not|n't|n’t|cannot be|neither|nor|rul(?:e|ed|ing) out|eliminat(?:e|ed|ing)|cross(?:ed)? out|discard(?:ed)?|exclude|except|"
    r"anything but|other than|apart from|besides|no (?:es|son|puede ser|pueden ser)|ni|descarta\w*|nicht|weder|ليس\w*|استبعد\w*|استبعاد)"
)
_DENIED = r"(?i:(?:is|are|can|could|both|all|must|as|was|were|es|son|sont|sind|ist)(?: \w+){0,2}? (?:not|wrong|incorrect\w*|false|out|impossible|ruled out|eliminated|excluded|falsch|faux)|(?:isn|aren|can)['’]?t|don['’]?t (?:work|fit)|no (?:es|son)|خطأ|خاطئ\w*|غير صحيح\w*)"


def _eliminated(written: str, secret: Secret) -> bool:
    """Whether every option but the right one is denied, one by one or in a list."""
    others = [(a, b) for a, b in secret.options if a != secret.label]
    lower = written.casefold()
    if not others or not all(
        a.upper() in written or (b and b.casefold() in lower) for a, b in others
    ):
        return False
    tokens = "|".join(token for label, text in others for token in _tokens(label, text))
    listed = rf"(?:(?i:option|options|choice|opci[oó]n|الخيار|answer|the) )?(?:{tokens})(?:(?:,| |/|(?i:and|or|nor|the|y|o|ni|la|el|et|ou|und|oder|أو|و))+(?:(?i:option|not) )?(?:{tokens}))*"
    denied = " ".join(
        hit[0]
        for pattern in (rf"{_DENIES}(?: \w+){{0,3}}? {listed}", rf"{listed},? {_DENIED}")
        for hit in re.finditer(pattern, written)
    )
    return bool(denied) and all(
        any(re.search(rf"(?<![\w'’]){token}(?![\w'’])", denied) for token in _tokens(label, text))
        for label, text in others
    )


def _tokens(label: str, text: str) -> list[str]:
    named = [rf"\(?{re.escape(label.upper())}\)?(?![\w'’])"]
    return named + ([rf"(?i:{re.escape(text)})"] if len(text) >= SHORT else [])
