"""What is said to who asks in another language than the course's, where nothing was found. Pure."""

from tutor.dialogue.saying.talk import Talk
from tutor.safety.normal import fold
from tutor.safety.tongue import is_arabic, is_spanish

# By the language of the course and that of the question: in which of the two things are looked up.
_THEIRS = {
    ("en", "es"): "*El curso está en inglés: pregúntame con una o dos palabras en inglés, o pide ayuda en clase.*",
    ("en", "ar"): "هذه المادة بالإنجليزية: اسألني بكلمة أو كلمتين بالإنجليزية، أو اطلب المساعدة من معلمك.",
    ("es", "ar"): "هذه المادة بالإسبانية: اسألني بكلمة أو كلمتين بالإسبانية، أو اطلب المساعدة من معلمك.",
}  # fmt: skip


def abroad(talk: Talk) -> str:
    """That nothing was found for who asks in another language than the course's, in both; "" for others."""
    said = fold(talk.scene.reading.text).split()
    asked_in = "ar" if is_arabic(said) else "es" if is_spanish(said) else ""
    theirs = _THEIRS.get((talk.scene.course.language.partition("-")[0], asked_in))
    return talk.line("explain.none.abroad", theirs=theirs) if theirs else ""
