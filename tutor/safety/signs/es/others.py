"""Spanish signs of what a learner does or says to others."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign

_GROUP = (
    r"(?:judios|musulmanes|moros|negros|gitanos|gays|homosexuales|maricones|inmigrantes|"
    r"extranjeros|chinos|mujeres|indios|sudacas|panchitos|refugiados|trans|latinos|moritos|arabes|"
    r"mexicanos|venezolanos)"
)
_PEOPLE = r"(?:a (?:mi|todos?|la|el|los|ese|esa|esos|alguien|un|una|mis) ?\w* ?\w*|los a todos|lo|la|te|le|os|los|las)"

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
