"""Whether a text tells a number by what the learner said: “two fewer than you wrote” (pure)."""

import itertools
import re
from collections.abc import Callable
from fractions import Fraction

_N = r"(?P<n>\d+(?:\.\d+)?(?:/\d+)?)"
_UNIT = r"(?: (?!than\b|que\b|als\b)[^\W\d_]+){0,2}"
_YOURS = (
    r"(?:what |that |the (?:one|number|year|value) (?:that )?)?"
    r"(?:you(?:'ve| have)? (?:said|say|wrote|write|got|get|have|had|put|found|answered|gave|think|"
    r"guessed|counted)"
    r"|yours|your (?:\w+ )?(?:answer|number|result|guess|total|value|figure)"
    r"|lo tuyo|(?:lo que )?(?:dijiste|pusiste|escribiste|tienes)|"
    r"tu (?:respuesta|resultado|numero|número)|la tuya|el tuyo"
    r"|(?:deine[rs]?) (?:antwort|ergebnis|zahl)|ta r[eé]ponse|جوابك|اجابتك|إجابتك|ما قلت|ما كتبت)"
)
_MORE = (
    r"(?:more|hotter|warmer|faster|longer|heavier|dearer|taller|wider|further|deeper|later|older|"
    r"too late|higher|greater|bigger|larger|mas|más|mehr|de plus|اكثر|أكثر)"
)
_LESS = (
    r"(?:less|colder|cooler|slower|shorter|lighter|cheaper|narrower|nearer|earlier|younger|"
    r"too early|fewer|lower|smaller|menos|weniger|de moins|اقل|أقل)"
)
_THAN = r"(?:than|que|als|من)"
_SHY = r"\b(?:close|almost|nearly|not far off|casi|fast|presque)\b[^.?]{0,12} (?:only |just |sólo |solo |nur )?"
_SWAPPED_PLACES = re.compile(
    r"\b(?:swapped|switched|changed|exchanged|mixed up)"
    r"(?: places| round| around)?\b[^.?!\d]{0,24}\b(?:the |a )?(\d) and (?:the |a )?(\d)\b|"
    r"\b(?:the |your )?(\d) and (?:the |your )?(\d)\b[^.?!\d]{0,24}\b"
    r"(?:swapped|switched|exchanged|changed places|wrong way round|mixed up|wrong order)\b"
)
_SWAPPED = re.compile(
    r"\b(?:swap|switch|exchange|flip|turn (?:a)?round)(?:ped|ed|d)? (?:the |your )?(\d) (?:and|with) (?:the )?(\d)\b"
)
Change = Callable[[Fraction, Fraction], Fraction]
_OWN = re.compile(_YOURS)
# Each wording, whether it speaks of what the learner said, and what it does to a number.
# A third thing says whether the wording has a number, without which it is not looked for.
_WAYS: tuple[tuple[re.Pattern[str], bool, bool, tuple[Change, ...]], ...] = tuple(
    (re.compile(wording), _YOURS in wording and "|your" not in wording.replace(_YOURS, ""), r"\d" in wording, changes)
    for wording, changes in (
        (rf"{_N}{_UNIT} {_MORE} {_THAN} {_YOURS}", (lambda a, n: a + n,)),
        (rf"{_N}{_UNIT} {_LESS} {_THAN} {_YOURS}", (lambda a, n: a - n,)),
        (rf"{_N} times (?:as (?:many|much|big|large|high) as )?{_YOURS}", (lambda a, n: a * n,)),
        (rf"^\W*{_N} times (?:that|this|it)\W*$", (lambda a, n: a * n,)),
        (rf"{_YOURS} (?:times|multiplied by|\*) {_N}", (lambda a, n: a * n,)),
        (rf"{_YOURS} (?:plus|\+) {_N}", (lambda a, n: a + n,)),
        (rf"{_YOURS} (?:minus|-) {_N}", (lambda a, n: a - n,)),
        (rf"{_YOURS} (?:divided by|/) {_N}", (lambda a, n: a / n if n else a,)),
        (rf"(?:double|twice|el doble de|das doppelte von|le double de|ضعف) {_YOURS}", (lambda a, n: a * 2,)),
        (rf"(?:half|la mitad de|die hälfte von|la moitié de|نصف) (?:of )?{_YOURS}", (lambda a, n: a / 2,)),
        (
            rf"(?:add|s[uú]ma(?:le)?|añ[aá]de(?:le)?|addiere|ajoute|اضف|أضف|زد) {_N}{_UNIT} "
            rf"(?:to|a|zu|à|الى|إلى|علي|على) {_YOURS}", (lambda a, n: a + n,)),
        (
            rf"(?:subtract|take(?: away)?|r[eé]sta(?:le)?|qu[ií]ta(?:le)?|ziehe|انقص|أنقص|"
            rf"اطرح) {_N}{_UNIT} (?:away )?(?:from|a|de|von|من) {_YOURS}", (lambda a, n: a - n,)),
        (
            rf"\b{_N}{_UNIT} too (?:many|much|high|big|large)\b|"
            rf"te (?:sobran?|pasaste (?:por|de)) {_N.replace('?P<n>', '')}", (lambda a, n: a - n,)),
        (rf"\btoo (?:many|much|high|big|large) by {_N}", (lambda a, n: a - n,)),
        (rf"\btoo (?:few|low|small|little) by {_N}", (lambda a, n: a + n,)),
        (rf"{_N}{_UNIT} (?:after|above|past) {_YOURS}", (lambda a, n: a + n,)),
        (rf"{_N}{_UNIT} (?:before|below) {_YOURS}", (lambda a, n: a - n,)),
        (rf"\badd (?:the other|another|just|the missing) {_N}", (lambda a, n: a + n,)),
        (
            rf"\b{_N}{_UNIT} too (?:few|low|small|little)\b|"
            rf"(?:te|le) faltan? {_N.replace('?P<n>', '')}", (lambda a, n: a + n,)),
        (r"\bhalve (?:your \w+|yours|it|that|what you \w+)", (lambda a, n: a / 2,)),
        (rf"{_SHY}{_N}{_UNIT} {_MORE}\b(?! {_THAN})", (lambda a, n: a + n,)),
        (rf"{_SHY}{_N}{_UNIT} {_LESS}\b(?! {_THAN})", (lambda a, n: a - n,)),
        (
            rf"\b(?:overshot|overcounted|went (?:over|past)|are over|were over) "
            rf"(?:it |the mark )?by (?:just |only )?{_N}\b", (lambda a, n: a - n,)),
        (
            rf"\b(?:undershot|undercounted|fell short|are short|were short|short of it) "
            rf"(?:it )?by (?:just |only )?{_N}\b", (lambda a, n: a + n,)),
        (
            rf"^\W*(?:just |only )?{_N}(?: years?| days?| hours?| months?)? "
            rf"(?:(?:after|later than) (?:that|this|it)|later|afterwards|too early)\b", (lambda a, n: a + n,)),
        (
            rf"^\W*(?:just |only )?{_N}(?: years?| days?| hours?| months?)? "
            rf"(?:(?:before|earlier than) (?:that|this|it)|earlier|sooner|too late)\b", (lambda a, n: a - n,)),
        (
            rf"\b(?:take|knock|shave) (?:just |only )?{_N}{_UNIT} off "
            rf"(?:{_YOURS}|your \w+|that|it)\b", (lambda a, n: a - n,)),
        (
            rf"^\W*(?:you(?:'d)? (?:need|want|should have|must have)|make (?:it|that)|"
            rf"it (?:has|needs) to be|you're looking for) {_N}{_UNIT} {_MORE}\W*$", (lambda a, n: a + n,)),
        (
            rf"^\W*(?:you(?:'d)? (?:need|want|should have|must have)|make (?:it|that)|"
            rf"it (?:has|needs) to be|you're looking for) {_N}{_UNIT} {_LESS}\W*$", (lambda a, n: a - n,)),
        (
            rf"\b(?:drop|lower|reduce|decrease) (?:it|that|yours|your \w+) by "
            rf"(?:just |only )?{_N}\b", (lambda a, n: a - n,)),
        (
            rf"\b(?:raise|lift|increase|bump) (?:it|that|yours|your \w+)(?: up)? by "
            rf"(?:just |only )?{_N}\b", (lambda a, n: a + n,)),
        (
            rf"\b(?:cut|split|break|divide) (?:your |the |that )?{_N} (?:in|into) "
            rf"(?:2|half|halves|1/2)\b", (lambda a, n: a / 2 if a == n else a,)),
        (rf"\bil (?:te |vous )?manque (?:encore |juste )?{_N}\b", (lambda a, n: a + n,)),
        (
            rf"\b(?:ajoute|ajoutez) {_N} à (?:ton|ta|votre|ce|cette) "
            rf"(?:r[eé]sultat|r[eé]ponse|nombre|total)", (lambda a, n: a + n,)),
        (
            rf"\b(?:enl[eè]ve|retire|[oô]te) {_N} (?:à|de) (?:ton|ta|votre) "
            rf"(?:r[eé]sultat|r[eé]ponse|nombre|total)", (lambda a, n: a - n,)),
        (rf"\bdir fehl(?:t|en) (?:nur |noch )*{_N}\b", (lambda a, n: a + n,)),
        (
            r"\b(?:add|put|append|needs?|misses|lacks?|missing|a[ñn]ad[ea]|agrega|pon|ponle|falta)"
            r"(?:le)? (?:just |only |solo )?(?:an?|1|another|un|otro|una?)? ?"
            r"(?:more |extra |m[aá]s )?(?:0|zero|nought|cero)\b(?! (?:to|in front))|"
            r"\b1 more (?:0|zero)\b", (lambda a, n: a * 10,)),
        (
            r"\b(?:drop|remove|lose|leave off|quita(?:le)?|borra) "
            r"(?:an?|1|the last|un|el [uú]ltimo) (?:0|zero|nought|cero)\b", (lambda a, n: a / 10,)),
        (
            r"\b(?:(?:2|two) times|twice|double)(?: as (?:many|much|big|long|large))?(?: \w+)? "
            r"(?:as|what) you (?:wrote|said|have|put|got)\b", (lambda a, n: a * 2,)),
        (
            rf"^\W*(?:justo |s[oó]lo |solamente |exactamente )?{_N} años "
            rf"(?:despu[eé]s|m[aá]s tarde)\b", (lambda a, n: a + n,)),
        (rf"^\W*(?:justo |s[oó]lo |solamente |exactamente )?{_N} años (?:antes|menos)\b", (lambda a, n: a - n,)),
        (
            rf"\b(?:1|one) (?:place |step )?(?:further|higher|up)(?: along)? (?:than )?"
            rf"(?:what )?{_YOURS}", (lambda a, n: a + 1,)),
        (
            rf"\b{_N}{_UNIT} (?:below|under|less than|short of|fewer than|lower than) "
            rf"(?:what (?:it|that|you) should|where (?:it|you) should|"
            rf"the (?:right|correct|real|actual|true) )", (lambda a, n: a + n,)),
        (
            rf"\b{_N}{_UNIT} (?:above|over|more than|higher than|too far past) "
            rf"(?:what (?:it|that|you) should|where (?:it|you) should|"
            rf"the (?:right|correct|real|actual|true) )", (lambda a, n: a - n,)),
        (
            rf"\b(?:is|are|was|were|you're|you are|still)(?: just| only| exactly)? "
            rf"(?:missing|lacking|short)(?: of| by)? [$€£]?{_N}\b", (lambda a, n: a + n,)),
        (rf"\b[$€£]?{_N}{_UNIT} {_MORE} {_THAN} (?:there|it|they|he|she|we|is|are)\b", (lambda a, n: a - n,)),
        (rf"\b[$€£]?{_N}{_UNIT} {_LESS} {_THAN} (?:there|it|they|he|she|we|is|are)\b", (lambda a, n: a + n,)),
        (rf"(?:,|;|:|^|\bso|\band) (?:so |then |just |you )*take {_N} (?:off|away)\W*$", (lambda a, n: a - n,)),
        (rf"\btakes? {_N} more (?:off|away)\b", (lambda a, n: a - n,)),
        (
            rf"\b(?:went on|goes on|lasted|lasts|ran|continued)(?: for)?"
            rf"(?: just| only| another)? {_N} years\b", (lambda a, n: a + n,)),
        (rf"\b{_N} times as (?:many|much|big|long|high|large|far)\b", (lambda a, n: a * n,)),
        (r"\b(?:a )?1/(?P<n>\d+) of (?:your|what you)\b", (lambda a, n: a / n if n else a,)),
        (
            rf"\b(?:begun|started|started it|began|happened|came|come|ended|died|born|founded|"
            rf"fought|took place|was|were|been) (?:already |just |only )?{_N} years "
            rf"(?:earlier|before|sooner)\b", (lambda a, n: a - n,)),
        (
            rf"\b(?:begun|started|began|happened|came|come|ended|died|born|founded|fought|"
            rf"took place|was|were|been) (?:just |only )?{_N} years (?:later|after(?:wards)?)\b", (lambda a, n: a + n,)),
        (
            r"\b(?:twice|double|2 times)(?: as (?:much|many|long|far|big|fast))?(?: as)? "
            r"(?:that|this|it)\W*$", (lambda a, n: a * 2,)),
        (r"\bhalf (?:of )?(?:that|this|it|as (?:much|many|long|far))\W*$", (lambda a, n: a / 2,)),
        (
            r"\b(?:dropped|lost|forgot(?:ten)?|missed|left out|missing|need|needs|want|wants) "
            r"(?:an?|1|the|your) (?:minus|negative|sign)\b", (lambda a, n: -a,)),
        (
            r"\b(?:wrong|opposite|other) sign\b|\bsign (?:is|was) (?:wrong|off|the wrong)\b|"
            r"\bflip (?:the|your|its) sign\b", (lambda a, n: -a,)),
        (rf"\b(?:go|move|step|jump|come) (?:back|down) (?:by )?(?:just |only )?{_N}\b", (lambda a, n: a - n,)),
        (rf"\b(?:go|move|step|jump|come) (?:up|on|forwards?) (?:by )?(?:just |only )?{_N}\b", (lambda a, n: a + n,)),
        (rf"\b{_N}{_UNIT} too (?:dear|expensive|long|late|far|hot|fast|heavy|generous)\b", (lambda a, n: a - n,)),
        (rf"\b{_N}{_UNIT} too (?:cheap|short|early|cold|slow|light|stingy|mean)\b", (lambda a, n: a + n,)),
        (rf"\b{_MORE} than (?:that|this|it|yours|you \w+),? by (?:just |only )?{_N}\b", (lambda a, n: a + n,)),
        (rf"\b{_LESS} than (?:that|this|it|yours|you \w+),? by (?:just |only )?{_N}\b", (lambda a, n: a - n,)),
        (
            rf"\b(?:ours|this one|this 1|hers|his|theirs|mine|the real one) "
            rf"(?:is|was|has|comes|came|began|ended) "
            rf"(?:just |only |exactly )?{_N}{_UNIT} {_MORE}\b", (lambda a, n: a + n,)),
        (
            rf"\b(?:ours|this one|this 1|hers|his|theirs|mine|the real one) "
            rf"(?:is|was|has|comes|came|began|ended) "
            rf"(?:just |only |exactly )?{_N}{_UNIT} {_LESS}\b", (lambda a, n: a - n,)),
        (rf"\b{_N}{_UNIT} after (?:ours|the right one|the real one|this one)\b", (lambda a, n: a - n,)),
        (rf"\b{_N}{_UNIT} before (?:ours|the right one|the real one|this one)\b", (lambda a, n: a + n,)),
        (rf"(?:off|out) by (?:just |only )?{_N}\b", (lambda a, n: a + n, lambda a, n: a - n)),
    )
)  # fmt: skip
_ONE = re.compile(
    rf"\b(?:an?|one|the|1) single(?= [^\W\d_]+)|\b(?:an?|one) (?=[^\W\d_]+ too )|"
    rf"\b(?:an?|one|un|una|ein|eine|une) (?=[^\W\d_]+ (?:{_MORE}|{_LESS}) )|"
    rf"\b(?:one|uno|eins)(?= {_MORE}| {_LESS})"
)
_SPELT = {"uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9", "once": "11", "doce": "12", "quince": "15", "treinta": "30", "diez": "10", "cien": "100", "veinte": "20", "cincuenta": "50", "mil": "1000", "zwei": "2", "drei": "3", "zehn": "10", "zwanzig": "20", "deux": "2", "trois": "3", "dix": "10", "اثنين": "2", "ثلاثة": "3", "خمسة": "5", "عشرة": "10"}  # fmt: skip
_SPELT_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(_SPELT)})(?!\w)")


def by_what_was_said(read: str, value: Fraction, said: tuple[Fraction, ...]) -> str:
    """The words that make `value` of one of the numbers that the learner said; "" when none do."""
    if not said:
        return ""
    text = _ONE.sub("1 ", _SPELT_WORD.sub(lambda hit: _SPELT[hit[0]], read))
    counted = any(map(str.isdigit, text))
    for hit in _SWAPPED.finditer(text if counted else ""):
        if any(value in _exchanged(str(one), hit[1], hit[2]) for one in said):
            return hit[0]
    for hit in _SWAPPED_PLACES.finditer(text if counted else ""):
        a, b = (group for group in hit.groups() if group)
        if any(value in {*_exchanged(str(one), a, b), *_exchanged(str(one), b, a)} for one in said):
            return hit[0]
    own = _OWN.search(text) is not None
    for wording, needs_own, needs_number, changes in _WAYS:
        if (needs_own and not own) or (needs_number and not counted):
            continue  # looking for all of them takes longest
        for hit in wording.finditer(text):
            by = next((Fraction(g) for g in hit.groups() if g), Fraction(0))
            if any(change(one, by) == value for change in changes for one in said if one != value):
                return hit[0]
    return ""


def _exchanged(number: str, one: str, other: str) -> list[Fraction]:
    """The numbers that come of exchanging two digits of a number."""
    pairs = itertools.permutations(range(len(number)), 2)
    return [
        Fraction("".join(other if i == a else one if i == b else c for i, c in enumerate(number)))
        for a, b in pairs
        if number[a] == one and number[b] == other
    ]
