"""Whether a text tells the right option: by its letter, or by denying all the others (pure)."""

import re
from functools import lru_cache

from tutor.items.reveal import said
from tutor.items.reveal.secret import Secret
from tutor.items.reveal.wordings import NOT
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
    return _placed(written.casefold(), secret) or (
        "all the others" if _eliminated(written, secret) else ""
    )


def _placed(read: str, secret: Secret) -> str:
    """The option named by its place (“the third one”), or as the other one of two."""
    labels = [label for label, _ in secret.options]
    for hit in _PLACE.finditer(read):
        place = hit[1] or hit[2]
        at = _COUNTS.index(hit["count"]) if hit["count"] else -1
        if place:
            at = len(labels) - 1 if place == "last" else _PLACES.index(place)
        names = at < len(labels) and labels[at] == secret.label
        if names and not NOT.search(read[: hit.start()]) and "?" not in read[hit.end() :][:40]:
            return hit[0]
    wrong = any(
        secret.picked in (label, text) for label, text in secret.options if label != secret.label
    )
    other = _OTHER.search(read) if len(labels) == 2 and wrong else None
    return other[0] if other else ""


_PLACES = ("first", "second", "third", "fourth", "fifth")
_COUNTS = ("one", "two", "three", "four", "five")
_PLACE = re.compile(
    rf"\bthe ({'|'.join(_PLACES)}|last) (?:one|option|answer|choice)\b|\b(?:go (?:for|with)|choose|pick|take|select) the ({'|'.join(_PLACES)}|last)(?=[.!,]|$)|\b(?:option|answer|choice|number) (?P<count>{'|'.join(_COUNTS)})\b(?! ?(?:,|and|or|is (?:not|wrong)))"
)
_OTHER = re.compile(
    r"\bthe other (?:one|option|answer|choice)\b|\b(?:the )?opposite of (?:what you|your)\b|\bthe other way round\b"
    r"|\b(?:la otra|el otro|lo contrario)\b|\bdas andere\b|\bl'autre\b|العكس|الخيار الاخر|الخيار الآخر"
)


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
