"""Spanish signs of a concern, in folded text (no accents)."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign

_ADULT = r"(?:mi (?:\w+ )?(?:padre|papa|papi|padrastro|madre|mama|mami|madrastra|tio|tia|abuelo|abuela|primo|hermano|hermanastro|profesor|profesora|profe|maestro|maestra|entrenador|vecino|novio|novia|pareja|jefe|ninera|cuidador)|el (?:novio|marido|amigo) de mi (?:madre|mama|hermana)|mis padres|un (?:hombre|senor|adulto|tipo|chico mayor|desconocido|vecino)|alguien|el (?:profesor|entrenador|cura|sacerdote|vecino|conductor))"
_CLOSE = r"(?:(?:mi|una|un) (?:mejor )?(?:amig[oa]|herman[oa]|prim[oa]|novi[oa]|companer[oa]|madre|mama|padre|papa)(?: de (?:clase|mi clase|mi curso))?)"
_GROUP = r"(?:judios|musulmanes|moros|negros|gitanos|gays|homosexuales|maricones|inmigrantes|extranjeros|chinos|mujeres|indios|sudacas|panchitos|refugiados|trans|latinos|moritos|arabes|mexicanos|venezolanos)"
_PEOPLE = r"(?:a (?:mi|todos?|la|el|los|ese|esa|esos|alguien|un|una|mis) ?\w* ?\w*|los a todos|lo|la|te|le|os|los|las)"

SELF_HARM = sign(
    Kind.SELF_HARM,
    (
        r"ojala (?:yo )?no (?:h?ubiera|h?ubiese) na[sc]ido",
        r"(?:todos|mi familia|mis papas) (?:estarian|serian|estaria|seria) (?:mejor|mas feli(?:z|ces)) si (?:yo )?no (?:e[sx]tu[bv]iera|existiera|h?ubiera nacido)",
        r"me (?:rasguno|pellizco|muerdo|aruno|corto) (?:h?asta|asta) que (?:me )?(?:sal[eg]a? sangre|sangr[ae]|me sangra)",
        r"(?:ya )?no aguanto (?:mas )?(?:la|esta|mi) vida",
        r"(?:cuantas|cuantos|que cantidad de) (?:\w+ ){0,4}?para (?:no despertar|dormir para siempre)",
        r"(?:volvi|he vuelto|recai y volvi) a (?:cortarme|hacerme dano|autolesionarme)",
        r"(?:quisiera|ojala|quiero) que me (?:atropell\w+|arrolle|arrollara|lleve por delante) (?:un|el) (?:camion|carro|coche|tren|auto)",
        r"(?:me )?(?:quiero|quisiera|querria|gustaria|voy a|pienso|pensando en|necesito|planeo|intente|intentado|he pensado en|pienso en|penso en|ganas de|deseo|prefiero|prefiriria|preferiria|podria|pensado) (?:\w+ )?(?:matarme|morirme(?! de (?:la )?(?:risa|hambre|sueno|verguenza|frio|calor|ganas))|morir(?! de (?:la )?(?:risa|hambre|sueno|verguenza|frio|calor|viejo))|suicidarme|ahorcarme|cortarme (?:las venas|los brazos|las munecas|otra vez|la piel)|hacerme dano|lastimarme|desaparecer (?:para siempre|del mundo|de este mundo)|acabar con (?:mi vida|todo esto|todo|mi sufrimiento)|quitarme la vida|terminar con mi vida|tirarme (?:por|de|desde|al|del) (?:un |una |el |la )?(?:puente|ventana|balcon|techo|azotea|tren|edificio|metro)|no despertar(?:me)?(?: nunca)?|dejar de (?:existir|vivir)|estar muert[oa]|dormir y no despertar)",
        r"me (?:voy a|quiero|quisiera|gustaria|vine ganas de|dan ganas de|entran ganas de) (?:matar|morir(?! de (?:la )?(?:risa|hambre|sueno|verguenza|frio|calor|ganas))|suicidar|ahorcar|cortar las venas|hacer dano|quitar la vida|lastimar|tirar (?:por la ventana|de un puente|al tren|del puente))",
        r"(?:no|ya no|nunca) (?:quiero|tengo ganas de|quisiera|deseo) (?:\w+ )?(?:vivir(?: mas| asi)?(?! (?:en|con|cerca|alli|aqui))|seguir viviendo|estar viv[oa]|existir|despertar(?:me)? (?:manana|mas|nunca)|seguir (?:en este mundo|aqui mas|asi mas tiempo en la vida))",
        r"ojala (?:\w+ )?(?:estuviera muert[oa]|me muera|me muriera|no hubiera nacido|nunca hubiera nacido|no despertara|no existiera|me mueriera|muera yo)|(?:desearia|quisiera|prefiero|preferiria) (?:no haber nacido|estar muert[oa]|no existir|no estar viv[oa])",
        r"(?:todos|mi familia|ellos|el mundo|mis padres|la gente) (?:\w+ )?(?:estaria|estarian|estaran|seria|viviria|vivirian|serian) (?:\w+ )?(?:mejor|mas felices|feliz|mas tranquilos) sin mi",
        r"(?:nadie|quien|a nadie|mis padres no|nadie me) (?:\w+ ){0,2}?(?:echaria de menos|extranaria|importaria|lloraria|importaria a nadie|notaria|daria cuenta)(?: \w+){0,2} si (?:me )?(?:muero|muriera|desapareciera|desaparezco|matara|mato|no estuviera|muriese)",
        r"(?:mi vida|la vida|vivir|nada)(?: ya)? no (?:tiene|vale|merece|tienen|tendra) (?:\w+ )?(?:sentido|la pena|nada)(?: para mi| vivir(?:la)?)?(?= *(?:[.,!?]|$|y|ya|para|quiero|me))|no (?:tengo|hay|veo|encuentro) (?:\w+ )?(?:razon(?:es)?|motivos?|sentido)(?: alguno| ninguno)? (?:para|de|a) (?:seguir (?:viviendo|viv[oa]|adelante con mi vida)|vivir|estar viv[oa]|mi vida)",
        r"(?:me )?(?:corto|corte|cortado|cortando|estoy cortando|quemo|queme|arano|rajo|cortarme) (?:a proposito |de nuevo )?(?:los brazos|las munecas|las piernas|los muslos|las venas|la piel|el brazo a proposito|la muneca|a mi mism[oa])|me (?:corto|quemo|arano|golpeo|lastimo|hago dano|he cortado|hice dano|autolesiono|he hecho dano|autolesione)(?: \w+)? (?:cuando|para|porque|a proposito|a mi mism[oa]|aposta|todas las noches|para sentir|otra vez)",
        r"(?:me autolesiono|autolesionarme|autolesion[oe]?me|me he autolesionado|pensamientos suicidas|ideas suicidas|soy suicida|me siento suicida|pienso (?:mucho |a menudo |todo el tiempo )?en (?:el suicidio|la muerte todo|suicidarme|morirme|morir)|suicidarme|nota de suicidio|carta de suicidio|carta de despedida|intento de suicidio (?:mio|el ano|hace|la semana)|matarme|quitarme la vida|me quiero morir(?! de))",
        r"(?:me )?(?:tome|tomado|tomar|trague|tragado|tomarme|he tomado|tomarse) (?:\w+ ){0,2}?(?:todas las|muchas|un monton de|demasiadas|un bote de|una caja de|todo el bote de|un frasco de|todo el frasco de|un punado de|20|30|50) ?(?:pastillas|pildoras|tabletas|medicinas|medicamentos|paracetamol|ibuprofeno)?",
        r"(?:cuantas|cuantos|que cantidad de) (?:\w+ ){0,4}?(?:para (?:morir|morirme|morirse|matarme|suicidarme)|me matan|me matarian|mortal(?:es)?)|(?:como|manera|forma|modo) (?:\w+ ){0,3}?(?:matarme|suicidarme|suicidarse|morir (?:sin dolor|rapido|sin sufrir)|quitarme la vida|ahorcarme|ahorcarse|morirme)",
        rf"{_CLOSE} (?:\w+ ){{0,4}}?(?:quiere (?:morir(?:se)?|matarse|suicidarse|quitarse la vida|hacerse dano)|se (?:quiere|intento|va a|ha intentado) (?:matar|morir|suicidar|ahorcar|cortar|hacer dano)|se (?:corta|autolesiona|hace dano|corto las venas)|habla de (?:suicidarse|matarse|morir|suicidio)|ha tomado muchas pastillas|intento suicidarse|esta pensando en suicidarse)",
        r"no (?:puedo|aguanto|soporto)(?: ya)? (?:mas (?:con (?:mi vida|esta vida|la vida|todo este dolor))|seguir viviendo|seguir asi[ ,]+quiero|vivir asi|esta vida|mi vida)|(?:adios|despidanse|me despido)(?: a)? (?:para siempre|de todos para siempre|mundo cruel|del mundo)|no merezco (?:vivir|existir|estar viv[oa])|me odio (?:y|tanto que|a mi mism[oa] y) (?:\w+ ){0,3}?(?:morir|matar|desaparecer|dano)|odio (?:estar viv[oa]|mi vida y)|me provoco (?:el )?vomit\w+|me hago vomitar",
    ),
)  # fmt: skip

ABUSE = sign(
    Kind.ABUSE,
    (
        r"(?:me quieren|me van a|quieren) (?:casar|obligar a casarme)\b|casarme a la fuerza",
        r"(?:toda la clase|mis companeros|todos|ellos) me (?:dicen?|escriben?) que me (?:mate|muera|suicide|tire)",
        rf"{_ADULT} (?:\w+ ){{0,3}}?(?:me|nos) (?:\w+ )?(?:pega|pego|pegan|pegaron|golpea|golpeo|golpean|maltrata|maltratan|maltrato|viola|violo|abusa|abuso|abusan|lastima|hace dano|hizo dano|azota|azoto|quema|quemo|encierra|encerro|encierran|manosea|manoseo|tiro (?:al suelo|contra)|empuja contra|estrangula|estrangulo|asfixia|da (?:una )?(?:palizas?|bofetadas|punetazos|cinturonazos|correazos|golpes)|dio (?:una )?(?:paliza|bofetada|punetazo)|ahorco|(?:mata|muele|revienta) a (?:golpes|palos|cinturonazos|patadas)|ha pegado|ha golpeado|castiga con (?:el cinturon|golpes)|deja sin comer|acosa|acoso)(?! (?:al ajedrez|en (?:el|la|los) (?:juego|partida|videojuego|carrera)|un susto|la gripe|el resfriado))",
        rf"{_ADULT} (?:\w+ ){{0,3}}?me (?:toca|toco|tocan|tocaba|besa|beso|acaricia|acaricio|mira|miraba|espia|roza) (?:\w+ ){{0,5}}?(?:donde|partes|privadas|intimas|abajo|debajo|pecho|pechos|culo|piernas|cuando (?:me|estoy|duermo|nadie)|de noche|por la noche|en mi (?:cama|cuarto|habitacion)|sin permiso|y no me gusta|en la boca|el cuerpo|ducho|desnud[oa])",
        rf"(?:me )?(?:toca|toco|tocan|tocaba|tocado) (?:\w+ )?(?:mis |las |en mis |en las )?(?:partes (?:intimas|privadas)|donde no (?:debe|quiero|debia|me gusta))|{_ADULT} (?:\w+ ){{0,3}}?me (?:obliga|obligo|fuerza|forzo|pide|pidio|hace|hizo|dice que) (?:a )?(?:\w+ ){{0,3}}?(?:desnudar(?:me)?|desvestir(?:me)?|quitar(?:me)? la ropa|tocar(?:lo|le|la)?|dormir con el|tener (?:sexo|relaciones)|ver porno|fotos (?:desnud[oa]|mias sin|sin ropa|de mi cuerpo|intimas)|guardar (?:el|un|nuestro) secreto|besar(?:lo|le)?|guarde (?:el|un) secreto|no (?:se lo )?(?:cuente|diga))",
        r"abus(?:o|aron|a|an) (?:sexualmente )?de mi|(?:me|nos) (?:han |estan |siguen |hicieron |hacen )?(?:violado|violaron|violan|abusaron|abusan de mi|abusado|maltratan|maltratando|acosan|acosando|hacen bullying|haciendo bullying|bullying|ciberacoso|pegan|pegando|golpean|golpeando|dan palizas|dieron una paliza|insultan y pegan|amenazan|amenazaron|chantajean|chantajeando|extorsionan)(?! (?:en el juego|con (?:suspender|ponernos)))|(?:sufro|soy victima de|estoy sufriendo|sufri) (?:\w+ )?(?:bullying|abusos?|maltrato|acoso|violencia|abuso sexual|ciberbullying)|(?:he sido|fui|soy|estoy siendo|estan siendo|esta siendo) (?:\w+ )?(?:abusad[oa]|violad[oa]|maltratad[oa]|golpead[oa]|acosad[oa])",
        r"(?:tengo miedo|me da miedo|miedo|no quiero|no puedo|me asusta|terror) (?:\w+ ){0,2}?(?:volver a (?:mi )?casa|ir a (?:mi )?casa|estar en casa|regresar a (?:mi )?casa|llegar a (?:mi )?casa|a mi (?:padre|papa|padrastro|madre|mama|tio|novio|hermano|abuelo)|de mi (?:padre|papa|padrastro|madre|mama|tio|novio|hermano|abuelo)|(?:estar|quedarme) (?:a )?sol[oa] con (?:el|ella|mi \w+))(?! (?:en autobus|tarde|por la (?:lluvia|nota|oscuridad)|si (?:suspendo|saco|ve)))",
        r"(?:mis padres|mi (?:madre|mama|padre|papa|padrastro|madrastra)|en (?:mi )?casa) (?:\w+ ){0,2}?no (?:me )?(?:dan|da|dejan|deja|hay|tenemos) (?:de |nada |que )*(?:comer|comida|nada de comer|salir de (?:mi|la|del) (?:cuarto|habitacion|casa)|cenar)|(?:llevo|hace) (?:\w+ )?dias sin comer|no (?:tengo|hay|tenemos) (?:nada )?(?:comida|que comer|de comer) (?:en casa|en mi casa)|me (?:encierran?|encerro|encerraron|dejo encerrad[oa]) (?:en|con|sin|bajo) ?\w*",
        rf"{_CLOSE} (?:\w+ ){{0,4}}?(?:la|le|lo) (?:pegan|pega|golpean|golpea|maltratan|maltrata|violan|violaron|violo|acosan|tocan|toca)(?: en (?:su )?casa| su (?:padre|padrastro|novio|madre))|(?:mi (?:padre|papa|padrastro)|el novio de mi (?:madre|mama)) (?:\w+ )?(?:le pega|pega|golpea|maltrata|le pego|golpeo) a mi (?:madre|mama|herman[oa]|hermanit[oa])|(?:moratones|moretones|marcas|heridas) (?:\w+ ){{0,5}}?(?:mi (?:padre|papa|madre|mama|padrastro|novio)|cinturon|me (?:pega|pego|golpea))",
    ),
)  # fmt: skip

DANGER = sign(
    Kind.DANGER,
    (
        r"(?:alguien|un (?:hombre|senor|tipo|coche|desconocido|chico mayor)|unos (?:hombres|chicos|tipos)|una (?:persona|furgoneta)|mi ex) (?:\w+ ){0,3}?(?:me|nos) (?:\w+ )?(?:sigue|esta siguiendo|siguio|persigue|esta persiguiendo|vigila|esta vigilando|espera fuera|acecha|estan siguiendo|siguen|persiguen|quiere llevar|ofrecio subir|intento llevar|quiso meter|espia)(?! (?:en (?:instagram|tiktok|twitter|twitch|redes|el juego|insta)))",
        r"(?:hay|esta|entro|ha entrado|veo|oigo|intenta entrar|intentan entrar|quiere entrar) (?:a )?(?:alguien|un (?:hombre|extrano|desconocido|ladron|senor)|una persona|ladrones) ?(?:\w+ ){0,3}?(?:en|a|fuera de|dentro de|por) (?:mi|la|nuestra) (?:casa|cuarto|habitacion|ventana|puerta)",
        r"(?:tiene|tengo|trajo|trae|lleva|llevo|va a traer|voy a (?:traer|llevar)|va a llevar|hay|llevar|traer|saco|amenaza con|amenazo con|apunto con|ha traido) (?:\w+ )?(?:un|una|la|el) (?:arma|pistola|cuchillo|navaja|bomba|escopeta|machete|revolver)(?: de verdad| real| de fuego| cargada)? (?:\w+ ){0,3}?(?:al|a la|en|en el|en la|aqui|mochila|clase|colegio|instituto|escuela|mi|me|nos|taquilla|casa|bano)",
        r"(?:disparar|tirotear|quemar|volar|poner una bomba|tiroteo|atentado|explotar) (?:\w+ ){0,2}?(?:en|el|mi|la|a) (?:\w+ )?(?:colegio|instituto|escuela|clase|cole|insti)",
        r"(?:me|nos|a mi (?:madre|mama|hermana|hermano|familia)) (?:\w+ )?(?:ha |han |quiere |quieren |va a |van a |ha dicho que (?:me )?va a |dijo que (?:me )?(?:va a|iba a) |intento |dice que (?:me )?va a )(?:amenazado(?: con)? ?(?:matar|de muerte|hacer dano|pegar|un)?\w*|matar(?:me|nos)?|apunalar(?:me)?|violar(?:me)?|disparar(?:me)?|hacer(?:me)? dano|secuestrar(?:me)?|pegar(?:me)? una paliza|raptar(?:me)?)(?! (?:mi (?:madre|padre|profe) (?:si|cuando)|si (?:suspendo|no (?:apruebo|termino|hago))))",
        r"(?:amenaza|amenazo|amenazan|amenazaron|amenazando)(?:\w+)? (?:con|de) (?:matar|muerte|violar|pegar|hacer|subir|publicar|difundir|compartir|ensenar|un cuchillo|una pistola|mandar|enviar)\w*|(?:me|nos) (?:amenaza|amenazan|amenazo) (?:con|de) \w+|me (?:chantajea|chantajean|extorsiona)",
        r"(?:me (?:he |voy a |quiero |fui )?(?:escapar|escape|escapado|fugar|fugue|fugado|ir|fui|escapo|fugo)|huir|hui|he huido|voy a huir) de (?:mi )?casa(?! (?:de mis abuelos|a las|al cole|temprano))",
        r"(?:no (?:estoy|me siento) a salvo ?(?:en (?:mi )?casa|aqui|ahora)?(?= *(?:[.,!?]|$|y|en|con|por))|no (?:estoy|me siento) segur[oa] (?:(?:en|aqui en) (?:mi |la |esta |nuestra )?(?:casa|familia|calle|cama|habitacion|cuarto|piso|barrio)|aqui|conmigo|con (?:el|ella|ellos|mi (?:padre|madre|papa|mama|tio|tia|padrastro|madrastra|abuelo|hermano|primo|novio|novia|entrenador))\b)|estoy (?:en peligro|atrapad[oa] (?:en|con)|secuestrad[oa]|sangrando)|me (?:han )?(?:secuestrado|secuestraron|tienen encerrad[oa])|me estoy (?:desangrando|ahogando|asfixiando)|no puedo respirar)",
        r"(?:bebi|trague|he bebido|ha bebido|bebio|trago|he tragado|tome|se trago|se bebio|ha tragado|se ha bebido|me bebi|me trague) (?:\w+ )?(?:lejia|veneno|cloro|detergente|una pila|pilas|amoniaco|desatascador|matarratas|anticongelante|pesticida|gasolina)",
        r"(?:mi |un |una )(?:\w+ )?(?:amig[oa]|madre|mama|padre|papa|herman[oa]|abuel[oa]|bebe|hermanit[oa]|companer[oa]|profe\w*) (?:\w+ ){0,3}?(?:inconsciente|no respira|no despierta|no se despierta|se ha desmayado|se desmayo|desmayad[oa]|no reacciona|dejo de respirar|se ahoga|no responde y)",
        r"(?:un (?:hombre|chico|tipo|senor|desconocido|adulto|amigo)|alguien|una persona|el chico|mi amigo) (?:\w+ ){0,6}?(?:de internet|por internet|en internet|de instagram|por instagram|de discord|por discord|de roblox|por (?:whatsapp|snapchat|tiktok|roblox|chat)|del juego|que conoci (?:en|por) \w+|que no conozco) (?:\w+ ){0,3}?(?:quiere|pide|pidio|dice|dijo|insiste|me|ofrece) (?:\w+ ){0,5}?(?:ver\w*|quedar|quede|fotos?|direccion|donde vivo|secreto|desnud[oa]|ir a (?:su|mi) casa|video\w*|encontrar\w*|conocer\w*|sol[oa])",
        r"(?:quedar|quede|verme|encontrarme|voy a ver|he quedado) con (?:\w+ ){0,4}?(?:que conoci (?:en|por)|de internet|de (?:discord|roblox|instagram|tiktok|snapchat)|por internet)|(?:se quema|esta ardiendo|hay fuego en|se incendia|fuego en) (?:mi|la) (?:casa|cocina|habitacion)|huele a gas en (?:mi )?casa|llama(?:d)? (?:al 112|al 911|a la policia|a una ambulancia)|me (?:obligan|quieren obligar|van a obligar|quieren) a? ?(?:casar|vender drogas?|llevar drogas?|prostitu\w+|casarme)",
    ),
)  # fmt: skip

VIOLENCE = sign(
    Kind.VIOLENCE,
    (
        rf"(?:voy a|quiero|vamos a|quisiera|me gustaria|pienso|juro que|tengo ganas de|le voy a|te voy a|los voy a|la voy a|lo voy a) (?:\w+ )?(?:matar|apunalar|disparar|pegar|golpear|partir la cara|romper la cara|reventar|dar una paliza|acuchillar|estrangular|quemar|envenenar|matarlo|matarla|matarlos|matarte|pegarle|pegarte|darle una paliza|partirle la cara|romperle (?:la cara|los dientes)|violar) ?(?:{_PEOPLE})?(?! (?:el (?:tiempo|proceso|aburrimiento|hambre|rato|juego|examen|bicho|virus|mosquito)|en (?:el|la|los) (?:juego|partida|minecraft|videojuego)|la (?:pelota|sed|tarea)|al (?:jefe final|monstruo|dragon|arco|aro|zombi\w*|blanco)|las (?:bacterias|celulas|fichas)|los (?:germenes|zombis|virus|pulgones|deberes)|el (?:sello|cromo|papel)))(?= *(?:a |[.,!?]|$|al?\b|manana|hoy|si|como|en|por|cuando|y))(?<!voy a pegar)",
        r"(?:como|instrucciones para|pasos para|receta para|dime como|explica como|manual para) (?:\w+ ){0,3}?(?:hacer|fabricar|construir|montar|crear|preparar|cocinar|conseguir|comprar) (?:\w+ ){0,2}?(?:bombas?|explosivos?|coctel molotov|molotov|metanfetamina|gas (?:venenoso|sarin|mostaza)|veneno|napalm|una pistola|un arma|drogas?|cocaina)|como (?:\w+ )?(?:matar|envenenar|apunalar|secuestrar|asesinar) a (?:alguien|una persona|mi|un|una|la gente)(?! (?:planta|mosca|personaje))",
        r"(?:ojala|espero que|deseo que) (?:\w+ )?(?:te|se|mi (?:\w+ )?|el profe|la profe|ese|esa)(?: \w+)? ?(?:mueras?|muera|muere|muriera|maten|mate|pudra|atropelle)|(?:matate|suicidate|muerete|ahorcate|pegate un tiro)|(?:estas|estais) muert[oa]s? (?:manana|cuando te)|te voy a (?:matar|reventar|partir|pegar|encontrar)",
    ),
)  # fmt: skip

SEXUAL = sign(
    Kind.SEXUAL,
    (
        r"(?:manda|mandame|envia|enviame|pasa|pasame|quiero|ensename|muestrame|te mando|comparte|mando)(?: \w+){0,2} (?:fotos? (?:desnud[oa]s?|tuyas? desnuda|sin ropa|sexys?|hot|calientes?|intimas?|porno)|nudes|pack|tetas|culo|polla|pene|vagina|desnud[oa]s?)",
        r"(?:quiero|vamos a|quieres|tener|hacer|me gustaria) (?:\w+ )?(?:follar(?:te)?|coger contigo|cogerte|sexo (?:contigo|conmigo|oral|anal|virtual|telefonico)|el amor contigo|chuparte|chuparmela|tener relaciones contigo|masturbar\w*)|(?:chupa|chupame|mamame|comeme|tocame) (?:la|el|las|los|mi) (?:polla|verga|pene|pito|tetas|culo|cono)|(?:estoy|estas|ando) (?:\w+ )?(?:cachond[oa]|caliente y|arrech[oa]|excitad[oa] sexualmente)|mamada|masturbarme|masturbandome|me masturbo|hacerme una paja|corrida en|cybersexo|sexting",
        r"(?:porno|pornografia|videos? porno|peliculas? porno|pagina porno|relato erotico|historia erotica|cuento erotico|hentai|onlyfans|pornhub|xvideos)(?= *(?:[.,!?]|$|\w))|(?:cuenta|cuentame|escribe|escribeme) (?:\w+ ){0,3}?(?:erotic[oa]|sexual|porno|picante|xxx)|(?:eres|sos) virgen(?= *\?*$)|que llevas puesto(?= *[?.!]*$)|te quiero (?:ver desnud[oa]|follar|coger)",
    ),
)  # fmt: skip

HATE = sign(
    Kind.HATE,
    (
        rf"(?:odio a|odiamos a|no soporto a|que asco|matar a|muerte a|fuera|hay que (?:matar|echar|exterminar|gasear|expulsar) a) (?:todos? |todas? |los |las |esos |estos )*{_GROUP}|(?:los|las|todos los|todas las|esos|putos|estos) {_GROUP} (?:\w+ )?(?:son|deberian|deben|tienen que|merecen|apestan|no deberian) (?:\w+ ){{0,2}}?(?:basura|animales|inferiores|ratas|escoria|morir|tont[oa]s|ladrones|delincuentes|sucios|asquerosos|irse|exterminad\w+|terroristas|criminales|parasitos|monos|una plaga|idiotas|existir|a su pais)",
        r"(?:vuelve|vuelvete|vete|largate|regresa|volved) a tu (?:pais|tierra|selva)|(?:putos?|malditos?|sucios?|asquerosos?|puto|maldito|sucio|mald?itas?) (?:moros?|negros?|judios?|gitanos?|sudacas?|maricon(?:es)?|chinos?|indios?|inmigrantes|gays?)|sudacas?|maricon(?:es|azo)?|machupicchu de|negrata|moro de mierda|negro de mierda|judio de mierda|viva hitler|heil hitler|hitler tenia razon|(?:chistes?|bromas) (?:racistas?|machistas?|homofob[oa]s?|de (?:negros|judios|gitanos|maricones))|retrasad[oa] mental de|panchitos?",
    ),
)  # fmt: skip

PERSONAL_DATA = sign(
    Kind.PERSONAL_DATA,
    (
        r"mi (?:\w+ )?(?:numero(?: de (?:telefono|movil|celular|whatsapp))?|telefono|movil|celular|whatsapp|tlf) (?:es|:|=)(?: el)? *\+?[\d(][\d ().-]{6,}\d|(?:llamame|escribeme|mandame un whatsapp) al? *\+?[\d(][\d ().-]{6,}\d",
        r"mi (?:direccion|domicilio)(?: de casa| postal)? (?:es|:) *\S.{3,}|viv(?:o|imos) en (?:la |el )?(?:calle|avenida|avda|plaza|paseo|c/|carrera|pasaje|colonia|barrio \w+ calle) \S+(?: \S+){0,5}? ?\d+",
        r"mi (?:correo(?: electronico)?|email|e-mail|mail|gmail)(?: es|:)? *[\w.+-]+ ?(?:@| arroba ) ?[\w-]+ ?(?:\.| punto ) ?\w+|mi (?:\w+ )?(?:contrasena|clave|password|pin)(?: del? \w+)? (?:es|:) *\S+",
        r"mi (?:dni|nie|pasaporte|curp|rut|cedula|tarjeta(?: de credito)?|numero de (?:dni|tarjeta|cuenta|pasaporte|la seguridad social|cedula)|cuenta bancaria|iban)(?: es|:)? *\w?\d[\d -]{4,}\w*|mi (?:insta|instagram|snapchat|snap|discord|tiktok|telegram|roblox|facebook) (?:es|:) *@?\w[\w.#-]{2,}|agregame (?:en|a) (?:insta|instagram|snap|snapchat|discord|tiktok|telegram|whatsapp)",
    ),
)  # fmt: skip

SIGNS = (SELF_HARM, ABUSE, DANGER, VIOLENCE, SEXUAL, HATE, PERSONAL_DATA)
