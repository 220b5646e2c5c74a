"""Whether a text tells the right option: by its letter, or by denying all the others (pure)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from tutor.items.reveal import said
from tutor.items.reveal.secret import Secret
from tutor.items.reveal.wordings import NOT, SENTENCES
from tutor.items.reveal.words import SHORT


def option_told(text: str, secret: Secret) -> str:
    """The option named by its letter, written as one ("B", "(b)", "option b"), or all others denied."""
    if not secret.label:
        return ""
    written = said.cased(text)
    for hit in _naming(secret.label).finditer(written):
        denied = NOT.search(written[: hit.start()].casefold() + " ") or re.search(
            r"\b(?:not|isn't|isnt|n't)\b", hit[0].casefold()
        )
        if not denied and not re.match(r"[^.!]{0,30}\?", written[hit.end() :]):
            return hit[0]
    return (
        _placed(written.casefold(), secret)
        or ("all the others" if _eliminated(written, secret) or _all_refused(text, secret) else "")
        or _left_over(written, secret)
    )


def _placed(read: str, secret: Secret) -> str:
    """The option named by its place (“the third one”), or as the other one of two."""
    labels = [label for label, _ in secret.options]
    for hit in _NUMBERED.finditer(read):
        names = 0 < int(hit[1]) <= len(labels) and labels[int(hit[1]) - 1] == secret.label
        if names and not NOT.search(read[: hit.start()]) and "?" not in read[hit.end() :][:40]:
            return hit[0]
    for hit in _PLACE.finditer(read):
        place = hit[1] or hit[2] or hit["drawn"] or hit["then"]
        at = _COUNTS.index(hit["count"]) if hit["count"] else -1
        if place:
            at = len(labels) - 1 if place in {"last", "final"} else _PLACES.index(place)
        names = at < len(labels) and labels[at] == secret.label
        if names and not NOT.search(read[: hit.start()]) and "?" not in read[hit.end() :][:40]:
            return hit[0]
    beside = _beside(read, labels, secret)
    if beside:
        return beside
    wrong = any(
        secret.picked in (label, text) for label, text in secret.options if label != secret.label
    )
    other = _OTHER.search(read) if len(labels) == 2 and wrong else None
    return other[0] if other else ""


def _beside(read: str, labels: Sequence[str], secret: Secret) -> str:
    """The option named by its neighbour (“the one after B”), in Spanish by its place, or by its beginning."""
    at = labels.index(secret.label) if secret.label in labels else -1
    for hit in _NEXT_TO.finditer(read):
        by = -1 if hit["before"] else 1
        other = hit["before"] or hit["after"]
        if other in labels and labels.index(other) + by == at and "?" not in read[hit.end() :][:40]:
            return hit[0]
    for hit in _LUGARES.finditer(read):
        place = hit[1]
        place_at = (
            len(labels) - 1 if place == "última" or place == "ultima" else _EN_ORDEN.index(place)
        )
        if place_at == at and not NOT.search(read[: hit.start()]):
            return hit[0]
    texts = dict(secret.options)
    for hit in _BEGINS.finditer(read):
        begun = [a for a, text in texts.items() if text.startswith(hit[1])]
        if begun == [secret.label] and not NOT.search(read[: hit.start()]):
            return hit[0]
    return ""


def _left_over(written: str, secret: Secret) -> str:
    """Every other option spoken of, and “what is left” asked for."""
    hit = _LEFT.search(written.casefold())
    if hit is None:
        return ""
    named = [
        re.search(rf"(?<![\w'’])(?:{'|'.join(_tokens(label, text))})", written)
        or (secret.picked in (label, text) and _REFUSED.search(written))
        for label, text in secret.options
    ]
    own = [label == secret.label for label, _ in secret.options]
    others = all(found for found, mine in zip(named, own, strict=True) if not mine)
    mine = any(found for found, is_own in zip(named, own, strict=True) if is_own)
    return hit[0] if others and not mine and len(own) > 2 else ""


def _labelled(label: str) -> str:
    return rf"\(?{re.escape(label.upper())}\)?(?![\w'’])"


_NEXT_TO = re.compile(
    r"\b(?:the (?:one|option|choice|answer)|la|la que (?:sigue|va|viene)|la siguiente) "
    r"(?:right |just |directly |que (?:sigue|va) )?"
    r"(?:(?:after|below|under|underneath|beneath|following|despu[eé]s de|debajo de|a) (?:la )?"
    r"(?P<after>[a-h])|(?:before|above|over|antes de|arriba de) (?:la )?(?P<before>[a-h]))\b"
)
_EN_ORDEN = ("primera", "segunda", "tercera", "cuarta", "quinta")
_LUGARES = re.compile(
    rf"\b(?:es|elige|marca|escoge|va|sería|seria) la ({'|'.join(_EN_ORDEN)}|[uú]ltima)"
    rf"(?: opci[oó]n)?\b(?! (?:y|o|letra|parte|vez)\b)"
)
_BEGINS = re.compile(
    r"\b(?:begins?|starts?|empieza|comienza) (?:with|in|con|por) [\"'«“]?([^\W\d_]{2,})\b"
)
_LEFT = re.compile(
    r"\bwh(?:at|o)(?:'s| is) left\b|"
    r"\b(?:only|just) (?:one|1)(?: (?:option|choice|letter))?(?: is| are)? "
    r"(?:left|remaining|remains)\b|\bwhich (?:one |option )?(?:is left|remains)\b|"
    r"\bthe (?:one|option) (?:that (?:is|'s) )?(?:left|remaining)\b|"
    r"\b(?:cu[aá]l|qu[eé]|la que|solo) (?:te )?queda\b"
)
_A_PAIR = 2
_PLACES = ("first", "second", "third", "fourth", "fifth")
_NUMBERED = re.compile(
    r"\b(?:option|choice) (?:number |no\.? |# ?)?(\d)\b(?!\.\d| ?(?:,|and|or|is (?:not|wrong)|isn't))"
)
_COUNTS = ("one", "two", "three", "four", "five")
_PLACE = re.compile(
    rf"\bthe ({'|'.join(_PLACES)}|last|final) (?:one|option|answer|choice)\b|"
    rf"\b(?:go (?:for|with)|choose|pick|take|select) the ({'|'.join(_PLACES)}|last)(?=[.!,]|$)|"
    rf"\b(?:go (?:with|for)|choose|pick|take|select|tick|circle|mark) the "
    rf"(?P<drawn>final|first|second|third|fourth|fifth|last) (?!and|or|then)[a-z]+\b"
    rf"|,? so (?:it(?:'s| is) |take |choose )?the (?P<then>first|second|third|fourth|fifth|last)(?=[.!]|$)"
    rf"|\b(?:option|answer|choice|number) (?P<count>{'|'.join(_COUNTS)})\b(?! ?(?:,|and|or|is (?:not|wrong)))"
)
_OTHER = re.compile(
    r"\bthe other (?:one|option|answer|choice)\b|\b(?:the )?opposite of (?:what you|your)\b|\bthe other way round\b"
    r"|\b(?:la otra|el otro|lo contrario)\b|\bdas andere\b|\bl'autre\b|العكس|الخيار الاخر|الخيار الآخر"
)


_ARABIC = dict(zip("ABCDEF", "أبجدهو", strict=True))


def _in_arabic(label: str) -> str:
    """The option by the Arabic letter in its place, behind a word that says so."""
    letter = _ARABIC.get(label.upper(), "")
    if not letter:
        return ""
    letter = "[أا]" if letter == "أ" else letter
    return rf"|(?:الجواب|الإجابة|الاجابة|الخيار|الحرف|اختر|اختاري)(?: الصحيح\w*)?(?: هو| هي)? \(?{letter}\)?(?!\w)"


@lru_cache(maxsize=64)
def _naming(label: str) -> re.Pattern[str]:
    """Wordings that name the option. A bare letter must be a capital: "it is a" names nothing."""
    big, either = (
        re.escape(label.upper()),
        f"[{re.escape(label.upper())}{re.escape(label.lower())}]",
    )
    if len(label) > 1:
        either = rf"(?i:{re.escape(label)})"
    noun = (
        r"(?i:option|choice|letter|answer|opci[oó]n|letra|respuesta|antwort|r[eé]ponse|الخيار|"
        r"الاختيار|الحرف|الجواب|الإجابة|الاجابة)"
    )
    verb = r"(?i:is|es|hei[sß]t|ist|est|would be|must be|has to be|هو|هي|:|=)"
    right = (
        r"(?i:right|correct|best|answer|true|one|correct[ao]?|richtig\w*|bonne|الصحيح\w*|صحيح\w*)"
    )
    return re.compile(
        rf"{noun}s?(?: {verb}|{verb})? ?[\"'(\[]*{big}(?![\w'’])"
        rf"|{noun} [\"'(\[]*{either}[)\]\"']?(?![\w'’])(?! (?i:is|isn't|was) (?i:not|wrong|incorrect))"
        rf"|(?i:comes (?:out )?to|so write|just write) [\"'(\[]*{either}[)\].]"
        rf"|(?i:choose|pick|select|go (?:with|for)|tick|circle|mark|switch to|"
        rf"change (?:it |that |yours )?to|swap to|vote (?:for )?|settle on|i say|elige|marca|"
        rf"escoge|c[aá]mbia(?:la|lo|te)? (?:a|por)|mejor|me quedo con|qu[eé]date con|w[aä]hle|"
        rf"choisis|اختر) (?i:the |la |die |l')?"
        rf"(?i:option |answer |letter |opci[oó]n |letra )?[\"'(\[]*"
        rf"(?:{big}(?![\w'’])|{either}[)\]])"
        rf"|(?i:it|that|this|answer|one|solution)"
        rf"(?i:'s|’s| is| must be| has to be| would be) [\"'(\[]*(?:{big}(?![\w'’])|{either}\))"
        rf"|(?<![\w'’])\(?(?:{big}|{either}(?=\)))[)\]\"']?,? {verb} (?i:the |la |el |a |die |الخيار )?{right}"
        rf"|(?<![\w'’])\(?(?:{big}|{either}(?=\)))\)? "
        rf"(?i:beats|wins|fits best|fits them all|is the only one|takes it|gana|es la [uú]nica)\b"
        rf"|(?i:=|→|:) ?\(?{big}\)?[.!]?$"
        rf"|(?i:\b(?:so|then|and)) {big} (?i:it is|it'll be|it must be)\b"
        rf"|(?<![\w'’]){big} (?i:is the one (?:that )?(?:fits|works|you (?:want|need)))\b"
        rf"|(?i:es|ser[ií]a|ser[aá]|tiene que ser|debe ser) (?i:la|el) \(?{big}\)?(?=\s*[.!,;]|\s*$)"
        rf"|(?:^|[.!:] )(?i:only|s[oó]lo|solamente) (?i:la )?{big} (?=[a-z])"
        rf"|(?<![\w'’]){big},? (?i:of course|obviously|naturally|for sure|certainly|clearly|claro|"
        rf"por supuesto|desde luego)\b" + _in_arabic(label)
    )


# A refusal of the learner's own choice, which need not be named.
_REFUSED = re.compile(
    r"^\W*(?i:no|nope|nah|sorry|not (?!only|sure|bad|far)\w+|not quite|that's not it|wrong|it isn't|that isn't it)\b"
)
_AS_WELL = r"(?i:too|as well|also|likewise|either|tampoco|también|auch)\b"
_DENIES = (
    r"(?i:not|n't|n’t|cannot be|neither|nor|rul(?:e|ed|ing) out|eliminat(?:e|ed|ing)|"
    r"cross(?:ed)? out|discard(?:ed)?|exclude|except|"
    r"anything but|other than|apart from|besides|no (?:es|son|puede ser|pueden ser)|ni|"
    r"descarta\w*|nicht|weder|ليس\w*|استبعد\w*|استبعاد)"
)
_DENIED = (
    r"(?i:(?:is|are|can|could|would|both|all|must|as|was|were|es|son|sont|sind|ist)(?: \w+){0,2}? "
    r"(?:not|wrong|incorrect\w*|false|out|impossible|ruled out|eliminated|excluded|falsch|faux)|"
    r"(?:isn|aren|can)['’]?t|(?:do|does|did)(?:n['’]?t| not) [a-z]+|"
    r"no (?:es|son|[a-záéíóú]+(?:a|e|an|en)\b)|خطأ|خاطئ\w*|غير صحيح\w*)"
)
_DENYING, _DENIED_AT_ALL = re.compile(_DENIES), re.compile(_DENIED)


def _eliminated(written: str, secret: Secret) -> bool:
    """Whether every option but the right one is denied, one by one or in a list."""
    others = [(a, b) for a, b in secret.options if a != secret.label]
    if len(others) > 1 and _REFUSED.search(written):  # their own choice is denied already
        others = [(a, b) for a, b in others if secret.picked not in (a, b)]
    lower = written.casefold()
    if not (_DENYING.search(written) or _DENIED_AT_ALL.search(written)):
        return False
    if not others or not all(
        a.upper() in written or (b and b.casefold() in lower) for a, b in others
    ):
        return False
    tokens = "|".join(token for label, text in others for token in _tokens(label, text))
    listed = (
        rf"(?:(?i:option|options|choice|opci[oó]n|الخيار|answer|the) )?(?:{tokens})"
        rf"(?:(?:,| |/|(?i:and|or|nor|the|y|o|ni|la|el|et|ou|und|oder|أو|و))+(?:(?i:option|not) )?"
        rf"(?:{tokens}))*"
    )
    denied = " ".join(
        hit[0]
        for pattern in (
            rf"{_DENIES}(?: \w+){{0,3}}? {listed}",
            rf"{listed},? {_DENIED}",
            rf"{_DENIED}[^.!?]{{0,12}}[,;.] ?(?:and |so (?:is|are) )?{listed},? {_AS_WELL}",
        )
        for hit in re.finditer(pattern, written)
    )
    return bool(denied) and all(
        any(re.search(rf"(?<![\w'’]){token}(?![\w'’])", denied) for token in _tokens(label, text))
        for label, text in others
    )


_REFUSES = re.compile(
    rf"{_DENIES}|\b(?:wrong|incorrect|false|crossed (?:out|off)|ruled out|impossible|can be (?:crossed|ruled|thrown)|"
    r"out of the question|don't (?:fit|work)|descartad\w+|incorrect\w+|fals[oa]s?)\b"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def _all_refused(text: str, secret: Secret) -> bool:
    """Whether one sentence refuses all options but the right one, in any list: “the first and third are wrong”."""
    if len(secret.options) <= _A_PAIR:
        return False
    texts = [said.cased(one) for one in SENTENCES.split(text)]
    return any(
        _refuses_all(one, secret) for one in texts if "?" not in one and _REFUSES.search(one)
    )


def _refuses_all(sentence: str, secret: Secret) -> bool:
    lower = sentence.casefold()
    for at, (label, option) in enumerate(secret.options):
        place = _ORDINALS[at] if at < len(_ORDINALS) else label
        named = (
            any(re.search(rf"(?<![\w'’]){token}", sentence) for token in _tokens(label, option))
            or re.search(rf"\b{place}\b", lower) is not None
            or (re.search(r"\W", option) is not None and len(option) > 1 and option in lower)
        )
        if named == (label == secret.label):
            return False
    return True


def _tokens(label: str, text: str) -> list[str]:
    named = [rf"\(?{re.escape(label.upper())}\)?(?![\w'’])"]
    tells = len(text) >= SHORT or (len(text) > 1 and text not in _COMMON)
    return named + ([rf"(?i:{re.escape(text)})(?![\w'’])"] if tells else [])


_COMMON = frozenset({"it", "is", "be", "no", "to", "in", "on", "at", "of", "a", "an", "the", "he", "she", "we", "you", "are", "was", "not", "yes", "one", "two", "all", "and", "or", "for", "if", "so", "do", "can"})  # fmt: skip
