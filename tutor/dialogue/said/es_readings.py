"""Spanish: what the tutor says about readings, and the ways into a skill that a course has."""

from tutor.dialogue.said.table import Phrases

READINGS: Phrases = {
    "explain.none": (
        (
            "He mirado en las lecturas de tu curso y no encontré nada sobre eso, así que prefiero "
            "no inventar. Pregunta en clase o dímelo con otras palabras."
        ),
        (
            "Las lecturas de tu curso no lo dicen, y no quiero inventar nada. Prueba con otras "
            "palabras o pregunta en clase."
        ),
    ),
    "explain.none_of": (
        "Las lecturas de tu curso no dicen nada sobre {words}, y prefiero no inventar. Pregunta en clase.",
        "He buscado {words} en tus lecturas y no está. Es una buena pregunta para la clase.",
    ),
    "explain.none.abroad": (
        "Este curso está en español y solo puedo buscar con sus palabras. Una o dos bastan.\n\n{theirs}",
    ),
    "beyond": (
        "Tu curso no lo dice. Esto **no es de tu curso**, así que compruébalo en clase:",
        "Esto **no es de tu curso**: tus lecturas no hablan de ello, así que búscalo antes de fiarte.",
    ),
    "explain": ("De tus lecturas:", "Esto dice tu curso:", "Tus lecturas lo dicen así:"),
    "quoted": ("«{word}»",),
    "explain.unsaid": (
        "No encuentro nada sobre {words} en tus lecturas. Lo más cercano:",
        "Tus lecturas no hablan de {words}. Esto es lo que más se acerca:",
        "Sobre {words} tus lecturas no dicen nada, pero dicen esto:",
    ),
    "explain.apart": (
        "Qué significa «{word}» no lo dicen tus lecturas, así que no puedo comparar los dos. Lo otro sí lo explican:",
    ),
    "explain.held": (
        "Compáralo con lo que dice tu curso. ¿Dicen lo mismo?",
        "Vale la pena comprobarlo. Mira si encaja con tu curso:",
    ),
    "explain.perhaps": (
        "Si quieres decir «{question}», tu curso dice:",
        "Entiendo que preguntas «{question}».",
    ),
    "explain.later": (
        (
            "Te lo digo enseguida: una parte delataría la pregunta abierta. Respóndela o di "
            "«saltar» y pregúntame otra vez."
        ),
        (
            "Eso tiene que esperar a una respuesta, porque delataría parte de la pregunta "
            "abierta. Inténtalo o di «saltar» y vuelve a preguntarme."
        ),
    ),
    "explain.again": (
        (
            "Tus lecturas no llegan más allá de esto; lo que hay detrás es una buena pregunta "
            "para tu profesor o profesora."
        ),
    ),
    "explain.same": (
        "Acabo de contarte lo que dicen tus lecturas. Di «ejemplo» y lo ves hecho, o pregunta por una palabra.",
    ),
    "explain.kept": ("Una parte delataría la pregunta abierta, así que me la guardo.",),
    "explain.back": ("Volvamos a tu pregunta:", "Con eso en mente, otra vez tu pregunta:", "Y ahora la tuya:"),
    "beside.later": (
        "Tu pregunta tiene que esperar una respuesta, porque toca lo que viene ahora. Pregúntamela justo después.",
        "Lo que preguntas se parece a la próxima pregunta, así que me lo guardo un momento. Pregúntamelo después.",
    ),
    "beside.near": (
        (
            "Exactamente lo que preguntas, tus lecturas no lo dicen. Lo más parecido es "
            "{choices}; si quieres, pregúntame eso."
        ),
    ),
    "beside.none": (
        "Lo que preguntas ahí, tus lecturas no lo dicen. Es una buena pregunta para tu profesor o profesora.",
        "Sobre tu pregunta las lecturas no dicen nada, y no me lo voy a inventar. Llévasela a tu profesor o profesora.",
    ),
    "beside.tutor": ("En cuanto a mí: soy un programa, así que hay poco que contar.",),
    "beside": ("Sobre tu pregunta: {answer}", "Y lo que preguntabas: {answer}"),
    "explain.on": ("¿Probamos una?", "¿Quieres probar una sobre esto?"),
    "topic": ("**{term}**: {lines}",),
    "explain.probe": ("Pongamos a prueba esa idea. {lines}",),
    "explain.idea": (
        "Vamos a mirarlo con calma. {lines}",
        "Eso se oye mucho. Es así: {lines}",
    ),
    "topic.where": ("Está en tus lecturas, en [1].",),
    "offer": ("¿Cuál de estos quieres decir: {choices}?", "Podrían ser varias cosas: {choices}. ¿Cuál?"),
    "ways": (
        "Hay más de un camino hacia *{skill}*:\n\n{ways}",
        "También puedes acercarte a *{skill}* de otras maneras:\n\n{ways}",
    ),
    "ways.lacks_project": ("Tu curso no tiene por ahora ningún proyecto para *{skill}*. Lo que hay:\n\n{ways}",),
    "ways.lacks_activity": ("Tu curso no tiene por ahora ninguna actividad para *{skill}*. Lo que hay:\n\n{ways}",),
    "ways.choose": ("Elige uno con un botón.", "Toma el que te guste."),
    "way.reading": ("una lectura",),
    "way.worked_example": ("un ejemplo resuelto",),
    "way.video": ("un vídeo con su transcripción",),
    "way.activity": ("algo para hacer",),
    "way.project": ("un proyecto",),
    "way.titled": ("{kind}: *{title}*",),
    "way.timed": ("{way} ({minutes} min)",),
    "show": ("Aquí lo tienes, {way}.", "Buena elección: {way}."),
    "show.reading": ("La lectura entera está detrás de [1].",),
    "show.transcript": ("Lo que se dice está en [1].",),
    "show.on": ("Cuando termines, di «seguir».", "Di «seguir» cuando lo hayas mirado."),
    "offer.questions": (
        "Tus lecturas responden a esto. ¿Es una de estas preguntas?\n\n{choices}",
        "¿Quieres decir algo de esto?\n\n{choices}",
    ),
    "offer.one": (
        "Justo eso no lo dicen tus lecturas, por lo que veo. Lo más cercano que responden es {choice} ¿Es eso?",
    ),
    "offer.unsure": (
        "No estoy seguro de que tus lecturas lo digan. ¿Tiene que ver con {choices}?",
        "No encontré nada que encaje bien. ¿Quieres decir {choices}, quizás?",
    ),
}  # fmt: skip
