"""Wishes for something to do by oneself, a project or an activity, in English and Spanish. Pure."""

import re
from dataclasses import dataclass
from typing import Literal

Format = Literal["project", "activity"]

_SOME = r"(?:(?:a|an|one|any|some|another|the|more|other) )?"
_KIND = (
    r"(?:(?:mini|small|little|short|big|fun|cool|nice|good|real|new|coding|maths?|science|python|"
    r"hands?[- ]on|practical|whole) )*"
)
_THING = (
    r"(?:(?P<project>projects?|something (?:\w+ )?to (?:build|make|create|program|code|design|invent))"
    r"|(?P<activity>activit(?:y|ies)|experiments?|"
    r"something (?:\w+ )?to do (?:myself|at home|with my hands|outside|away from the screen)))"
    r"(?: ideas?)?"
)
_TAIL = (
    r"(?: (?:that )?(?:(?:i|we) (?:can|could)|(?:can|could) (?:i|we)) "
    r"(?:do|try|make|build|work on)(?: .{2,20})?| to (?:do|try|work on|build|make))?"
    r"(?: (?:about|on|for|with|in|of) (?P<on>.{2,50}?))?(?: (?:instead|please|pls|now|today|next|then|too|maybe))*"
)
_WISH = (
    r"(?:(?:can|could|may|will|would) (?:you|u|i|we) (?:please )?"
    r"(?:give|show|get|have|do|find|make|suggest|recommend|set|try|see|start)(?: (?:me|us))?"
    r"|(?:give|show|get|find|suggest|set|recommend) (?:me|us)"
    r"|(?:(?:do|have) (?:you|u|we) (?:have|got)|got|is there|are there|what about|how about|"
    r"i need|i'?d like|i would like|i'?d love|i want|i wanna|i would rather|i'?d rather|let'?s|"
    r"let me|maybe)"
    r"(?: (?:to )?(?:do|make|build|work on|start|try|have|see|get))?"
    r"|(?:what|which)(?= (?:\w+ )?(?:projects?|activit)))"
)
_ENGLISH = re.compile(rf"(?:{_WISH} )?{_SOME}{_KIND}{_THING}{_TAIL}[ ?.!]*")

_ES_WISH = (
    r"(?:(?:me )?(?:puedes|podrias|podes|puede) )?"
    r"(?:(?:dar|proponer|poner|recomendar|mostrar|ensenar)me|dame|ponme|pasame|proponme|"
    r"(?:me )?(?:das|pones|dar|proponer|poner)|tienes|teneis|tenes|hay|no hay|quiero|quisiera|"
    r"queremos|me gustaria|prefiero|puedo|podemos|podria|necesito|que tal)"
    r"(?: (?:hacer|ver|tener|probar|empezar|construir))?"
)
_ES_THING = (
    r"(?:(?P<project>proyectos?|algo (?:para|que|de|por) (?:construir|crear|programar|inventar|disenar))"
    r"|(?P<activity>actividad(?:es)?|experimentos?|"
    r"algo (?:para|que) hacer(?: (?:en casa|con las manos|yo solo|yo sola))?))"
)
_ES_TAIL = (
    r"(?: (?:para hacer|que pueda hacer|para mi|para nosotros))?"
    r"(?: (?:de|sobre|con|en|para) (?P<on>.{2,50}?))?"
    r"(?: (?:por favor|porfa|ahora|hoy|mejor|tambien|en vez de esto))*"
)
_SPANISH = re.compile(
    rf"¿?(?:(?:y|pero|oye|profe) )*(?:{_ES_WISH} )?"
    rf"(?:(?:un|una|algun|alguna|otro|otra|unos|unas|mas) )?{_ES_THING}{_ES_TAIL}[ ?.!]*"
)
_ACCENTS = str.maketrans("áéíóúü", "aeiouu")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which of the two is asked for, and on what ("" when that is not said)."""

    format: Format
    on: str


def wished(spoken: str) -> Wish | None:
    """What a message, in lower case and without commas, wholly asks for; None when it is about something
    else (“my project is on plants” asks for none)."""
    found = _ENGLISH.fullmatch(spoken) or _SPANISH.fullmatch(spoken.translate(_ACCENTS))
    if found is None:
        return None
    return Wish(format="project" if found["project"] else "activity", on=found["on"] or "")
