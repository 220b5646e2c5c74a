"""Every sentence that the learner state says, in one table, so that a language is one more table."""

from collections.abc import Mapping
from datetime import datetime

ENGLISH: Mapping[str, str] = {
    # why an item was chosen
    "due": "due since {day}",
    "due_today": "due today",
    "cold_check": "a look back: is it still there since {day}?",
    "fresh": "a look back, so that it stays fresh",
    "next": "the next new thing: *{skill}*",
    "first": "where this course begins: *{skill}*",
    "going_on": "you are on the way with *{skill}*",
    "last_before": "the last thing before *{after}*",
    "assigned": "your teacher set this: *{skill}*",
    "assigned_for": "it leads to what your teacher set, *{goal}*",
    "until": ", by {day}",
    "goal": "it leads to your goal, *{goal}*",
    "goal_itself": "it is your goal: *{skill}*",
    "focus": "you asked for *{skill}*",
    "mixed": "back to *{skill}*, mixed in with *{other}* so that both stick",
    "prerequisite": "*{after}* leans on this, so we look here first",
    "other_skill": "a change after many tries at *{before}*; we will come back to it",
    "worked_example": "another way into *{skill}*, starting from a worked example",
    "test_out": "you said that you know *{skill}*: {left} to show it",
    "placement": "to find where you should start",
    "twin": "one more of the same kind, on your own",
    "quiz": "part of the quiz",
    # days
    "today": "today",
    "tomorrow": "tomorrow",
    "yesterday": "yesterday",
    "days": "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
    "months": "January,February,March,April,May,June,July,August,September,October,November,December",
    "date": "{day} {month}",
    # evidence, said to the learner
    "nothing_yet": "We have not tried this yet.",
    "row": "You got {count} in a row without help.",
    "row_gap": "You got {count} in a row without help, the last one after {days} days.",
    "one_right": "You got the last one without help.",
    "one_right_gap": "You got the last one without help, after {days} days.",
    "with_help": "You got {count} with hints; now it is about doing one alone.",
    "slips": "{count} of the last {total} did not work out yet.",
    "one_slip": "The last one did not work out; that happens.",
    "needed_too": "It needed *{other}* as well, and perhaps that was it.",
    "faded": "It has been {days} days, so some of it may have faded.",
    "to_confirm": "One more on another day, without help, and it is settled.",
    "settled": "It was right again on a later day, so it has stuck.",
    "teacher_known": "Your teacher marked this as known.",
    "teacher_unknown": "Your teacher wants you to practise this again.",
    "regraded": "The answer key of this question was put right.",
    "claimed": "You showed that you knew it already.",
    # how sure
    "sure": "I am quite sure of this.",
    "fairly_sure": "I am fairly sure of this.",
    "unsure": "I am not sure yet; a few more will tell.",
    "no_idea": "I do not know yet.",
}

SPANISH: Mapping[str, str] = {
    # why an item was chosen
    "due": "toca repasarlo desde {day}",
    "due_today": "toca repasarlo hoy",
    "cold_check": "una mirada atrás: ¿sigue ahí desde {day}?",
    "fresh": "una mirada atrás, para que no se olvide",
    "next": "lo siguiente que es nuevo: *{skill}*",
    "first": "por aquí empieza este curso: *{skill}*",
    "going_on": "ya estás en camino con *{skill}*",
    "last_before": "lo último antes de *{after}*",
    "assigned": "lo ha puesto tu profesor o profesora: *{skill}*",
    "assigned_for": "lleva a lo que ha puesto tu profesor o profesora, *{goal}*",
    "until": ", para {day}",
    "goal": "lleva a tu meta, *{goal}*",
    "goal_itself": "es tu meta: *{skill}*",
    "focus": "pediste *{skill}*",
    "mixed": "otra vez *{skill}*, mezclado con *{other}* para que se te queden los dos",
    "prerequisite": "*{after}* se apoya en esto, así que primero miramos aquí",
    "other_skill": "un cambio después de muchos intentos con *{before}*; ya volveremos",
    "worked_example": "otro camino hacia *{skill}*, que empieza con un ejemplo resuelto",
    "test_out": "dijiste que ya sabes *{skill}*; preguntas para mostrarlo: {left}",
    "placement": "para averiguar por dónde conviene empezar",
    "twin": "una más del mismo tipo, sin ayuda",
    "quiz": "es parte de la prueba",
    # days
    "today": "hoy",
    "tomorrow": "mañana",
    "yesterday": "ayer",
    "days": "el lunes,el martes,el miércoles,el jueves,el viernes,el sábado,el domingo",
    "months": "enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre",
    "date": "el {day} de {month}",
    # evidence, said to the learner
    "nothing_yet": "Esto todavía no lo hemos probado.",
    "row": "Has acertado {count} seguidas sin ayuda.",
    "row_gap": "Has acertado {count} seguidas sin ayuda, la última después de {days} días.",
    "one_right": "Has acertado la última sin ayuda.",
    "one_right_gap": "Has acertado la última sin ayuda, después de {days} días.",
    "with_help": "Aciertos con pistas: {count}. Ahora se trata de hacer una sin ayuda.",
    "slips": "De las últimas {total}, {count} todavía no salieron.",
    "one_slip": "La última no salió; son cosas que pasan.",
    "needed_too": "También hacía falta *{other}*, y quizá fue eso.",
    "faded": "Han pasado {days} días, así que una parte puede haberse olvidado.",
    "to_confirm": "Una más otro día, sin ayuda, y queda firme.",
    "settled": "Otro día volvió a salir bien, así que se te ha quedado.",
    "teacher_known": "Tu profesor o profesora ha marcado que ya lo sabes.",
    "teacher_unknown": "Tu profesor o profesora quiere que lo practiques otra vez.",
    "regraded": "Se corrigió la solución de esta pregunta.",
    "claimed": "Mostraste que ya lo sabías.",
    # how sure
    "sure": "Lo veo bastante claro.",
    "fairly_sure": "Lo veo más o menos claro.",
    "unsure": "Aún no lo veo claro; unas cuantas más lo dirán.",
    "no_idea": "Todavía no lo sé.",
}

TABLES: Mapping[str, Mapping[str, str]] = {"en": ENGLISH, "es": SPANISH}


def words_of(language: str) -> Mapping[str, str]:
    """The sentences in a course's language (BCP 47); in English where there are none."""
    return TABLES.get(language.partition("-")[0].casefold(), ENGLISH)


def say(phrase: str, words: Mapping[str, str] = ENGLISH, **values: object) -> str:
    """The sentence `phrase` with its values filled in."""
    return words[phrase].format(**values)


def day_name(day: datetime, now: datetime, words: Mapping[str, str] = ENGLISH) -> str:
    """A day as people say it: today, yesterday, a weekday within a week, else a date.

    Days are those of the clock that `now` is told by.
    """
    day = day.astimezone(now.tzinfo)
    days = (now.date() - day.date()).days
    if days <= 0:
        return words["today"]
    if days == 1:
        return words["yesterday"]
    return _named(day, days, words)


def coming_day(day: datetime, now: datetime, words: Mapping[str, str] = ENGLISH) -> str:
    """A day to come as people say it: today, tomorrow, a weekday within a week, else a date."""
    day = day.astimezone(now.tzinfo)
    days = (day.date() - now.date()).days
    if days <= 0:
        return words["today"]
    return words["tomorrow"] if days == 1 else _named(day, days, words)


def _named(day: datetime, away: int, words: Mapping[str, str]) -> str:
    if away < 7:
        return words["days"].split(",")[day.weekday()]
    month = words["months"].split(",")[day.month - 1]
    return words["date"].format(day=day.day, month=month)
