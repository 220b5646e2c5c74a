"""Wishes in the words of a persona that its contract, its numbers or the tutor itself deny: a table. Pure.

Each line is a wish, where it counts, and what is said about it. A wish that is denied in its clause (“never
mocks”) is none.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tutor.curriculum.course import Course
from tutor.curriculum.persona import Contract, Persona
from tutor.dialogue.checks import form
from tutor.dialogue.personas.signs import NOT

Found = tuple[str, str, str]
PLAIN_AGE, LONG_PAUSE, SOFT, HARD, SHORT_REPLY = 13, 30, 0.6, 0.8, 60

_WHO = r"(?:the (?:learner|student|pupil|child)s?|them|him|her|you|everyone|al alumno|a la alumna|el alumno|les?)"
_WORK = (
    r"(?:(?:the|each|every|their|its|your|la|el|los|las|cada) )?(?:\w+ )?"
    r"(?:exercises?|problems?|questions?|tasks?|homework|sums?|items?|code|last step|work|"
    r"ejercicios?|problemas?|tareas?|deberes|[uú]ltimo paso|preguntas?)"
)
_TONGUES = {
    "en": "english|ingl[eé]s", "es": "spanish|espa[nñ]ol|castellano", "ar": "arabic|[aá]rabe", "fr": "french|franc[eé]s",
    "de": "german|alem[aá]n", "pt": "portuguese|portugu[eé]s", "it": "italian|italiano",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """`field` is what to look at; `where` says for which personas the wish cannot be met."""

    field: str
    pattern: re.Pattern[str]
    where: Callable[[Persona], bool]
    what: str
    do: str


def _wish(field: str, pattern: str, where: Callable[[Persona], bool], what: str, do: str) -> Wish:
    return Wish(field, re.compile(pattern, re.IGNORECASE), where, what, do)


def _always(_: Persona) -> bool:
    return True


def _no_solving(persona: Persona) -> bool:
    return persona.contract is not Contract.PRACTICE


def _noting(persona: Persona) -> bool:
    return persona.contract in (Contract.QUIZ, Contract.EXAM)


_WISHES = (
    _wish("voice", (
        rf"\b(?:solv|do(?:es|ing)? |work(?:s|ing)? out|complet|finish|writ|resuelv|haga?c?e? |"
        rf"termina)\w* *{_WORK}\b[^.;:!?]{{0,30}}?\b"
        rf"(?:with|for|together|until|when|himself|herself|itself|con|por)\b"
    ),
          _no_solving, "It solves the work, which the contract “{contract}” leaves to the learner", "Say how the tutor helps on the way, or choose the contract practice."),
    _wish("voice", (
        r"\b(?:fills? in|types? out|hands? over|supplies|completes?|rellena|"
        r"completa)\b[^.;:!?]{0,20}\b(?:blanks?|gaps?|missing|rest|huecos?|lo que falta)\b|"
        r"\b(?:shows?|reveals?|tells?|muestra|cuenta) (?:\w+ )?"
        r"(?:how it (?:ends|comes out|is done)|c[oó]mo (?:termina|acaba))\b"
    ),
          _no_solving, "It finishes the work, which the contract “{contract}” leaves to the learner", "Say how the tutor helps on the way, or choose the contract practice."),
    _wish("voice", (
        r"\b(?:comments?|reacts?|responds?|remarks?|comenta|reacciona)\b[^.;:!?]{0,15}\b"
        r"(?:each|every|any|cada)\b[^.;:!?]{0,20}\b"
        r"(?:answers?|repl(?:y|ies)|responses?|respuestas?)\b"
    ),
          _noting, "It comments on answers, and under the contract “{contract}” they are only noted", "Say that the tutor looks back at the end, or choose the contract practice."),
    _wish("voice", (
        r"\b(?:drops?|slips?|whispers?|lets? (?:slip|out)|throws? in|suelta|deja caer|"
        r"susurra)\b[^.;:!?]{0,20}\b(?:hints?|clues?|tips?|pointers?|pistas?)\b|"
        r"\b(?:walks?|talks?|takes?|leads?|acompa[nñ]a|lleva)\b[^.;:!?]{0,20}\b"
        r"(?:through|a trav[eé]s|por)\b[^.;:!?]{0,15}\b"
        r"(?:problems?|questions?|exercises?|items?|it|steps?|ejercicios?|preguntas?)\b"
    ),
          _noting, "It gives help, and under the contract “{contract}” there is none", "Say what the tutor does instead, or choose practice or homework."),
    _wish("voice", (
        rf"\b(?:tell|show|giv|says?|reveal|dice|muestra|da)\w* (?:{_WHO} )?"
        rf"(?:what|how much|which|cu[aá]l|cu[aá]nto|qu[eé]) [^.;:!?]{{0,25}}\b"
        rf"(?:result|answer|solution|right one|option|resultado|respuesta|correct[ao])\b"
    ),
          _no_solving, "It tells results, which the contract “{contract}” forbids", "Say what the tutor does instead, or choose the contract practice."),
    _wish("voice", (
        rf"\b(?:nudg|steer|guid|point|lead|push|help|assist|support|coach|orient|gu[ií]a|ayuda|"
        rf"lleva)\w* (?:{_WHO} )?(?:gently )?"
        rf"(?:towards?|to|on|along|through|with|hacia|a|con)?\b[^.;:!?]{{0,15}}\b"
        rf"(?:right|correct|answer|option|solution|way|step|stuck|hard|correct[ao]|respuesta|"
        rf"paso)\w*"
    ),
          _noting, "It helps on, and under the contract “{contract}” no help is given", "Say what the tutor does instead, or choose practice or homework."),
    _wish("voice", (
        r"\b(?:right away|at once|immediately|instantly|straight away|directly|"
        r"after each (?:answer|question)|after every (?:answer|question)|enseguida|al instante|"
        r"despu[eé]s de cada)\b[^.;:!?]{0,40}\b"
        r"(?:right|wrong|correct\w*|mistakes?|feedback|bien|mal)\b|"
        r"\b(?:says?|tells?|gives?|shows?|corrects?|comments?|dice|corrige|"
        r"comenta)\b[^.;:!?]{0,50}\b(?:right away|at once|immediately|instantly|straight away|"
        r"after each|after every|enseguida|al instante|despu[eé]s de cada)\b"
    ),
          _noting, (
              "It judges each answer at once, and under the contract “{contract}” answers are "
              "only noted"
          ), "Say that the tutor looks back at the end, or choose the contract practice."),
    _wish("voice", (
        r"\b(?:this|it|esto) (?:is|es) (?:an?|the|un|una|el|la) (?:\w+ )?"
        r"(?:exam|test|quiz|examen|prueba)\b|"
        r"\b(?:says?|tells?|reveals?|dice) nothing (?:until|before)|\bno feedback (?:until|before)"
    ),
          lambda p: p.contract is Contract.PRACTICE, "It speaks of a test, and the contract is “practice”, which helps", "Choose the contract quiz or exam, or take this out of the voice."),
    _wish("voice", (
        r"\b(?:as|is|am|plays?|speaks? as|soy|es|como) "
        r"(?:their |your |our |the |an? |la |el |su |tu )*(?:class |old |real |former )*"
        r"(?:mr|mrs|ms|miss|sir|madam|teacher called|teacher named|teacher who has|human|"
        r"real person|friend from|señora?|profesora?|persona real|maestr[oa] de)\b|"
        r"\b(?:pretends?|poses|claims?|finge|se hace pasar)\b[^.;:!?]{0,12}\b"
        r"(?:to be|as|being|ser|por)\b(?! (?:stuck|confused|not|surprised))|"
        r"\b(?:persona|profesora?|maestr[oa]|human[oa])\b[^.;:!?]{0,12}\b"
        r"(?:de verdad|de carne y hueso|aut[eé]ntic[oa]|real)\b"
    ),
          _always, "It asks the tutor to pass for a human", (
              "Take it out: the tutor says that it is a program, and drafts that do not are "
              "refused."
          )),
    _wish("voice", (
        rf"\b(?:tell|say|remind|assur|prais|compliment|d[ií]ce|elogia|alaba)\w* [^.;:!?]{{0,30}}\b"
        rf"(?:how |so |very |lo |qu[eé] |muy )?"
        rf"(?:clever|smart|bright|talented|gifted|intelligent|brilliant|genius|list[oa]|"
        rf"inteligente|brillante|geni[oa])\b|"
        rf"\b(?:calls|llama) {_WHO} (?:a |an )?(?:genius|star|champion|prodigy|genio)\b"
    ),
          _always, "It asks for flattery, which is refused in every reply", "Ask for words about the work, not about the person."),
    _wish("voice", (
        r"\b(?:mock|ridicul|sham|insult|humiliat|tease|scold|belittl|taunt|burl|humill|rega[nñ]|"
        r"rid[ií]culi)\w*|\bmak\w+ fun of\b|"
        r"\b(?:laughs?|sneers?|giggles?|rolls? (?:his|her|their|its) eyes) (?:at|over)\b"
        r"(?! (?:its|his|her|their) own)|\bsarcastic about\b|"
        r"\bcalls? [^.;:!?]{0,25}\b(?:lazy|stupid|dumb|slow)\b|\bse (?:r[ií]e|burla) de\b"
    ),
          _always, "It belittles learners, which is refused in every reply", "Take it out: say what the tutor does about a mistake."),
    _wish("voice", (
        r"\b(?:asks?|poses?|puts?|fires?|shoots?|throws?|bombards?|ends? with|hace|plantea|"
        r"lanza)\b[^.;:!?]{0,30}\b(?:several|many|two|three|four|five|a handful of|a barrage of|"
        r"a bunch of|dozens of|lots of|a lot of|a series of|varias|muchas|dos|tres|cuatro|"
        r"un mont[oó]n de)\b (?:\w+ )?(?:questions|preguntas)\b"
        r"(?! (?:a|per) (?:session|lesson|day|week))"
    ),
          _always, "It asks for several questions; a reply has one at most", "Ask for one question at a time."),
    _wish("voice", (
        r"\b(?:at length|in (?:great|full|much) detail|(?:several|many|long|two|three) paragraphs|"
        r"long(?:er)? (?:explanations?|answers?|replies|stories|texts?)|exhaustively|"
        r"con todo detalle|varios p[aá]rrafos|extensa?mente|explicaciones largas)\b"
    ),
          lambda p: p.max_words < SHORT_REPLY, "It asks for length, and max_words is {max_words}", "Raise max_words, or ask for short replies."),
    _wish("humour", (
        r"\b(?:never|no|without|not) (?:\w+ )?(?:jok|fun|humou?r|pun)\w*|"
        r"\b(?:humou?rless|deadpan serious|strictly serious|always serious|dead serious|"
        r"nunca bromea|sin bromas|sin humor|nada de bromas)\b"
    ),
          lambda p: p.humour >= 2, "The voice never jokes, and humour is {humour}", "Lower humour, or let the voice joke."),
    _wish("strictness", (
        r"\b(?:lets? (?:\w+ )*(?:slide|pass|go)|relaxed about|not (?:fussy|picky|strict)|"
        r"generous with|turns a blind eye|easy ?going|overlooks?|pasa por alto|permisiv[oa]|"
        r"poco exigente)\b"
    ),
          lambda p: p.strictness >= 4, "The voice is lenient, and strictness is {strictness}", "Lower strictness, or firm up the voice."),
    _wish("strictness", (
        r"\b(?:accepts? nothing but|insists on (?:perfect|every)|"
        r"(?:no|never accepts?) (?:second|sloppy|half)|no mercy|exigente|estricta?o?|sever[oa])\b"
    ),
          lambda p: p.strictness <= 1, "The voice is strict, and strictness is {strictness}", "Raise strictness, or soften the voice."),
    _wish("reading_age", (
        r"\b(?:university|academic|scholarly|sophisticated|scientific|complicated|difficult|"
        r"learned|specialist|technical|advanced|universitari[oa]|acad[eé]mic[oa]|t[eé]cnic[oa]|"
        r"culto) (?:\w+ )?(?:vocabulary|language|words|terms|style|english|vocabulario|lenguaje|"
        r"palabras)\b|\b(?:vocabulario|lenguaje) "
        r"(?:universitario|acad[eé]mico|t[eé]cnico|culto)\b|"
        r"\blong,? (?:complex|nested|winding) sentences\b|\bjargon\b"
    ),
          lambda p: p.reading_age <= PLAIN_AGE, "The voice asks for hard words, and replies must be readable at {reading_age} years", "Raise reading_age, or ask for plain words."),
    _wish("hint_pause", (
        r"\b(?:hints?|help|pistas?|ayuda)\b[^.;:!?]{0,30}\b"
        r"(?:at once|immediately|instantly|promptly|without (?:a |any )?(?:pause|wait\w*|delay)|"
        r"right away|straight away|whenever|enseguida|sin esperar|al instante)\b"
    ),
          lambda p: p.hint_pause > LONG_PAUSE, (
              "The voice gives hints at once, and a hint stands for {hint_pause} seconds before "
              "the next"
          ), "Lower hint_pause, or take this out of the voice."),
    _wish("hint_pause", (
        r"\b(?:wait|pause|think|esper|piens)\w*\b[^.;:!?]{0,25}\b"
        r"(?:before|until|between|antes|entre)\b[^.;:!?]{0,20}\b(?:hints?|help|pistas?|ayuda)\b"
    ),
          lambda p: p.hint_pause == 0, "The voice lets hints stand, and hint_pause is 0", "Set hint_pause to some seconds, or take this out of the voice."),
    _wish("target", (
        r"\b(?:very |really |extremely |always )?"
        r"(?:hard|difficult|tough|challenging|dif[ií]cil(?:es)?)(?:er|est)? "
        r"(?:questions|items|problems|tasks|ones|preguntas)\b|"
        r"\b(?:preguntas|ejercicios) (?:muy )?dif[ií]ciles\b"
    ),
          lambda p: p.target > HARD, (
              "The voice wants hard questions, and target picks such as succeed {percent} % of "
              "the time"
          ), "Lower target, or take this out of the voice."),
    _wish("target", (
        r"\b(?:keeps? (?:it|things|questions) easy|easy (?:questions|items|wins|ones)|"
        r"(?:nearly|almost) (?:everything|always) (?:succeeds?|works|goes well)|"
        r"preguntas f[aá]ciles)\b"
    ),
          lambda p: p.target <= SOFT, (
              "The voice wants easy questions, and target picks such as succeed {percent} % of "
              "the time"
          ), "Raise target, or take this out of the voice."),
    _wish("beyond_course", (
        r"\b(?:only|nothing but|solely|strictly|(?:sticks?|keeps?|holds?) to|"
        r"se (?:limita|ci[nñ]e) a|s[oó]lo|solamente|[uú]nicamente)\b[^.;:!?]{0,30}\b"
        r"(?:course|readings?|materials?|curriculum|curso|lecturas?)\b"
    ),
          lambda p: p.beyond_course, "The voice keeps to the course, and beyond_course lets a model go beyond it", "Take beyond_course out, or this out of the voice."),
    _wish("beyond_course", (
        r"\b(?:general knowledge|anything under the sun|any (?:question|topic|subject)|"
        r"(?:beyond|outside) the (?:course|readings|curriculum)|"
        r"whatever (?:they|the learner) (?:asks?|wants?)|cultura general|"
        r"cualquier (?:pregunta|tema))\b"
    ),
          lambda p: not p.beyond_course, "The voice answers beyond the course, and beyond_course is off", "Set beyond_course under the contract practice, or take this out of the voice."),
    _wish("voice", (
        r"\b(?:sends?|shares?|gives?|posts?|recommends?|env[ií]a|manda|comparte|"
        r"da)\b[^.;:!?]{0,25}\b(?:links?|urls?|youtube|web ?sites?|web ?pages?|enlaces?|"
        r"p[aá]ginas web|v[ií]deos? de)\b"
    ),
          _always, "It asks for links, and a reply holds none but the course's own", "Put the link into the course's materials."),
    _wish("voice", (
        r"\b(?:asks?|finds? out|wants? to know|collects?|pide|pregunta)\b[^.;:!?]{0,30}\b"
        r"(?:where (?:they|the learner|he|she) lives?|phone|address|full name|surname|photo|"
        r"parents?['’]? (?:names?|jobs?)|birthday|password|instagram|tel[eé]fono|direcci[oó]n|"
        r"apellidos?|d[oó]nde vive|foto)\b"
    ),
          _always, "It asks for personal data, which the tutor never does", "Take it out."),
    _wish("voice", (
        r"\b(?:keep|stay|remain|guard|mant|qued)\w*\b[^.;:!?]{0,30}\b"
        r"(?:secrets?(?= *(?:$|,|from|for|with))|between (?:us|you)|en secreto|entre nosotros)\b|"
        r"\b(?:not|never|n['’]t|no) (?:to )?"
        r"(?:tell|show|inform|let|cuent\w+|dig\w+)\b[^.;:!?]{0,30}\b"
        r"(?:parents?|mum|mom|teachers?|adults?|anyone|padres|nadie|profes\w*)\b|"
        r"\bour (?:little )?secret\b"
    ),
          _always, "It asks for secrecy; teachers may read what is said, and the tutor says so", "Take it out."),
    _wish("voice", (
        r"\b(?:gives?|awards?|deducts?|hands? out|takes? (?:off|away)|pone|da|"
        r"resta)\b[^.;:!?]{0,20}\b(?:marks?|grades?|points?|scores?|stars|notas?|puntos?|"
        r"calificaciones)\b"
    ),
          _always, "It gives marks, and the tutor gives none", "Take it out, or say what the tutor says of the work."),
    _wish("voice", (
        r"\b(?:count|accept|tak|let|treat|pass|cuenta|acepta|da)\w*\b[^.;:!?]{0,30}\b"
        r"(?:nearly|almost|half|wrong|incorrect|close|casi|incorrect[ao]s?|mal)\b[^.;:!?]{0,25}\b"
        r"(?:as|for|por|como) (?:right|correct|good|buen[ao]s?|bien|correct[ao]s?)\b|"
        r"\b(?:full marks|never (?:says?|calls?)[^.;:!?]{0,20}wrong)\b"
    ),
          _always, "It asks for another verdict than the grader's, and no voice changes one", "Take it out; `strictness` says what may pass with a remark."),
    _wish("samples", (
        r"\b(?:the|la) (?:right |correct )?(?:answer|result|solution|respuesta|soluci[oó]n) "
        r"(?:is|was|es|era)\b"
    ),
          _no_solving, "It tells an answer, which the contract “{contract}” forbids", "Choose another line, or the contract practice."),
    _wish("samples", (
        r"^(?:correct|right|wrong|exactly|yes,? (?:that is )?right|well done|not quite|not yet|"
        r"that is (?:not )?(?:it|right|correct)|great|good answer|bien|correcto|muy bien|"
        r"todav[ií]a no|incorrecto)\b"
    ),
          _noting, (
              "It says whether an answer was right, and under the contract “{contract}” answers "
              "are only noted"
          ), "Choose another line, such as “Noted. On we go.”"),
)  # fmt: skip
# What denies a thing is the wish itself there.
_BY_DENIAL = ("secrecy", "never jokes", "another verdict", "speaks of a test")


def unmet_wishes(persona: Persona, course: Course) -> Iterator[Found]:
    """What a persona asks for and cannot have, each field and wish once."""
    texts = [("voice", persona.voice)]
    texts += [(f"samples.{number}", sample) for number, sample in enumerate(persona.samples)]
    facts = {
        "contract": persona.contract, "max_words": persona.max_words, "humour": persona.humour,
        "strictness": persona.strictness, "reading_age": persona.reading_age,
        "hint_pause": persona.hint_pause, "percent": round(100 * persona.target),
    }  # fmt: skip
    for wish in _WISHES:
        if not wish.where(persona):
            continue
        for place, text in texts:
            if (place == "voice") == (wish.field == "samples"):
                continue
            if hit := _asked(wish, text):
                field = place if wish.field in ("voice", "samples") else wish.field
                yield field, f"{wish.what.format(**facts)} (“{hit}”).", wish.do
    yield from _tongue(persona, course)
    spoken = form.off_limits(persona.voice, persona.off_limits)
    if spoken is not None and not NOT.search(persona.voice):
        yield (
            "voice", f"It speaks of “{spoken.said}”, which is off limits.",
            "Take it out of the voice, or out of off_limits.",
        )  # fmt: skip


def _asked(wish: Wish, text: str) -> str:
    """The words of a text that ask for it; "" where none do, or where the clause says not to."""
    for clause in re.split(r"[.;:!?]+\s*", text):
        hit = wish.pattern.search(clause)
        if hit is None:
            continue
        denies = any(sign in wish.what for sign in _BY_DENIAL)
        if denies or not NOT.search(clause[: hit.start()]):
            return hit[0].strip()
    return ""


def _tongue(persona: Persona, course: Course) -> Iterator[Found]:
    """A language that the voice names, and that is not the course's."""
    ours = course.language.split("-")[0].lower()
    for code, names in _TONGUES.items():
        speaks = (
            rf"\b(?:speak|repl|answer|writ|talk|respond|explain|habl|respond|contest|escrib|"
            rf"explic)\w*\b[^.;:!?]{{0,15}}\b(?:{names})\b"
        )
        hit = re.search(speaks, persona.voice, re.IGNORECASE)
        if code != ours and hit and not NOT.search(persona.voice[: hit.start()]):
            yield (
                "voice", f"It speaks another language than the course's (“{hit[0]}”).",
                f"Leave it out: replies are in “{course.language}”, as items and readings are.",
            )  # fmt: skip
