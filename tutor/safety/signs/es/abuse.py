"""Spanish signs of abuse."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign
from tutor.safety.signs.es.words import CLOSE

_ADULT = (
    r"(?:mi (?:\w+ )?(?:padre|papa|papi|padrastro|madre|mama|mami|madrastra|tio|tia|abuelo|abuela|"
    r"primo|hermano|hermanastro|profesor|profesora|profe|maestro|maestra|entrenador|vecino|novio|"
    r"novia|pareja|jefe|ninera|cuidador)|el (?:novio|marido|amigo) de mi (?:madre|mama|hermana)|"
    r"mis padres|un (?:hombre|senor|adulto|tipo|chico mayor|desconocido|vecino)|alguien|"
    r"el (?:profesor|entrenador|cura|sacerdote|vecino|conductor))"
)

ABUSE = sign(
    Kind.ABUSE,
    (
        r"(?:me quieren|me van a|quieren) (?:casar|obligar a casarme)\b|casarme a la fuerza",
        r"(?:votacion|encuesta|apuesta|cuenta|grupo|sticker)s? (?:de|para|sobre) que me (?:muera|mate|suicide)",
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
            rf"{CLOSE} (?:\w+ ){{0,4}}?(?:la|le|lo) "
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
