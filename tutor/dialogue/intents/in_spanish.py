"""Spanish messages that are a request or a remark by themselves: one way of saying to a line (pure).

A line is matched against the whole message as `spanish.bare` writes it. Tables are tried in their order.
"""

from collections.abc import Mapping

from tutor.dialogue.intents.kinds import Intent

_THIS = (
    r"(?: (?:esta|esto|este|eso|esa|la pregunta|el ejercicio|el problema|esta pregunta|"
    r"este ejercicio|este problema|de esta|de esto))?"
)
_GIVE = (
    r"(?:(?:me )?(?:puedes|podes|podrias|puede|podria|quieres) )?"
    r"(?:dame|darme|deme|das|dar|da|ponme|pon|pones|ponerme|ponga|quiero|quisiera|necesito|tienes|"
    r"hay|ensename|pasame|pasa|dime|decime|mostrame|poneme|haceme|tirame|echame|regalame|mandame|"
    r"decirme|dices|decis|me das|me pones|me pasas|me dices|me dirias|me darias)"
)
_MORE = r"(?:un |una |otro |otra |algun |alguna |mas |una? poco de |un poquito de |la |el )*"
_VERY = r"(?:muy|demasiado|super|re|bien|tan|bastante|mas o menos|un poco|mucho|mega|la verdad)"
_EASY = (
    r"(?:facil(?:es|isim[ao]s?|it[ao])?|sencill[ao]s?|simple|regalad[ao]|chupad[ao]|tirad[ao]|"
    r"pan comido|aburridisim[ao])"
)
_HARD = r"(?:dificil(?:es|isim[ao]s?)?|complicad[ao]s?|dur[ao]|jodid[ao]|imposible|chung[ao]|can(?:a|o|on))"
_IT = (
    r"(?:(?:esta|esto|este|eso|esa|la pregunta) )?"
    r"(?:es |esta |son |estan |fue |estuvo |me parece |se me hace |me resulta )?"
)
SAID: Mapping[Intent, str] = {
    Intent.ANSWER_REQUEST: rf"""
        (?:(?:{_GIVE}|cual es|cual era|quiero (?:saber|ver)|y) )?(?:me )?(?:la |una )(?:respuesta|solucion)(?: (?:correcta|buena|final))?(?: es)?
        (?:{_GIVE}|me (?:puedes|podrias) decir) (?:ya )?(?:que va|cual es|cual era|cuanto (?:es|da|sale)|que (?:es|sale|da|pongo|numero es)|la letra|el numero|el resultado)(?: la (?:respuesta|buena|correcta))?
        cual es(?: la (?:correcta|buena|letra|que va))?
        cuanto (?:da|sale|es)(?: eso| esto)?
        (?:hazlo|hazla|hacelo|resuelvelo|resolvelo|resuelvela|contesta|contestalo|respondelo|respondela|contestala|dila|dilo) (?:tu|vos|usted|por mi)?
        (?:hazlo|hazla|hacelo|resuelvelo|resolvelo|resuelvela|dila|dilo|dimelo|dimela|decimelo|decime)
        (?:puedes|podes|podrias) (?:hacerlo|resolverlo|hacerla|resolverla)(?: (?:tu|vos|por mi))?
        me rindo
        me doy(?: por vencid[oa])?
        que (?:pongo|respondo|contesto)
        .{{3,40}} (?:dime|dame|decime) (?:ya )?(?:la (?:respuesta|solucion)|el resultado|cual (?:es|era)|cuanto (?:da|es|sale))
        cual era
        cuanto (?:da|sale|es) (?:al final|en total|todo)
        que letra(?: es)?
    """,
    Intent.HINT: rf"""
        (?:{_GIVE} )?{_MORE}(?:pistas?|pistita|ayuda|ayudita|ayudadita|consejo|truco|tip|indicio|empujon(?:cito)?)(?: (?:con|para|de|en) (?:esta|esto|este|la pregunta|el ejercicio))?(?: mas)?
        (?:me )?(?:ayuda|ayudas|ayudame|ayudeme|ayudes|ayudar|puedes ayudar|puedes ayudarme|podes ayudarme|podrias ayudarme|ayudenme|echas una mano|das una mano|echame (?:una|la) mano|dame (?:una|la) mano)(?: (?:un poco|un poquito|con esta|con esto|en esta))?
        necesito (?:que me ayudes|una mano)(?: con esta| con esto)?
        (?:como|por donde|con (?:que|cual)(?: \w+)?) (?:le )?(?:empiezo|entro|comienzo|arranco|se empieza|le hago para empezar)
        que (?:hago|tengo que hacer|se hace|debo hacer|hay que hacer) primero
        cual (?:es|seria|viene a ser) el primer paso(?: (?:aca|aqui|en esta))?
        que me (?:recomiendas|aconsejas|sugieres)(?: hacer| que haga)?
        (?:me )?(?:falta|sobra) algo
        me (?:tiras|das|echas|pasas|lanzas) un (?:centro|cable|tip|dato)
        (?:voy|estoy) (?:bien|por buen camino|cerca)(?: asi)?
        voy bien o no
        en que (?:me equivoque|falle|estoy mal|me equivoco|fallo)
        que (?:hice|puse|tengo|esta|hago) mal
        (?:y )?por que (?:esta|es|estuvo|fue|sale|salio|quedo|me (?:sale|salio|quedo)|no es|no esta|no) ?(?:mal|incorrect[ao]|bien|correct[ao]|asi)?
        (?:donde|cual) (?:esta |es )?(?:mi|el) error
        donde me equivoque
    """,
    Intent.DONT_KNOW: r"""
        (?:yo )?que se yo
        yo que se
        (?:yo )?no (?:me )?(?:lo |la )?se(?: (?:nada|esa|ese|la respuesta|cual es|cuanto es|que poner|como|esta|esto|eso|hacerlo|hacerla|que decir|bien))*
        (?:no tengo |no tengo ni |ni |ni la mas |sin |no tengo ni la (?:menor |mas minima |mas remota )?)(?:idea|remota idea|minima idea|pajolera idea)(?: de (?:esto|eso|nada))?
        ni (?:la menor |la mas minima )?idea
        no (?:tengo|hay) (?:ni )?(?:idea|clue)
        (?:ya )?no (?:me acuerdo|recuerdo|lo recuerdo|sabria decir(?:te)?|sabria|sabia)(?: (?:de|como|que) .{2,25})?
        se me (?:olvido|ha olvidado|fue|fue la onda)(?: (?:todo|eso|esto|como .{2,25}))?
        (?:eso|esto|esta) ?(?:no|nunca|todavia no|aun no) (?:lo |la )?(?:hemos|e|he|habiamos|me lo han) ?(?:dado|visto|estudiado|aprendido|enseñado|ensenado|hecho)(?: (?:en clase|todavia|aun|nunca))?
        (?:todavia |aun )?(?:no|nunca) (?:lo |la |me lo |nos lo )?(?:hemos|e|he|han|habiamos) (?:dado|visto|estudiado|aprendido|enseñado|ensenado|hecho)(?: (?:eso|esto|nunca|en clase|todavia|aun))*
        (?:eso |esto )?(?:no|nunca) (?:me |nos )?(?:lo )?(?:han enseñado|han ensenado|han explicado|enseñaron|ensenaron|explicaron|vimos|dimos|vi)(?: (?:eso|esto|esa))?
        quien sabe
        sepa
        sabra dios
        (?:me quede|estoy|tengo la mente) en blanco
        paso no se
        npi
        ni pio
        no estoy segur[oa]
    """,
    Intent.STUCK: r"""
        me estoy (?:liando|perdiendo|enredando|confundiendo|haciendo un lio|haciendo bolas)
        (?:esto|eso|esta|la pregunta|el ejercicio) no (?:lo |la |le )?(?:entiendo|comprendo|pillo|capto|entendi)(?: (?:nada|bien))?
        no se (?:que|como) (?:hay que|tengo que|se|debo|hago para|hacerle para) ?(?:hacer(?:lo|la)?|hace|empezar|resolver(?:lo)?)?(?: (?:aqui|esto|eso|en esta))?
        (?:yo )?sigo sin (?:entender(?:lo|la|le)?|pillarlo|captarlo)(?: nada)?
        (?:yo )?(?:todavia |aun |es que )?no (?:le |lo |la )?(?:entiendo|entendi|comprendo|comprendi|pillo|capto|capte|cacho|caché|agarro|pesco)(?: (?:nada|ni papa|ni jota|esto|eso|esta|la pregunta|lo que (?:dice|pide|hay que hacer)|que (?:hay|tengo) que hacer|que me (?:pide|pides|piden)|muy bien|bien|el ejercicio|el problema|como se hace))*
        no (?:me sale|me da|me salio|puedo|puedo con esto|lo consigo|doy una|me entra)(?: (?:nada|esto|esta))?
        (?:estoy|me quede|me he quedado|ando|sigo) (?:atascad[oa]|atorad[oa]|trabad[oa]|bloquead[oa]|perdid[oa]|confundid[oa]|hech[oa] (?:un )?lio|liad[oa]|pegad[oa]|hech[oa] bolas)
        (?:ya )?me (?:perdi|he perdido|lie|he liado|confundi|bloquee|hago bolas|hice bolas|enrede|trabe|atore|confunde|hago un lio)(?: (?:esto|todo))?
        que (?:hago|pide|piden|quiere decir esto|se supone que (?:haga|hago))
        (?:esto )?no (?:tiene sentido|se entiende)
        que\?+
        como\?+
        (?:eh|ein|que)\?*
        es (?:un lio|muy confuso|confuso)
        no (?:le )?(?:agarro|pillo|cojo|encuentro|veo) (?:la onda|el hilo|la vuelta|el truco|el sentido)
        (?:ya )?me perdi (?:en|con|a|desde|cuando) .{3,25}
        (?:esto |nada (?:de esto )?)(?:no )?tiene (?:ningun )?(?:sentido|pies ni cabeza)
        (?:estoy|ando|sigo|me quede) (?:atascad|atorad|trabad|bloquead|perdid|liad|confundid)[oa] (?:con|en) .{3,30}
    """,
    Intent.SKIP: rf"""
        (?:(?:puedo|podemos|quiero|vamos a|me puedo|nos podemos|se puede) )?(?:saltar(?:me|nos|la|mela|nosla)?|salta(?:la|me|tela)?|esta saltatela|(?:prefiero|mejor) (?:otra|otro)(?: (?:pregunta|cosa))?|saltemos(?:la)?|salto|brincate|brincala|brincame|me la (?:salto|brinco|paso)|dejar(?:la)?|dejemos(?:la)?|pasar(?: de)?|pasa|pasemos|paso|omitir|brincar(?:me)?|sigue|sigamos)(?: (?:a )?(?:la |otra )?(?:siguiente|proxima|otra(?: cosa)?|otra pregunta|que sigue))?{_THIS}
        (?:{_GIVE} )?(?:la |otra |el |otro |una )?(?:siguiente|proxima|que sigue)(?: pregunta)?
        (?:{_GIVE} )?(?:otra|otro|una|un)(?: (?:pregunta|ejercicio|cosa))?(?: (?:diferente|distint[ao]|nuev[ao]|mejor))?
        (?:esta|esto) no (?:la |lo )?(?:quiero(?: hacer)?|me gusta)
        (?:me|nos) l[ao]s? (?:salto|saltas|saltamos|brincas|brinco|pasas)
        no (?:la |lo )?(?:quiero|me gusta|me apetece)(?: (?:hacer|responder|contestar))?(?: (?:esta|esto|esta pregunta))?
        cambi(?:a|ame|emos|ar)(?: (?:de|la|esta) (?:pregunta|tema|ejercicio))?
        (?:hagamos|hacemos|haz|vamos con|vamos a) (?:otra cosa|otra|algo (?:distinto|diferente))
        next
        paso palabra
        (?:otra|otro) (?:por favor |porfa )?(?:esta|este|que no sea|menos) (?:no|esta|este)
        cambia(?:la|lo|me|mela|melo)(?: (?:esta|la pregunta|por otra))?
    """,
    Intent.TOO_EASY: rf"""
        {_IT}(?:{_VERY} )*{_EASY}(?: (?:esta|esto|para mi))?
        que {_EASY}(?: (?:es|esta|estuvo|fue|era|estaba))?(?: (?:esto|esta))?
        {_IT}(?:para|de) (?:bebes|niños|ninos|pequeños|pequenos|bebitos|peques|kinder)
        (?:{_GIVE} )?(?:algo |una? |uno |pregunta |ejercicio )*(?:un poco )?mas (?:dificil(?:es)?|complicad[ao]s?|dur[ao]|reto)
        (?:quiero|dame|ponme) (?:un )?(?:reto|desafio)
        (?:sube|subele|subeme) (?:de |el |al )?nivel
        (?:esto |eso )?(?:me )?(?:aburre|aburro)(?: de)? (?:lo )?facil(?: que (?:es|esta))?
        {_IT}(?:para|de) (?:primaria|preescolar|jardin|parvulos|primero|niños chiquitos)
        (?:{_GIVE} )?(?:un |algun |otro )(?:reto|desafio)(?: (?:de verdad|mas grande|mayor))?
        (?:lo |la |eso |esto )*(?:hago|se hacer|hace|sabe) (?:con los ojos cerrados|hasta .{{3,25}})
    """,
    Intent.TOO_HARD: rf"""
        (?:esto |esta )?me (?:queda grande|supera|sobrepasa)
        {_IT}(?:{_VERY} )*{_HARD}(?: (?:esta|esto|para mi))?
        que {_HARD}(?: (?:es|esta|estuvo|fue|era|estaba))?(?: (?:esto|esta))?
        (?:me )?(?:cuesta|esta costando) (?:mucho|un monton|muchisimo)
        (?:{_GIVE} )?(?:algo |una? |uno |pregunta |ejercicio )*(?:un poco )?(?:mas (?:facil(?:it[ao])?(?:es)?|sencill[ao]|simple)|menos dificil)
        (?:baja|bajale|bajame) (?:de |el |al )?nivel
        (?:es|esto es) demasiado(?: para mi)?
        (?:esto )?(?:se me (?:complica|dificulta|hace bola)|me rebasa)(?: (?:mucho|un monton|bastante))?
        (?:esto )?no es (?:de|para) mi nivel
    """,
    Intent.CLAIM: r"""
        (?:yo )?(?:eso|esto) (?:ya )?lo (?:se|se hacer|hago|aprendi|vi|di) desde .{3,25}
        (?:yo )?\w+ ya (?:lo |me lo )?se(?: (?:hacer|hace (?:mucho|anos|tiempo)|bien|de memoria))*
        (?:eso |esto |esta |ese tema |este tema )?(?:ya )?(?:me |yo )?(?:lo |la )?(?:se|sabia|domino|conozco|aprendi|controlo|di|vi|estudie|hice)(?: (?:de memoria|perfecto|perfectamente|todo|hacer|hacerlo|bien|en (?:clase|la escuela|el cole(?:gio)?)|el (?:año|ano|curso) pasado|hace (?:mucho|tiempo)))+
        (?:eso |esto )(?:ya )?(?:me )?(?:lo |la )(?:se|sabia|domino|conozco|aprendi|controlo|di|vi)
        (?:yo )?ya (?:se|conozco|domino|aprendi|manejo) (?!que\b|por que\b|cual\b|la respuesta).{3,40}
        ya (?:me )?(?:lo |la )?(?:se|sabia|di|vi|domino)
        ya (?:vimos|dimos|estudiamos|aprendimos|hicimos) (?!mal\b)\w.{2,40}
        (?:eso |esto )?ya me l[oa] (?:enseñaron|ensenaron|explicaron|se)(?: .{2,25})?
        (?:eso |esto )?(?:ya )?(?:lo )?(?:vimos|dimos|estudiamos|hicimos|hemos visto|hemos dado)(?: (?:esto|eso|ya|en clase|el (?:año|ano|curso) pasado|en el cole(?:gio)?|en la escuela))*
        (?:las|los|el|la) .{3,25} ya (?:las|los|lo|la|me las|me los) (?:se|domino|conozco|aprendi)
    """,
    Intent.APPEAL: r"""
        (?:pero )?si (?:esta|estaba|es|era) (?:bien|correct[oa]|eso)
        (?:yo )?(?:creo|pienso|digo|estoy segur[oa] de|se) que (?:si )?(?:estaba|esta|era|es|estuvo|tengo|tenia|lo tenia|lo puse) (?:bien|razon|correct[oa])
        (?:mi respuesta|lo mio|la mia|eso|lo que puse) (?:si )?(?:era|es|estaba|esta) (?:bien|correct[oa]|buena)
        (?:si |lo )?(?:estaba|era) (?:bien|correct[oa])
        si esta bien
        (?:tu )?te (?:equivocaste|has equivocado|equivocas|equivocast)(?: (?:tu|vos|otra vez))?
        (?:estas|esta) equivocad[oa]
        no es justo.{0,30}
        (?:yo )?(?:puse|dije|escribi|conteste) (?:lo mismo|eso|eso mismo|lo mismo que .{2,20})
        es lo mismo(?: que (?:dije|puse|escribi|he puesto)(?: yo)?)?
        (?:me lo )?(?:marcaste|pusiste|contaste) mal
        no estoy de acuerdo(?: con .{2,25})?
        (?:revisa|revisalo|mira|miralo|checa|checalo)(?: (?:bien|otra vez|de nuevo|mi respuesta))+(?: (?:por )?que .{3,30})?
        tenia razon
        si era eso
        es (?:igual|lo mismo|identico) (?:a|que) lo (?:mio|que (?:yo )?(?:puse|dije|escribi|conteste))
    """,
    Intent.EXAMPLE: rf"""
        (?:{_GIVE}|me muestras|muestrame|haz|hazme|quiero ver|a ver|con|pon) {_MORE}ejemplos?(?: (?:de (?:esto|eso|como se hace)|mas|resuelto|parecido))*
        (?:un |otro )?ejemplo
        por ejemplo(?: como)?
        (?:muestrame|ensename|enseñame|mostrame|dime|me muestras|me enseñas|me ensenas)(?: (?:como (?:se hace|hacerlo|lo haces|se resuelve)|con (?:otr[ao]|un[ao])|una|uno|otr[ao]))
        (?:haz|hazme|hace|haces) (?:una|uno|otra|otro|la primera)(?: (?:tu|vos|conmigo|parecid[ao]|primero|y yo .{{2,20}}))*
        muestramelo
        ensenamelo
        enseñamelo
        como cual
        (?:y )?como (?:seria|es|queda|se hace) (?:con otr[oa]s? (?:numeros?|ejemplo|fraccion|cantidades)|un[oa] parecid[oa])
    """,
    Intent.OTHER_WAY: rf"""
        (?:(?:me lo |lo |me la |me )?(?:puedes |podrias |podes )?(?:explicas|explicar|explicame|explicamelo|explicalo|explica|enseñas|ensenas|enseñar|ensenar|muestras|cuentas|dices|decirlo|hay|hagamoslo|quiero verlo) )?(?:de |en )?otr[ao] (?:manera|forma|modo)(?: (?:de (?:verlo|hacerlo|explicarlo|aprenderlo)|mas (?:facil|divertida)))?
        (?:{_GIVE}|me enseñas|me muestras|quiero ver|puedo ver|prefiero|mejor) (?:un |una |algun |alguna )?(?:videos?|dibujos?|imagen|imagenes|foto|grafico|diagrama|actividad|proyecto|lectura)(?: (?:de|sobre|para) .{{2,30}})?
        algo (?:para|que) (?:ver|leer|hacer)
    """,
    Intent.EXPLAIN: r"""
        (?:me (?:lo |la )?)?(?:puedes |podes |podrias |quiero que me |necesito que me )?(?:lo )?(?:(?:explic|repet|repit|aclar|expliq)\w*)(?:(?: (?:esto|eso|esta|mejor|bien|otra vez|de nuevo|mas (?:facil|despacio|lento|sencillo|simple)|paso a paso|como se hace|por que|el tema|la explicacion|con calma|porfa|como si .{3,30}))*)
        no (?:le )?entendi la explicacion.{0,25}
        como se hace(?: (?:esto|eso))?
        (?:y )?(?:eso|esto) de donde (?:sale|salio|viene|sacaste)
        (?:y )?como (?:le |lo |la )?(?:hiciste|haces|sacaste|resolviste)
        (?:y )?como (?:llegaste|llegas|se llega|llego) a (?:eso|esa respuesta|ese resultado|la respuesta)
        (?:es que )?no (?:le )?(?:capto|entiendo|comprendo|pillo|cacho|veo) (?:por que|porque|como) .{3,50}
        (?:y |pero )?(?:por que|porque|como)(?: (?:asi|eso|es eso|es asi))?
    """,
    Intent.PROGRESS: r"""
        (?:que tal|como|que tan bien) (?:voy|lo (?:hago|estoy haciendo|llevo)|me (?:va|esta yendo|ha ido)|ando)(?: (?:hasta ahora|de momento))?
        (?:mi|ver mi|muestrame mi) (?:progreso|avance|nivel|resultado)s?
        que (?:sabes|crees|piensas) de mi
        que (?:he aprendido|aprendi|se|me falta(?: (?:por )?(?:aprender|estudiar|hacer))?|tengo que (?:repasar|practicar|mejorar|estudiar)|debo (?:repasar|practicar|mejorar|estudiar))(?: (?:hoy|hasta ahora|ya|mas))*
        cuant[ao]s? (?:llevo|he hecho|tengo|van|acerte|he acertado)(?: (?:bien|buenas|correctas|mal|ya))*
        (?:he|voy) mejora(?:do|ndo)
        en que (?:soy|estoy) (?:buen[oa]|mal[oa]|fuerte|floj[oa])
    """,
    Intent.WHY_THIS: r"""
        (?:esto|eso) (?:de|para) que (?:(?:me |nos )?(?:sirve|va a servir)|lo quiero(?: saber)?)
        (?:y )?(?:por|para) que (?:esta|este|esto|me preguntas (?:esto|eso)|me (?:pones|das) (?:esto|esta)|tengo que (?:hacer|saber|aprender|estudiar)|hay que (?:hacer|saber|aprender))(?: (?:pregunta|ejercicio|esto|eso|todo esto))*
        (?:y (?:esto|eso) )?(?:para|de) que (?:(?:me |nos )?(?:va a |ba a )?(?:sirve|servir|vale)|(?:lo )?quiero)(?: (?:esto|eso|saber esto|en la vida|a mi|de verdad))*
        cuando (?:voy|vamos) a usar (?:esto|eso)(?: en la vida)?
    """,
    Intent.PLACE: r"""
        (?:por )?donde (?:tengo que |debo |deberia |puedo )?(?:empezar|empiezo|comenzar|comienzo)(?: (?:en )?(?:el|este) curso)
        (?:mira|ver|averigua|comprueba|checa|di|dime) (?:que|mi|cual es mi) nivel(?: tengo)?
        (?:hazme|haz|quiero) (?:una |la )?prueba de nivel
        prueba de nivel
    """,
    Intent.PRACTICE: r"""
        (?:preguntame|examiname|evaluame|hazme preguntas|dame preguntas|ponme (?:ejercicios|preguntas)|(?:quiero |vamos a )?(?:practicar|ejercicios|hacer ejercicios)|quiero ejercicios|vamos con|vamos a|hagamos|hacemos|repasemos|repasar|quiero repasar|practiquemos)(?: (?:de|sobre|con|lo de|el|la|los|las))* (?!otra|siguiente|la siguiente|que|otra cosa).{3,40}
        (?:quiero|vamos a|dejame|puedo|hay que|toca) (?:practicar|repasar|estudiar|entrenar|hacer ejercicios|seguir|empezar|continuar)(?: mas)?
        (?:dame |ponme |hazme |quiero |haz )(?:mas )?(?:preguntas|ejercicios)
        vamos(?: con (?:otra|ello|eso|la siguiente|mas))?
        (?:list[oa]s? )?(?:empecemos|empezamos|comencemos|seguimos|sigamos|continuemos|continua|seguir|sigue|venga|dale|andale|orale|arranquemos|adelante|a darle|vamonos)
        (?:estoy |ya estoy )?list[oa]s?(?: para (?:seguir|empezar|la siguiente))?
        vamos a (?:la|por la|otra)(?: siguiente)?
        otra mas
        quiero mas
        ponme a practicar(?: .{3,25})?
    """,
    Intent.STOP: r"""
        (?:ya )?(?:me (?:tengo que|debo|quiero) ir|me voy|me piro|quiero (?:parar|terminar|salir|dejarlo)|(?:vamos a |podemos )?(?:parar|terminar|acabar|dejarlo)(?: (?:aqui|por hoy|ya))*|terminamos|(?:ya )?(?:termine|acabe)|me (?:llaman|esperan|toca)(?: (?:a|para) (?:comer|cenar|dormir|irme|ir))?|paramos|acabamos|lo dejamos|dejemoslo|basta|adios|chao|chau|bye|nos vemos|hasta (?:luego|manana|pronto|la proxima|otro dia)|ya (?:esta|estuvo|no quiero mas))(?: (?:por hoy|aqui|ya|a (?:comer|cenar|dormir|entrenar|casa)|manana|luego))*
        por hoy (?:ya )?(?:esta|basta|es suficiente|suficiente)(?: bien)?
        (?:ya )?(?:no quiero|no voy a) (?:seguir|hacer mas)
        tengo que irme(?: .{2,20})?
        (?:por hoy|hoy) (?:ya )?(?:es|fue|seria) (?:todo|suficiente)
        hasta (?:aqui|aca|ahi)(?: (?:nomas|llego|por hoy|lo dejo))*
    """,
    Intent.AGREE: r"""
        (?:ah |aa+h? |o+h )*(?:ok|oki|okey|vale|va|si+|sip|claro|de acuerdo|ya|ya (?:entendi|lo (?:entendi|pillo|entiendo|capto|veo|tengo)|veo|caigo|cai|esta)|entendido|entiendo|entendi|(?:ahora si|por fin) (?:lo |le )?(?:pillo|entiendo|entendi|capto|veo)|lo (?:pillo|entiendo|capto|veo|tengo)|perfecto|genial|bien|bueno|listo|tiene sentido|simon)(?: (?:ya|entendi|claro|vale|gracias|si))*
    """,
    Intent.THANKS: r"""
        (?:muchas |mil |muchisimas |ok |vale )*gracias(?: (?:meno|por (?:todo|la ayuda|ayudarme|explicar)|me (?:ayudo|ayudaste|has ayudado|sirvio) (?:mucho|un monton)|eres (?:genial|el mejor)))*
        (?:te )?(?:lo )?agradezco(?: (?:mucho|un monton|de verdad))*
        me (?:ayudo|ayudaste|has ayudado) mucho
    """,
    Intent.SOCIAL: r"""
        (?:hola+|buenas|buen(?:os|as)? (?:dias?|tardes|noches)|que (?:tal|onda|hubo|hay|haces)|como (?:estas|andas|te va)|holi+|saludos)(?: (?:profe|meno|que tal|como (?:estas|andas)|a todos|de nuevo))*
        (?:ja|je|ji){2,}\w*
        xd+
        lol
        (?:tu |vos )?(?:eres|sos|es) (?:un |una )?(?:robot|persona|humano|bot|maquina|ia|real|de verdad)(?: (?:o (?:un |una )?\w+))?
        (?:tu )?(?:como te llamas|quien (?:eres|sos|es)|cual es tu nombre|cuantos años tienes|cuantos anos tienes)
        (?:me llamo|soy) [a-z]{3,12}
        me caes bien
        te quiero
    """,
    Intent.HELP: r"""
        (?:que|como) (?:te )?(?:puedes|podes|puedo|se puede|sabes) (?:hacer|decir|preguntar|pedir|escribir|decirte|pedirte)
        como (?:funciona(?:s)?|se usa|te uso)(?: (?:esto|aqui))?
        comandos
        menu
    """,
}  # fmt: skip
# Beside the task, by the kind of `asides`.
