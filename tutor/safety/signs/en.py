"""English signs of a concern. Each wording needs the speaker, a person close by, or a clear act."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign

_I = r"(?:i|im|i'm|ive|i've|ill|i'll|id|i'd|me|my)"
_ANY = r"(?:\w+[' ,]+){0,4}?"
_FEW = r"(?:\w+ ){0,3}?"
_SELF = r"(?:myself|my self|meself|mysef|myslef|mself)"
_END = (
    r"(?:kill|hurt|harm|cut|hang|starve|drown|poison|stab|shoot|burn|end|off|unalive|punish|kms|"
    r"destroy|suffocate|strangle)"
)
_ING = (
    r"(?:killing|hurting|harming|cutting|hanging|starving|drowning|poisoning|stabbing|shooting|"
    r"burning|unaliving|ending|punishing|strangling)"
)
_CLOSE = (
    r"(?:(?:my|a|one of my|our) (?:best |close |little |big |older |younger |girl|boy|good |"
    r"step ?)?(?:friends?|sister|brother|mom|mum|mother|dad|father|cousin|girlfriend|boyfriend|"
    r"classmate|buddy|mate|roommate|girl in my class|boy in my class|kid in my class))"
)
_ADULT = (
    r"(?:(?:my|our|the|a|this) (?:\w+ )?"
    r"(?:dad|father|daddy|stepdad|step dad|stepfather|mom|mum|mother|mommy|stepmom|stepmum|"
    r"stepmother|parents?|uncle|aunt|auntie|grandpa|granddad|grandfather|grandma|cousin|brother|"
    r"stepbrother|sister|teacher|coach|tutor|babysitter|neighbou?r|priest|pastor|boyfriend|"
    r"girlfriend|ex|boss|bus driver|caregiver|guardian|foster \w+|parents' friend|mom's boyfriend|"
    r"mum's boyfriend|moms boyfriend|mums boyfriend)|mom|dad|mum|daddy|someone|somebody|a man|"
    r"an adult|a grown ?up|an older (?:boy|girl|man|guy|kid|student)|a guy)"
)
_AGAIN = r"(?:any ?more|any longer|in this world|on this (?:earth|planet)|tomorrow)"
_PEOPLE = (
    r"(?:him|her|them|you|everyone|everybody|everyone here|people|"
    r"my (?:\w+ )?(?:teacher|mom|mum|dad|mother|father|brother|sister|classmates?|class|parents|"
    r"family|principal|ex|bully|friend)|"
    r"the (?:teacher|principal|whole class|other kids|kids|students)|"
    r"that (?:kid|boy|girl|guy|teacher)|this (?:kid|boy|girl|guy|teacher)|"
    r"those (?:kids|boys|girls|guys)|all of (?:them|you)|some(?:one|body))"
)
_GROUP = (
    r"(?:jews?|muslims?|christians?|hindus?|blacks?|black people|white people|asians?|mexicans?|"
    r"arabs?|gays?|gay people|lesbians?|trans people|trannies|immigrants|migrants|refugees|"
    r"foreigners|women|girls|indians?|chinese people|africans?|gypsies|disabled people|"
    r"autistic people|latinos?)"
)

SELF_HARM = sign(
    Kind.SELF_HARM,
    (
        rf"{_END} {_SELF}",
        rf"{_ING} {_SELF}",
        r"kms|kys myself|unalive myself",
        (
            rf"(?:i|i'm|im|i am|just|really|id|i'd|i'll|me|and|wish i could) {_FEW}"
            rf"(?:want(?:ed)?|wanna|need|would like|ready|like|going|gonna|plan(?:ning)?|hope|"
            rf"love|prefer|rather|about)(?: to)? (?:just |be |go )*"
            rf"(?:die|dead|stop existing|not exist|not be alive|disappear forever|never wake up|"
            rf"not wake up|end it all|end it|jump off (?:a|the) (?:bridge|roof|building))"
            rf"(?! of | from (?:laugh|bore|embarr|hunger|cringe)| laughing|"
            rf" in (?:the )?(?:game|minecraft|roblox|fortnite)|-)"
        ),
        (
            rf"(?:don'?t|do not|dnt|didn'?t|no longer|never|not) (?:\w+ ){{0,2}}want(?:ed)? to "
            rf"(?:live|be alive|exist|keep living|go on living|wake up|be here {_AGAIN}|"
            rf"be around {_AGAIN}|do this life)(?: {_AGAIN})?(?! (?:in|with|near|at) )"
        ),
        (
            r"i (?:wish|wished|hope|pray|keep wishing|sometimes wish|just wish|often wish)"
            r"(?: that)? i (?:was|were|am|had|would|wasn'?t|weren'?t|could) ?"
            r"(?:just |already |been )?(?:dead|never (?:been )?born|not alive|die|not exist|alive|"
            r"stop existing|disappear forever|not wake up|never wake up|"
            r"fall asleep and (?:not|never) wake up|go to sleep and (?:not|never) wake up)"
            r"(?! tired)"
        ),
        (
            rf"(?:better off|happier|easier|better) {_ANY}"
            rf"(?:without me|if i (?:was|were|wasn'?t|weren'?t|am|died|didn'?t) ?"
            rf"(?:dead|gone|here|around|alive|exist|not here)?|dead)(?= *(?:[.,!?;]|$|and|any))"
        ),
        r"(?:end|ending|take|taking|took|finish|finishing) my (?:own )?life",
        r"end(?:ing)? it all|ending (?:my|this) pain forever",
        (
            rf"(?:no|any|isn'?t a|see a|what'?s the|what is the|a) (?:more )?"
            rf"(?:reason|point|purpose|sense) (?:left )?(?:to|in|of|for) (?:me to )?"
            rf"(?:live|living|be alive|being alive|go on living|keep living|staying alive|"
            rf"stay alive|life|existing|exist)(?: {_AGAIN})?"
        ),
        (
            r"(?:nothing|not worth|isn'?t worth|nothing left) (?:left )?"
            r"(?:to live for|living|living for|worth living(?: for)?)"
        ),
        (
            rf"{_I} {_ANY}(?:suicidal|committ?(?:ing)? suicide|"
            rf"suicide (?:note|plan|letter|attempt)|attempted suicide|suicide)"
        ),
        (
            r"(?:thoughts?|think(?:ing)?|thought|idea|feel(?:ing)?|considered|considering|"
            r"planning|tried) (?:\w+ ){0,2}"
            r"(?:suicide|suicidal|killing myself|ending my life|dying all the time)"
            r"(?! (?:rates?|in|by|statistics|prevention|bomb))"
        ),
        rf"{_I} {_ANY}(?:self[- ]?harm(?:ing|ed)?|self[- ]?injur(?:e|ing|y))",
        (
            r"(?:cut|cutting|slit|slitting|slashed|slash|burn|burning|scratch|scratching|hurt|"
            r"hurting) my (?:own )?(?:wrists?|arms?|thighs?|legs?|skin|veins|throat)"
            r"(?: (?:on purpose|again|with|when|every|to|until|because))?"
            r"(?! (?:playing|off|falling|cooking|during|on the|while|"
            r"in (?:pe|gym|football|soccer)))"
        ),
        (
            r"(?:took|take|taken|swallow|swallowed|taking) "
            r"(?:all|too many|a (?:whole )?(?:lot|bunch|bottle|box|handful) of|so many|"
            r"the whole bottle of|every) (?:\w+ )?(?:of )?(?:\w+ )?"
            r"(?:pills?|tablets?|painkillers|medicine|sleeping pills|paracetamol|ibuprofen|"
            r"tylenol|meds)"
        ),
        rf"{_I} {_ANY}overdos(?:e|ed|ing)",
        (
            rf"(?:no ?(?:one|body)|who|everyone|they|my (?:family|parents|friends)) would"
            rf"(?:n'?t)? (?:even )?(?:care|miss me|notice|"
            rf"be (?:happy|happier|glad|sad|better(?: off)?)|cry) {_FEW}if i (?:just )?"
            rf"(?:died|was dead|were dead|was gone|were gone|disappeared|killed|wasn'?t here|"
            rf"weren'?t here|vanished|never came back)"
        ),
        (
            r"i (?:just )?(?:can'?t|cannot|can not|cant) (?:go on|keep going|live|carry on) "
            r"(?:like this|any ?more|any longer|with this pain)"
            r"(?! (?:with|without) (?:this|the|my) (?:homework|exercise|project|game|phone))"
        ),
        r"i (?:wish|wisht|wished) i (?:was|were|wasn'?t|weren'?t) (?:never |not )?(?:ever )?born",
        (
            r"how many (?:paracetamol|tylenol|ibuprofen|sleeping (?:pills|tablets)|painkillers|"
            r"pills|tablets) (?:is|are) (?:too many|enough to|dangerous|a (?:fatal|deadly))"
        ),
        r"(?:cutting|burning|self[- ]?harming) again (?:cuz|because|bc|cos|last night|and)",
        r"i used to (?:cut|self[- ]?harm|burn myself)(?: \w+){0,3} and (?:now )?i (?:want|need)",
        r"(?:can'?t|cannot) do this any ?more,? (?:life|living)\b",
        rf"{_CLOSE} (?:is|are) (?:going to|gonna) do something (?:bad |stupid )?to (?:him|her|them)sel(?:f|ves)",
        r"i (?:don'?t|dont|do not) deserve to (?:live|be alive|exist)",
        r"(?:i )?(?:hate|despise) (?:being alive|my life so much i)",
        (
            rf"{_CLOSE} {_ANY}(?:wants? to (?:die|kill|end)|"
            rf"(?:kill|hurt|harm|cut|hang)(?:ing|s)? (?:him|her|them)sel(?:f|ves)|is suicidal|"
            rf"is cutting|self[- ]?harms?|"
            rf"tried to (?:kill|hang|hurt) (?:him|her|them)sel(?:f|ves)|"
            rf"took (?:a lot of|all (?:the|her|his)|too many) pills|"
            rf"talks? about (?:suicide|dying|killing))"
        ),
        (
            r"how (?:can|do|could|would|should) (?:i|you|someone|people|a person) (?:\w+ )?"
            r"(?:kill (?:yourself|themselves|themself|themselves)|"
            r"die (?:without pain|painlessly|fast|quickly|peacefully)|commit suicide|"
            r"hang (?:yourself|themselves))"
        ),
        (
            r"how (?:many|much) (?:\w+ )?"
            r"(?:pills|tablets|paracetamol|ibuprofen|tylenol|sleeping pills|medicine|bleach)? ?"
            r"(?:\w+ ){0,4}?(?:to (?:die|kill (?:yourself|me|you|myself)|overdose)|"
            r"would kill (?:me|you)|until i die|before i die)"
        ),
        (
            r"(?:painless|easiest|fastest|quickest|best|easy|quick) ways? (?:to|of) "
            r"(?:die|dying|kill myself|commit suicide|end my life|killing yourself|kill yourself)"
        ),
        (
            r"(?:goodbye|bye) (?:forever|world|everyone forever|for ever)"
            r"(?: (?:i|this|everyone)\b.*)?(?= *[.!]*$)|"
            r"this is my (?:last|final) (?:goodbye|message|day|night) ?(?:alive|on earth|ever)?"
            r"(?= *(?:[.,!]|$))(?! of)"
        ),
        (
            r"(?:make|makes|making) myself (?:throw up|vomit|puke|bleed|sick after)|"
            r"(?:stopped|stop|been) eating (?:so|because) (?:that )?i (?:want to |can )?"
            r"(?:disappear|die|waste away|hate my body)"
        ),
        (
            r"(?:killmyself|wanttodie|wannadie|endmylife|suicidal|hurtmyself|cutmyself|"
            r"killingmyself|iwanttodie|idontwanttolive)"
        ),
    ),
)  # fmt: skip

ABUSE = sign(
    Kind.ABUSE,
    (
        (
            rf"{_ADULT} (?:\w+ ){{0,4}}?"
            rf"(?:hits?|hitting|hit|beats?|beating|beat|slaps?|slapped|slapping|punche[sd]|punch|"
            rf"punching|kicks?|kicked|kicking|chokes?|choked|choking|burns?|burned|burnt|whips?|"
            rf"whipped|hurts?|hurting|abuses?|abused|abusing|rapes?|raped|molests?|molested|"
            rf"molesting|strangled|threw|throws|locks?|locked|gropes?|groped|grabs?) "
            rf"(?:me|us|at me)(?! (?:at (?!home|night|school|the (?:table|house))|"
            rf"in (?:chess|the (?:game|race|match))|up\b(?! and)|"
            rf"with (?:a|the|his|her) (?:ball|joke|question|frisbee|pillow|snowball)|"
            rf"to (?:the|it)|on (?:the )?(?:test|quiz|exam|score)|a (?:ball|text|message)|by \d|"
            rf"\d|every time we play|when we (?:play|race)|the (?:ball|keys)))"
        ),
        (
            rf"{_ADULT} (?:\w+ ){{0,4}}?"
            rf"(?:touch(?:es|ed|ing)?|feels?|rubs?|kiss(?:es|ed|ing)?|gropes?|groped|grabbed|"
            rf"watch(?:es|ed)) (?:me|my) (?:\w+ ){{0,4}}?"
            rf"(?:where|private|privates|down there|under|bottom|butt|chest|breasts?|body|there|"
            rf"thigh|in (?:a|my) (?:way|bed|room)|at night|when|inappropriately|"
            rf"and (?:told|said|tells|says|i)|but|naked|undress|shower|without)"
        ),
        (
            rf"{_ADULT} (?:\w+ ){{0,2}}?(?:says|said|tells me|told me|swore|warned me)(?: that)? "
            rf"(?:nobody|no ?one|nobody else|they) "
            rf"(?:will|would|'ll|is going to|won'?t|wouldn'?t) (?:ever )?believe me"
        ),
        (
            r"(?:touch(?:es|ed|ing)?|rubs?|rubbed) (?:me|my) (?:\w+ )?"
            r"(?:private parts?|privates|down there|"
            r"where (?:i|it|he|she|they) (?:\w+ )*(?:don'?t|shouldn'?t|not)|inappropriately|"
            r"under my (?:clothes|shirt|skirt|pants))"
        ),
        (
            rf"{_ADULT} (?:\w+ ){{0,3}}?"
            rf"(?:makes?|made|forces?|forced|making|forcing|asks?|asked|told|tells|wants?|pays?) "
            rf"me (?:\w+ )?(?:to )?(?:\w+ )?"
            rf"(?:undress|take off|get naked|touch (?:him|her|his|it|them)|"
            rf"sleep (?:with|in) (?:him|her|his)|watch (?:porn|him)|"
            rf"send (?:\w+ )?(?:nudes?|naked|pictures of my body|photos of my body)|"
            rf"keep (?:it|this|our) (?:a )?secret|do (?:sexual|bad) things|kiss (?:him|her)|"
            rf"have sex)"
        ),
        (
            r"(?:going to|gonna|want to|trying to|will) marry me (?:off|to)\b|"
            r"(?:forc(?:e|ed|ing)|make|making) me (?:to )?(?:marry|get married)"
        ),
        (
            rf"(?:bruis\w*|broos\w*|marks) (?:\w+ ){{0,3}}(?:because|from when) (?:\w+ )?{_ADULT} "
            rf"(?:was|were|got) (?:angry|mad|drunk)"
        ),
        (
            r"(?:i am|i'm|im|i was|i've been|ive been|i have been|i get|i got|i keep getting|been|"
            r"being) (?:\w+ )?(?:abused|molested|raped|beaten(?: up)?|"
            r"sexually (?:abused|assaulted|harassed)|assaulted|groped|trafficked|blackmailed|"
            r"bullied|hit at home|hit by my|beat up|cyberbullied)"
            r"(?! (?:at (?:chess|tennis|fifa|the game)|in (?:chess|the game|the race|round)|"
            r"by (?:\d+|one|two|a (?:goal|point))))"
        ),
        (
            r"(?:scared|afraid|frightened|terrified|don'?t want|dont want|not safe|unsafe|"
            r"can'?t go|never want|too scared) (?:\w+ ){0,3}?(?:to )?"
            r"(?:go(?:ing)? (?:back )?(?:home|to (?:my|his|her) (?:house|dad'?s|mom'?s|mum'?s))|"
            r"at home|of (?:my|him|her) "
            r"(?:dad|father|stepdad|mom|mum|mother|uncle|parents|brother|boyfriend)|"
            r"be(?:ing)? alone with (?:him|her|my \w+))"
            r"(?! (?:by bus|late|because (?:it'?s|of) (?:rain|dark|the (?:rain|dark))))"
        ),
        (
            r"(?:they|he|she|my (?:mom|mum|dad|parents?|stepdad|stepmom|mother|father)) "
            r"(?:\w+ ){0,3}?(?:don'?t|doesn'?t|dont|doesnt|won'?t|wont|never|refuses? to|stopped|"
            r"didn'?t) (?:feed|give me (?:any )?(?:food|dinner|anything to eat)|"
            r"let me (?:eat|out of (?:my|the) room|leave the (?:house|room)|sleep|"
            r"go to the doctor)|feeding)(?: me)?(?! (?:sweets|candy|snacks|ice ?cream|pizza))"
        ),
        (
            r"(?:there'?s|we have|i have|i'?ve had|there is|there'?s been|i haven'?t had|"
            r"haven'?t had|i havent) (?:no|any|anything|eaten) (?:food|to eat)? ?"
            r"(?:at home|in (?:our|the|my) (?:house|fridge)|for (?:\w+ )?days|"
            r"since (?:\w+day|yesterday|friday))"
        ),
        (
            r"(?:locks?|locked|locking) me (?:in|up|out|inside|outside)"
            r"(?: (?:the|my|a|at|of|all|for|when|every)(?: \w+)*)?"
            r"(?! of my (?:account|phone|email|laptop))"
        ),
        (
            r"(?:the |some |older |other |those |these |a |two |three )*"
            r"(?:kids?|boys?|girls?|students|guys?|they|people|group|bullies|bully|classmates)"
            r"(?: (?:at|in|from) (?:my |the )?(?:school|class|bus|my class|grade))? (?:\w+ ){0,3}?"
            r"(?:hit|hits|beat|beats|beating|kick|kicks|punch|punches|push me down|spit on|"
            r"hitting|kicking|punching|bully|bullies|bullying|threaten|threatening|jumped|attack|"
            r"attacked) (?:me|us)(?: up)?"
            r"(?! (?:at|in (?:chess|the|a) (?:game|race|match)|by (?:\d+|one|two|a)|to (?:the|it)|"
            r"every time we play))"
        ),
        (
            rf"{_CLOSE} (?:\w+ ){{0,3}}?(?:is|was|gets|got|is being|has been|being|keeps getting) "
            rf"(?:\w+ )?(?:abused|beaten|hit|raped|molested|assaulted|hurt|touched|groped|"
            rf"bullied) (?:by|at home)"
        ),
        (
            r"(?:dad|father|stepdad|he|mom's boyfriend|mum's boyfriend) (?:\w+ ){0,3}?"
            r"(?:beats?|hits?|beating|hitting|hurts?|hurting|punche[sd]|choked|strangled) (?:my )?"
            r"(?:mom|mum|mother|sister|brother|little brother|baby sister|siblings)"
            r"(?! (?:at|in (?:chess|the|a)|by \d|when (?:they|we) play))"
        ),
        (
            r"(?:bruises|marks|welts|burns) (?:\w+ ){0,4}?"
            r"(?:from (?:my|when|the belt|where|him|her)|where (?:he|she|they|my))"
        ),
    ),
)  # fmt: skip

DANGER = sign(
    Kind.DANGER,
    (
        (
            r"(?:someone|somebody|a (?:man|guy|stranger|car|van|person|woman)|he|she|they|"
            r"some (?:man|guy|men)|an old man|two men|a strange (?:man|car)) (?:\w+ ){0,3}?"
            r"(?:following|stalking|chasing|watching|stalks?|chases|keeps following) (?:me|us)"
            r"(?: (?:home|on|from|to|outside))?"
            r"(?! (?:on (?:instagram|insta|tiktok|twitter|twitch|youtube)|back|"
            r"in (?:the|this) (?:game|race)|play))"
        ),
        (
            r"(?:someone|somebody|a (?:man|guy|stranger|burglar|thief)|he|they|a strange man) "
            r"(?:\w+ ){0,3}?(?:in|inside|breaking in(?:to)?|broke into|"
            r"trying to (?:get|break) in(?:to)?|outside|at|entered) (?:my|our|the) "
            r"(?:house|home|room|apartment|flat|door|window|bedroom)(?: (?:right )?now)?"
            r"(?= *(?:[.,!?]|$|and|with|help|right|i|what))"
        ),
        (
            r"(?:someone|somebody|he|she|a (?:kid|boy|student|guy|man)|"
            r"one of (?:them|my classmates)|there'?s|they|this (?:kid|boy|guy)|"
            r"my (?:classmate|brother|dad|stepdad|father|ex)) (?:\w+ ){0,4}?"
            r"(?:has|have|got|brought|with|pulled|carries|is carrying|pointed|keeps|bringing|"
            r"bring) (?:out )?(?:a|the|his|her) (?:real |loaded |big )?"
            r"(?:gun|knife|bomb|weapon|pistol|rifle)"
            r"(?: (?:\w+ ){0,3}(?:school|class|here|me|locker|backpack|bag|us|him|her|house|now|"
            r"bathroom|someone|bus))"
        ),
        (
            r"(?:bring|bringing|take|taking|brought|carry|got) (?:a|my|the|my dad'?s|his) "
            r"(?:\w+ )?(?:gun|knife|bomb|weapon|pistol|rifle) (?:to|into|in|at) (?:my |the )?"
            r"(?:school|class|classroom|my bag|campus)"
        ),
        (
            r"(?:shoot|blow|bomb|burn|shooting|bombing|attack) (?:up |down )?(?:my|the|this|our) "
            r"(?:whole )?(?:school|classroom|class)(?: (?:up|down))?"
            r"(?! (?:photo|video|scene|picture|project|film))"
        ),
        (
            r"(?:i|he|she|my (?:\w+ )?(?:brother|sister|friend|mom|dad|mum|baby \w+)) "
            r"(?:\w+ ){0,2}?(?:swallowed|drank|ate|drunk|drinking) (?:\w+ ){0,3}?"
            r"(?:bleach|poison|a battery|batteries|detergent|pesticide|rat poison|antifreeze|"
            r"drain cleaner|cleaning (?:fluid|product|stuff)|gasoline)"
        ),
        (
            r"(?:threaten(?:s|ed|ing)?|said|says|promised|told me|is going|going|gonna|wants?|"
            r"tried|trying) (?:\w+ ){0,3}?to (?:kill|stab|shoot|hurt|rape|burn|kidnap|drown) "
            r"(?:me|us|my (?:mom|mum|mother|sister|brother|family|dad))"
            r"(?! (?:with (?:homework|all|this|that)|if i (?:fail|forget|don'?t (?:finish|do))))"
        ),
        (
            r"(?:he|she|they|someone|somebody|my \w+) "
            r"(?:said|says|told me|texted me|threatened|swore|wrote)(?: that)? (?:he|she|they)"
            r"(?:'ll|'s| will| would| is| are|'re|ll)? ?(?:going to |gonna )?"
            r"(?:kill|stab|shoot|hurt|rape|find|burn|beat|post) "
            r"(?:me|us|my (?:family|mom|mum|nudes|photos|pictures|sister|brother))"
            r"(?! (?:with|if i (?:fail|forget)))"
        ),
        (
            r"(?:i|i'm|im|i am|we) (?:\w+ ){0,3}?"
            r"(?:run|ran|running|runaway|going to run|gonna run) away "
            r"(?:from home|from my (?:house|family|parents)|tonight|and (?:never|not))"
        ),
        (
            r"(?:i'm|im|i am|i feel|we are|i don'?t feel|i'm feeling|i'm really) (?:\w+ ){0,2}?"
            r"(?:not safe|unsafe|in danger|in (?:real )?trouble and scared|being followed|"
            r"being stalked|being kidnapped|kidnapped|held (?:here )?against my will|"
            r"trapped (?:in|with)|bleeding (?:a lot|badly|and|so much)|"
            r"safe (?:at home|here|right now|in my (?:house|home)))"
        ),
        (
            r"(?:(?:a|the|this|an older|some) "
            r"(?:man|guy|person|stranger|adult|boy|older guy|old man|online friend)|someone|"
            r"somebody|he|she|my online friend|this 30 year old) (?:\w+ ){0,6}?"
            r"(?:online|on the internet|"
            r"on (?:instagram|insta|snap|snapchat|discord|roblox|tiktok|whatsapp|the app|the game|"
            r"minecraft|fortnite)|from the internet|i met (?:online|on \w+)|i don'?t know) "
            r"(?:\w+ ){0,3}?(?:wants|asked|asks|keeps asking|told|is asking|said|tells|offered) "
            r"(?:\w+ ){0,3}?(?:meet|nudes?|pictures|photos|pics|address|where i live|secret|"
            r"come (?:over|alone)|video|naked)"
        ),
        (
            r"(?:meet(?:ing)?|met|going to meet|go meet) (?:up )?(?:with )?"
            r"(?:a|an|the|this|some|my)? ?(?:\w+ ){0,3}?"
            r"(?:i met online|from the internet|"
            r"from (?:discord|roblox|snapchat|instagram|tiktok|online)|"
            r"i (?:only )?know (?:from )?online)(?: (?:alone|tonight|tomorrow))?"
        ),
        r"(?:blackmail(?:s|ed|ing)?|threaten(?:s|ed|ing)?) (?:me|to (?:post|share|send|leak)|him|her)(?: \w+){0,5}",
        (
            r"(?:my|our|the) (?:house|apartment|room|kitchen|building|flat|classroom) is on fire|"
            r"(?:smell|smells|smelling) gas (?:in|at) (?:my|our|the) "
            r"(?:house|home|kitchen|apartment|flat)|gas leak (?:in|at) (?:my|our) (?:house|home)"
        ),
        (
            r"(?:my |our |a )(?:\w+ )?(?:friend|mom|mum|dad|mother|father|brother|sister|grandma|"
            r"grandpa|baby|classmate|granny|teacher) (?:\w+ ){0,4}?"
            r"(?:unconscious|not breathing|isn'?t breathing|won'?t wake up|wont wake up|"
            r"passed out|not waking up|collapsed|stopped breathing|overdosed|doesn'?t wake up)"
        ),
        (
            r"i (?:can'?t|cannot|cant) breathe(?: (?:help|and|please|my chest))|"
            r"(?:call|need) (?:911|999|112|an ambulance|the police)(?: \w+)*(?= *(?:[.!?]|$))"
        ),
        (
            r"(?:i'm|im|i am|we'?re|we are) (?:\w+ ){0,2}?(?:home )?alone (?:and|with) "
            r"(?:\w+ ){0,4}?(?:scared|bleeding|a stranger|someone is|there is someone|hurt|"
            r"no food|trapped)"
        ),
        (
            r"(?:being )?(?:forced|force|forcing|sold|selling|made) (?:me |us )?"
            r"(?:to (?:marry|get married|sell drugs|carry drugs|deliver drugs|work instead of)|"
            r"into (?:marriage|a marriage))"
        ),
    ),
)  # fmt: skip

VIOLENCE = sign(
    Kind.VIOLENCE,
    (
        (
            rf"(?:i|i'm|im|i am|i'll|ill|i'd|we|we'll|we're|we are|gonna|going to|lets|"
            rf"let's) {_FEW}(?:will|want to|wanna|going to|gonna|gotta|could just|would love to|"
            rf"swear i'?ll|need to|plan to|planning to|'ll|ill|let's|can'?t wait to|feel like|go|"
            rf"should)? ?(?:kill|killing|murder|stab|stabbing|shoot|shooting|strangle|beat up|"
            rf"beat the (?:crap|hell|shit) out of|punch|smash|break|choke|poison|burn|hurt|bomb|"
            rf"beating up|jump|slap) {_PEOPLE}"
            rf"(?! (?:in (?:the|this|that|my) (?:game|race|match|story|test|level|quiz|contest)|"
            rf"at (?:chess|this game|the game|tennis|math|the race)|"
            rf"with (?:kindness|a (?:question|ball))|on (?:the (?:test|quiz|exam|final))|"
            rf"(?:an )?(?:email|text|message)|feelings|for (?:beating|winning)|records?|"
            rf"off the (?:board|team)))(?!'s (?:record|score|time|high))"
        ),
        (
            r"how (?:do|can|could|would|to|should) (?:i |you |we |one |someone )?(?:\w+ )?"
            r"(?:make|build|create|construct|assemble|cook|synthesi[sz]e|get|buy) (?:\w+ ){0,3}?"
            r"(?:bomb|pipe bomb|explosives?|molotov|gun at home|meth|nerve gas|mustard gas|sarin|"
            r"ricin|poison (?:gas|someone)|napalm|chlorine gas|silencer|ghost gun|grenade|heroin|"
            r"cocaine|crack|fentanyl)"
        ),
        (
            r"how (?:do|can|could|would|to|should) (?:i |you |we |one |someone )?(?:\w+ )?"
            r"(?:get away with (?:murder|killing)|"
            r"poison (?:my|a|some|his|her|the (?:teacher|dog|water))|kidnap|murder|stab|strangle|"
            r"hide a (?:dead )?body|dispose of a body|hurt (?:someone|somebody|people|my))"
            r"(?! in (?:the game|minecraft|among us))"
        ),
        (
            r"(?:instructions|steps|guide|recipe|tutorial|manual|plans?) (?:on|for|to|of) "
            r"(?:how to )?(?:\w+ ){0,4}?"
            r"(?:bomb|explosives?|molotov|methamphetamine|meth|nerve agent|nerve gas|ricin|sarin|"
            r"chemical weapon|bioweapon|pipe bomb|silencer|kidnap\w*|human trafficking|genocide|"
            r"mass shooting|school shooting|assassinat\w+|smuggl\w+)"
        ),
        (
            r"i (?:hope|wish) (?:you|he|she|they|"
            r"my (?:\w+ )?(?:teacher|brother|sister|mom|dad|classmate)) (?:\w+ )?"
            r"(?:die|dies|died|get killed|gets killed|gets? (?:hit by a (?:car|bus)|cancer|shot)|"
            r"burns? in hell|would die|were dead|was dead)"
        ),
        r"(?:kill|hang|shoot|neck) (?:yourself|urself|your self|ur self)|kys|go die|drop dead",
        r"you(?:'re| are|r)? (?:all )?(?:dead meat|going to die tomorrow|gonna die tomorrow|will all (?:pay|die))",
    ),
)  # fmt: skip

SEXUAL = sign(
    Kind.SEXUAL,
    (
        (
            r"(?:send|show|sent|post|share|trade|want|give)(?:s|ing)? "
            r"(?:me |you |him |her |us |your |my |some |a |to |them )*"
            r"(?:nudes?|nude (?:pics?|photos?|pictures)|naked (?:pics?|photos?|pictures|body)|"
            r"dick pics?|tits|boobs|pussy|dick|cock|naked)"
        ),
        (
            r"(?:have|having|had|want|wanna have|wants|doing) (?:\w+ ){0,2}?sex "
            r"(?:with|chat|now|tonight)(?! (?:linked|chromosomes?|cells?|hormones?|ratio))|"
            r"sext(?:ing)?(?: (?:with|me))?|sex chat|cybersex"
        ),
        (
            r"(?:suck|lick|touch|stroke|jerk|rub|ride|fuck) (?:my|your|his|her) "
            r"(?:dick|cock|pussy|tits|boobs|balls|ass|penis|vagina|clit|nipples?)"
        ),
        (
            r"blow ?jobs?|hand ?jobs?|deep ?throat(?:ing)?|cum ?shots?|gang ?bang(?:ed)?|"
            r"masturbat(?:e|ing|ed) (?:to|with|for|on|me|you)|jerk(?:ing)? off|jack(?:ing)? off|"
            r"cumming|creampie|horny|hentai|pornhub|xvideos|onlyfans|milf|anal sex|fleshlight|"
            r"dildo|orgy|threesome"
        ),
        (
            r"(?:watch|watching|send|link|links|show|find|see|want|give|write|like|generate|make)"
            r"(?: me| us| to| you| my| some| a| any)* "
            r"(?:porn|porno|erotica|smut|pornography|xxx|"
            r"sex (?:videos?|tapes?|stories|story|scenes?))|porn (?:sites?|videos?|links?)|"
            r"(?:erotic|pornographic|sexually explicit|nsfw|sexual) "
            r"(?:story|stories|role ?play|content|scene|fan ?fiction|novel|chat|poem|text|"
            r"material|images?)"
        ),
        (
            r"(?:wanna|want to|let's|lets|gonna|going to|would|could|can i|i'd|i want to) "
            r"(?:\w+ ){0,2}?(?:fuck|bang|finger|bone|screw|rape|sleep with|make out with|"
            r"see you naked|undress) (?:you|her|him|me|"
            r"my (?:teacher|cousin|sister|friend|classmate|crush)|that (?:girl|boy)|with)?"
            r"(?= *(?:[.,!?]|$|\w))(?! (?:up|with (?:this|the)|it up))"
        ),
        (
            r"(?:are|r) (?:you|u) (?:horny|a virgin|naked|wet)|what are you wearing(?= *[?.!]*$)|"
            r"talk dirty(?: to me)?|dirty talk|be my (?:sexy|slutty|sex) \w+|"
            r"(?:sexy|hot) (?:pics?|photos?|roleplay|role play)|"
            r"(?:big|nice|huge|your|ur|her) (?:tits|boobs|ass|titties|booty)(?! ignment)|"
            r"role ?play (?:as )?(?:a |my )?(?:sexy|slutty|sexual)"
        ),
    ),
)  # fmt: skip

HATE = sign(
    Kind.HATE,
    (
        (
            rf"(?:all |those |these |the |fucking |dirty |stupid |filthy )*{_GROUP} (?:all )?"
            rf"(?:are|should|must|need to|deserve to|have to|belong) "
            rf"(?:all |be |just |to be |really |only |nothing but |in the |a bunch of |"
            rf"less than )*(?:animals|vermin|rats|parasites|scum|trash|garbage|filth|subhuman|"
            rf"inferior|disgusting|killed|die|exterminated|gassed|deported|shot|hanged|terrorists|"
            rf"criminals|dirty|stupid|monkeys|apes|evil|dumb|kitchen|slaves|burn|eliminated|"
            rf"beaten|banned from (?:school|existing)|rapists|human)"
        ),
        (
            rf"(?:i |we )(?:\w+ )?(?:hate|despise|can'?t stand) "
            rf"(?:all |those |these |fucking |the |dirty |stupid |every )*{_GROUP}"
            rf"(?= *(?:[.,!?]|$|and|so|because|in|at|they|who))"
        ),
        (
            rf"(?:kill|gas|exterminate|lynch|deport|hang|death to|get rid of|shoot) "
            rf"(?:all |the |those |every |all the |all of the )*{_GROUP}"
        ),
        (
            r"(?:go|get) back to (?:your|ur|their) (?:own )?(?:country|jungle|cave)|heil hitler|"
            r"sieg heil|white power|white supremacy is right|gas the \w+|"
            r"hitler (?:was right|did nothing wrong|should have finished)|race war now|1488"
        ),
        (
            r"n[i1]gg(?:a|er|ers|as|uh)|f[a4]gg?(?:ot|ots|s)|fags?|tranny|trannies|k[i1]kes?|"
            r"sp[i1]cs|wetbacks?|ch[i1]nks?|towel ?heads?|rag ?heads?|sand ?n\w+|retards?|pakis?|"
            r"dykes|coons?|shemales?"
        ),
        (
            rf"(?:write|tell|make|give)(?: me| us)? (?:\w+ ){{0,4}}?"
            rf"(?:racist|sexist|antisemitic|homophobic|islamophobic|hateful|transphobic|"
            rf"offensive) (?:\w+ )?(?:jokes?|story|speech|poem|rant|essay|slurs?|article|tweets?|"
            rf"comments?)|jokes? (?:about|that make fun of|making fun of|mocking) "
            rf"(?:all )?{_GROUP}"
        ),
    ),
)  # fmt: skip

PERSONAL_DATA = sign(
    Kind.PERSONAL_DATA,
    (
        (
            r"my (?:\w+ )?(?:phone|mobile|cell|telephone|whatsapp|number)(?: ?number)?"
            r"(?: is|:|'s|=| its)? *\+?[\d(][\d ().-]{6,}\d"
        ),
        r"(?:call|text|whatsapp|ring|message) me (?:at|on|:) *\+?[\d(][\d ().-]{6,}\d",
        r"my (?:home |house |full |postal |street )?address (?:is|:|'s|=) *\S.{3,}",
        (
            r"(?:i|we) live (?:at|on|in) (?:number |no\.? |apartment |flat |house )?\d+[a-z]?,? "
            r"(?:\w+ ){1,3}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|blvd|boulevard|court|"
            r"ct|way|place|terrace|close|square|crescent)"
        ),
        (
            r"my (?:\w+ )?(?:e-?mail|mail|gmail|hotmail)(?: address)?(?: is|:|'s|=)? *[\w.+-]+ ?"
            r"(?:@|\(at\)| at ) ?[\w-]+ ?(?:\.| dot ) ?\w+"
        ),
        r"my (?:\w+ ){0,2}?(?:password|passwort|passcode|pin code|pin|login) (?:is|:|=|for \w+ is) *\S+",
        (
            r"my (?:\w+ ){0,2}?(?:ssn|social security number|passport number|passport|"
            r"credit card(?: number)?|card number|id number|bank account(?: number)?|iban|"
            r"national id|student id|driver'?s licen[sc]e)(?: number)? ?(?:is|:|=|'s)? *"
            r"(?:\w{0,3} ?)?\d[\d -]{3,}\w*"
        ),
        (
            r"my (?:\w+ )?(?:insta|instagram|snap|snapchat|discord|tiktok|telegram|roblox|"
            r"whatsapp|facebook)(?: (?:name|handle|user ?name|id|account|user))? "
            r"(?:is|:|=) *@?\w[\w.#-]{2,}|"
            r"add me on (?:insta|instagram|snap|snapchat|discord|telegram|tiktok|whatsapp)"
            r"(?:\W+\w+)?"
        ),
        (
            r"(?:i go to|i attend|my school is|i study at) [\w' ]{3,30} "
            r"(?:school|academy|elementary|college|high|primary|middle)"
            r"(?= *(?:in|on|at) \w)[\w ,']+ and (?:i live|my (?:name|address|phone))[\w ]+"
        ),
    ),
)  # fmt: skip

SIGNS = (SELF_HARM, ABUSE, DANGER, VIOLENCE, SEXUAL, HATE, PERSONAL_DATA)
