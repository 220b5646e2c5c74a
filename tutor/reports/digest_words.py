"""The sentences of a digest, by language, built from facts alone. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tutor.curriculum.course import Course, Skill
from tutor.ids import SkillId
from tutor.reports.digest_facts import WeekFacts

LONGEST = 700  # characters, the STOP line included
ISOLATE, POP = "\u2068", "\u2069"  # first-strong isolate: a name keeps its direction in any text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """One language's sentences; `count(n)` pieces carry their own plural forms."""

    hello: str
    quiet: str
    talked: Callable[[str, int, int], str]
    effort: Callable[[str, int, int, int, int], str]
    gained: str
    strengths: str
    next: str
    home: str
    ask: str
    stop: str
    joiner: str
    comma: str = ", "
    isolate: bool = False


def _days_en(n: int) -> str:
    return "1 day" if n == 1 else f"{n} days"


def _about_en(minutes: int) -> str:
    return {0: "less than a minute", 1: "1 minute"}.get(minutes, f"{minutes} minutes")


def _talked_en(name: str, days: int, minutes: int) -> str:
    return (
        f"{name} was with Meno on {_days_en(days)}, {_about_en(minutes)} in all, and has not "
        f"answered a question yet."
    )


def _effort_en(name: str, days: int, minutes: int, tried: int, alone: int) -> str:
    questions = "1 question" if tried == 1 else f"{tried} questions"
    return (
        f"{name} practised on {_days_en(days)}, {_about_en(minutes)} in all, and tried {questions}; "
        f"{alone} right at once without help."
    )


def _days_es(n: int) -> str:
    return "1 día" if n == 1 else f"{n} días"


def _about_es(minutes: int) -> str:
    return {0: "menos de un minuto", 1: "1 minuto"}.get(minutes, f"{minutes} minutos")


def _talked_es(name: str, days: int, minutes: int) -> str:
    return (
        f"{name} estuvo con Meno {_days_es(days)}, {_about_es(minutes)} en total, y aún no ha "
        f"respondido a ninguna pregunta."
    )


def _effort_es(name: str, days: int, minutes: int, tried: int, alone: int) -> str:
    questions = "1 pregunta" if tried == 1 else f"{tried} preguntas"
    return (
        f"{name} practicó {_days_es(days)}, {_about_es(minutes)} en total, e intentó {questions}; "
        f"{alone} bien a la primera y sin ayuda."
    )


def _arabic(n: int, one: str, two: str, few: str, many: str) -> str:
    """A counted noun: singular, dual, 3–10 with the plural, from 11 on with the accusative."""
    if n == 1:
        return one
    if n == 2:
        return two
    rest = n % 100
    return f"{n} {few if 3 <= rest <= 10 else many}"


def _days_ar(n: int) -> str:
    return _arabic(n, "يوم واحد", "يومين", "أيام", "يومًا")


def _about_ar(minutes: int) -> str:
    if not minutes:
        return "أقل من دقيقة"
    return _arabic(minutes, "دقيقة واحدة", "دقيقتان", "دقائق", "دقيقة")


def _talked_ar(name: str, days: int, minutes: int) -> str:
    return (
        f"أيام الحديث مع مينو هذا الأسبوع لـ {name}: {_days_ar(days)}، والمدة الكلية: "
        f"{_about_ar(minutes)}. لم تُجَب أي أسئلة بعد."
    )


def _effort_ar(name: str, days: int, minutes: int, tried: int, alone: int) -> str:
    questions = _arabic(tried, "سؤال واحد", "سؤالين", "أسئلة", "سؤالًا")
    return (
        f"أيام التدرب هذا الأسبوع لـ {name}: {_days_ar(days)}، والمدة الكلية: {_about_ar(minutes)}. "
        f"الأسئلة: {questions}، والصحيح منها من أول مرة وبلا مساعدة: {alone}."
    )


LANGUAGES: Mapping[str, Sentences] = {
    "en": Sentences(
        hello="The week of {name} with Meno.",
        quiet="{name} did not practise with Meno this week. Five minutes are enough to begin again; the next summary comes when there is something to tell.",
        talked=_talked_en,
        effort=_effort_en,
        gained="New, without help: {skills}.",
        strengths="Going well: {skills}.",
        next="Next: {skill}.",
        home="Five minutes at home: {text}",
        ask="A question for dinner: {text}",
        stop="Reply STOP to end these messages.",
        joiner=" and ",
    ),
    "es": Sentences(
        hello="La semana de {name} con Meno.",
        quiet="{name} no practicó con Meno esta semana. Bastan cinco minutos para volver a empezar; el próximo resumen llegará cuando haya algo que contar.",
        talked=_talked_es,
        effort=_effort_es,
        gained="Nuevo, sin ayuda: {skills}.",
        strengths="Va bien: {skills}.",
        next="Lo siguiente: {skill}.",
        home="Cinco minutos en casa: {text}",
        ask="Una pregunta para la cena: {text}",
        stop="Responda STOP para no recibir más mensajes.",
        joiner=" y ",
    ),
    "ar": Sentences(
        hello="أسبوع {name} مع مينو.",
        quiet="لم يكن هناك تدريب مع مينو هذا الأسبوع ({name}). خمس دقائق تكفي للبدء من جديد، ويصل الملخص التالي حين يكون هناك ما يُروى.",
        talked=_talked_ar,
        effort=_effort_ar,
        gained="جديد وبلا مساعدة: {skills}.",
        strengths="ما يسير جيدًا: {skills}.",
        next="الخطوة التالية: {skill}.",
        home="خمس دقائق في البيت: {text}",
        ask="سؤال على مائدة العشاء: {text}",
        stop="أرسل STOP لإيقاف هذه الرسائل.",
        joiner=" و",
        comma="، ",
        isolate=True,
    ),
}


def language_for(wanted: str) -> str:
    """The language of the digest for somebody's language tag; English where there is no other."""
    base = wanted.split("-")[0].lower()
    return base if base in LANGUAGES else "en"


def word(facts: Sequence[tuple[Course, WeekFacts]], name: str, language: str) -> str:
    """The digest of one learner's week over all their courses, at most 700 characters.

    What matters least goes first when it would be longer: the question, then the home activity,
    then the strengths.
    """
    lang = language_for(language)
    say = LANGUAGES[lang]
    who = f"{ISOLATE}{name}{POP}" if say.isolate else name
    active = [(course, one) for course, one in facts if one.tried]
    if not active:
        here = [(course, one) for course, one in facts if one.days]
        told = say.talked(who, *_time(here)) if here else say.quiet.format(name=who)
        return "\n".join((told, say.stop))
    lines = [say.hello.format(name=who), _effort(active, who, say)]
    gained = _titles([(c, s) for c, one in active for s in one.gained], lang)
    strong = _titles(
        [(c, s) for c, one in active for s in one.strengths if s not in one.gained], lang
    )
    if gained:
        lines.append(say.gained.format(skills=_listed(gained[:4], say)))
    optional: list[str] = []
    if strong:
        optional.append(say.strengths.format(skills=_listed(strong[:2], say)))
    coming = next(((c, one.next) for c, one in active if one.next is not None), None)
    if coming is not None:
        course, skill = coming
        lines.append(say.next.format(skill=_title(course.skills[skill], lang)))
        optional += _home(_activity(active, course.skills[skill]), say, lang)
    return _fitted(lines, optional, say.stop)


def _effort(active: Sequence[tuple[Course, WeekFacts]], who: str, say: Sentences) -> str:
    return say.effort(
        who,
        *_time(active),
        sum(one.tried for _, one in active),
        sum(one.alone for _, one in active),
    )


def on_a_page(text: str) -> str:
    """A digest where nobody can reply to it: without the line on how to stop it."""
    told, _, last = text.rpartition("\n")
    return told if last in {say.stop for say in LANGUAGES.values()} else text


def _time(courses: Sequence[tuple[Course, WeekFacts]]) -> tuple[int, int]:
    """The days, and the minutes of all courses together."""
    days = {day for _, one in courses for day in one.days}
    return len(days), sum(one.minutes for _, one in courses)


def _activity(active: Sequence[tuple[Course, WeekFacts]], coming: Skill) -> Skill:
    """The skill that the family may talk about: one just gained, else the coming one."""
    fresh = [course.skills[s] for course, one in active for s in one.gained]
    return next((skill for skill in fresh if skill.at_home), coming)


def _home(skill: Skill, say: Sentences, lang: str) -> list[str]:
    made = []
    if text := _in(skill.at_home, lang):
        made.append(say.home.format(text=text))
    if text := _in(skill.ask_at_home, lang):
        made.append(say.ask.format(text=text))
    return made


def _fitted(lines: list[str], optional: list[str], stop: str) -> str:
    while True:
        text = "\n".join((*lines, *optional, stop))
        if len(text) <= LONGEST:
            return text
        if optional:
            optional.pop()
        else:
            lines.pop()


def _titles(skills: Sequence[tuple[Course, SkillId]], lang: str) -> list[str]:
    return [_title(course.skills[skill], lang) for course, skill in skills]


def _title(skill: Skill, lang: str) -> str:
    return (
        f"{ISOLATE}{_in(skill.titles, lang) or skill.title}{POP}"
        if LANGUAGES[lang].isolate
        else (_in(skill.titles, lang) or skill.title)
    )


def _in(texts: Mapping[str, str], lang: str) -> str:
    return texts.get(lang) or texts.get("en", "")


def _listed(titles: Sequence[str], say: Sentences) -> str:
    if len(titles) == 1:
        return titles[0]
    return say.comma.join(titles[:-1]) + say.joiner + titles[-1]
