"""Spanish: what the tutor says about the item that is open, comes next or was answered."""

from tutor.dialogue.said.table import Phrases

ITEMS: Phrases = {
    "open.first": (
        (
            "¡Hola, {name}! Soy Meno, un tutor que es un programa. Pregunto un poco más de lo que "
            "explico, porque así se aprende mejor. Empezamos poco a poco."
        ),
        (
            "¡Te doy la bienvenida, {name}! Soy Meno, un tutor que funciona en un ordenador. "
            "Puedes preguntarme lo que quieras sobre {course}; yo sobre todo te preguntaré a ti. "
            "Aquí va la primera."
        ),
    ),
    "open.quiz": (
        (
            "¡Hola, {name}! Soy Meno, un tutor que es un programa. Esto es una prueba de {count} "
            "preguntas: solo apunto tus respuestas y no doy pistas. Al final las miramos todas "
            "juntas."
        ),
        (
            "¡Te doy la bienvenida, {name}! Soy Meno, un tutor que funciona en un ordenador. "
            "Ahora viene una prueba: {count} preguntas, sin pistas, y después te muestro qué "
            "estaba bien y por qué."
        ),
    ),
    "open.homework": (
        (
            "¡Hola, {name}! Soy Meno, un tutor que es un programa. Esto es tarea: tú encuentras "
            "las respuestas y yo ayudo en el camino, con pistas y con ejemplos de otras preguntas."
        ),
        (
            "¡Te doy la bienvenida, {name}! Soy Meno, un tutor que funciona en un ordenador. En "
            "la tarea doy pistas y ejemplos, pero no respuestas finales. Pregúntame lo que "
            "quieras sobre {course}."
        ),
    ),
    "open.place": (
        (
            "Si ya sabes algo de {course}, puedo averiguar por dónde empezar con {most} preguntas "
            "cortas como mucho. O empezamos por el principio, con la de abajo. Tú eliges, y "
            "puedes decir «parar» cuando quieras."
        ),
    ),
    "open.due": (
        "Qué bien verte, {name}. Toca repasar *{skill}*, así que empezamos por ahí.",
        "Hola, {name}. Hace tiempo que vimos *{skill}*. Veamos qué queda.",
    ),
    "open.due_many": (
        "Qué bien verte, {name}. Toca repasar {count} temas; empezamos por *{skill}*.",
        "Hola, {name}. Hay {count} cosas que conviene recordar. La primera: *{skill}*.",
    ),
    "open.next": (
        "Qué bien verte, {name}. Lo siguiente en tu camino: *{skill}*.",
        "Hola, {name}. Hoy seguimos con *{skill}*.",
    ),
    "open.resumed": (
        "Hola de nuevo, {name}. Esta quedó abierta la última vez:",
        "Aquí estás otra vez, {name}. No habíamos terminado esta:",
    ),
    "open.nothing": (
        "Qué bien verte, {name}. Hoy no hay nada pendiente. Nombra algo de {course} y lo vemos juntos.",
    ),
    "ask": ("Aquí va una de *{skill}*.", "Prueba con esta.", "Ahora, *{skill}*.", "Inténtalo con esta.", "Vamos con esta."),
    "ask.topic": ("Muy bien, *{skill}*.", "De acuerdo, algo de *{skill}*."),
    "ask.skip": (
        "De acuerdo, dejamos esa. Aquí va otra.",
        "La apartamos; puede que vuelva otro día. Prueba con esta.",
        "No pasa nada. Otra cosa:",
    ),
    "ask.easier": (
        "Gracias por decírmelo. Esta da un paso más pequeño.",
        "Bajamos un poco el nivel.",
        "Qué bien que lo digas. Aquí va una más suave.",
    ),
    "ask.harder": ("Bien, entonces algo que te pida más.", "De acuerdo. Esta te hará pensar.", "Muy bien, un paso más alto."),
    "ask.claim": (
        "Si ya sabes *{skill}*, tres preguntas sin ayuda lo mostrarán. Aquí va una.",
        "Me alegra oírlo. Muéstramelo en tres preguntas, sin pistas, y seguimos adelante. Ahora:",
    ),
    "ask.placement": (
        (
            "Bien, veamos por dónde conviene empezar. Solo apunto tus respuestas y no ayudo; «no "
            "sé» también es una buena respuesta. Di «parar» cuando quieras."
        ),
    ),
    "place.number": ("Pregunta {number} de {most} como mucho:",),
    "ask.prerequisite": (
        "Vamos a ello desde más atrás: primero *{skill}*, en lo que se apoya.",
        "Otro camino: una de *{skill}*, sobre la que se construye la anterior.",
    ),
    "ask.twin": (
        "Ahora una del mismo tipo, sin ninguna ayuda.",
        "Aquí está su gemela. Esta vez sin mí.",
        "La misma idea con otros números. Esta es solo tuya.",
    ),
    "ask.twin_words": ("Ahora una del mismo tipo, sin ninguna ayuda.", "Aquí va una parecida. Esta vez sin mí."),
    "ask.new": (
        "Ahora viene algo nuevo: *{skill}*. Di «seguir» y te muestro primero un ejemplo.",
        "Entonces podemos empezar *{skill}*, que es nuevo. Empieza con un ejemplo; di «seguir» cuando quieras.",
    ),
    "ask.again": ("Todavía tenemos esta abierta:", "Esta te está esperando:", "Aquí está la que quedó abierta:"),
    "review": ("Es hora de repasar *{skill}*.", "Un repaso: *{skill}*.", "¿Te acuerdas de *{skill}*? Veamos."),
    "example.novice": (
        "*{skill}* es nuevo para ti, así que primero mira cómo se hace una.",
        "Antes de tu primer intento con *{skill}*, aquí va una resuelta.",
        "Empezamos *{skill}* con un ejemplo.",
    ),
    "example": (
        "Aquí va una parecida, resuelta. La tuya tiene otros datos.",
        "Te muestro una del mismo tipo, paso a paso.",
        "Mira cómo va esta y luego vuelve a la tuya.",
    ),
    "example.met": (
        "Primero una del mismo tipo, resuelta paso a paso.",
        "Mira una más antes de seguir.",
        "Primero un ejemplo, luego tú.",
    ),
    "example.tack": (
        "Entonces vamos por otro lado. Aquí va una del mismo tipo, resuelta.",
        "No importa; cambiamos de rumbo. Mira cómo va una parecida.",
    ),
    "example.faded": (
        "Aquí va una parecida. Ya no estás empezando, así que el último paso es tuyo.",
        "Una del mismo tipo, menos el final: termínala en tu cabeza.",
    ),
    "example.then": ("Ahora la tuya:", "Te toca:"),
    "example.back": (
        "¿Cuáles de estos pasos puedes usar en tu pregunta?",
        "¿Qué es igual en tu pregunta y qué es distinto?",
    ),
    "example.none": ("No tengo un ejemplo resuelto para esta, pero la lectura lo explica.",),
    "right": ("Sí, está bien.", "Correcto.", "Eso es.", "Bien.", "Sí.", "Exacto."),
    "right.streak": ("Bien otra vez. Ya van {streak} seguidas sin ayuda.", "Sí. {streak} seguidas, sin ninguna ayuda."),
    "right.aided": (
        "Sí, está bien. Bastó un empujoncito.",
        "Bien. Llegaste con un poco de ayuda; pronto no la necesitarás.",
        "Ahora sí.",
    ),
    "right.second": (
        "Ahora sí. Volviste a mirar y valió la pena.",
        "Sí, ahora está bien.",
        "Esta vez está bien.",
    ),
    "right.mastered": (
        "Sí. Y con esto, *{skill}* parece firme. Lo comprobaré otra vez dentro de unos días.",
        "Bien. Ahora creo que sabes *{skill}*. En unos días te preguntaré una vez más, sin avisar.",
    ),
    "right.form": ("El valor está bien.", "Bien en cuanto al valor."),
    "right.read": ("He leído {read}.",),
    "partial": ("Una parte está bien.", "Estás cerca.", "Casi."),
    "partial.ask": ("¿Qué falta todavía?", "¿Puedes completarla?", "Mírala otra vez: ¿qué cambiarías?"),
    "wrong": ("No del todo.", "Todavía no.", "Aún no es eso.", "Hm, eso no."),
    "wrong.again": ("Es la misma respuesta que antes.", "Esa ya la tenías, y no es."),
    "wrong.read": ("He leído {read}.", "Escribiste {read}."),
    "step": (
        "Tu cálculo va bien hasta «{right}». Mira otra vez «{wrong}»: no se sigue de lo anterior.",
        "Hasta «{right}» cada línea está bien. «{wrong}» no se sigue de ella.",
    ),
    "step.first": ("Mira otra vez «{wrong}» en tu cálculo: no se cumple.", "En tu cálculo, «{wrong}» no se cumple."),
    "step.number": ("Mira otra vez la línea {place} de tu cálculo: algo en ella no se cumple.",),
    "step.unread": (
        "No pude leer la línea {place} de tu cálculo, «{garbled}». Hasta «{up_to}» te seguí.",
        "Hasta «{up_to}» seguí tu cálculo. La línea {place}, «{garbled}», no la pude leer.",
    ),
    "step.unread_first": ("No pude leer la línea {place} de tu cálculo, «{garbled}».",),
    "step.unlooked": (
        "Desde la línea {place}, tu cálculo fue demasiado para mí. Lo leí hasta «{up_to}».",
    ),
    "step.unread_number": ("No pude leer la línea {place} de tu cálculo.",),
    "step.unlooked_number": ("Desde la línea {place}, tu cálculo fue demasiado para mí.",),
    "step.sound": (
        (
            "Cada una de tus líneas se sigue de la anterior. Comprueba cómo empezaste y si la "
            "última línea es lo que se pedía."
        ),
    ),
    "right.step": ("Pero algo en el camino no se cumple: «{wrong}». Míralo otra vez.",),
    "probe": ("Pongamos a prueba esa idea.", "Veamos adónde lleva eso.", "Déjame preguntarte algo sobre eso."),
    "hint.after": ("Piensa en esto:", "Míralo así:", "Una pista:"),
    "hint": ("Pista {level} de {levels}:", "Aquí va la pista {level} de {levels}:"),
    "hint.kept": (
        "Una respuesta completa a eso te daría la de tu pregunta.",
        "Si te lo dijera todo, no quedaría nada de tu pregunta.",
    ),
    "hint.held": (
        "Entiendo cómo llegas a eso. Compáralo con esto.",
        "Es una idea que vale la pena poner a prueba. Ponla al lado de esto.",
    ),
    "hint.low": (
        "Atascarse no dice nada de tu inteligencia. Hagamos el paso más pequeño.",
        "Mucha gente se siente así en medio de algo nuevo, y se pasa. Aquí va un paso más pequeño.",
    ),
    "hint.upset": (
        "Ya veo que fastidia. Lo has intentado, así que aquí va más ayuda.",
        "Es normal enfadarse. Hagamos el paso más pequeño.",
        "Es un mal momento, y a todo el mundo le pasa. Aquí va un poco más de ayuda.",
    ),
    "hint.last": ("La última pista:", "La última; te lleva hasta el final:"),
    "hint.begin": ("Inténtalo con eso.", "¿Qué dirías?", "Ahora tú.", "¿Qué te sale?"),
    "hint.try": ("¿Qué te sale ahora?", "Inténtalo otra vez con eso.", "Ahora tú.", "¿Cómo cambia eso tu respuesta?"),
    "tell": ("Vamos a verla juntos.", "Esta te la muestro.", "Es hora de ver cómo va."),
    "tell.lost": (
        "No pasa nada; perderse un momento es parte de aprender. Va así.",
        "Qué bien que lo digas. Te lo muestro.",
    ),
    "tell.answer": ("La respuesta es **{answer}**.",),
    "tell.back": (
        "Ahora con tus palabras: ¿qué paso fue el decisivo?",
        "Dímelo con tus palabras: ¿cuál es la idea?",
        "¿Cómo le dirías a un amigo qué hay que hacer aquí?",
    ),
    "ack": (
        "Gracias. Compáralo con esto:",
        "Bien, ponerlo en palabras ayuda. Yo lo diría así:",
        "Gracias. Pon lo tuyo al lado de lo mío:",
    ),
    "ack.idk": ("No pasa nada. La idea en una línea:", "No importa. En pocas palabras:"),
    "ack.short": ("En una frase sería esto:", "Puesto en palabras:", "Yo diría la idea así:"),
    "ack.probe": (
        "Compáralo con tu primera respuesta. {correction} Con eso en mente, inténtalo otra vez.",
        "Ahora compara las dos. {correction} ¿Cuál es tu respuesta ahora?",
    ),
    "ack.probe_kept": (
        "Compáralo con tu primera respuesta. ¿Qué dices ahora?",
        "Ahora compara las dos. ¿Se sostiene todavía tu primera respuesta?",
    ),
    "ack.plain": ("Gracias, eso me ayuda a ver cómo piensas.", "Gracias por ponerlo en palabras."),
    "clarify": (
        "No pude leer eso como una respuesta, así que no cuenta. {note}",
        "No sé bien qué quieres decir; no se pierde nada. {note}",
        "No lo he entendido. {note}",
    ),
    "alone.known": ("Bien que lo digas; seguimos con ayuda.", "Gracias por decirlo. Desde aquí te ayudo."),
    "clarify.ways": ("Si no lo sabes, no pasa nada: di «pista», «ejemplo» o «saltar».",),
    "clarify.thought": (
        "No sé bien cómo tomarlo. Pregúntame lo que quieras, di «pista» o mándame tu respuesta.",
        "No pude ver si eso es una respuesta, así que no cuenta. Dime qué responderías o hazme una pregunta.",
        (
            "Eso no lo sé situar. Si era una pregunta, empieza con «qué», «cómo» o «por qué»; si "
            "era una respuesta, manda solo eso."
        ),
    ),
    "clarify.unclear": (
        (
            "De esta no puedo estar seguro. Puede que tengas razón con palabras que no conozco. "
            "La he guardado para que la mire tu profesor o profesora. Una respuesta completa dice:"
        ),
        (
            "No puedo juzgarla con seguridad, así que no la llamaré incorrecta. Queda guardada "
            "para que la vea tu profesor o profesora. Compárala con esto:"
        ),
    ),
}  # fmt: skip
