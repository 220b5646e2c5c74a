"""Spanish signs of self-harm."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign
from tutor.safety.signs.es.words import CLOSE

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
            rf"{CLOSE} (?:\w+ ){{0,4}}?"
            rf"(?:no quiere (?:vivir|seguir viviendo|estar viv[oa])(?! (?:en|con|aqui|alli))|"
            rf"quiere (?:morir(?:se)?|matarse|suicidarse|quitarse la vida|hacerse dano)|"
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
