"""Spanish: how the tutor asks for a reason, and for what is to be compared."""

from tutor.dialogue.said.table import Phrases

WHY: Phrases = {
    "right.why": (
        "¿Cómo le explicarías a alguien de tu clase por qué funciona?",
        "En una frase: ¿por qué es así?",
        "¿Qué paso fue el decisivo?",
    ),
    "right.why_begun": ("Entonces solo el comienzo: ¿qué miraste primero?",),
    "right.why_open": ("Ahora todo en una sola frase: ¿cómo lo dirías?",),
    "right.why_name": (
        "Con tus palabras: ¿qué significa eso?",
        "¿Cómo le explicarías esa palabra a alguien de tu clase?",
        "¿Cómo te acordarás? Dilo con tus palabras.",
    ),
    "right.why_names": (
        "Con tus palabras: ¿qué significa eso?",
        "¿Cómo te acordarás? Dilo con tus palabras.",
    ),
    "right.why_pairs": (
        "¿En qué te fijaste para distinguirlas?",
        "¿Cómo te acordarás de cuál va con cuál?",
    ),
    "right.why_choice": (
        "¿Por qué esa y ninguna de las otras?",
        "En una frase: ¿por qué es esa?",
        "¿Cómo convencerías a alguien de tu clase que eligió otra?",
    ),
    "clarify.compare": (
        "¿Dice la tuya lo mismo? Cuéntame, o di «seguir».",
        "¿Qué le añadirías ahora a la tuya? O di «seguir».",
    ),
}  # fmt: skip
