"""Spanish signs of danger from others."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign

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
