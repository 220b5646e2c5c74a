"""Spanish: what the tutor says about the learner, beside the task, and on the way back to it."""

from tutor.dialogue.said.table import Phrases

TALK: Phrases = {
    "list.and": ("{first} y {last}",),
    "list.or": ("{first} o {last}",),
    "list.more": ("{shown} y {more} más",),
    "count.one": ("una pregunta",),
    "count.many": ("{count} preguntas",),
    "place.thanks": (
        "Gracias, eso me bastó para ver dónde estás.",
        "Gracias. Ahora sé mejor por dónde empezar.",
    ),
    "place.none": ("De acuerdo, sin preguntas.",),
    "place.known": ("Parece que esto ya lo sabes, así que no empezaré por ahí: {skills}.",),
    "place.start": (
        "Empezamos con *{skill}*; di «seguir». Si es demasiado fácil o difícil, dímelo.",
        "*{skill}* es un buen lugar para empezar: di «seguir». Dime si es demasiado fácil o difícil.",
    ),
    "place.beginning": ("Empezamos con *{skill}*; di «seguir».",),
    "belief.none": (
        "Todavía sé poco de ti: aún no has respondido nada de {course}. Aprendo de lo que haces sin ayuda.",
    ),
    "belief": ("Esto es lo que creo, y puedes no estar de acuerdo.", "Así lo veo yo; dime si me equivoco."),
    "belief.known": ("Sabes hacer: {skills}.",),
    "belief.provisional": ("Parece firme, falta comprobarlo una vez más: {skills}.",),
    "belief.fading": ("Conviene repasar: {skills}.",),
    "belief.started": ("Todavía creciendo: {skills}.",),
    "belief.why": ("Me guío solo por tus respuestas. Esto es lo último que aprendí de ellas.", (
        "Por lo que has respondido, y por nada más. Estas son las habilidades que practicaste por "
        "último."
    )),
    "belief.contest": ("Si crees que sabes más, di «ya sé …» y muéstralo en tres preguntas.",),
    "recap.none": ("Hoy no hemos probado nada todavía. Vuelve cuando quieras.",),
    "recap.alone": (
        "Hoy trabajaste en {tried} y resolviste {solved}, {unaided} sin ninguna ayuda.",
        "Hoy: {tried}. Bien resueltas: {solved}; sin ninguna ayuda: {unaided}.",
    ),
    "recap.all": ("Hoy trabajaste en {tried} y las resolviste todas sin ninguna ayuda.",),
    "recap.one": ("Hoy trabajaste en una pregunta y la resolviste sin ninguna ayuda.",),
    "recap.one_helped": ("Hoy trabajaste en una pregunta y la resolviste con algo de ayuda.",),
    "recap.helped": ("Hoy trabajaste en {tried} y resolviste {solved} con algo de ayuda. La próxima vez, con menos.",),
    "recap.unsolved": (
        "Hoy trabajaste en {tried}. Aún no hay nada resuelto, y no pasa nada: seguimos la próxima "
        "vez.",),
    "recap.gained": ("Nuevo en tus manos: {skills}.", "Ganado hoy: {skills}."),
    "recap.next": ("La próxima vez: *{skill}*.", "Cuando vuelvas: *{skill}*."),
    "recap.quiz": ("Tu prueba: {right} de {count} bien.",),
    "recap.missed": ("Lo que todavía no estaba bien:",),
    "recap.missed_one": ("{prompt} **{answer}** {why}",),
    "recap.felt": ("¡Hasta pronto! ¿Cómo te has sentido hoy?", "Hasta la próxima. ¿Qué tal te ha ido?"),
    "close": ("¡Hasta pronto!", "Hasta la próxima.", "Buen trabajo. Hasta pronto."),
    "redirect.social": ("Qué bien que estés aquí.", "Me gusta que hables conmigo."),
    "redirect.greeting": ("¡Hola, {name}!", "Hola, {name}.", "¡Hola!"),
    "redirect.who": (
        "Soy Meno, un programa que ayuda a aprender. No soy una persona, y puedo equivocarme.",
        "Soy un tutor de ordenador que se llama Meno. Aquí no escribe ninguna persona.",
    ),
    "redirect.laugh": ("¡Ja!", "Reírse un poco está bien."),
    "redirect.thanks": ("De nada.", "Me alegra que te haya servido.", "Cuando quieras."),
    "redirect.off_topic": (
        "Con eso no puedo ayudarte; sigamos con {course}.",
        "Yo solo sé de {course}, así que volvamos a eso.",
        "Interesante, pero no es lo mío. Volvamos a {course}.",
    ),
    "redirect.unplaced": (
        "No sé bien a qué se refiere eso. Di «seguir» y te hago la siguiente, o pregúntame algo de {course}.",
        "Eso no lo pude situar. Pregúntame sobre {course} o di «seguir» para la siguiente pregunta.",
    ),
    "redirect.no_answer_yet": (
        (
            "Si te la dijera ahora, tendrías una respuesta pero no la habilidad. Dame tu mejor "
            "intento, aunque sea aproximado, o pide una pista."
        ),
        "Todavía no: primero un intento tuyo, y si está mal no pasa nada. O pide una pista.",
    ),
    "redirect.try_first": (
        (
            "Solo queda la última pista, y lo delata todo. Inténtalo primero con lo que tienes; "
            "un intento fallido cuesta poco. Pídela otra vez si aún la quieres."
        ),
    ),
    "redirect.hint_pause": (
        (
            "Esa pista acaba de llegar, y la siguiente te quita más trabajo. Prueba algo con "
            "ella, aunque sea a ojo: así viene más ayuda enseguida, o si no dentro de {seconds} "
            "segundos."
        ),
        (
            "Dale primero un momento a esta pista. Con un intento, aunque falle, la siguiente "
            "llega enseguida; sin intento, dentro de {seconds} segundos."
        ),
    ),
    "redirect.homework": (
        (
            "Esto es tarea, así que no puedo llevarte hasta el final. Escribe hasta dónde llegas, "
            "y pide un ejemplo si te ayuda."
        ),
        "Es tarea, así que el último paso es tuyo. Di «ejemplo» y te muestro cómo va otra de este tipo.",
        "El final de esta te toca a ti, porque es tarea. Prueba algo y te digo si está bien.",
    ),
    "redirect.quiz": (
        "Esto es una prueba, así que callo hasta el final. Responde lo mejor que puedas o di «saltar».",
        "Durante una prueba solo apunto. Responde lo que creas mejor o di «saltar»; después lo miramos juntos.",
    ),
    "redirect.exam": (
        "Tu profesor o profesora ha puesto el modo examen, así que ahora no puedo ayudar. Después "
        "estaré aquí otra vez.",),
    "redirect.paused": ("Me han pausado por ahora. Pregunta en clase, por favor.",),
    "redirect.appeal": (
        (
            "Puede que tengas razón; he guardado tu respuesta para que la vea tu profesor o "
            "profesora. Si estaba bien, lo corrijo."
        ),
        "Gracias por decirlo. Ya está en la lista de tu profesor o profesora. Hasta entonces queda como está.",
    ),
    "redirect.no_appeal": (
        "Todavía no hay ninguna respuesta tuya que yo haya llamado incorrecta. Si pasa, dímelo "
        "otra vez.",),
    "redirect.placement": (
        (
            "Mientras averiguo por dónde conviene empezar, no ayudo. Si no lo sabes, dilo: eso "
            "también me dice mucho. O di «parar»."
        ),
        (
            "Ahora solo miro dónde estás, así que ni ayudo ni digo qué estaba bien. «No sé» es "
            "una buena respuesta, y «parar» también."
        ),
    ),
    "redirect.alone": (
        (
            "Esta muestra lo que sabes hacer sin ayuda, así que primero un intento. Si no lo "
            "sabes, dilo: también es una respuesta."
        ),
        "Prueba esta primero por tu cuenta; después te ayudo. «No sé» cuenta como un intento.",
    ),
    "redirect.no_ways": ("Tu curso no tiene todavía otro camino hacia esto. Pregúntame, o inténtalo con una pista.",),
    "redirect.felt": (
        "Gracias, lo tendré en cuenta al elegir las siguientes preguntas. ¡Hasta pronto!",
        "Está bien saberlo; elijo las siguientes con eso en mente. Hasta la próxima.",
    ),
    "redirect.help": (
        (
            "Puedes responder, preguntar algo o decir: **pista**, **explica**, **ejemplo**, "
            "**saltar**, **muy fácil**, **muy difícil**, **parar**."
        ),
    ),
    "redirect.empty": ("Tu mensaje estaba vacío. Escribe algo o usa un botón.",),
    "redirect.too_long": (
        (
            "Eso era demasiado largo para mí (más de 4.000 caracteres), así que no lo leí. No se "
            "pierde nada: envía la parte que importa."
        ),
    ),
    "redirect.injection": (
        "Me dedico a enseñar y a cómo me configuró tu escuela. Sigamos con {course}.",
        "Mis instrucciones se quedan como están. Volvamos a {course}.",
    ),
    "redirect.no_items": ("No tengo más preguntas para ti aquí por ahora. Pregúntame algo o elige otro tema.",),
    "redirect.which": (
        "No sé bien a qué te refieres con «{word}». Dime el nombre y lo busco en tus lecturas.",
    ),
    "redirect.only_one": (
        (
            "Es la única pregunta que tengo para ti por ahora, así que se queda. Puedo ayudarte "
            "con ella: toma una pista o pregúntame."
        ),
    ),
    "redirect.nothing_open": ("Ahora no hay nada abierto. Di «seguir» y elijo algo para ti.",),
    "redirect.why_this": ("Por qué esta: {reason}.", "La razón de esta: {reason}."),
    "reason.none": ("es lo que sigue",),
    "redirect.built_on": (
        "Más adelante, {next} se apoya en {skill}.",
        "Volverás a encontrar {skill} en {next}.",
    ),
    "redirect.noted_goal": ("Apuntado.",),
    "redirect.no_hints": ("No hay más pistas para esta.",),
    "redirect.not_yet_understood": ("Bien. Entonces muéstrame: ¿cuál es tu respuesta?", "De acuerdo. Inténtalo ahora."),
    "aside.left": (
        "No hay un número fijo: seguimos mientras te venga bien. Di «parar» cuando quieras, y todo te espera.",
    ),
    "aside.left_quiz": ("Una prueba tiene {all} preguntas, y ya van {done}.",),
    "aside.pause": (
        "Tómate tu tiempo. Tu pregunta se queda aquí hasta que vuelvas.",
        "Claro. Nada se escapa; vuelve cuando quieras.",
    ),
    "aside.counts": (
        "Yo no pongo notas. Lo que respondes me ayuda a elegir lo que sigue, y tu profesor o profesora ve cómo te va.",
    ),
    "aside.seen": (
        (
            "Tu profesor o profesora ve tus respuestas y cómo te va, y puede leer lo que "
            "escribimos; *Mi progreso* te muestra cada vez que pasó. Tu familia recibe un resumen "
            "corto sin nada de lo que escribiste."
        ),
    ),
    "aside.test": (
        (
            "No sé qué preguntará tu examen; en clase lo saben. Di «pregúntame sobre …» con un "
            "tema de él, y lo practicamos."
        ),
    ),
    "aside.made": (
        "Soy Meno, un programa hecho para ayudar a aprender. No tengo sentimientos ni cuerpo, y puedo equivocarme.",
    ),
    "aside.data": (
        (
            "Guardo lo que respondes para que podamos seguir donde lo dejamos, y no puedo verte "
            "ni oírte. Tu escuela puede mostrártelo todo o borrarlo: pregunta en clase."
        ),
    ),
    "aside.chosen": (
        (
            "Miro lo que has mostrado hasta ahora: algo que casi sabes, en el orden en que los "
            "temas se apoyan unos en otros, y de vez en cuando un repaso."
        ),
    ),
    "aside.language": (
        (
            "Solo puedo responder en el idioma de este curso. Los números sirven en cualquiera. "
            "Pide en clase el curso en tu idioma."
        ),
    ),
    "aside.check": (
        "Escribe la respuesta misma y te lo digo enseguida. Un intento fallido no te cuesta nada.",
        "Envíame la respuesta que quieres dar y la compruebo. Si está mal, no pasa nada.",
    ),
    "aside.checked": (
        "Todavía no: {said} no era. Probar otra vez no cuesta nada, y decir «pista» tampoco.",
        "Lo último, {said}, aún no es correcto. Prueba de nuevo o di «pista».",
    ),
    "aside.source": (
        (
            "De tu curso. Las fuentes están debajo de lo que cito, y con un clic se abre el "
            "lugar. Si tu profe dice otra cosa, haz caso a tu profe: yo puedo equivocarme."
        ),
    ),
    "aside.source_shown": (
        (
            "Está en tu curso, en *{place}*; la fuente debajo de mi mensaje lo abre. Si tu profe "
            "dice otra cosa, haz caso a tu profe."
        ),
    ),
    "aside.after": (
        "Depende de lo que muestres: elijo el tema siguiente según lo que sabes. {built_on}",
    ),
    "aside.guessed": (
        "Adivinar es una buena manera de empezar. Míralo otra vez: ¿qué habla a favor y qué en contra?",
        "Gracias por decirlo. A ver si ahora encuentras una razón.",
    ),
    "aside.homework": (
        (
            "Con gusto. Escribe la pregunta tal como está y hasta dónde llegaste, y te ayudo a "
            "encontrar el camino. No escribo respuestas para entregar."
        ),
    ),
    "aside.game": (
        "No tengo juegos. Pero te propongo un reto: tres preguntas seguidas sin ninguna pista. ¿Te animas?",
        "Aquí no hay juegos, solo preguntas. ¿Y una racha? A ver cuántas resuelves sin pista.",
    ),
    "aside.never_mind": ("De acuerdo.", "No pasa nada."),
    "aside.beginner": (
        (
            "Entonces estás en buen lugar: el curso empieza desde el principio. Arriésgate sin "
            "miedo; una respuesta equivocada me muestra qué explicar."
        ),
        "Está bien, todo el mundo empieza alguna vez. Vamos paso a paso, y por equivocarse no se pierde nada.",
    ),
    "aside.tools": (
        (
            "Claro: papel, un dibujo, los dedos, lo que te ayude a pensar. Con la calculadora "
            "puedes comprobar, pero pensar te toca a ti."
        ),
        "Sí, hazlo. Un dibujo es a menudo media solución. Luego escríbeme lo que te sale.",
    ),
    "aside.run": (
        (
            "Aquí no: yo no ejecuto programas. Síguelo línea por línea en la cabeza, dime qué "
            "esperas y después pruébalo en tu propio Python y compara."
        ),
        (
            "No puedo ejecutarlo por ti. Di primero qué hará, línea por línea; después córrelo en "
            "una computadora y mira si acertaste."
        ),
    ),
    "aside.solved": (
        "Miremos esa otra vez. {solution}",
        "Así va, una vez más. {solution}",
    ),
    "aside.hard": (
        (
            "Algunas partes piden un poco de paciencia, y cada una se apoya en la anterior. Vamos "
            "paso a paso, y procuro que la mayoría te salga bien."
        ),
    ),
    "aside.sorry": ("No pasa nada.", "No hay nada que perdonar.", "Todo bien."),
    "compared.same": ("Sí, {first} y {second} son la misma cantidad.", "Son iguales: {first} = {second}."),
    "compared.not_same": ("No, son distintos: {larger} es más que {smaller}.", "No es lo mismo: {smaller} es menos que {larger}."),
    "compared.so": ("Sí: {larger} es más que {smaller}.",),
    "compared.not_so": ("No, al revés: {larger} es más que {smaller}.",),
    "compared.not_but_same": ("Ninguno es más: {first} y {second} son la misma cantidad.",),
    "compared.which_more": ("{larger} es más que {smaller}.",),
    "compared.which_less": ("{smaller} es menos que {larger}.",),
    "compared.neither": ("Ninguno: {first} y {second} son la misma cantidad.",),
    "aside.know": (
        (
            "Solo por lo que haces aquí: sobre todo por las respuestas sin ayuda, menos por las "
            "de después de una pista. Pregunta «¿qué sabes de mí?» para verlo, y no estés de "
            "acuerdo si está mal."
        ),
    ),
    "aside.cost": (
        (
            "Una respuesta mala, una pista o un salto no traen nada malo: me muestran qué hacer "
            "después. Solo lo que resuelves sin ayuda cuenta como algo que sabes."
        ),
    ),
    "aside.course": (
        "En {course} hay {count} temas, como {some}. Di «pregúntame sobre …» para elegir uno, o «seguir» y elijo yo.",
    ),
    "aside.task": (
        (
            "Tu pregunta trata de *{skill}*. {how} Si no entiendes una palabra, pregúntame qué "
            "significa; un primer intento puede estar mal."
        ),
        "Es una pregunta de *{skill}*. {how} Tómate tu tiempo y pregúntame por cualquier palabra.",
    ),
    "aside.task_any": (
        "Escribe un número, como fracción, decimal o con palabras, si la pregunta no pide una de ellas.",
    ),
    "aside.task_read": ("Léela otra vez y escribe lo que piensas.",),
    "aside.can": (
        (
            "Te hago preguntas sobre {course}, explico con tus lecturas y miro dónde te atascas. "
            "Puedes responder, preguntar o decir **pista**, **explica**, **ejemplo**, **saltar** "
            "o **parar**."
        ),
    ),
    "aside.said_so": (
        "Entonces vale la pena comprobarlo. ¿Cómo podrías ver si aquí se cumple? Escribe lo que "
        "te salga.",),
    "aside.something": (
        (
            "Eso parece tratar de nuestras clases más que de {course}, y no sé bien de qué; en "
            "clase lo sabrán. Di **ayuda** para ver lo que puedo hacer."
        ),
    ),
    "aside.glad": ("¡Qué bien oír eso!", "Eso es para alegrarse."),
    "back": ("Volvamos a tu pregunta:", "Tu pregunta sigue abierta:", "Aquí está otra vez:"),
    "quiz.noted": ("Apuntado.", "Lo tengo.", "Anotado."),
}  # fmt: skip
