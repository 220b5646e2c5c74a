"""What sounds grave and is not: lessons, stories, games, kitchens and ways of speaking (pure)."""

import re

from tutor.safety import exaggerated

# Words of a text that is about a book, a film or a language, not about its writer.
_TOLD = re.compile(
    r"\b(?:character|poem|poet|novel|book|story|song|lyrics|chorus|sings|singer|hyperbole|"
    r"metaphor|film|movie|play|scene|narrator|author|"
    r"speaker|chapter|quote|translate|translation|sentence|grammar|hamlet|romeo|juliet|macbeth|"
    r"personaje|poema|hiperbole|metafora|novela|libro|cancion|pelicula|autor|narrador|cita|frase|traduce|oracion|"
    r"الشخصيه|القصيده|الروايه|الكتاب|القصه|الاغنيه|الفيلم|يغني|استعاره|الكاتب|ترجم|الجمله|اعرب)\b"
)
# Words that a singer or a figure says, up to the end; only in such texts.
_REPORTED = re.compile(
    r"\b(?:sings?|singing|chorus|verse|canta|estribillo|يغني|تغني|اللازمه)\b.*"
    r"|\b(?:he|she|they|it|singer|romeo|juliet|hero|heroine|el|ella|protagonista) (?:says?|said|sang|dice)\b.*"
)
# “Mum is going to kill me when she sees my grade”: anger over marks, not a threat.
_SCOLDED = re.compile(
    r"\b(?:will|gonna|going to|is going to|would|'ll) (?:literally )?(?:kill|murder|end|slaughter|destroy) me"
    r"(?=.{0,30}\b(?:lol|haha\w*|lmao|grades?|marks?|score|report|homework|finds? out|sees?)\b)"
    r"|\bme (?:va|van) a (?:matar|colgar|ahorcar)"
    r"(?=.{0,30}\b(?:j[aeij]{3,}\w*|xd|notas?|repruebo|reprobe|suspendo|"
    r"no (?:termino|acabo|hago|entrego|apruebo|paso)|pierdo|perdi|tarea|examen|boleta|vea|vean|"
    r"entere)\b)"
    r"|\bme (?:mata|matan|matara|cuelga|cuelgan) si "
    r"(?:repruebo|suspendo|jalo|me llevo|me va mal|saco|"
    r"no (?:termino|acabo|hago|entrego|apruebo|paso))\b"
    r"|(?:رح|راح|ح|س)\s?(?:يقتلني|يذبحني|تقتلني|تذبحني)(?=.{0,30}(?:هه|علامه|العلامه|درجه|الواجب))"
)
# “How do you say … in Spanish”: words to be said in another language are nobody's own.
_IN_ANOTHER_TONGUE = re.compile(
    r"\b(?:how (?:do|would|to) (?:you |we |i )?(?:say|spell|translate)|what(?:'s| is)) "
    r"[^.!?]{2,60}? in (?:spanish|english|french|german|arabic|latin|italian)\b"
    r"|\bcomo se (?:dice|escribe|traduce) [^.!?]{2,60}? (?:en|al) "
    r"(?:espanol|ingles|frances|aleman|arabe|latin|italiano)\b"
    r"|(?<!\w)(?:كيف|شلون|ازاي) (?:نقول|اقول|بنقول|نترجم|اترجم) [^.!?؟]{2,60}? بال"
    r"(?:عربي|انجليزي|انكليزي|فرنسي|الماني|اسباني)\w*"
)
# “I'd rather die than do long division”, and a brother's pillow: a way of speaking, and play.
_JOKED = re.compile(
    r"\b(?:rather|sooner) die than (?:do|write|read|solve|study|learn|sit|take|eat|go to|have)\b"
    r"|\b(?:prefiero|antes) (?:morir(?:me)?|la muerte) (?:antes )?(?:que|a) "
    r"(?:hacer|leer|estudiar|escribir|resolver|ir a)\b"
    r"|\b(?:hits?|threw|throws) me (?:with|in the face with) (?:a|his|her|the) (?:pillow|teddy|sock|snowball|cushion)\b"
    r"|\bme (?:pega|pego|da|dio) con (?:una|la|su|un|el) (?:almohada|peluche|cojin)\b"
    r"|(?:ضربني|ضربتني|يضربني)\s?(?:بالمخده|بالوساده|بالدبدوب)"
    r"|\bnos (?:dieron|metieron|pegaron) una (?:buena |gran )?paliza\b"
    r"(?=.{0,25}(?:\d ?(?:a|-) ?\d|partido|final|jaja|equipo|liga|torneo))"
    r"|\b(?:رح|راح|بد[هيك]+)?\s?ب?(?:اموت|ميت|متت?) (?:من )?(?:ال)?(?:نعاس|نعسان|ضحك|حر|ملل)\b"
    r"|(?:روميو|جولييت|سقراط|كليوباترا|الملك|البطل|البطله|الاسكندر) "
    r"(?:شرب|شربت|تناول|انتحر|انتحرت|قتل)(?:ت)?(?: نفسه| نفسها)?(?: السم)?"
    r"|(?:شرب|تناول) (?:روميو|سقراط|الملك|البطل) السم"
    r"|(?:اكره|كرهت) حياتي(?=.{0,60}(?:هه|اختبار|امتحان|واجب))"
)
# “My teacher said plants breathe at night”: what an adult says of the world, nobody being in it.
_LESSON = re.compile(
    r"(?:(?:my|our|the|mi|nuestr[oa]|el|la) )?"
    r"(?:(?:\w+ )?(?:teacher|sir|miss|tutor|coach|mum|mom|dad|parents|uncle|aunt|grandpa|grandma|"
    r"nan|gran|brother|sister|cousin)|"
    r"(?:profe|profesora?|maestr[oa]|mama|papa|padres|ti[oa]|abuel[oa]|herman[oa]|prim[oa]))"
    r" (?:said|says|thinks|taught (?:me|us)|explained|told (?:me|us)|dijo|dice|"
    r"(?:me|nos) (?:dijo|dice|explico)|cree)(?: that| que)? "
    r"(?P<what>(?:(?!\b(?:i|im|id|ill|ive|me|my|mine|myself|we|us|our|you|your|he|him|his|she|her|"
    r"they|them|nobody|noone|anyone|anybody|secrets?|tell|kill|die|hurt|"
    r"yo|mi|mis|conmigo|nos|tu|te|el|ella|ellos|nadie|secreto|contar|matar|morir)\b).)+)"
)
# “He told his soldiers to disregard the orders”: an order that somebody else was given.
_TO_OTHERS = re.compile(
    r"\b(?:told|ordered|asked|commanded|made) (?:his|her|their|the) "
    r"(?!ai\b|tutor\b|bot\b|model\b)\w+ to "
    r"(?:ignore|disregard|forget|disobey|break|obey)\b[^.,;!?]*"
)
_QUOTED = re.compile(r'"[^"]{2,200}"|(?<!\w)\'[^\']{4,200}\'(?!\w)')
_FOOD = (
    r"bread|cake|loaf|turkey|chicken|ham|roast|meat|fish|cheese|pizza|melon|watermelon|pumpkin|"
    r"onions?|carrots?|potato(?:es)?|apples?|fruit|veg(?:etables|gies)?|salad|dinner|lunch|tree"
    r"|pan|pastel|pavo|pollo|jamon|carne|pescado|queso|sandia|melon|calabaza|cebollas?|"
    r"zanahorias?|papas|patatas|fruta|verduras?|ensalada|comida|cena"
    r"|(?:ال|لل)?(?:خبز|كيك|ديك|دجاج|لحم|سمك|جبن|بطيخ|بصل|جزر|بطاطس|فواكه|خضار|سلطه|غدا|عشا)"
)
# A knife on its way to the bread.
_KITCHEN = re.compile(
    rf"\b(?:knife|knives|cuchillo|navaja)\b"
    rf"(?=[^.!?]{{0,25}}\b(?:to|for|and|carv\w+|cut\w*|slic\w+|peel\w*|chop\w*|para|y|parte|"
    rf"partir|corta\w*|pela\w*)\b[^.!?]{{0,25}}\b(?:{_FOOD})\b)"
    rf"|(?<!\w)(?:ال)?(?:سكين|سكينه|سكاكين)(?!\w)(?=[^.!؟]{{0,25}}(?<!\w)(?:{_FOOD})(?!\w))"
)
# A spreadsheet that wants to kill me, and a farewell to the world before a test.
_KILLED_BY_WORK = re.compile(
    r"\b(?:el|la|los|las|este|esta|estos|estas) "
    r"(?:excel|word|examen|examenes|tarea|tareas|programa|codigo|bucle|algebra|quimica|fisica|"
    r"mate|mates|calculo|ejercicios?|derivadas?|logaritmos?|ecuacion|ecuaciones|compu|internet) "
    r"me (?:quieren?|van? a|estan?) (?:matar|matando|acabar)\b"
    r"|\badios,? mundo cruel\b(?=.{0,40}\b(?:examen|tarea|prueba|mate|mates|clase|lunes)\b)"
    r"|(?<!\w)وداعا ايها العالم(?!\w)(?=.{0,40}(?:امتحان|اختبار|واجب|كويز|حصه))"
)
# Somebody who has not got up yet, with a reason and nothing amiss.
_ASLEEP = re.compile(
    r"\b(?:is ?n[o']?t|not|isnt|wont be|won't be) (?:up|awake)(?: yet| still)?"
    r"(?=[^.!?]{0,30}\b(?:yet|sunday|saturday|weekend|nap|holidays?|night shift|quiet|early)\b)"
    r"|\bno (?:se )?(?:despierta|levanta|ha despertado)"
    r"(?=[^.!?]{0,30}\b(?:domingo|sabado|siesta|vacaciones|temprano|turno de noche|"
    r"no hago ruido)\b)"
    r"|(?<!\w)(?:ما|لسه ما) (?:صحت|صحي|قامت|قام)(?=[^.!؟]{0,30}(?<!\w)(?:جمعه|الجمعه|سبت|عطله|اجازه|قيلوله|بدري)(?!\w))"
)
# A card for somebody who leaves the school.
_FAREWELL = re.compile(
    r"\b(?:goodbye|good bye|farewell|leaving) (?:letters?|cards?|notes?|party|song) (?:to|for) "
    r"(?:our|the|miss|mr|mrs|my|a) ?(?:\w+ )?"
    r"(?:teacher|trainee|coach|sub|substitute|principal|head|neighbou?rs?|class|classmate|"
    r"friend who|penpal|\w+ who (?:is|leaves|moves))"
    r"|\b(?:carta|cartas|nota|tarjeta|fiesta|cancion) de (?:despedida|adios) (?:a|para|de) "
    r"(?:la|el|nuestr[oa]|mi|un|una) ?"
    r"(?:maestr[oa]|profe\w*|practicante|director\w*|entrenador\w*|compañer[oa]|vecin[oa]|salon|"
    r"grupo|amig[oa] que)"
    r"|\bcartas? de despedida de (?:un|una|el|la) (?:personaje|protagonista|heroe|heroina|soldado|rey|reina)\b"
    r"|(?:رساله|رسائل|بطاقه|كرت|حفله) وداع (?:لل|ل)?(?:معلم\w*|متدرب\w*|مدير\w*|مدرب\w*|استاذ\w*|صف|زميل\w*)"
)
_GAMES = (
    r"free fire|fortnite|minecraft|roblox|pubg|among us|mario|pokemon|zelda|brawl|fifa|"
    r"call of duty|cod|zombis?|zombies?|creeper|boss|jefe|nivel|level|partida|server|servidor|"
    r"lobby|respawn|spawn|vidas?|lives|hp|diamantes|diamonds|juego|game|فورتنايت|ببجي|ماينكرافت|"
    r"زومبي|المرحله|اللعبه"
)
_KILLED = (
    r"(?:(?:he|she|they|it|someone|a \w+|the \w+) )?"
    r"(?:killed|kills|shot|sniped|stabbed|murdered) me|(?:i )?got (?:killed|shot|sniped)|"
    r"me (?:mataron|matan|mato|mata|matas|dispararon|dispara|apuñalaron|envenenaron)|"
    r"(?:قتلوني|قتلني|ذبحني|قنصني)"
)
# Deaths of a player, of whom there are several.
_PLAYED = re.compile(
    rf"(?<!\w)(?:{_KILLED})(?!\w)(?=[^.!?]{{0,35}}(?<!\w)(?:{_GAMES})(?!\w))"
    rf"|(?<!\w)(?:{_GAMES})(?!\w)(?P<between>[^.!?]{{0,35}}?)(?<!\w)(?:{_KILLED})(?!\w)"
)
# A program about passwords, as pupils write one.
_PROGRAM = re.compile(
    r"\b(?:(?:is )?my )?pass ?words? (?:game|generator|checker|program|project|puzzle|maker|strength|tester)\b"
)
# Questions of lessons: a body at work, what plants do at night, what a thing is good for.
_ASKED = re.compile(
    r"\bwhy (?:do|does|did|is|are) (?:my|our|your|the|people's) "
    r"(?:legs?|muscles?|heart|lungs?|eyes?|hands?|ears?|skin|fingers|toes|knees?|sides?) \w+"
    r"(?: \w+)? (?:when|after|if|while) (?:i|we|you|they|people) "
    r"(?:run|sprint|jog|exercise|swim|eat|climb|play|train|cycle|stretch|dance|"
    r"do (?:sport|pe|gym))\b"
    r"|\b(?:do|will|would|did|can) (?:i|we|you) (?:lose|get|gain) (?:any |a |half )?"
    r"(?:marks?|points?|grades?|credit)(?: off| down)?"
    r"(?: (?:if|when|for)(?: (?!dad|mum|mom|my|he\b|she\b|they\b|him\b|her\b|me\b|hit|hurt|tell|touch)[\w']+){1,5})?"
    r"|\b(?:me |nos )?(?:quitan?|bajan?|restan?|pierdo) (?:puntos?|nota)"
    r"(?: (?:si|por|cuando)(?: (?!mi\b|el\b|ella\b|me\b|pap|mam|peg|toc|dig)\w+){1,5})?"
    r"|\bpor que (?:me |nos )?(?:arden?|duelen?|late|laten|tiemblan?|sudan?) (?:\w+ ){1,3}"
    r"(?:cuando|al|si|despues de) (?:\w+ )?(?:corr\w+|nad\w+|com\w+|jug\w+|entren\w+|sub\w+)"
    r"|\by de (?:noche|dia) (?:como|que) (?:hacen|respiran|comen|viven|producen)\b"
    r"|\b(?:y )?(?:para|de) que (?:me |nos )?(?:sirven?|va a servir|van a servir) "
    r"(?:esto|eso|aprender|saber|las? (?!vida)\w+|los? \w+|el \w+)\b"
)
# What a lesson says of breathing: nobody is in it, and a lesson's word or what is concluded is.
_BREATHES = re.compile(
    r"(?=.*\b(?:photosynthesis|respir\w+|plants?|leaf|leaves|roots?|cells?)\b|"
    r"(?:(?:ok|oh|wait|and|but) )*(?:so|then)\b)"
    r"(?:(?:so|then|but|and|or|ok|oh|wait|well|no|yes|i (?:thought|think|guess)|is|are|isn'?t|"
    r"aren'?t|do|does|don'?t|doesn'?t|not|never|it|it'?s|that|that'?s|this|the|a|same|as|like|"
    r"thing|"
    r"photosynthesis|respir\w+|plants?|leaf|leaves|roots?|cells?|breath|breathe|breathes|"
    r"breathing|at|by|in|night|day|just|only|really|called|means?|kind|of|with|through)\b\W*)+"
)
# How it goes, asked of somebody who keeps count, and what is thought of the tutor.
_OF_THE_TUTOR = re.compile(
    r"^(?:y |oye |hola |pero )?(?:(?:tu|vos|usted) )?(?:como (?:te llamas|se llama)|quien eres|quien sos|"
    r"cuantos anos (?:tienes|tenes)|de donde (?:eres|sos)|cual es tu nombre)[\s.!?¿]*$|"
    r"\b(?:did|am|was) i (?:do |doing |getting )?(?:any |much )?(?:better|worse|good|well) "
    r"(?:than|as) (?:last time|before|yesterday|last week)\b"
    r"|\b(?:this|the|your) (?:tutor|app|bot|robot|program) is (?:so |really |very |just )*"
    r"(?:useless|bad|stupid|dumb|trash|rubbish|boring|broken|annoying|slow|the worst)\b"
)
# “im not stupid ok”: who says so is cross with the exercise; who is called stupid says that instead.
_NOT_STUPID = re.compile(
    r"\b(?:i'?m|i am|we'?re|we are|i aint|im) (?:really |just |so |actually )*not "
    r"(?:(?:that|a|an|so|some|just|even|really|kind of) )*"
    r"(?:stupid|dumb|idiots?|thick|slow|bab(?:y|ies)|kids?|child|toddler|moron|fool|dense)"
    r"(?: (?:ok(?:ay)?|alright|right|you know|yk|lol|bro|thanks|anymore|here|so))*"
    r"(?=\s*(?:$|[,.;!?…]|i get\b|i know\b|i can\b|just\b|stop\b))"
    r"|\bno soy (?:(?:tan|un|una|ningun|ninguna) )*"
    r"(?:tont[oa]|estupid[oa]|burr[oa]|idiota|bebe|bob[oa]|menso|mensa)(?: (?:ok|eh|vale|sabes))*"
    r"(?=\s*(?:$|[,.;!?…]))"
)
# Being asked too much and told too little, by the tutor.
_ASKED_TOO_MUCH = re.compile(
    r"\b(?:why )?(?:do|are|r|can) (?:you|u|ya) "
    r"(?:always|just|only|even|still|keep|constantly|please )*(?: ?(?:keep|stop))? ?(?:on )?"
    r"(?:asking|ask|quizzing|quiz|questioning)(?: me)?"
    r"(?: (?:always|so much|so many|all the|stuff|things?|questions|this|that))*"
    r"|\b(?:you|u) (?:always|just|only|keep) (?:on )?(?:ask|asking|quiz)(?: me)?"
    r"(?: (?:so many|stuff|things?|questions))*"
    r"|\b(?:just|please|can (?:you|u)|cant (?:you|u)|can't (?:you|u)) (?:just |please )*"
    r"(?:tell|give|show) me (?:things?|stuff|the (?:answer|thing|solution)|something|answers|it)\b"
    r"|\b(?:por que )?(?:siempre )?(?:me )?(?:preguntas|estas preguntando) (?:tanto|siempre|cosas|tantas cosas)\b"
)
# “Ya me voy a dormir”, “أريد أن أتوقف”: a lesson that ends, where nothing else is said.
_LEAVES = re.compile(
    r"^(?:(?:bueno|ya|pues|ok|adios|chao|chau|gracias)[, ]+)*(?:me )?(?:voy|tengo que ir(?:me)?|quiero ir(?:me)?)"
    r" a (?:dormir|la cama|acostarme)(?:[, ]+(?:ya|adios|chao|hasta manana|buenas noches))*[\s.!]*$"
    r"|^(?:اريد|بدي|عايز|ابغي) (?:ان )?(?:اتوقف|اوقف|انام)(?: (?:الان|هلا|اليوم))?[\s.!]*$"
)
_EVERYDAY = (
    _LEAVES,
    _IN_ANOTHER_TONGUE,
    _OF_THE_TUTOR,
    _NOT_STUPID,
    _ASKED_TOO_MUCH,
    _ASKED,
    _PROGRAM,
    _SCOLDED,
    _JOKED,
    _TO_OTHERS,
    _KITCHEN,
    _KILLED_BY_WORK,
    _ASLEEP,
    _FAREWELL,
    _PLAYED,
)


def own_words(readings: tuple[str, ...]) -> tuple[str, ...]:
    """The folded readings of a message without what only sounds grave, " … " in its place.

    Words that a book's character says in quotation marks are not the learner's own.
    """
    if _TOLD.search(readings[0]):
        readings = tuple(_REPORTED.sub(" … ", _QUOTED.sub(" … ", one)) for one in readings)
    return tuple(_without(one) for one in readings)


def _without(reading: str) -> str:
    if "breath" in reading and _BREATHES.fullmatch(reading.strip()):
        return " … "
    for pattern in _EVERYDAY:
        reading = pattern.sub(" … ", reading)
    return exaggerated.without(reading)


def told_by_adults(reading: str) -> bool:
    """Whether a whole message is what an adult says of the world."""
    return _LESSON.fullmatch(reading.strip(" .!?")) is not None
