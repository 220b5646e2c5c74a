"""The words of a learner's own page about what is believed of them, by language."""

from collections.abc import Mapping

from tutor.learner_state.belief import Mastery

ENGLISH: Mapping[str, str] = {
    Mastery.NEW: "Not started",
    Mastery.STARTED: "Growing",
    Mastery.NEARLY: "Nearly there",
    Mastery.PROVISIONAL: "Got it, one look back to come",
    Mastery.CONFIRMED: "Secure",
    Mastery.FADING: "Time for a refresh",
    # one response
    "correct": "Right",
    "partial": "Partly right",
    "incorrect": "Not yet right",
    "not_counted": "Not counted",
    "told": "{head}, after the answer was shown.",
    "hint": "{head}, with a hint.",
    "hints": "{head}, with {count} hints.",
    "try": "{head}, at try {count}.",
    "alone": "{head}, without any help.",
}
SPANISH: Mapping[str, str] = {
    Mastery.NEW: "Sin empezar",
    Mastery.STARTED: "Creciendo",
    Mastery.NEARLY: "Casi",
    Mastery.PROVISIONAL: "Ya sale, falta un repaso",
    Mastery.CONFIRMED: "Firme",
    Mastery.FADING: "Conviene repasar",
    # one response
    "correct": "Bien",
    "partial": "Bien en parte",
    "incorrect": "Todavía no",
    "not_counted": "No cuenta",
    "told": "{head}, después de ver la respuesta.",
    "hint": "{head}, con una pista.",
    "hints": "{head}, con {count} pistas.",
    "try": "{head}, en el intento {count}.",
    "alone": "{head}, sin ninguna ayuda.",
}
TABLES: Mapping[str, Mapping[str, str]] = {"en": ENGLISH, "es": SPANISH}


def words_of(language: str) -> Mapping[str, str]:
    """The words in a course's language (BCP 47); in English where there are none."""
    return TABLES.get(language.partition("-")[0].casefold(), ENGLISH)
