"""Which language a folded message is in, by its commonest words: Arabic, Spanish or else English (pure).

The second readers, their bars and the sentence models differ by language. Messages are short: half of
the Spanish ones have fewer than two of the commonest words, so that verbs and things of a pupil's day
tell, too, and English words speak against.
"""

import re
from collections.abc import Sequence


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ARABIC = re.compile(r"[\u0621-\u064a]")
# Words that English, or a formula, or a name may have as well count half as much.
_PERHAPS = _listed(
    """
    me que de la el mi y en un una con por para se los las es muy pero cuando ya mis su del al porque si lo
    le como esta estoy soy tengo hay te tu todo solo dos papa mama tio gracias adios amigo casa fiesta
    """
)
_SPANISH = _listed(
    """
    yo ella ellos nosotros usted ustedes vos conmigo contigo nos les mio mia tus sus nuestro nuestra
    nuestros que una por mis porque pero muy cuando hay estoy soy tengo las los esta como mas este esto eso
    ese esa estos estas esos algo alguien nada nadie nunca siempre otra otro otros cada todos todas toda
    mucho mucha muchos poco tanto tanta casi asi aqui ahi alli donde desde hasta entre sobre segun contra
    antes despues luego ahora hoy ayer anoche manana noche tarde temprano todavia tambien tampoco entonces
    aunque mientras pues quien quienes cual cuales cuanto cuanta cuantos cuantas cosa cosas dia dias hora
    semana mes ano anos vez veces gente mismo misma ser estar era fue eran estaba estan esten estamos somos
    eres fui sido tiene tienen tenemos tenia tuve tener hace hacen hacer hago hice hizo haz hecho haciendo
    voy va vas vamos iba dice dicen dijo digo dije digas decir dime diga puedo puede puedes pueden podria
    puse pongo pone ponme poner quiero quiere quieren quieres quisiera querer quede queda quedo quedan creo
    cree sabe saben sabes saber siento siente siguen sigo sigue seguir veo ve ver dar doy dame dieron deja
    dejan dejo dejar salio sali salgo salir llevo lleva llevar traigo trae viene vienen venir llego llega
    llegar paso pasa pasan pasado gusta gustan odio duele duelen comer comi comen duermo dormir dormi muero
    muere mueren murio morir muerto muerta muertos matan mata mato mataron matar vivo vivir vida muerte
    tarea tareas examen examenes ejercicio ejercicios pregunta preguntas respuesta profe profesor profesora
    maestra maestro escuela colegio cole clase clases libro cuaderno hoja tema nota notas recreo salon
    materia apuntes fraccion fracciones suma sumar resta restar dividir multiplicar ecuacion ecuaciones
    numero numeros signo regla entiendo entiende entendi explica explicame explicas ayuda ayudame ayudas
    facil dificil bien mal mejor peor bueno buena malo mala nuevo nueva grande igual verdad miedo hambre
    sueno frio risa pena asco verguenza rabia hermano hermana hermanito hermanita hermanos madre padre
    padres abuela abuelo tia primo prima amiga amigas amigos novio novia padrastro madrastra chico chica
    nino nina ninos ninas hombre mujer perro gato mano cabeza boca cuerpo sangre corazon brazo pierna puerta
    cuarto cama agua comida dinero calle guerra juego partido equipo jugar jugando porfa jaja jajaja xq pq
    hola nomas ojala afuera adentro arriba abajo juntos sola solos escribo escribe escribi leo leer lei pide
    piden pido pedir toma tomo tomar pega pego pegan pegaron grita llora lloro llorar odian saco saca sacar
    perdi pierde perder cayo cai caer usar debo debe deben falta faltan toca tocan cinco siguiente pelo
    sangra corte significa traduce ni sino verme irme matarme morirme cortarme quitarme estudiar estudio
    aprobar
    """
)
_STOPS = ".,;:!?¿¡\"'()…"
# Ends that only Spanish words have.
_ENDS = re.compile(r"\w{2,}(?:cion|ciones|iendo|yendo|ieron|aron|andome|arme|erme|irme|mente|idad)")
_NOT_ENDED = frozenset(["aaron", "macaron", "alarme", "clemente"])
_ENGLISH = _listed(
    """
    the is of to and in what it my for so you that how are on with was by do can if have this be at not
    because from did has when which many we get your one answer right each as would then they will she there
    does out find an all yes now after who two up were see more had need first about only but same her tell
    say where his im correct got much make write says its give than them why again take other before should
    go please know people made dad every like school means teacher think could our into want mum mom said
    just i he him their us word dont don't i'm a or been down off over here good wants
    """
)


def is_spanish(words: Sequence[str]) -> bool:
    """Whether folded words are Spanish, as far as their commonest tell."""
    bare = [word.strip(_STOPS) for word in words]
    said = sum(map(_spanish, bare))
    return said > 1 and said > sum(word in _ENGLISH for word in bare)


def has_english(words: Sequence[str]) -> bool:
    """Whether one of the commonest English words is among folded ones."""
    return any(word.strip(_STOPS) in _ENGLISH for word in words)


def is_english(words: Sequence[str]) -> bool:
    """Whether folded words are taken for English: neither Arabic nor Spanish."""
    return not is_spanish(words) and not is_arabic(words)


def is_arabic(words: Sequence[str]) -> bool:
    """Whether a folded word is Arabic."""
    return any(_ARABIC.match(word) for word in words)


def _spanish(word: str) -> int:
    """How much a word speaks for Spanish: 2, 1 if English has it as well, or 0."""
    if word in _PERHAPS:
        return 1
    ended = _ENDS.fullmatch(word) is not None and word not in _NOT_ENDED
    return 2 if ended or word in _SPANISH else 0
