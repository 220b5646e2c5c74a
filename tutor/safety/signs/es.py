"""Spanish signs of a concern, in folded text (no accents)."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign

_ADULT = (
    r"(?:mi (?:\w+ )?(?:padre|papa|papi|padrastro|madre|mama|mami|madrastra|tio|tia|abuelo|abuela|"
    r"primo|hermano|hermanastro|profesor|profesora|profe|maestro|maestra|entrenador|vecino|novio|"
    r"novia|pareja|jefe|ninera|cuidador)|el (?:novio|marido|amigo) de mi (?:madre|mama|hermana)|"
    r"mis padres|un (?:hombre|senor|adulto|tipo|chico mayor|desconocido|vecino)|alguien|"
    r"el (?:profesor|entrenador|cura|sacerdote|vecino|conductor))"
)
_CLOSE = (
    r"(?:(?:mi|una|un) (?:mejor )?"
    r"(?:amig[oa]|herman[oa]|prim[oa]|novi[oa]|companer[oa]|madre|mama|padre|papa)"
    r"(?: de (?:clase|mi clase|mi curso))?)"
)
_GROUP = (
    r"(?:judios|musulmanes|moros|negros|gitanos|gays|homosexuales|maricones|inmigrantes|"
    r"extranjeros|chinos|mujeres|indios|sudacas|panchitos|refugiados|trans|latinos|moritos|arabes|"
    r"mexicanos|venezolanos)"
)
_PEOPLE = r"(?:a (?:mi|todos?|la|el|los|ese|esa|esos|alguien|un|una|mis) ?\w* ?\w*|los a todos|lo|la|te|le|os|los|las)"

SELF_HARM = sign(
    Kind.SELF_HARM,
    (
        r"ojala (?:yo )?no (?:h?ubiera|h?ubiese) na[sc]ido",
        (
            r"(?:todos|mi familia|mis papas) (?:estarian|serian|estaria|seria) "
            r"(?:mejor|mas feli(?:z|ces)) si (?:yo )?no "
            r"(?:e[sx]tu[bv]iera|existiera|h?ubiera nacido)"
        ),
        (
            r"me (?:rasguno|pellizco|muerdo|aruno|corto) (?:h?asta|asta) que (?:me )?"
            r"(?:sal[eg]a? sangre|sangr[ae]|me sangra)"
        ),
        r"(?:ya )?no aguanto (?:mas )?(?:la|esta|mi) vida",
        r"(?:cuantas|cuantos|que cantidad de) (?:\w+ ){0,4}?para (?:no despertar|dormir para siempre)",
        r"(?:volvi|he vuelto|recai y volvi) a (?:cortarme|hacerme dano|autolesionarme)",
        (
            r"(?:quisiera|ojala|quiero) que me "
            r"(?:atropell\w+|arrolle|arrollara|lleve por delante) (?:un|el) "
            r"(?:camion|carro|coche|tren|auto)"
        ),
        (
            r"(?:me )?(?:quiero|quisiera|querria|gustaria|voy a|pienso|pensando en|necesito|"
            r"planeo|intente|intentado|he pensado en|pienso en|penso en|ganas de|deseo|prefiero|"
            r"prefiriria|preferiria|podria|pensado) (?:\w+ )?"
            r"(?:matarme|morirme(?! de (?:la )?(?:risa|hambre|sueno|verguenza|frio|calor|ganas))|"
            r"morir(?! de (?:la )?(?:risa|hambre|sueno|verguenza|frio|calor|viejo))|suicidarme|"
            r"ahorcarme|cortarme (?:las venas|los brazos|las munecas|otra vez|la piel)|"
            r"hacerme dano|lastimarme|desaparecer (?:para siempre|del mundo|de este mundo)|"
            r"acabar con (?:mi vida|todo esto|todo|mi sufrimiento)|quitarme la vida|"
            r"terminar con mi vida|tirarme (?:por|de|desde|al|del) (?:un |una |el |la )?"
            r"(?:puente|ventana|balcon|techo|azotea|tren|edificio|metro)|"
            r"no despertar(?:me)?(?: nunca)?|dejar de (?:existir|vivir)|estar muert[oa]|"
            r"dormir y no despertar)"
        ),
        (
            r"me (?:voy a|quiero|quisiera|gustaria|vine ganas de|dan ganas de|entran ganas de) "
            r"(?:matar|morir(?! de (?:la )?(?:risa|hambre|sueno|verguenza|frio|calor|ganas))|"
            r"suicidar|ahorcar|cortar las venas|hacer dano|quitar la vida|lastimar|"
            r"tirar (?:por la ventana|de un puente|al tren|del puente))"
        ),
        (
            r"(?:no|ya no|nunca) (?:quiero|tengo ganas de|quisiera|deseo) (?:\w+ )?"
            r"(?:vivir(?: mas| asi)?(?! (?:en|con|cerca|alli|aqui))|seguir viviendo|estar viv[oa]|"
            r"existir|despertar(?:me)? (?:manana|mas|nunca)|"
            r"seguir (?:en este mundo|aqui mas|asi mas tiempo en la vida))"
        ),
        (
            r"ojala (?:\w+ )?(?:estuviera muert[oa]|me muera|me muriera|no hubiera nacido|"
            r"nunca hubiera nacido|no despertara|no existiera|me mueriera|muera yo)|"
            r"(?:desearia|quisiera|prefiero|preferiria) "
            r"(?:no haber nacido|estar muert[oa]|no existir|no estar viv[oa])"
        ),
        (
            r"(?:todos|mi familia|ellos|el mundo|mis padres|la gente) (?:\w+ )?"
            r"(?:estaria|estarian|estaran|seria|viviria|vivirian|serian) (?:\w+ )?"
            r"(?:mejor|mas felices|feliz|mas tranquilos) sin mi"
        ),
        (
            r"(?:nadie|quien|a nadie|mis padres no|nadie me) (?:\w+ ){0,2}?"
            r"(?:echaria de menos|extranaria|importaria|lloraria|importaria a nadie|notaria|"
            r"daria cuenta)(?: \w+){0,2} si (?:me )?"
            r"(?:muero|muriera|desapareciera|desaparezco|matara|mato|no estuviera|muriese)"
        ),
        (
            r"(?:mi vida|la vida|vivir|nada)(?: ya)? no (?:tiene|vale|merece|tienen|tendra) "
            r"(?:\w+ )?(?:sentido|la pena|nada)(?: para mi| vivir(?:la)?)?"
            r"(?= *(?:[.,!?]|$|y|ya|para|quiero|me))|"
            r"no (?:tengo|hay|veo|encuentro) (?:\w+ )?(?:razon(?:es)?|motivos?|sentido)"
            r"(?: alguno| ninguno)? (?:para|de|a) "
            r"(?:seguir (?:viviendo|viv[oa]|adelante con mi vida)|vivir|estar viv[oa]|mi vida)"
        ),
        (
            r"(?:me )?(?:corto|corte|cortado|cortando|estoy cortando|quemo|queme|arano|rajo|"
            r"cortarme) (?:a proposito |de nuevo )?"
            r"(?:los brazos|las munecas|las piernas|los muslos|las venas|la piel|"
            r"el brazo a proposito|la muneca|a mi mism[oa])|"
            r"me (?:corto|quemo|arano|golpeo|lastimo|hago dano|he cortado|hice dano|autolesiono|"
            r"he hecho dano|autolesione)(?: \w+)? "
            r"(?:cuando|para|porque|a proposito|a mi mism[oa]|aposta|todas las noches|para sentir|"
            r"otra vez)"
        ),
        (
            r"(?:me autolesiono|autolesionarme|autolesion[oe]?me|me he autolesionado|"
            r"pensamientos suicidas|ideas suicidas|soy suicida|me siento suicida|"
            r"pienso (?:mucho |a menudo |todo el tiempo )?en "
            r"(?:el suicidio|la muerte todo|suicidarme|morirme|morir)|suicidarme|nota de suicidio|"
            r"carta de suicidio|carta de despedida|"
            r"intento de suicidio (?:mio|el ano|hace|la semana)|matarme|quitarme la vida|"
            r"me quiero morir(?! de))"
        ),
        (
            r"(?:me )?(?:tome|tomado|tomar|trague|tragado|tomarme|he tomado|tomarse) "
            r"(?:\w+ ){0,2}?(?:todas las|muchas|un monton de|demasiadas|un bote de|una caja de|"
            r"todo el bote de|un frasco de|todo el frasco de|un punado de|20|30|50) ?"
            r"(?:pastillas|pildoras|tabletas|medicinas|medicamentos|paracetamol|ibuprofeno)?"
        ),
        (
            r"(?:cuantas|cuantos|que cantidad de) (?:\w+ ){0,4}?"
            r"(?:para (?:morir|morirme|morirse|matarme|suicidarme)|me matan|me matarian|"
            r"mortal(?:es)?)|(?:como|manera|forma|modo) (?:\w+ ){0,3}?"
            r"(?:matarme|suicidarme|suicidarse|morir (?:sin dolor|rapido|sin sufrir)|"
            r"quitarme la vida|ahorcarme|ahorcarse|morirme)"
        ),
        (
            rf"{_CLOSE} (?:\w+ ){{0,4}}?"
            rf"(?:quiere (?:morir(?:se)?|matarse|suicidarse|quitarse la vida|hacerse dano)|"
            rf"se (?:quiere|intento|va a|ha intentado) "
            rf"(?:matar|morir|suicidar|ahorcar|cortar|hacer dano)|"
            rf"se (?:corta|autolesiona|hace dano|corto las venas)|"
            rf"habla de (?:suicidarse|matarse|morir|suicidio)|ha tomado muchas pastillas|"
            rf"intento suicidarse|esta pensando en suicidarse)"
        ),
        (
            r"no (?:puedo|aguanto|soporto)(?: ya)? "
            r"(?:mas (?:con (?:mi vida|esta vida|la vida|todo este dolor))|seguir viviendo|"
            r"seguir asi[ ,]+quiero|vivir asi|esta vida|mi vida)|"
            r"(?:adios|despidanse|me despido)(?: a)? "
            r"(?:para siempre|de todos para siempre|mundo cruel|del mundo)|"
            r"no merezco (?:vivir|existir|estar viv[oa])|"
            r"me odio (?:y|tanto que|a mi mism[oa] y) (?:\w+ ){0,3}?"
            r"(?:morir|matar|desaparecer|dano)|odio (?:estar viv[oa]|mi vida y)|"
            r"me provoco (?:el )?vomit\w+|me hago vomitar"
        ),
    ),
)  # fmt: skip

ABUSE = sign(
    Kind.ABUSE,
    (
        r"(?:me quieren|me van a|quieren) (?:casar|obligar a casarme)\b|casarme a la fuerza",
        r"(?:toda la clase|mis companeros|todos|ellos) me (?:dicen?|escriben?) que me (?:mate|muera|suicide|tire)",
        (
            rf"{_ADULT} (?:\w+ ){{0,3}}?(?:me|nos) (?:\w+ )?"
            rf"(?:pega|pego|pegan|pegaron|golpea|golpeo|golpean|maltrata|maltratan|maltrato|viola|"
            rf"violo|abusa|abuso|abusan|lastima|hace dano|hizo dano|azota|azoto|quema|quemo|"
            rf"encierra|encerro|encierran|manosea|manoseo|tiro (?:al suelo|contra)|empuja contra|"
            rf"estrangula|estrangulo|asfixia|"
            rf"da (?:una )?(?:palizas?|bofetadas|punetazos|cinturonazos|correazos|golpes)|"
            rf"dio (?:una )?(?:paliza|bofetada|punetazo)|ahorco|"
            rf"(?:mata|muele|revienta) a (?:golpes|palos|cinturonazos|patadas)|ha pegado|"
            rf"ha golpeado|castiga con (?:el cinturon|golpes)|deja sin comer|acosa|acoso)"
            rf"(?! (?:al ajedrez|en (?:el|la|los) (?:juego|partida|videojuego|carrera)|un susto|"
            rf"la gripe|el resfriado))"
        ),
        (
            rf"{_ADULT} (?:\w+ ){{0,3}}?me "
            rf"(?:toca|toco|tocan|tocaba|besa|beso|acaricia|acaricio|mira|miraba|espia|roza) "
            rf"(?:\w+ ){{0,5}}?(?:donde|partes|privadas|intimas|abajo|debajo|pecho|pechos|culo|"
            rf"piernas|cuando (?:me|estoy|duermo|nadie)|de noche|por la noche|"
            rf"en mi (?:cama|cuarto|habitacion)|sin permiso|y no me gusta|en la boca|el cuerpo|"
            rf"ducho|desnud[oa])"
        ),
        (
            rf"(?:me )?(?:toca|toco|tocan|tocaba|tocado) (?:\w+ )?(?:mis |las |en mis |en las )?"
            rf"(?:partes (?:intimas|privadas)|donde no (?:debe|quiero|debia|me gusta))|"
            rf"{_ADULT} (?:\w+ ){{0,3}}?me "
            rf"(?:obliga|obligo|fuerza|forzo|pide|pidio|hace|hizo|dice que) (?:a )?"
            rf"(?:\w+ ){{0,3}}?(?:desnudar(?:me)?|desvestir(?:me)?|quitar(?:me)? la ropa|"
            rf"tocar(?:lo|le|la)?|dormir con el|tener (?:sexo|relaciones)|ver porno|"
            rf"fotos (?:desnud[oa]|mias sin|sin ropa|de mi cuerpo|intimas)|"
            rf"guardar (?:el|un|nuestro) secreto|besar(?:lo|le)?|guarde (?:el|un) secreto|"
            rf"no (?:se lo )?(?:cuente|diga))"
        ),
        (
            r"abus(?:o|aron|a|an) (?:sexualmente )?de mi|"
            r"(?:me|nos) (?:han |estan |siguen |hicieron |hacen )?"
            r"(?:violado|violaron|violan|abusaron|abusan de mi|abusado|maltratan|maltratando|"
            r"acosan|acosando|hacen bullying|haciendo bullying|bullying|ciberacoso|pegan|pegando|"
            r"golpean|golpeando|dan palizas|dieron una paliza|insultan y pegan|amenazan|"
            r"amenazaron|chantajean|chantajeando|extorsionan)"
            r"(?! (?:en el juego|con (?:suspender|ponernos)))|"
            r"(?:sufro|soy victima de|estoy sufriendo|sufri) (?:\w+ )?"
            r"(?:bullying|abusos?|maltrato|acoso|violencia|abuso sexual|ciberbullying)|"
            r"(?:he sido|fui|soy|estoy siendo|estan siendo|esta siendo) (?:\w+ )?"
            r"(?:abusad[oa]|violad[oa]|maltratad[oa]|golpead[oa]|acosad[oa])"
        ),
        (
            r"(?:tengo miedo|me da miedo|miedo|no quiero|no puedo|me asusta|terror) (?:\w+ ){0,2}?"
            r"(?:volver a (?:mi )?casa|ir a (?:mi )?casa|estar en casa|regresar a (?:mi )?casa|"
            r"llegar a (?:mi )?casa|a mi "
            r"(?:padre|papa|padrastro|madre|mama|tio|novio|hermano|abuelo)|"
            r"de mi (?:padre|papa|padrastro|madre|mama|tio|novio|hermano|abuelo)|"
            r"(?:estar|quedarme) (?:a )?sol[oa] con (?:el|ella|mi \w+))"
            r"(?! (?:en autobus|tarde|por la (?:lluvia|nota|oscuridad)|si (?:suspendo|saco|ve)))"
        ),
        (
            r"(?:mis padres|mi (?:madre|mama|padre|papa|padrastro|madrastra)|en (?:mi )?casa) "
            r"(?:\w+ ){0,2}?no (?:me )?(?:dan|da|dejan|deja|hay|tenemos) (?:de |nada |que )*"
            r"(?:comer|comida|nada de comer|salir de (?:mi|la|del) (?:cuarto|habitacion|casa)|"
            r"cenar)|(?:llevo|hace) (?:\w+ )?dias sin comer|"
            r"no (?:tengo|hay|tenemos) (?:nada )?(?:comida|que comer|de comer) "
            r"(?:en casa|en mi casa)|me (?:encierran?|encerro|encerraron|dejo encerrad[oa]) "
            r"(?:en|con|sin|bajo) ?\w*"
        ),
        (
            rf"{_CLOSE} (?:\w+ ){{0,4}}?(?:la|le|lo) "
            rf"(?:pegan|pega|golpean|golpea|maltratan|maltrata|violan|violaron|violo|acosan|tocan|"
            rf"toca)(?: en (?:su )?casa| su (?:padre|padrastro|novio|madre))|"
            rf"(?:mi (?:padre|papa|padrastro)|el novio de mi (?:madre|mama)) (?:\w+ )?"
            rf"(?:le pega|pega|golpea|maltrata|le pego|golpeo) a mi "
            rf"(?:madre|mama|herman[oa]|hermanit[oa])|"
            rf"(?:moratones|moretones|marcas|heridas) (?:\w+ ){{0,5}}?"
            rf"(?:mi (?:padre|papa|madre|mama|padrastro|novio)|cinturon|me (?:pega|pego|golpea))"
        ),
    ),
)  # fmt: skip

DANGER = sign(
    Kind.DANGER,
    (
        (
            r"(?:alguien|un (?:hombre|senor|tipo|coche|desconocido|chico mayor)|"
            r"unos (?:hombres|chicos|tipos)|una (?:persona|furgoneta)|mi ex) (?:\w+ ){0,3}?"
            r"(?:me|nos) (?:\w+ )?(?:sigue|esta siguiendo|siguio|persigue|esta persiguiendo|"
            r"vigila|esta vigilando|espera fuera|acecha|estan siguiendo|siguen|persiguen|"
            r"quiere llevar|ofrecio subir|intento llevar|quiso meter|espia)"
            r"(?! (?:en (?:instagram|tiktok|twitter|twitch|redes|el juego|insta)))"
        ),
        (
            r"(?:hay|esta|entro|ha entrado|veo|oigo|intenta entrar|intentan entrar|quiere entrar) "
            r"(?:a )?(?:alguien|un (?:hombre|extrano|desconocido|ladron|senor)|una persona|"
            r"ladrones) ?(?:\w+ ){0,3}?(?:en|a|fuera de|dentro de|por) (?:mi|la|nuestra) "
            r"(?:casa|cuarto|habitacion|ventana|puerta)"
        ),
        (
            r"(?:tiene|tengo|trajo|trae|lleva|llevo|va a traer|voy a (?:traer|llevar)|va a llevar|"
            r"hay|llevar|traer|saco|amenaza con|amenazo con|apunto con|ha traido) (?:\w+ )?"
            r"(?:un|una|la|el) (?:arma|pistola|cuchillo|navaja|bomba|escopeta|machete|revolver)"
            r"(?: de verdad| real| de fuego| cargada)? (?:\w+ ){0,3}?"
            r"(?:al|a la|en|en el|en la|aqui|mochila|clase|colegio|instituto|escuela|mi|me|nos|"
            r"taquilla|casa|bano)"
        ),
        (
            r"(?:disparar|tirotear|quemar|volar|poner una bomba|tiroteo|atentado|explotar) "
            r"(?:\w+ ){0,2}?(?:en|el|mi|la|a) (?:\w+ )?"
            r"(?:colegio|instituto|escuela|clase|cole|insti)"
        ),
        (
            r"(?:me|nos|a mi (?:madre|mama|hermana|hermano|familia)) (?:\w+ )?"
            r"(?:ha |han |quiere |quieren |va a |van a |ha dicho que (?:me )?va a |"
            r"dijo que (?:me )?(?:va a|iba a) |intento |dice que (?:me )?va a )"
            r"(?:amenazado(?: con)? ?(?:matar|de muerte|hacer dano|pegar|un)?\w*|matar(?:me|nos)?|"
            r"apunalar(?:me)?|violar(?:me)?|disparar(?:me)?|hacer(?:me)? dano|secuestrar(?:me)?|"
            r"pegar(?:me)? una paliza|raptar(?:me)?)"
            r"(?! (?:mi (?:madre|padre|profe) (?:si|cuando)|"
            r"si (?:suspendo|no (?:apruebo|termino|hago))))"
        ),
        (
            r"(?:amenaza|amenazo|amenazan|amenazaron|amenazando)(?:\w+)? (?:con|de) "
            r"(?:matar|muerte|violar|pegar|hacer|subir|publicar|difundir|compartir|ensenar|"
            r"un cuchillo|una pistola|mandar|enviar)\w*|"
            r"(?:me|nos) (?:amenaza|amenazan|amenazo) (?:con|de) \w+|"
            r"me (?:chantajea|chantajean|extorsiona)"
        ),
        (
            r"(?:me (?:he |voy a |quiero |fui )?"
            r"(?:escapar|escape|escapado|fugar|fugue|fugado|ir|fui|escapo|fugo)|huir|hui|he huido|"
            r"voy a huir) de (?:mi )?casa(?! (?:de mis abuelos|a las|al cole|temprano))"
        ),
        (
            r"(?:no (?:estoy|me siento) a salvo ?(?:en (?:mi )?casa|aqui|ahora)?"
            r"(?= *(?:[.,!?]|$|y|en|con|por))|"
            r"no (?:estoy|me siento) segur[oa] "
            r"(?:(?:en|aqui en) (?:mi |la |esta |nuestra )?"
            r"(?:casa|familia|calle|cama|habitacion|cuarto|piso|barrio)|aqui|conmigo|"
            r"con (?:el|ella|ellos|mi (?:padre|madre|papa|mama|tio|tia|padrastro|madrastra|abuelo|"
            r"hermano|primo|novio|novia|entrenador))\b)|"
            r"estoy (?:en peligro|atrapad[oa] (?:en|con)|secuestrad[oa]|sangrando)|"
            r"me (?:han )?(?:secuestrado|secuestraron|tienen encerrad[oa])|"
            r"me estoy (?:desangrando|ahogando|asfixiando)|no puedo respirar)"
        ),
        (
            r"(?:bebi|trague|he bebido|ha bebido|bebio|trago|he tragado|tome|se trago|se bebio|"
            r"ha tragado|se ha bebido|me bebi|me trague) (?:\w+ )?"
            r"(?:lejia|veneno|cloro|detergente|una pila|pilas|amoniaco|desatascador|matarratas|"
            r"anticongelante|pesticida|gasolina)"
        ),
        (
            r"(?:mi |un |una )(?:\w+ )?(?:amig[oa]|madre|mama|padre|papa|herman[oa]|abuel[oa]|"
            r"bebe|hermanit[oa]|companer[oa]|profe\w*) (?:\w+ ){0,3}?"
            r"(?:inconsciente|no respira|no despierta|no se despierta|se ha desmayado|se desmayo|"
            r"desmayad[oa]|no reacciona|dejo de respirar|se ahoga|no responde y)"
        ),
        (
            r"(?:un (?:hombre|chico|tipo|senor|desconocido|adulto|amigo)|alguien|una persona|"
            r"el chico|mi amigo) (?:\w+ ){0,6}?"
            r"(?:de internet|por internet|en internet|de instagram|por instagram|de discord|"
            r"por discord|de roblox|por (?:whatsapp|snapchat|tiktok|roblox|chat)|del juego|"
            r"que conoci (?:en|por) \w+|que no conozco) (?:\w+ ){0,3}?"
            r"(?:quiere|pide|pidio|dice|dijo|insiste|me|ofrece) (?:\w+ ){0,5}?"
            r"(?:ver\w*|quedar|quede|fotos?|direccion|donde vivo|secreto|desnud[oa]|"
            r"ir a (?:su|mi) casa|video\w*|encontrar\w*|conocer\w*|sol[oa])"
        ),
        (
            r"(?:quedar|quede|verme|encontrarme|voy a ver|he quedado) con (?:\w+ ){0,4}?"
            r"(?:que conoci (?:en|por)|de internet|"
            r"de (?:discord|roblox|instagram|tiktok|snapchat)|por internet)|"
            r"(?:se quema|esta ardiendo|hay fuego en|se incendia|fuego en) (?:mi|la) "
            r"(?:casa|cocina|habitacion)|huele a gas en (?:mi )?casa|"
            r"llama(?:d)? (?:al 112|al 911|a la policia|a una ambulancia)|"
            r"me (?:obligan|quieren obligar|van a obligar|quieren) a? ?"
            r"(?:casar|vender drogas?|llevar drogas?|prostitu\w+|casarme)"
        ),
    ),
)  # fmt: skip

VIOLENCE = sign(
    Kind.VIOLENCE,
    (
        (
            rf"(?:voy a|quiero|vamos a|quisiera|me gustaria|pienso|juro que|tengo ganas de|"
            rf"le voy a|te voy a|los voy a|la voy a|lo voy a) (?:\w+ )?"
            rf"(?:matar|apunalar|disparar|pegar|golpear|partir la cara|romper la cara|reventar|"
            rf"dar una paliza|acuchillar|estrangular|quemar|envenenar|matarlo|matarla|matarlos|"
            rf"matarte|pegarle|pegarte|darle una paliza|partirle la cara|"
            rf"romperle (?:la cara|los dientes)|violar) ?(?:{_PEOPLE})?"
            rf"(?! (?:el (?:tiempo|proceso|aburrimiento|hambre|rato|juego|examen|bicho|virus|"
            rf"mosquito)|en (?:el|la|los) (?:juego|partida|minecraft|videojuego)|"
            rf"la (?:pelota|sed|tarea)|al (?:jefe final|monstruo|dragon|arco|aro|zombi\w*|blanco)|"
            rf"las (?:bacterias|celulas|fichas)|los (?:germenes|zombis|virus|pulgones|deberes)|"
            rf"el (?:sello|cromo|papel)))"
            rf"(?= *(?:a |[.,!?]|$|al?\b|manana|hoy|si|como|en|por|cuando|y))(?<!voy a pegar)"
        ),
        (
            r"(?:como|instrucciones para|pasos para|receta para|dime como|explica como|"
            r"manual para) (?:\w+ ){0,3}?"
            r"(?:hacer|fabricar|construir|montar|crear|preparar|cocinar|conseguir|comprar) "
            r"(?:\w+ ){0,2}?(?:bombas?|explosivos?|coctel molotov|molotov|metanfetamina|"
            r"gas (?:venenoso|sarin|mostaza)|veneno|napalm|una pistola|un arma|drogas?|cocaina)|"
            r"como (?:\w+ )?(?:matar|envenenar|apunalar|secuestrar|asesinar) a "
            r"(?:alguien|una persona|mi|un|una|la gente)(?! (?:planta|mosca|personaje))"
        ),
        (
            r"(?:ojala|espero que|deseo que) (?:\w+ )?"
            r"(?:te|se|mi (?:\w+ )?|el profe|la profe|ese|esa)(?: \w+)? ?"
            r"(?:mueras?|muera|muere|muriera|maten|mate|pudra|atropelle)|"
            r"(?:matate|suicidate|muerete|ahorcate|pegate un tiro)|"
            r"(?:estas|estais) muert[oa]s? (?:manana|cuando te)|"
            r"te voy a (?:matar|reventar|partir|pegar|encontrar)"
        ),
    ),
)  # fmt: skip

SEXUAL = sign(
    Kind.SEXUAL,
    (
        (
            r"(?:manda|mandame|envia|enviame|pasa|pasame|quiero|ensename|muestrame|te mando|"
            r"comparte|mando)(?: \w+){0,2} "
            r"(?:fotos? (?:desnud[oa]s?|tuyas? desnuda|sin ropa|sexys?|hot|calientes?|intimas?|"
            r"porno)|nudes|pack|tetas|culo|polla|pene|vagina|desnud[oa]s?)"
        ),
        (
            r"(?:quiero|vamos a|quieres|tener|hacer|me gustaria) (?:\w+ )?"
            r"(?:follar(?:te)?|coger contigo|cogerte|"
            r"sexo (?:contigo|conmigo|oral|anal|virtual|telefonico)|el amor contigo|chuparte|"
            r"chuparmela|tener relaciones contigo|masturbar\w*)|"
            r"(?:chupa|chupame|mamame|comeme|tocame) (?:la|el|las|los|mi) "
            r"(?:polla|verga|pene|pito|tetas|culo|cono)|"
            r"(?:estoy|estas|ando) (?:\w+ )?"
            r"(?:cachond[oa]|caliente y|arrech[oa]|excitad[oa] sexualmente)|mamada|masturbarme|"
            r"masturbandome|me masturbo|hacerme una paja|corrida en|cybersexo|sexting"
        ),
        (
            r"(?:porno|pornografia|videos? porno|peliculas? porno|pagina porno|relato erotico|"
            r"historia erotica|cuento erotico|hentai|onlyfans|pornhub|xvideos)"
            r"(?= *(?:[.,!?]|$|\w))|(?:cuenta|cuentame|escribe|escribeme) (?:\w+ ){0,3}?"
            r"(?:erotic[oa]|sexual|porno|picante|xxx)|(?:eres|sos) virgen(?= *\?*$)|"
            r"que llevas puesto(?= *[?.!]*$)|te quiero (?:ver desnud[oa]|follar|coger)"
        ),
    ),
)  # fmt: skip

HATE = sign(
    Kind.HATE,
    (
        (
            rf"(?:odio a|odiamos a|no soporto a|que asco|matar a|muerte a|fuera|"
            rf"hay que (?:matar|echar|exterminar|gasear|expulsar) a) "
            rf"(?:todos? |todas? |los |las |esos |estos )*{_GROUP}|"
            rf"(?:los|las|todos los|todas las|esos|putos|estos) {_GROUP} (?:\w+ )?"
            rf"(?:son|deberian|deben|tienen que|merecen|apestan|no deberian) (?:\w+ ){{0,2}}?"
            rf"(?:basura|animales|inferiores|ratas|escoria|morir|tont[oa]s|ladrones|delincuentes|"
            rf"sucios|asquerosos|irse|exterminad\w+|terroristas|criminales|parasitos|monos|"
            rf"una plaga|idiotas|existir|a su pais)"
        ),
        (
            r"(?:vuelve|vuelvete|vete|largate|regresa|volved) a tu (?:pais|tierra|selva)|"
            r"(?:putos?|malditos?|sucios?|asquerosos?|puto|maldito|sucio|mald?itas?) "
            r"(?:moros?|negros?|judios?|gitanos?|sudacas?|maricon(?:es)?|chinos?|indios?|"
            r"inmigrantes|gays?)|sudacas?|maricon(?:es|azo)?|machupicchu de|negrata|"
            r"moro de mierda|negro de mierda|judio de mierda|viva hitler|heil hitler|"
            r"hitler tenia razon|(?:chistes?|bromas) "
            r"(?:racistas?|machistas?|homofob[oa]s?|de (?:negros|judios|gitanos|maricones))|"
            r"retrasad[oa] mental de|panchitos?"
        ),
    ),
)  # fmt: skip

PERSONAL_DATA = sign(
    Kind.PERSONAL_DATA,
    (
        (
            r"mi (?:\w+ )?(?:numero(?: de (?:telefono|movil|celular|whatsapp))?|telefono|movil|"
            r"celular|whatsapp|tlf) (?:es|:|=)(?: el)? *\+?[\d(][\d ().-]{6,}\d|"
            r"(?:llamame|escribeme|mandame un whatsapp) al? *\+?[\d(][\d ().-]{6,}\d"
        ),
        (
            r"mi (?:direccion|domicilio)(?: de casa| postal)? (?:es|:) *\S.{3,}|"
            r"viv(?:o|imos) en (?:la |el )?"
            r"(?:calle|avenida|avda|plaza|paseo|c/|carrera|pasaje|colonia|barrio \w+ calle) \S+"
            r"(?: \S+){0,5}? ?\d+"
        ),
        (
            r"mi (?:correo(?: electronico)?|email|e-mail|mail|gmail)(?: es|:)? *[\w.+-]+ ?"
            r"(?:@| arroba ) ?[\w-]+ ?(?:\.| punto ) ?\w+|"
            r"mi (?:\w+ )?(?:contrasena|clave|password|pin)(?: del? \w+)? (?:es|:) *\S+"
        ),
        (
            r"mi (?:dni|nie|pasaporte|curp|rut|cedula|tarjeta(?: de credito)?|"
            r"numero de (?:dni|tarjeta|cuenta|pasaporte|la seguridad social|cedula)|"
            r"cuenta bancaria|iban)(?: es|:)? *\w?\d[\d -]{4,}\w*|"
            r"mi (?:insta|instagram|snapchat|snap|discord|tiktok|telegram|roblox|facebook) "
            r"(?:es|:) *@?\w[\w.#-]{2,}|"
            r"agregame (?:en|a) (?:insta|instagram|snap|snapchat|discord|tiktok|telegram|whatsapp)"
        ),
    ),
)  # fmt: skip

SIGNS = (SELF_HARM, ABUSE, DANGER, VIOLENCE, SEXUAL, HATE, PERSONAL_DATA)
