"""Spanish: what the tutor says of itself, to feelings and stories, and about work that belongs elsewhere."""

from tutor.dialogue.said.table import Phrases

BESIDE: Phrases = {
    "aside.exam_nerves": (
        (
            "Es normal tener nervios antes de un examen, y practicar un poco ayuda. Di "
            "«pregúntame sobre …» con un tema del examen; el error que haces aquí ya no lo haces "
            "allí."
        ),
        (
            "Se entiende. Dime un tema de tu examen, como «pregúntame sobre …», y lo practicamos "
            "con calma, una pregunta a la vez."
        ),
    ),
    "aside.nervous": (
        (
            "Aquí no hay de qué preocuparse: un error no te cuesta nada y nadie se enfada. Solo "
            "me muestra qué explicar. Tómate tu tiempo."
        ),
        "Se entiende. A nadie le molesta aquí un error, y cada uno me dice qué te hace falta. Vamos a pasos pequeños.",
    ),
    "aside.unheard": (
        (
            "Entonces no entendí tu pregunta, perdona. Hazla otra vez con otras palabras y con el "
            "nombre de la cosa, y la busco."
        ),
        (
            "Perdona, eso no respondía a tu pregunta. Dilo de otra manera, con el nombre de la "
            "cosa, y lo intento de nuevo."
        ),
    ),
    "aside.for_last": (
        "Entonces eso era de la pregunta anterior, que ya está cerrada; no se pierde nada. Ahora viene esta.",
    ),
    "aside.placing": (
        (
            "No, no hace falta. Esas preguntas cortas solo sirven para ver por dónde empezar, y «parar» "
            "las termina. Contesta la pregunta abierta y empezamos ahí."
        ),
    ),
    "aside.no_test": (
        (
            "Aquí no: este curso no tiene examen al final. De vez en cuando vuelvo a preguntar lo que ya "
            "sabías. Lo que ponga tu escuela te lo dirán en clase."
        ),
    ),
    "aside.making": (
        (
            "Cosas pequeñas tuyas, sí, cuando conozcas las piezas. Di «proyecto» y te enseño lo que "
            "propone tu curso; para planes más grandes pregunta en clase."
        ),
    ),
    "aside.tastes": (
        "Soy un programa, así que nada me gusta ni me disgusta. ¿Y a ti?",
    ),
    "aside.liked": (
        (
            "Soy un programa, así que no puedo querer a nadie como un amigo. Pero aquí siempre "
            "eres bienvenido o bienvenida, preguntes lo que preguntes."
        ),
    ),
    "redirect.worth": (
        (
            "Buena pregunta. No todo lo de {course} te lo volverás a encontrar, pero lo que viene "
            "después se apoya en ello, y quien lo entiende no tiene que creérselo a nadie. Si "
            "quieres saber qué tiene que ver con algo de tu vida, pregúntamelo."
        ),
    ),
    "aside.check_unclear": (
        (
            "No pude saberlo con seguridad. Pon la tuya al lado de la mía: si dice lo mismo con "
            "otras palabras, estaba bien."
        ),
    ),
    "aside.check_right": (
        "Sí, tu última respuesta estaba bien. Acertar adivinando es un buen comienzo; con la razón ya es tuyo.",
    ),
    "redirect.no_answer_after_try": (
        "Lo has intentado, y así se aprende. Inténtalo una vez más o di «pista»; si aun así no sale, te lo muestro.",
        "Tus intentos cuentan. Toma una pista o prueba otra vez con lo que ya sabes; si no sale, te lo muestro.",
    ),
    "aside.able": (
        (
            "Sé lo que dice tu curso sobre {course}, y puedo equivocarme. Si crees que me "
            "equivoco, di «yo tenía razón» y tu profesor o profesora lo mira."
        ),
    ),
    "aside.asking": (
        (
            "Porque lo que descubres por tu cuenta se te queda más tiempo. Pero también al revés: "
            "pregúntame lo que quieras, o di «explica» o «ejemplo», y te lo cuento yo."
        ),
    ),
    "aside.returned": (
        (
            "¡Qué bien que hayas vuelto! Olvidar algo entre medias es normal, y vuelve más rápido "
            "de lo que vino. Di «ejemplo» para ver primero uno, o inténtalo."
        ),
    ),
    "aside.not_mine": (
        (
            "Eso no te lo escribo: sería mi trabajo y no el tuyo. Pero te ayudo. Dime hasta dónde "
            "llegaste, o pregúntame por una palabra o un paso."
        ),
    ),
    "aside.story": ("¡Gracias por contármelo!", "Gracias por la historia."),
    "aside.somehow": (
        "Gracias por decírmelo. Si es demasiado, di «parar», y todo te espera.",
        "Está bien que lo digas. Seguimos a pasos pequeños, y con «parar» terminamos por hoy.",
    ),
    "aside.contest": (
        (
            "Puede que tengas razón: solo conozco tus respuestas aquí. Di «ya sé …» con el nombre "
            "de la habilidad, y tres preguntas sin ayuda lo aclaran. Tu docente también puede "
            "corregirlo."
        ),
    ),
    "aside.sad": (
        (
            "Lo siento mucho. Yo solo soy un programa, así que cuéntaselo, por favor, a alguien "
            "en quien confíes, en casa o en la escuela. Seguimos cuando te apetezca, o lo dejamos "
            "por hoy."
        ),
    ),
    "aside.rough": (
        (
            "Parece que fue un día duro, y está bien que aun así estés aquí. Vayamos con calma: "
            "di «más fácil» si quieres algo más ligero, o «parar» y todo espera."
        ),
        (
            "Hay días así, y siento que hoy fuera uno. Si algo te pesa, una persona adulta de "
            "confianza está para escucharte. Aquí seguimos a pasos pequeños."
        ),
    ),
    "aside.unwell": (
        "Entonces cuídate. Podemos parar aquí, di «parar» y todo espera. O seguimos cuando te apetezca.",
    ),
    "aside.low": (
        (
            "Mucha gente se siente así a veces, y dice poco de lo que puedes aprender. Vamos paso "
            "a paso: una pista, un ejemplo o algo más fácil, tú dirás."
        ),
        (
            "Es una sensación dura. Atascarse es donde empieza el aprender, así que hagamos el "
            "paso más pequeño: di «pista», «ejemplo» o «más fácil»."
        ),
    ),
    "aside.scolded": (
        (
            "Siento no ayudarte bien ahora. Dime qué no encaja, o di «ejemplo», «más fácil» o "
            "«saltar», y lo intento de otra manera."
        ),
    ),
    "aside.esteem": (
        (
            "Yo miro respuestas y nunca juzgo a las personas; equivocarse no hace tonto a nadie. "
            "Di «¿cómo voy?» y te enseño lo que creo que ya sabes."
        ),
    ),
    "aside.cross": (
        "Veo que esto fastidia. Di «ejemplo», «más fácil» o «saltar», y lo hacemos de otra manera.",
        "Sé que molesta. ¿Te ayudaría otra cosa? Di «ejemplo», «más fácil» o «saltar».",
    ),
    "aside.no_fun": (
        (
            "Ya veo que ahora no es divertido. «Saltar» deja esta pregunta, «parar» termina por "
            "hoy, y una respuesta mala no cuesta nada."
        ),
        "Sé que cuesta. Puedes «saltar» cualquier pregunta o decir «parar»; no pasa nada.",
    ),
    "aside.bored": ("Entonces cambiemos algo: di «más difícil», «saltar» o «parar», y te sigo.",),
    "aside.forced": (
        "Entonces que valga la pena: tú eliges el tema. Di uno, o «más difícil» o «saltar», y con «parar» terminamos.",
        (
            "Que te manden no es divertido. Hoy bastan unas pocas preguntas y tú decides: "
            "«saltar», «más difícil», un tema tuyo o «parar»."
        ),
    ),
    "aside.mistaken": (
        (
            "Cualquiera puede confundirse. Si alguien lo dice de otra manera que tu curso, fíate "
            "del curso; puedes enseñarle el sitio."
        ),
        "Yo juzgo ideas, no personas. Aquí fíate de tu curso; si lo dicen de otro modo, enséñaselo y habladlo.",
    ),
    "mood.exam": (
        "Antes de un examen mucha gente se pone nerviosa, y practicar es lo que más ayuda. Aprovechemos el tiempo.",
    ),
    "mood.nervous": ("No hay nada que temer: aquí un error no cuesta nada.",),
    "mood.unheard": ("Tienes razón en insistir, y siento no haberlo entendido.",),
    "mood.scolded": ("De acuerdo, intentaré ser más útil.",),
    "mood.low": ("Que algo cueste no dice nada de lo lista que es una persona.",),
    "mood.hurts": ("Pensar mucho cansa la cabeza; se pasa.",),
    "mood.sorry": ("No hay nada que perdonar.",),
    "beside.stop": ("Puedes irte cuando quieras: solo di «parar».",),
    "aside.fun": ("¡Qué bien!", "Me alegra que te guste.", "Bien, entonces seguimos."),
}  # fmt: skip
