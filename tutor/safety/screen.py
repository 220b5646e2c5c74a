"""Screening: the one concern that a text raises, the gravest first (pure, well under 1 ms)."""

import re
from collections.abc import Sequence

from tutor.safety.concern import Concern, Kind
from tutor.safety.likely import probability
from tutor.safety.normal import forms
from tutor.safety.signs import Sign, ar, en, es, more, orders
from tutor.safety.trouble import trouble

TIERS = {
    Kind.SELF_HARM: 1,
    Kind.ABUSE: 1,
    Kind.DANGER: 1,
    Kind.SEXUAL: 2,
    Kind.VIOLENCE: 2,
    Kind.HATE: 2,
    Kind.PERSONAL_DATA: 2,
    Kind.INJECTION: 0,
}
DOUBTFUL = 2  # the tier of what no sign betrays but the second reader finds likely
LONG = 600  # characters; a longer text is a paste, on which the second reader was not measured
LIKELY = 0.2  # probability from which a text that no sign betrays counts as an order
LIKELY_SHORT, SHORT = 0.5, 10  # the same for a text of fewer words than so many
# Crisis goes before everything; an order to the tutor comes last.
ORDER = tuple(Kind)
_LANGUAGES: tuple[tuple[Sign, ...], ...] = (
    en.SIGNS,
    es.SIGNS,
    ar.SIGNS,
    more.SIGNS,
    orders.SIGNS,
)
_SIGNS = tuple(
    sorted(
        (sign for signs in _LANGUAGES for sign in signs), key=lambda sign: ORDER.index(sign.kind)
    )
)
# Words of a text that is about a book, a film or a language, not about its writer.
_TOLD = re.compile(
    r"\b(?:character|poem|poet|novel|book|story|song|lyrics|chorus|sings|singer|hyperbole|metaphor|film|movie|play|scene|narrator|author|"
    r"speaker|chapter|quote|translate|translation|sentence|grammar|hamlet|romeo|juliet|macbeth|"
    r"personaje|poema|hiperbole|metafora|novela|libro|cancion|pelicula|autor|narrador|cita|frase|traduce|oracion|"
    r"الشخصيه|القصيده|الروايه|الكتاب|القصه|الاغنيه|الفيلم|يغني|استعاره|الكاتب|ترجم|الجمله|اعرب)\b"
)
# Words that a singer or a figure says, up to the end; only in such texts.
_REPORTED = re.compile(
    r"\b(?:sings?|singing|chorus|verse|canta|estribillo|يغني|تغني|اللازمه)\b.*"
    r"|\b(?:he|she|they|it|singer|romeo|juliet|hero|heroine|el|ella|protagonista) (?:says?|said|sang|dice)\b.*"
)
# “Mum is going to kill me when she sees my grade”: anger over marks, not a threat.
_SCOLDED = re.compile(
    r"\b(?:will|gonna|going to|is going to|would|'ll) (?:literally )?(?:kill|murder|end|slaughter|destroy) me"
    r"(?=.{0,30}\b(?:lol|haha\w*|lmao|grades?|marks?|score|report|homework|finds? out|sees?)\b)"
    r"|\bme (?:va|van) a (?:matar|colgar|ahorcar)(?=.{0,30}\b(?:j[aeij]{3,}\w*|xd|notas?|repruebo|reprobe|suspendo|no (?:termino|acabo|hago)|pierdo|perdi|tarea|examen|boleta|vea|vean|entere)\b)"
    r"|(?:رح|راح|ح|س)\s?(?:يقتلني|يذبحني|تقتلني|تذبحني)(?=.{0,30}(?:هه|علامه|العلامه|درجه|الواجب))"
)
# “I'd rather die than do long division”, and a brother's pillow: a way of speaking, and play.
_JOKED = re.compile(
    r"\b(?:rather|sooner) die than (?:do|write|read|solve|study|learn|sit|take|eat|go to|have)\b"
    r"|\b(?:prefiero|antes) (?:morir(?:me)?|la muerte) (?:antes )?(?:que|a) (?:hacer|leer|estudiar|escribir|resolver|ir a)\b"
    r"|\b(?:hits?|threw|throws) me (?:with|in the face with) (?:a|his|her|the) (?:pillow|teddy|sock|snowball|cushion)\b"
    r"|\bme (?:pega|pego|da|dio) con (?:una|la|su|un|el) (?:almohada|peluche|cojin)\b"
    r"|(?:ضربني|ضربتني|يضربني)\s?(?:بالمخده|بالوساده|بالدبدوب)"
    r"|\bnos (?:dieron|metieron|pegaron) una (?:buena |gran )?paliza\b(?=.{0,25}(?:\d ?(?:a|-) ?\d|partido|final|jaja|equipo|liga|torneo))"
    r"|\b(?:رح|راح|بد[هيك]+)?\s?ب?(?:اموت|ميت|متت?) (?:من )?(?:ال)?(?:نعاس|نعسان|ضحك|حر|ملل)\b"
    r"|(?:روميو|جولييت|سقراط|كليوباترا|الملك|البطل|البطله|الاسكندر) (?:شرب|شربت|تناول|انتحر|انتحرت|قتل)(?:ت)?(?: نفسه| نفسها)?(?: السم)?"
    r"|(?:شرب|تناول) (?:روميو|سقراط|الملك|البطل) السم"
    r"|(?:اكره|كرهت) حياتي(?=.{0,60}(?:هه|اختبار|امتحان|واجب))"
)
# “My teacher said plants breathe at night”: what an adult says of the world, nobody being in it.
_LESSON = re.compile(
    r"(?:(?:my|our|the|mi|nuestr[oa]|el|la) )?(?:(?:\w+ )?(?:teacher|sir|miss|tutor|coach|mum|mom|dad|parents|uncle|aunt|grandpa|grandma|nan|gran|brother|sister|cousin)|"
    r"(?:profe|profesora?|maestr[oa]|mama|papa|padres|ti[oa]|abuel[oa]|herman[oa]|prim[oa]))"
    r" (?:said|says|thinks|taught (?:me|us)|explained|told (?:me|us)|dijo|dice|(?:me|nos) (?:dijo|dice|explico)|cree)(?: that| que)? "
    r"(?P<what>(?:(?!\b(?:i|im|id|ill|ive|me|my|mine|myself|we|us|our|you|your|he|him|his|she|her|they|them|nobody|noone|anyone|anybody|secrets?|tell|kill|die|hurt|"
    r"yo|mi|mis|conmigo|nos|tu|te|el|ella|ellos|nadie|secreto|contar|matar|morir)\b).)+)"
)
# “He told his soldiers to disregard the orders”: an order that somebody else was given.
_TO_OTHERS = re.compile(
    r"\b(?:told|ordered|asked|commanded|made) (?:his|her|their|the) (?!ai\b|tutor\b|bot\b|model\b)\w+ to (?:ignore|disregard|forget|disobey|break|obey)\b[^.,;!?]*"
)
_QUOTED = re.compile(r'"[^"]{2,200}"|(?<!\w)\'[^\']{4,200}\'(?!\w)')


def screen(text: str, language: str, *, weights: Sequence[float] | None = None) -> Concern | None:
    """The gravest concern in a learner's message, or None.

    Every language is looked for whatever `language` (BCP 47) the course is in: children mix them.
    `weights` are others than the shipped ones of `likely`. Words that a book's character says in quotation marks are not the learner's own.
    """
    written = readings = forms(text)
    if _TOLD.search(readings[0]):
        readings = tuple(_REPORTED.sub(" … ", _QUOTED.sub(" … ", reading)) for reading in readings)
    readings = tuple(
        _TO_OTHERS.sub(" … ", _JOKED.sub(" … ", _SCOLDED.sub(" … ", one))) for one in readings
    )
    for sign in _SIGNS:
        if any(sign.found_in(reading) for reading in readings):
            return Concern(kind=sign.kind, tier=TIERS[sign.kind])
    told = _LESSON.fullmatch(readings[-1].strip(" .!?"))
    if len(text) <= LONG and told is None and (maybe := trouble(readings[-1])):
        return Concern(kind=maybe.kind, tier=DOUBTFUL)
    bar = LIKELY_SHORT if len(text.split()) < SHORT else LIKELY
    own = text if readings[0] == written[0] else readings[0]  # capitals tell, too
    if max(probability(one, weights) for one in (own, *readings[1:])) > bar:
        return Concern(kind=Kind.INJECTION, tier=TIERS[Kind.INJECTION])
    return None


def warm_up() -> None:
    """Compile every sign and read the weights, so that the first message need not wait."""
    screen("Good morning, this is an ordinary sentence.", "en")
