"""Whether a text spells an answer out: a formula sign by sign, a word cut in pieces, a date, another unit (pure)."""

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tutor.items.reveal.wordings import NOT, asks, sentences

MOST_SIGNS = 14  # of a formula that is spoken sign by sign
MOST_LETTERS = 8  # of a word whose letters are said one by one
_THEN = r"(?:,? (?:and )?then (?:an? |another )?|, (?:and )?(?:an? |another )?)"
LEAST_BEGUN = 3  # letters of a word's beginning that give it away, with two fifths of it
_FILLER = (
    r"(?:\W*\b(?:an?|the|and|then|little|small|big|capital|subscript|number|next|comes|"
    r"followed by|after that|with|write|y|luego|un|una|pequeño|chiquito|letra|la|el)\b)*\W*"
)
_SUBSTANCE = re.compile(r"(?=.*\d)[a-z]{1,2}\d*(?:[a-z]{1,2}\d*){0,5}")
_ELEMENTS = {
    "h": "hydrogens?|hidrogenos?|hidrógenos?", "o": "oxygens?|oxigenos?|oxígenos?", "c": "carbons?|carbonos?",
    "n": "nitrogens?|nitrogenos?|nitrógenos?", "na": "sodiums?|sodios?", "cl": "chlorines?|chlorides?|cloros?|cloruros?",
    "s": "sulfurs?|sulphurs?|azufres?", "p": "phosphorus|fosforos?", "ca": "calciums?|calcios?", "fe": "irons?|hierros?",
    "mg": "magnesiums?|magnesios?", "k": "potassiums?|potasios?",
}  # fmt: skip
_ATOMS = re.compile(rf"({'|'.join(sorted(_ELEMENTS, key=len, reverse=True))})(\d*)")
_NEEDS = re.compile(
    r"\b(?:your |the |el |la |tu )?([a-z]{1,2}) (?:just |only |still |solo )*"
    r"(?:needs|wants|gets|is missing|lacks|necesita|lleva) (?:only |just |solo )?(?:an? |un )?"
    r"(\d)\b"
)
_CUT = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)+(?![\w-])")
_RHYME = re.compile(
    r"\b(?:like|as|rhymes with|pattern as|sounds like|como|rima con|igual que) [\"'«“]?"
    r"([^\W\d_]{3,})[\"'»”]?(?:,| but| pero)? (?:but |pero )?(?:only )?"
    r"(?:with|starting with|beginning with|con|empieza con) (?:an? |una? |la )?[\"'«“]?"
    r"([^\W\d_]{1,3})\b"
)
_ONSET = re.compile(r"^[^aeiouáéíóúäöü]*")
_BEGUN = re.compile(
    r"\b(?:begins?|starts?|starting|beginning|empieza|comienza|beginnt|fängt|commence) "
    r"(?:\w+ )?(?:with|in|por|con|mit|par) [\"'«“]?([^\W\d_]{2,})\b"
)
_SAID_SIGNS = (
    (re.compile(r" (?:dash|hyphen|minus sign|guion|guión) ?"), "-"),
    (re.compile(r" (?:comma|coma) "), ","),
    (re.compile(r" underscore "), "_"),
)
_MONTHS = (
    "january|enero", "february|febrero", "march|marzo", "april|abril", "may|mayo", "june|junio",
    "july|julio", "august|agosto", "september|septiembre|setiembre", "october|octubre", "november|noviembre", "december|diciembre",
)  # fmt: skip
_DATE = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: of| de)? ({'|'.join(_MONTHS)})|"
    rf"({'|'.join(_MONTHS)}) (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?"
)  # fmt: skip
_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})(?![\d/]|\.\d)")
# What is the same in other units, as (number with unit, wordings).
_SAME_TIME = (
    (r"365 days|365 d[ií]as|12 months|12 meses|52 weeks", (
        r"(?:an?|1|one|un|whole|full) (?:calendar )?(?:year|año)|12 months|12 meses|52 weeks|"
        r"52 semanas|365 days"
    )),
    (r"24 hours|24 horas", r"(?:an?|1|one|un|whole|full) (?:day|d[ií]a)\b(?! and)"),
    (r"7 days|7 d[ií]as", r"(?:an?|1|one|un|una|whole|full) (?:week|semana)\b"),
    (r"60 minutes|60 minutos", r"(?:an?|1|one|un|una|whole|full) (?:hour|hora)\b"),
    (r"100 years|100 años", r"(?:an?|1|one|un|una|whole|full) (?:century|siglo)\b"),
    (r"10 years|10 años", r"(?:an?|1|one|un|una|whole|full) (?:decade|d[eé]cada)\b"),
)  # fmt: skip


def spelt(read: str, forms: Sequence[str], shown: str, picked: str) -> str:
    """The words of a text in figures that spell one of the forms out; "" when none do."""
    for sentence in sentences(read):
        if asks(sentence):
            continue
        for form in forms:
            found = (
                _cut_up(sentence, form)
                or _substance(sentence, form, shown, picked)
                or _dated(sentence, form, picked)
                or _begun(sentence, form, shown)
                or _with_signs(sentence, form)
            )
            if found and not NOT.search(sentence[: sentence.find(found)]):
                return found
    return ""


def _cut_up(sentence: str, form: str) -> str:
    """“mod-ern”, and “like dice, with an m”."""
    if not form.isalpha() or len(form) < LEAST_BEGUN:
        return ""
    for hit in _CUT.finditer(sentence) if "-" in sentence else ():
        if hit[0].replace("-", "") == form:
            return hit[0]
    row = _letters(form).search(sentence) if len(form) <= MOST_LETTERS else None
    if row:
        return row[0]
    for hit in _RHYME.finditer(sentence):
        if hit[1] != form and hit[2] + _ONSET.sub("", hit[1]) == form:
            return hit[0]
    return ""


@lru_cache(maxsize=256)
def _letters(form: str) -> re.Pattern[str]:
    """The letters of a form said one by one: “a, then b, then b”."""
    return re.compile(rf"(?<!\w){_THEN.join(form)}(?!\w)")


def _begun(sentence: str, form: str, shown: str) -> str:
    """“It begins with chloro-”: so much of a word that was not shown that no other is meant."""
    if not form.isalpha() or form in shown:
        return ""
    for hit in _BEGUN.finditer(sentence):
        enough = max(LEAST_BEGUN, 2 * len(form) / 5)
        if form.startswith(hit[1]) and len(hit[1]) >= enough:
            return hit[0]
    return ""


def _with_signs(sentence: str, form: str) -> str:
    """“c dash a dash t dash” for c-a-t-."""
    if len(form) < LEAST_BEGUN or not re.search(r"[-,_]", form):
        return ""
    said = _in_signs(sentence)
    return form if said != sentence and form in said and form not in sentence else ""


@lru_cache(maxsize=64)
def _in_signs(sentence: str) -> str:
    said = sentence
    for words, sign in _SAID_SIGNS:
        said = words.sub(sign, f"{said} ".replace(".", " ."))
    return said


def _substance(sentence: str, form: str, shown: str, picked: str) -> str:
    if len(form) > MOST_SIGNS or form in shown or not _SUBSTANCE.fullmatch(form):
        return ""
    atoms = _atoms(form)
    spoken = _spoken(form).search(sentence) if atoms else None
    if spoken and " " in spoken[0]:
        return spoken[0]
    if len(atoms) > 1 and all(
        re.search(rf"(?<!\w){count} (?:atoms? of )?(?:{_ELEMENTS[name]})\b", sentence)
        for name, count in atoms
    ):
        return sentence.strip()
    own = picked.rpartition(" ")[2]
    for hit in _NEEDS.finditer(sentence):
        if own.replace(hit[1], f"{hit[1]}{hit[2]}", 1) == form:
            return hit[0]
    return ""


@lru_cache(maxsize=256)
def _spoken(form: str) -> re.Pattern[str]:
    """A formula said sign by sign: “h, then a little 2, then o”."""
    signs = [re.escape(sign) for sign in re.findall(r"[a-z]|\d+", form)]
    return re.compile(rf"(?<!\w){_FILLER.join(signs)}(?!\w)")


@lru_cache(maxsize=256)
def _atoms(form: str) -> tuple[tuple[str, str], ...]:
    """The elements of a formula and how many atoms each has; none when it cannot be read so."""
    found = tuple((hit[1], hit[2] or "1") for hit in _ATOMS.finditer(form))
    whole = "".join(name + ("" if count == "1" else count) for name, count in found)
    return found if whole == form else ()


def _dated(sentence: str, form: str, picked: str) -> str:
    """A day and a month in another writing: “9/16”, “el 16 de septiembre”, or the month beside the learner's day."""
    wanted = _day_of(form)
    if wanted is None:
        return ""
    day, month = wanted
    for hit in _DATE.finditer(sentence):
        if _day_of(hit[0]) == wanted:
            return hit[0]
    own = _DATE.search(picked)
    named = re.search(rf"\b(?:in|en) (?:{_MONTHS[month - 1]})\b", sentence)
    if own and named and (own[1] or own[4]) == str(day):
        return named[0]
    for hit in _SLASHED.finditer(sentence):
        if {(int(hit[1]), int(hit[2])), (int(hit[2]), int(hit[1]))} & {(day, month)}:
            return hit[0]
    return ""


@lru_cache(maxsize=256)
def _day_of(text: str) -> tuple[int, int] | None:
    hit = _DATE.fullmatch(text)
    if hit is None:
        return None
    name = hit[2] or hit[3]
    month = next(at for at, names in enumerate(_MONTHS, 1) if name in names.split("|"))
    return int(hit[1] or hit[4]), month


def in_other_units(read: str, forms: Sequence[str], shown: str) -> str:
    """The words that say the same time in another unit: “a year” for 365 days."""
    for written, same in _SAME_TIME:
        if any(re.fullmatch(written, form) for form in forms):
            pattern = rf"(?<!\w)(?:{same})"
            hits = [
                hit[0]
                for one in sentences(read)
                if not asks(one) and (hit := re.search(pattern, one))
            ]
            return hits[0] if hits and not re.search(pattern, shown) else ""
    return ""


def missing_terms(read: str, forms: Sequence[str], shown: str, picked: str) -> str:
    """The terms that the learner's sum still lacks, all of them said: “the middle is 5x”."""
    own = set(_terms(picked.rpartition("=")[2]))
    stated = " ".join(one for one in sentences(_counted(read)) if not asks(one))
    for form in forms:
        wanted = _terms(form)
        lacking = [term for term in wanted if term not in own]
        if len(wanted) < 2 or not lacking or not own.intersection(wanted):
            continue
        if not all(_concluded(t, stated) if t.isdigit() else _stands(t, stated) for t in lacking):
            continue
        if not any(_stands(term, shown) for term in lacking):
            return ", ".join(lacking)
    return ""


def _concluded(number: str, text: str) -> bool:
    """Whether a number is what something comes to, or comes on top: “the other piece is 12”."""
    return (
        re.search(
            rf"\b(?:is|are|makes|gives|becomes|be|and|plus|es|son|y) {number}(?![\w.^*/])(?! ?[-+*/(])",
            text,
        )
        is not None
    )


def _counted(read: str) -> str:
    """“The a's come to 3” and “3 of the a's” as 3a."""
    read = re.sub(r"\bthe ([a-z])'s (?:come to|make|are|give|add up to) (\d+)\b", r"\2\1", read)
    return re.sub(r"\b(\d+) (?:of the )?([a-z])'s\b", r"\1\2", read)


@lru_cache(maxsize=1024)
def _terms(written: str) -> tuple[str, ...]:
    """The terms of a sum with a letter in it, signs kept; none of anything else."""
    tight = re.sub(r"[\s*]", "", written)
    if not re.fullmatch(r"-?(?:\d*[a-z](?:\^\d)?|\d+)(?:[-+](?:\d*[a-z](?:\^\d)?|\d+))+", tight):
        return ()
    return tuple(_each(tight))


def _each(tight: str) -> Iterator[str]:
    pieces = re.split(r"([-+])", tight)
    for sign, term in itertools.pairwise(["+", *pieces] if pieces[0] else pieces):
        if sign in "+-" and term and term not in "+-":
            yield term if sign == "+" else f"-{term}"


def _stands(term: str, text: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(term.lstrip('-'))}(?![\w^])", text) is not None
