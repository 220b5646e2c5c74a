"""Further signs of a crisis in English, Spanish and Arabic, by what they have in common.

They were written after new messages of our own had shown that half of what is put in other words
than the first files' was not noticed.
"""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign

_KIN = (
    r"(?:(?:my|our|the|a) (?:\w+ )?"
    r"(?:dad|father|stepdad|stepfather|mom|mum|mother|stepmother|uncle|aunt|cousin|brother|"
    r"stepbrother|sister|grandpa|grandma|neighbou?r|coach|teacher|boyfriend|baby|friend|mate|"
    r"classmate)|mom|mum|dad|mum's boyfriend|mom's boyfriend)"
)
_SOMEBODY = r"(?:(?:a|some|this|that|the) (?:\w+ )?(?:man|guy|stranger|boy|car|van|person|woman)|someone|somebody)"
_PARIENTE = (
    r"(?:(?:mi|el|la|un|una) (?:\w+ )?"
    r"(?:padre|papa|padrastro|madre|mama|madrastra|tio|tia|primo|prima|hermano|hermana|abuelo|"
    r"abuela|novio|novia|vecino|entrenador|profesor|profesora|amigo|amiga|companero|companera|"
    r"bebe)(?: (?:pequen[oa]|mayor|de mi (?:madre|padre|mama|hermana)))?)"
)
_QARIB = (
    r"(?:ابي|والدي|بابا|امي|ماما|زوج امي|زوجه ابي|عمي|خالي|عمتي|خالتي|ابن عمي|ابن خالي|اخي|اختي|"
    r"جدي|جارنا|جاري|مدربي|المدرب|معلمي|المعلم|صديق امي|صديقي|صديقتي|زميلي)"
)

SELF_HARM = sign(
    Kind.SELF_HARM,
    (
        (
            r"(?:if|wish|and|that|until|maybe|should|so|hope) i (?:just |simply )?"
            r"(?:died|die|would die|were dead|was dead|drop dead)"
            r"(?! (?:in (?:the )?(?:game|level|minecraft)|laughing|"
            r"of (?:laugh|hunger|bore|embarr)\w*))"
        ),
        (
            r"(?:tonight|today|tomorrow|this) (?:is|will be|is going to be) my (?:last|final) "
            r"(?:night|day|evening|week)(?! (?:of|at|in|on) )"
        ),
        (
            r"(?:razor|blade|razors|blades|pills) (?:\w+ ){0,8}?(?:for when|in case) "
            r"(?:\w+ ){0,4}?(?:bad|worse|sad|much|end|ready)"
        ),
        r"(?:can'?t|cannot|don'?t|do not) see (?:a|any) (?:future|way out|way forward)(?: for me)?",
        (
            r"(?:tried|try|trying|attempted|plan|planned|planning|decided) (?:to )?"
            r"(?:hang|kill|drown|poison|shoot|suffocate|gas) (?:myself|himself|herself|themselves)"
        ),
        (
            r"(?:jump|jumping|throw (?:him|her|my)self|step|lie|lying) (?:down )?"
            r"(?:in front of|under|off|onto|on) (?:a|the) "
            r"(?:train|tracks?|bus|truck|car|bridge|roof|rails|cliff)"
            r"(?! (?:in (?:the )?game|to catch))"
        ),
        (
            r"(?:si|ojala|que) (?:yo )?(?:me )?(?:muriera|muriese|muero|estuviera muert[oa])"
            r"(?! de (?:risa|hambre|sueno))|(?:esta|hoy) (?:es|sera) mi ultim[oa] (?:noche|dia)|"
            r"(?:cuchilla|navaja|pastillas) (?:\w+ ){0,4}?(?:para )?cuando me siento|"
            r"no veo (?:ningun|un|el) futuro|ya no quiero (?:estar|seguir) aqui(?! en)"
        ),
        (
            r"(?:intente|trate de|he intentado|intento|quise|voy a) "
            r"(?:ahorcarme|colgarme|matarme|ahogarme|envenenarme|cortarme las venas)|"
            r"(?:tirar|lanzar|tirarse|tirarme|lanzarse) (?:al|debajo del|a las vias del) "
            r"(?:tren|metro|vacio|puente)"
        ),
        (
            r"(?:لو|اذا|ليت|ليتني) (?:انا )?(?:مت|اموت|كنت ميتا)|"
            r"(?:هذه|ستكون|هذا) (?:\w+ )?(?:ليلتي|يومي|رسالتي) (?:الاخيره|الاخير)|"
            r"(?:ب|ال)?(?:شفره|موسي) (?:\w+ ){0,3}?(?:عندما|لما|حين) (?:اشعر|احس)|"
            r"(?:لا|ما) (?:اري|شايف) (?:\w+ )?مستقبل\w*|لا اريد البقاء (?:هنا|في هذه الدنيا|حيا)"
        ),
        (
            r"(?:حاولت|احاول|ساحاول|قررت|سوف|اريد) (?:ان )?"
            r"(?:اشنق|اخنق|اغرق|اسمم|اقتل|شنق|خنق) نفسي|"
            r"(?:سيرمي|يرمي|ارمي|سارمي|القي|سيلقي) (?:ب)?(?:نفسه|نفسي|نفسها) (?:امام|تحت|من) "
            r"(?:القطار|السياره|الجسر|السطح|الشرفه)?"
        ),
        (
            r"(?:don'?t|do not|no longer|never) (?:\w+ ){0,2}?want(?:ed)? to be "
            r"(?:on this (?:planet|earth)|in this world|here (?:at all|any ?more|any longer))"
        ),
        (
            r"(?:think|thinking|thought|wish|wishing|hope|hoping|dream|dreaming|imagine|pray|"
            r"praying) (?:\w+ ){0,4}?(?:not|never) "
            r"(?:wak(?:e|ing) up|be(?:ing)? (?:here|alive|born)|exist(?:ing)?)"
        ),
        (
            r"(?:goodbye|good bye|farewell|suicide) (?:letters?|notes?|messages?) (?:\w+ ){0,2}?"
            r"(?:to|for) (?:my|everyone|mom|mum|dad|them)"
        ),
        (
            r"(?:scars?|cuts|marks|burns) on my (?:arms?|wrists?|legs?|thighs?|body) "
            r"(?:\w+ ){0,3}?(?:cut(?:ting)?|self|hurt(?:ing)?|harm\w*|razor|blade|did it|do it)"
        ),
        (
            r"(?:i )?(?:just )?want (?:it all|everything|all of (?:it|this)|this life|the pain|"
            r"my life) to (?:end|stop|be over)"
        ),
        (
            r"(?:burn(?:ed|t|ing)?|cut(?:ting)?|hurt(?:ing)?|scratch(?:ed|ing)?|hit(?:ting)?|"
            r"bruised?) (?:my \w+|myself) (?:\w+ ){0,2}?on purpose"
        ),
        (
            r"(?:almost|nearly|going to|gonna|wanna|want to|about to|tried to|"
            r"thinking (?:of|about)|thought (?:of|about)) (?:\w+ )?"
            r"(?:take|took|taking|swallow\w*|overdos\w*) "
            r"(?:all|every|a (?:lot|bunch|handful|bottle) of) (?:of )?(?:\w+(?:'s)? ){0,3}?"
            r"(?:pills?|tablets?|meds|medicine|painkillers)"
        ),
        (
            r"(?:go|going|gonna|want|wanna|about|thought|think\w*)(?: to| of| about)? "
            r"(?:jump(?:ing)?|throw(?:ing)? myself) (?:off|from|out of|in front of|under) "
            r"(?:a|the|my) (?:roof|bridge|building|window|balcony|train|car|bus)"
        ),
        (
            r"i (?:can'?t|cant|cannot) (?:do|take|bear|stand) (?:this|my) life(?: any ?more)?|"
            r"i (?:have|'ve) (?:got )?nothing (?:left )?to live for|"
            r"the world (?:would be|is) better without me"
        ),
        (
            r"(?:seria|estarian?|seran?) (?:mas facil|mejor|mas felices) (?:\w+ ){0,4}?"
            r"(?:si yo (?:no )?(?:estuviera|existiera|muriera|me muriera)|sin mi)(?: muert[oa])?"
        ),
        (
            r"(?:cicatrices|marcas|cortes) (?:\w+ ){0,5}?"
            r"(?:me corto|me corte|me hago dano|cortarme)|"
            r"me (?:corto|quemo|hago dano|lastimo|lesiono) "
            r"(?:a proposito|adrede|cuando me siento|porque me siento)"
        ),
        (
            r"(?:quiero|quisiera|necesito|ojala) que (?:todo|mi vida|esta vida|el dolor) (?:se )?"
            r"(?:termin\w+|acab\w+|par\w+)"
        ),
        (
            r"(?:quiere|quiero|voy a|va a|pienso|piensa|queria|intente|intento) "
            r"(?:acabar|terminar) con (?:mi|su) vida|"
            r"(?:me|se) (?:voy|va) a (?:tirar|lanzar|ahorcar|colgar|matar)"
            r"(?! (?:a la piscina|de risa))"
        ),
        (
            r"(?:casi|intente|voy a|quiero|pense en|pienso en) (?:me )?"
            r"(?:tom(?:o|e|ar|arme)|trag(?:o|ue|ar|arme)) "
            r"(?:todas?|un monton de|muchas|un puñado de|un frasco de) (?:\w+ ){0,2}?"
            r"(?:pastillas|medicinas|medicamentos|pildoras)"
        ),
        r"(?:carta|nota|mensaje) de (?:despedida|suicidio)|no (?:despertar(?:me)?|existir) (?:nunca mas|jamas|mas)",
        (
            r"(?:اتمني|تمنيت|ليتني|افكر|ادعو|اريد) (?:\w+ )?(?:الا|ان لا|لا|لو لم|لم) "
            r"(?:استيقظ|اكون موجود\w*|اولد|اعيش|اوجد)"
        ),
        (
            r"(?:طرق|طريقه|كيف|افكر|فكرت|حاولت|اريد|ساحاول|قررت)(?: \w+){0,3} "
            r"(?:لاقتل|اقتل|قتل|لانهي|انهي|انهاء|لاوذي|اوذي|ايذاء) (?:نفسي|حياتي)"
        ),
        r"(?:اسهل|افضل|احسن|اسعد) (?:\w+ ){0,3}?(?:لو|اذا|ان) (?:كنت (?:ميتا|ميته|غير موجود)|مت|لم اكن|اختفيت)",
        (
            r"(?:اريد|اتمني|ليت) ان (?:ينتهي|يتوقف) (?:كل شيء|الالم|كل هذا)|"
            r"(?:سارمي|ارمي|القي|سالقي) (?:بنفسي|نفسي) (?:من|امام|تحت)"
        ),
        (
            r"(?:اريد|واريد|بدي|وبدي|اتمني|واتمني) (?:ان )?(?:اموت|الموت)"
            r"(?! (?:من الضحك|ضحكا|من الجوع|جوعا|من التعب))|"
            r"(?:ولا|لا|ما) (?:اريد|بدي|ارغب) (?:\w+ )?(?:ان )?(?:اعيش|العيش|الحياه)(?! في)"
        ),
        (
            r"(?:كدت|حاولت|ساتناول|تناولت|ابتلعت|سابتلع|اخذت) (?:ان )?(?:اتناول |ابتلع |اخذ )?"
            r"(?:كل|جميع|علبه|كثيرا من) (?:\w+ ){0,2}?(?:حبوب|الحبوب|ادويه|الادويه|الدواء|دواء)"
        ),
        r"(?:ندوب|جروح|علامات) (?:\w+ ){0,4}?(?:اجرح|جرحت|اوذي|اقطع) نفسي|رساله (?:وداع|انتحار)",
    ),
)  # fmt: skip

ABUSE = sign(
    Kind.ABUSE,
    (
        (
            rf"{_KIN} (?:\w+ ){{0,2}}?(?:threw|throws|smashed|hit|hits|broke) "
            rf"(?:a|an|the|his|her) (?:\w+ ){{0,2}}?(?:at|on|against|over) (?:my|me)"
            rf"(?: (?:head|face|back|arm))?(?= *(?:$|[.,!]|and|because|when))(?! and i caught)"
        ),
        (
            r"(?:drinks?|drunk|drinking|angry|mad) (?:\w+ ){0,3}?"
            r"(?:hits?|beats?|hurts?|punches|slaps) (?:all of )?(?:us|me|mum|mom|my)"
        ),
        (
            rf"{_KIN} (?:\w+ ){{0,3}}?(?:takes?|took|films?|filmed|photographs?) (?:\w+ ){{0,3}}?"
            rf"(?:me|us) (?:\w+ ){{0,3}}?"
            rf"(?:in the (?:shower|bath|toilet|changing room)|naked|undressed|undressing|changing)"
        ),
        (
            rf"{_KIN} (?:\w+ )?(?:puts?|put|sticks?|slides?|slid) (?:his|her) (?:hands?|fingers?) "
            rf"(?:\w+ )?(?:in|into|inside|under|on|down) my (?:\w+ )?"
            rf"(?:trousers|pants|shirt|skirt|underwear|clothes|thigh|top|dress|private parts)|"
            rf"puts? (?:his|her) hands? (?:in|into|inside|under|down) my "
            rf"(?:trousers|pants|shirt|skirt|underwear|clothes)"
        ),
        (
            r"(?:held|hold|pinned|tied|pushed|dragged|knocked) me (?:down|up|to the ground)? ?"
            r"(?:and|then) (?:\w+ )?(?:beat|hit|kicked|punched|hurt|touched|undressed)"
        ),
        (
            r"(?:parents|mum|mom|dad|mother|father|nobody) (?:\w+ ){0,8}?"
            r"(?:there(?:'s| is) (?:nothing|no food)|no food|nothing to eat|"
            r"hasn'?t (?:come|been) (?:home|back))"
        ),
        (
            r"(?:me tiro|me lanzo|me rompio|me dio con) (?:un|una|el|la) (?:\w+ )?(?:\w+ )?"
            r"(?:a|en|contra) (?:la|mi) (?:cabeza|cara|espalda)|"
            r"(?:nos|me) (?:pega|golpea|maltrata) a (?:todos|mi|mis)|"
            r"(?:bebe|borrach[oa]) (?:\w+ )?(?:nos|me) (?:pega|golpea|grita)"
        ),
        (
            r"me (?:hace|hizo|saca|saco|toma) (?:fotos|videos) (?:\w+ ){0,3}?"
            r"(?:ducha|desnud[oa]|bano|vestuario|cambiandome)|"
            r"me (?:mete|metio|pone|puso) la mano (?:\w+ )?(?:en|dentro|debajo|bajo) (?:el|la|mi) "
            r"(?:pantalon|falda|ropa|camiseta|blusa)|"
            r"me (?:sujetaron|agarraron|ataron|inmovilizaron) y (?:me )?"
            r"(?:golpearon|pegaron|patearon|tocaron)"
        ),
        (
            r"(?:padres|madre|padre|mama|papa) (?:\w+ ){0,8}?"
            r"(?:no hay (?:comida|nada de comer)|no ha vuelto|no han vuelto)"
        ),
        (
            r"(?:يضربنا|ضربنا|تضربنا|يضرب امي|يضرب اخوتي)|"
            r"(?:رمي|رمت|رماني|كسر) (?:\w+ ){0,2}?علي (?:راسي|وجهي|ظهري)|"
            r"(?:يصورني|صورني|تصورني) (?:\w+ ){0,2}?(?:في الحمام|عاريا|عاريه|وانا)|"
            r"(?:يضع|وضع|يدخل|ادخل) يده (?:في|تحت|داخل) (?:سروالي|ملابسي|ثيابي|قميصي|تنورتي)|"
            r"(?:امسكا|امسكوا|امسك) بي (?:وضرب\w*|و ضرب\w*)|"
            r"(?:والداي|والدي|ابي|امي|اهلي) (?:\w+ ){0,6}?(?:ولا يوجد|ولا|ما في|لا يوجد) "
            r"(?:طعام|اكل)"
        ),
        (
            rf"{_KIN} (?:\w+ ){{0,3}}?(?:comes?|came|climbs?|climbed|gets?|got|sneaks?|sneaked|"
            rf"lies|lay) (?:in|into|in to) my (?:bed|bedroom|shower)|"
            rf"{_KIN} (?:\w+ ){{0,3}}?(?:comes?|came|sneaks?) (?:in|into) my room at night"
        ),
        (
            r"(?:did|does|do|doing|done) (?:\w+ )?(?:things|something|stuff) to me "
            r"(?:that |which )?(?:i|he|she)? ?"
            r"(?:did ?n'?t|do ?n'?t|didnt|dont|never|at night|that hurt)"
        ),
        (
            r"(?:he|she|they|boys?|girls?|kids?|guys?|or) (?:\w+ ){0,3}?"
            r"(?:beats?|hits?|punche?s?|kicks?|slaps?|hurts?) me (?:up )?"
            r"(?:if|unless|until|because|when i|every day|every night|at home|after school)"
        ),
        (
            r"(?:forces?|forcing|forced|makes?|made) me (?:to )?give (?:him|her|them) "
            r"(?:my |the |all my )?(?:money|phone|lunch|things|password)"
        ),
        (
            rf"{_PARIENTE} (?:\w+ ){{0,3}}?(?:se mete|se metio|entra|entro|se acuesta|viene) "
            rf"(?:\w+ )?(?:en|a) mi (?:cama|cuarto|habitacion)(?: (?:por|de|en) (?:la )?noche)?"
        ),
        rf"{_PARIENTE} (?:\w+ ){{0,6}}?me (?:toca|toco|manosea|manoseo|obliga|obligo|viola|violo|besa a la fuerza)",
        (
            rf"(?:me da miedo|tengo miedo (?:de|a)|temo a) {_PARIENTE}|"
            rf"me hizo (?:cosas|algo) que (?:yo )?no (?:queria|quiero)"
        ),
        (
            r"(?:me (?:pega|pegan|golpea|golpean|amenaza|amenazan)|pegarme|golpearme) (?:\w+ )?"
            r"(?:si|cuando|porque|todos los dias|cada (?:dia|noche)|en casa)(?! (?:jugamos|juego))"
        ),
        (
            r"(?:يدخل|دخل|ينام|نام|ياتي|اتي) (?:\w+ )?(?:الي |في |علي )?(?:سريري|غرفتي) (?:\w+ )?"
            r"(?:الليل|ليلا|ليل)|(?:فعل|عمل|يفعل) (?:بي|معي) (?:اشياء|شيئا|امورا) (?:\w+ ){0,3}?"
            r"(?:لا|لم|ما)"
        ),
        (
            rf"{_QARIB} (?:\w+ ){{0,3}}?(?:يضربني|تضربني|ضربني|يلمسني|لمسني|يحبسني|حبسني|يهددني)|"
            rf"(?:يحبسونني|حبسوني|يحبسوني|يضربونني|يضربوني|يجوعونني|يهددونني)|"
            rf"(?:ولد|شخص|اولاد|بنت|طالب|رجل) (?:\w+ ){{0,4}}?"
            rf"(?:يضربني|تضربني|يهددني|يبتزني|يجبرني|يضربونني)"
        ),
    ),
)  # fmt: skip

DANGER = sign(
    Kind.DANGER,
    (
        (
            r"(?:smell|smells|smelling) (?:of )?gas(?! (?:in (?:the )?(?:lab|experiment)|law))|"
            r"(?:stopped|not|isn'?t|stops) breathing(?! in (?:the )?(?:story|book|film))"
        ),
        (
            r"(?:put|puts|held|holds|holding|pressed|has) (?:a|the|his|her) (?:knife|gun|blade) "
            r"(?:to|at|against|on) (?:my|his|her|mum's|mom's) (?:throat|neck|head|face|chest|back)"
        ),
        (
            r"(?:adult|man|guy|stranger|someone|person|friend)(?: \w+){0,4}? "
            r"(?:online|chat|internet|app|discord|snapchat|instagram|game|website)(?: \w+){0,3}? "
            r"(?:meet|see|visit|pick) (?:me|up)|"
            r"(?:adult|man|guy|stranger)(?: \w+){0,4}? (?:chat|online|internet|app)(?: \w+){0,3}? "
            r"(?:me to meet|to meet me|to see me|meet (?:him|them) alone)"
        ),
        (
            r"huele (?:mucho )?a gas|(?:ha dejado|dejo|deja) de respirar|"
            r"me (?:puso|pone|ha puesto) (?:un|el|una|la) (?:cuchillo|navaja|pistola) en "
            r"(?:el|la) (?:cuello|cabeza|pecho|espalda)|"
            r"(?:adulto|hombre|senor|tipo|desconocido|chico) (?:\w+ ){0,4}?"
            r"(?:chat|internet|linea|juego|instagram|whatsapp) (?:\w+ ){0,2}?"
            r"(?:verme|quedar conmigo|conocerme|encontrarse conmigo)"
        ),
        (
            r"(?:اشم|رائحه) (?:رائحه )?(?:ال)?غاز|(?:توقف|توقفت) عن (?:ال)?تنفس|"
            r"(?:وضع|يضع|حط) (?:ال)?(?:سكين|سكينا|مسدس|مسدسا) (?:علي|عند|في) "
            r"(?:رقبتي|راسي|صدري|عنقي)|(?:رجل|شخص|شاب|بالغ) (?:\w+ ){0,4}?(?:يريد|يطلب) (?:ان )?"
            r"(?:يقابلني|يلتقيني|يراني|مقابلتي|لقائي)"
        ),
        (
            r"there(?:'s| is) (?:so much |a lot of )?blood everywhere|"
            r"bleeding (?:a lot|badly|and (?:it )?won'?t stop|to death)"
        ),
        (
            rf"{_KIN} (?:\w+ )?(?:has|had|have|got|holds?|holding|grabbed|pulled(?: out)?|took) "
            rf"(?:got )?a (?:knife|gun|weapon|axe|machete)"
            rf"(?= *(?:$|[.,!]|and|at|in his hand|in her hand|to my|against))"
        ),
        (
            rf"{_SOMEBODY} (?:\w+ ){{0,5}}?"
            rf"(?:wait(?:ing|s)? for|follow(?:ing|s|ed)?|watch(?:ing|es)|star(?:ing|es) at|"
            rf"chas(?:ing|es)) me(?! (?:on (?:insta|tiktok|twitter|youtube)|back|in the game|"
            rf"at the (?:door|finish)))"
        ),
        (
            r"(?:post|posts|share|shares|send|sends|leak|leaks|publish|upload|show|spread) "
            r"(?:my|the|those|these|naked|nude) (?:\w+ ){0,2}?"
            r"(?:pictures?|photos?|pics?|nudes?|videos?) (?:\w+ ){0,3}?"
            r"(?:if i|unless|to everyone|to my|to the whole|online)"
        ),
        (
            r"i(?:'ve| have)? (?:ran|run) away "
            r"(?:from (?:home|my)|(?:and )?(?:now )?(?:i am|i'm|im) (?:all )?alone|"
            r"(?:\w+ ){0,3}?(?:alone|station|street|nowhere|outside|cold|sleeping))"
        ),
        (
            r"(?:he|she|they|who|someone|somebody|boy|kid|guy|classmate|says|said|will|going to|"
            r"gonna|wants to) (?:\w+ ){0,5}?"
            r"(?:bring|brings|bringing|brought|has|carries|shoot up) (?:a |the )?"
            r"(?:gun|knife|bomb|weapon|rifle|school)"
            r"(?: (?:to|at|in|into) (?:the |my |our )?(?:school|class|college|his bag)| tomorrow|"
            r" and (?:kill|shoot))"
        ),
        (
            rf"(?:{_KIN}|he|she|baby) (?:just |has |have |had )?"
            rf"(?:swallowed|drank|drunk|ate|overdosed on) "
            rf"(?:some |a (?:lot|bottle|handful) of |too many |all (?:the|her|his) |my (?:\w+ )?)?"
            rf"(?:pills?|tablets?|bleach|poison|batter(?:y|ies)|detergent|medicine|antifreeze|"
            rf"drugs)"
        ),
        r"(?:break(?:ing)?|broke|get(?:ting)?|force) in(?:to)? (?:our|my) (?:house|home|flat|apartment|room)",
        (
            rf"{_PARIENTE} (?:tiene|tenia|saco|ha sacado|trae|lleva|cogio|agarro) (?:una? )?"
            rf"(?:cuchillo|pistola|arma|navaja|machete)(?= *(?:$|[.,!]|y|en la mano|contra|para))"
        ),
        (
            r"(?:un|una|ese|alguien|este) ?(?:\w+ ){0,5}?"
            r"(?:me (?:espera|sigue|persigue|vigila|acecha|esta (?:siguiendo|esperando|mirando)))"
            r"(?! en (?:instagram|tiktok|twitter))"
        ),
        (
            r"(?:dice|dijo|va|quiere|amenaza|companero|chico|alguien) (?:\w+ ){0,5}?"
            r"(?:traera|va a traer|traer|trajo|trae|lleva) (?:una? )?"
            r"(?:pistola|arma|cuchillo|navaja|bomba)"
        ),
        (
            rf"(?:{_PARIENTE}|bebe) (?:\w+ ){{0,2}}?"
            rf"(?:trago|tragado|bebio|bebido|tomo|tomado|ingirio) (?:\w+ )?"
            rf"(?:pastillas|lejia|veneno|pila|detergente|medicinas|drogas)|"
            rf"(?:alguien|un hombre|unos hombres) (?:\w+ ){{0,2}}?"
            rf"(?:entrar|entrado|entro|colarse) (?:en|a) (?:mi|nuestra) casa"
        ),
        (
            rf"{_QARIB} (?:معه|بيده|لديه|يحمل|احضر|اخرج) (?:سكين|سكينا|مسدس|مسدسا|سلاح|سلاحا)|"
            rf"(?:سيحضر|سيجلب|احضر|سياتي ب|يحمل) (?:مسدسا|سلاحا|سكينا|مسدس|سلاح|سكين|قنبله)"
        ),
        (
            r"(?:رجل|شخص|احد|سياره|شاب|غريب) (?:\w+ ){0,4}?"
            r"(?:ينتظرني|يلاحقني|يتبعني|يراقبني|تلاحقني|تتبعني)|"
            r"(?:اقتحام|يقتحم|اقتحموا|يدخل|كسر باب) (?:بيتنا|منزلنا|بيتي)"
        ),
        (
            rf"(?:{_QARIB}|الطفل|طفل)(?: \w+)? (?:ابتلع|ابتلعت|شرب|شربت|تناول|تناولت) (?:\w+ )?"
            rf"(?:حبوبا|حبوب|الحبوب|كلور|الكلور|سما|بطاريه|منظف\w*|دواء)"
        ),
    ),
)  # fmt: skip

SIGNS = (SELF_HARM, ABUSE, DANGER)
