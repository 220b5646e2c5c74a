"""Spanish: what the quick replies under a reply say."""

from tutor.dialogue.said.table import Phrases

FACE: Phrases = {
    "button.explain": ("Explícamelo",),
    "button.example": ("Ver un ejemplo",),
    "button.quiz_me": ("Pregúntame",),
    "button.know": ("Ya lo sé",),
    "button.open": ("Abrir: {title}",),
    "button.on": ("Seguir",),
    "button.progress": ("Mi progreso",),
    "button.more": ("Una más",),
    "button.place": ("Ver por dónde empiezo",),
    "button.another_way": ("Otro camino",),
    "button.question": ("Hazme una pregunta",),
    "button.idk": ("No lo sé",),
    "button.stop": ("Parar aquí",),
    "button.hint": ("Pista {level} de {levels}",),
    "button.stuck": ("No me sale",),
    "button.skip": ("Saltar",),
    "button.titled": ("{kind}: {title}",),
    "button.way.reading": ("Leer",),
    "button.way.worked_example": ("Un ejemplo resuelto",),
    "button.way.video": ("Ver",),
    "button.way.activity": ("Hacer",),
    "button.way.project": ("Proyecto",),
    "button.felt.easy": ("Me pareció fácil",),
    "button.felt.right": ("Justo lo adecuado",),
    "button.felt.hard": ("Me costó",),
}
