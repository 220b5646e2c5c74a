"""What the Telegram channel itself says to a learner, in the language of the course."""

from collections.abc import Mapping

from tutor.channels.said import tongue
from tutor.channels.telegram.words import ENGLISH

SPANISH: Mapping[str, str] = {
    "linked_learner": (
        "Hola, {name}: este chat ya está vinculado contigo. Soy Meno, un tutor que es un programa; "
        "lo que hagas aquí cuenta igual que en la web, y al revés. /help muestra lo que entiendo, "
        "/privacy lo que pasa con tus palabras."
    ),
    "consent": (
        "Sé quién eres, {name}, pero todavía no puedo trabajar contigo en Telegram: antes tiene que "
        "decir que sí {adults}. Pídele que se lo diga a tu escuela. En la web puedes seguir como "
        "siempre: {address}"
    ),
    "consent_any": "alguien de tu familia",
    "consent_or": " o ",
    "consent_no": (
        "Telegram está desactivado para ti. Si no es lo que quieres, pregunta en tu escuela. En la "
        "web puedes seguir como siempre: {address}"
    ),
    "tutoring_off": "El tutor está desactivado para ti. Pregunta en casa o en la escuela.",
    "no_course": (
        "Todavía no tienes ningún curso. Pide a tu profesor o profesora que te añada a uno."
    ),
    "which_course": "¿En qué curso trabajamos?",
    "topics": ("Estás en *{course}*. Elige qué hacer ahora, o escribe `/topic` y unas palabras."),
    "no_topics": "Estás en *{course}*. Escribe `/topic` y unas palabras para decir qué quieres.",
    "old_button": "Este botón es de algo que ya terminó.",
    "old_item": "Esa pregunta está cerrada. La que está abierta ahora aparece más abajo.",
    "failed": "{what} {do}",
    "edited": (
        "Solo leo los mensajes nuevos, no los que cambias después. Si es importante, envíalo otra "
        "vez como mensaje nuevo."
    ),
    "my_progress": "[Mi progreso en la web]({address})",
    "help_learner": (
        "Escribe tu respuesta o pregunta lo que quieras de tu curso. Estas palabras ayudan:\n\n"
        "/hint: la pista siguiente\n"
        "/topic: elegir qué hacer ahora, u otro curso\n"
        "/progress: lo que creo que sabes hacer\n"
        "/stop: terminar por hoy\n"
        "/privacy: lo que pasa con tus palabras\n"
        "/delete: desvincular este chat\n\n"
        "También puedes decir «saltar», «¿por qué?», «ejemplo», «muy fácil» o «pregúntame sobre …». "
        "Solo leo los mensajes nuevos, no los que cambias después."
    ),
    "privacy_learner": (
        "Soy un programa, no una persona.\n\n"
        "• Lo que escribes aquí pasa por Telegram, que puede leerlo, y lo guarda tu escuela junto "
        "con lo que haces en la web.\n"
        "• Tus profesores pueden leerlo; cada vez queda anotado y lo ves en Mi progreso. Tu familia "
        "recibe resúmenes cortos, nunca tus palabras.\n"
        "• Si escribes que tú u otra persona está en peligro, se avisa a una persona adulta de tu "
        "escuela.\n"
        "• Tu escuela decide si un modelo de lenguaje de fuera ayuda a escribir las respuestas; "
        "pregunta allí.\n"
        "• Las fotos y los mensajes de voz solo se leen si tu escuela usa un modelo así y tú puedes "
        "usarlo; el modelo ve la imagen entera. Tú confirmas lo que se leyó, y Meno no guarda el "
        "archivo.\n"
        "• /delete desvincula este chat."
    ),
    "delete_ask": (
        "¿Desvinculo este chat? Entonces ya no sabré quién escribe aquí. Lo que queda en la "
        "escuela: {stays}"
    ),
    "delete_stays_learner": (
        "tus respuestas, tu progreso y nuestras conversaciones, en su propio sistema."
    ),
    "delete_yes": "Sí, desvincular",
    "delete_no": "No, dejarlo así",
    "deleted": (
        "Hecho: este chat ya no está vinculado contigo y he olvidado su número. Lo que queda en la "
        "escuela: {stays} Para borrarlo también, pídelo en la escuela. Los mensajes que hay aquí "
        "están en tu Telegram: puedes borrar el chat allí."
    ),
    "kept": "De acuerdo, todo queda como está.",
}
TABLES: Mapping[str, Mapping[str, str]] = {"en": ENGLISH, "es": SPANISH}


def say(name: str, language: str = "en", /, **slots: str) -> str:
    """A sentence of the channel for a learner, in English where it is not translated."""
    return TABLES[tongue(language)].get(name, ENGLISH[name]).format(**slots)
