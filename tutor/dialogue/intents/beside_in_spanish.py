"""Spanish messages beside the task, about the lesson and feelings: one way of saying to a line (pure).

A line is matched against the whole message as `spanish.bare` writes it. Tables are tried in their order.
"""

from collections.abc import Mapping

from tutor.dialogue.intents.kinds import Intent

BESIDE: Mapping[tuple[Intent, str], str] = {
    (Intent.ABOUT, "task"): r"""
        (?:que|como) (?:es lo que )?(?:tengo|hay) que (?:hacer|responder|poner|escribir)(?: (?:aqui|en esta|con esto))?
        (?:como que|que) (?:ordenar|unir|poner|escribir)
        como (?:respondo|contesto|escribo|lo escribo)
        (?:hay|tengo|tenemos) que (?:poner|escribir|contestar|responder|rellenar|decir) (?:l[ao]s (?:dos|tres|cuatro)|tod[ao]s?)(?: (?:ell[ao]s|l[ao]s \w+|a la vez|o (?:solo )?una))?
    """,
    (Intent.ABOUT, "left"): r"""
        (?:cuant[ao]s?|cuanto) (?:preguntas |ejercicios |tiempo )?(?:faltan?|quedan?|son|dura|hay|nos queda|me queda)(?: (?:mas|esto|la clase|para (?:terminar|acabar)))*
        (?:falta|queda) mucho
        cuando (?:termina|acaba|se acaba|terminamos)(?: (?:esto|la clase))?
    """,
    (Intent.ABOUT, "counts"): r"""
        (?:esto |eso )?(?:cuenta|vale|va|es|afecta|sube)(?: (?:para|a|en) )(?:la |mi |el )?(?:nota|calificacion|boleta|boletin|examen|promedio)
        (?:esto |eso )?(?:tiene|lleva|hay|trae) (?:nota|calificacion|puntos)
        (?:me )?(?:pones|ponen|vas a poner|van a poner|das|hay) (?:una )?(?:nota|calificacion|puntos)
    """,
    (Intent.ABOUT, "seen"): r"""
        (?:(?:mi|el|la) )?(?:profe|profesor|profesora|maestr[oa]|mama|papa|mama y mi papa|papas|padres)(?: (?:ve|ven|lee|leen|puede(?:n)? (?:ver|leer)|se entera(?:n)?|sabe(?:n)?))(?: (?:de )?(?:esto|lo que (?:escribo|pongo|digo|hago)|mis respuestas|mis errores))?
        (?:quien|alguien) (?:ve|lee|puede ver|puede leer) (?:esto|lo que (?:escribo|pongo|digo))
    """,
    (Intent.ABOUT, "pause"): r"""
        (?:puedo|podemos|quiero|necesito|me dejas|voy a) (?:descansar|hacer una pausa|tomar un descanso|tomarme un descanso|un descanso|ir al baño|ir al bano|parar un (?:rato|momento))(?: (?:un rato|un momento|un ratito|tantito))?
        (?:un |espera un |dame un )(?:momento|momentito|segundo|rato|minuto|ratito)
        espera(?:me|te)?(?: (?:tantito|un poco|un momento|ahora vuelvo))?
        ahora vuelvo
        ya vuelvo
        ahorita vengo
    """,
    (Intent.ABOUT, "run"): r"""
        (?:lo |la )?(?:puedo|podemos|se puede|puedes) (?:correr|ejecutar|probar)(?:lo|la)?(?: (?:el|este|mi) (?:codigo|programa))?
        (?:donde|en que) (?:lo |la )?(?:corro|ejecuto|pruebo|puedo (?:correr|ejecutar|probar))(?:lo|la)?(?: (?:el|este|mi) (?:codigo|programa))?
    """,
    (Intent.ABOUT, "test"): r"""
        (?:manana |el (?:lunes|martes|miercoles|jueves|viernes) |hoy )?tengo (?:un )?(?:examen|prueba|control|parcial)(?: (?:manana|hoy|el \w+|de mates|de matematicas|de ciencias))*
        (?:esto )?(?:entra|cae|sale|va a salir) en el examen
    """,
    (Intent.FEELING, "low"): r"""
        (?:yo )?(?:soy|me siento|que) (?:muy |tan |un |una |bien )*(?:tont[oa]|brut[oa]|mal(?:isim)?[oa] (?:en|para|con|pa) (?:esto|mates|matematicas|las mates)|torpe|inutil|burr[oa]|menso|mensa)
        (?:odio|detesto|no me gustan|no se me dan|se me dan mal|soy mal(?:isim)?[oa] (?:en|para|con)) (?:bien )?(?:las )?(?:mates?|matematicas|ciencias|fracciones|esto)
        (?:nunca|jamas) (?:voy a|podre|lo voy a) (?:entender(?:lo)?|poder|aprender)(?: (?:esto|las? \w+))?
    """,
    (Intent.FEELING, "bored"): r"""
        (?:estoy |me (?:estoy )?)?(?:muy |super |re |bien )*(?:aburrid[oa]|aburro|aburriendo)(?: (?:mucho|un monton|de esto))?
        (?:me da|tengo) (?:mucha )?(?:flojera|pereza|hueva|fiaca|lata)
        (?:que|vaya) (?:aburrid[oa]|rollo|flojera|hueva|pereza|tostón|toston|lata)
        (?:esto )?(?:es|esta) (?:muy |super |re )?aburrid[oa]
    """,
    (Intent.FEELING, "rough"): r"""
        (?:estoy|ando) (?:muy |super |re |tan |bien )*(?:cansad[oa]|agotad[oa]|agobiad[oa]|estresad[oa]|nervios[oa])
        tengo (?:mucho )?sueño
        tengo (?:mucho )?sueno
        (?:hoy )?(?:tuve|ha sido|fue|he tenido) un (?:mal dia|dia (?:malo|horrible|duro))
    """,
    (Intent.FEELING, "sad"): r"""
        (?:hoy )?(?:estoy|me siento|ando) (?:muy |super |re |un poco |bien )*(?:triste|deprimid[oa]|desanimad[oa]|baj[oa] de animos?)
    """,
    (Intent.FEELING, "unwell"): r"""
        (?:estoy|me siento|me encuentro) (?:muy |un poco )?(?:mal|enferm[oa]|malit[oa])
        me duele (?:mucho )?(?:la|el) (?:cabeza|panza|barriga|tripa|estomago)
        (?:tengo fiebre|tengo gripe|estoy resfriad[oa])
    """,
    (Intent.FEELING, "scolded"): r"""
        (?:tu )?(?:eres|sos) (?:muy |super |re |tan |un |una |el |la )*(?:tont[oa]|mal[oa]|inutil|idiota|estupid[oa]|burr[oa]|pesad[oa]|peor|basura)(?: (?:bot|robot|profe|maquina))?
        te odio(?: (?:mucho|robot|bot))*
        (?:no me (?:ayudas|sirves)|no sirves)(?: (?:de|para) nada)?
        callate(?: (?:ya|robot|bot))*
    """,
    (Intent.ABOUT, "esteem"): r"""
        (?:tu )?(?:crees|piensas) que (?:yo )?soy (?:muy |un |una |tan )*(?:tont[oa]|list[oa]|inteligente|burr[oa]|mal[oa]|buen[oa])
        (?:te caigo bien|te gusto|me quieres|estas enojad[oa] conmigo|estas enfadad[oa] conmigo)
    """,
    (Intent.FEELING, "cross"): r"""
        (?:esto|eso) me (?:frustra|enoja|desespera|estresa|pone de malas)
        (?:estoy|me) (?:muy |super |re )?(?:enojad[oa]|enfadad[oa]|hart[oa]|frustrad[oa]|frustra|enoja|desespera|desesperad[oa])(?: (?:de|con) (?:esto|todo esto))?
        (?:esto )?(?:es una (?:mierda|porqueria|tonteria)|apesta|da asco|que asco)
    """,
    (Intent.FEELING, "glad"): r"""
        (?:yupi+|yei+|por fin|lo logre|lo consegui|me salio|si+ se pudo|viva|wow|guau)
    """,
    (Intent.FEELING, "fun"): r"""
        (?:esto )?(?:es|esta) (?:muy |super |re )?(?:divertid[oa]|padre|chid[oa]|guay|genial|chever[oe]|bacan)
        (?:me (?:gusta|encanta|mola)) (?:esto|mucho|aprender)?
    """,
    (Intent.OFF_TOPIC, ""): r"""
        (?:quien|como) (?:gano|quedo|va|ganaron) (?:el|la) (?:partido|mundial|liga|juego|final)(?: .{2,15})?
        (?:a ti )?te gusta(?:n)? (?:el |la |los )?(?:minecraft|fortnite|roblox|futbol|musica|videojuegos|pizza|free fire|brawl stars)
        (?:cuentame|dime|sabes) (?:un |algun )?(?:chiste|cuento|chistes|adivinanza)
        que (?:hay de comer|dia es|hora es|tiempo hace)(?: .{2,12})?
        me gusta (?:el |la |jugar )?(?:al )?(?:futbol|minecraft|fortnite|roblox|musica)
        juegas (?:a )?(?:algo|minecraft|futbol|fortnite)
    """,
}  # fmt: skip
