"""English signs of a concern. Each wording needs the speaker, a person close by, or a clear act."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign

_I = r"(?:i|im|i'm|ive|i've|ill|i'll|id|i'd|me|my)"
_ANY = r"(?:\w+[' ,]+){0,4}?"
_FEW = r"(?:\w+ ){0,3}?"
_SELF = r"(?:myself|my self|meself|mysef|myslef|mself)"
_END = r"(?:kill|hurt|harm|cut|hang|starve|drown|poison|stab|shoot|burn|end|off|unalive|punish|kms|destroy|suffocate|strangle)"
_ING = r"(?:killing|hurting|harming|cutting|hanging|starving|drowning|poisoning|stabbing|shooting|burning|unaliving|ending|punishing|strangling)"
_CLOSE = r"(?:(?:my|a|one of my|our) (?:best |close |little |big |older |younger |girl|boy|good |step ?)?(?:friends?|sister|brother|mom|mum|mother|dad|father|cousin|girlfriend|boyfriend|classmate|buddy|mate|roommate|girl in my class|boy in my class|kid in my class))"
_ADULT = r"(?:(?:my|our|the|a|this) (?:\w+ )?(?:dad|father|daddy|stepdad|step dad|stepfather|mom|mum|mother|mommy|stepmom|stepmum|stepmother|parents?|uncle|aunt|auntie|grandpa|granddad|grandfather|grandma|cousin|brother|stepbrother|sister|teacher|coach|tutor|babysitter|neighbou?r|priest|pastor|boyfriend|girlfriend|ex|boss|bus driver|caregiver|guardian|foster \w+|parents' friend|mom's boyfriend|mum's boyfriend|moms boyfriend|mums boyfriend)|mom|dad|mum|daddy|someone|somebody|a man|an adult|a grown ?up|an older (?:boy|girl|man|guy|kid|student)|a guy)"
_AGAIN = r"(?:any ?more|any longer|in this world|on this (?:earth|planet)|tomorrow)"
_PEOPLE = r"(?:him|her|them|you|everyone|everybody|everyone here|people|my (?:\w+ )?(?:teacher|mom|mum|dad|mother|father|brother|sister|classmates?|class|parents|family|principal|ex|bully|friend)|the (?:teacher|principal|whole class|other kids|kids|students)|that (?:kid|boy|girl|guy|teacher)|this (?:kid|boy|girl|guy|teacher)|those (?:kids|boys|girls|guys)|all of (?:them|you)|some(?:one|body))"
_GROUP = r"(?:jews?|muslims?|christians?|hindus?|blacks?|black people|white people|asians?|mexicans?|arabs?|gays?|gay people|lesbians?|trans people|trannies|immigrants|migrants|refugees|foreigners|women|girls|indians?|chinese people|africans?|gypsies|disabled people|autistic people|latinos?)"

SELF_HARM = sign(
    Kind.SELF_HARM,
    (
        rf"{_END} {_SELF}",
        rf"{_ING} {_SELF}",
        r"kms|kys myself|unalive myself",
        rf"(?:i|i'm|im|i am|just|really|id|i'd|i'll|me|and|wish i could) {_FEW}(?:want(?:ed)?|wanna|need|would like|ready|like|going|gonna|plan(?:ning)?|hope|love|prefer|rather|about)(?: to)? (?:just |be |go )*(?:die|dead|stop existing|not exist|not be alive|disappear forever|never wake up|not wake up|end it all|end it|jump off (?:a|the) (?:bridge|roof|building))(?! of | from (?:laugh|bore|embarr|hunger|cringe)| laughing| in (?:the )?(?:game|minecraft|roblox|fortnite)|-)",
        rf"(?:don'?t|do not|dnt|didn'?t|no longer|never|not) (?:\w+ ){{0,2}}want(?:ed)? to (?:live|be alive|exist|keep living|go on living|wake up|be here {_AGAIN}|be around {_AGAIN}|do this life)(?: {_AGAIN})?(?! (?:in|with|near|at) )",
        r"i (?:wish|wished|hope|pray|keep wishing|sometimes wish|just wish|often wish)(?: that)? i (?:was|were|am|had|would|wasn'?t|weren'?t|could) ?(?:just |already |been )?(?:dead|never (?:been )?born|not alive|die|not exist|alive|stop existing|disappear forever|not wake up|never wake up|fall asleep and (?:not|never) wake up|go to sleep and (?:not|never) wake up)(?! tired)",
        rf"(?:better off|happier|easier|better) {_ANY}(?:without me|if i (?:was|were|wasn'?t|weren'?t|am|died|didn'?t) ?(?:dead|gone|here|around|alive|exist|not here)?|dead)(?= *(?:[.,!?;]|$|and|any))",
        r"(?:end|ending|take|taking|took|finish|finishing) my (?:own )?life",
        r"end(?:ing)? it all|ending (?:my|this) pain forever",
        rf"(?:no|any|isn'?t a|see a|what'?s the|what is the|a) (?:more )?(?:reason|point|purpose|sense) (?:left )?(?:to|in|of|for) (?:me to )?(?:live|living|be alive|being alive|go on living|keep living|staying alive|stay alive|life|existing|exist)(?: {_AGAIN})?",
        r"(?:nothing|not worth|isn'?t worth|nothing left) (?:left )?(?:to live for|living|living for|worth living(?: for)?)",
        rf"{_I} {_ANY}(?:suicidal|committ?(?:ing)? suicide|suicide (?:note|plan|letter|attempt)|attempted suicide|suicide)",
        r"(?:thoughts?|think(?:ing)?|thought|idea|feel(?:ing)?|considered|considering|planning|tried) (?:\w+ ){0,2}(?:suicide|suicidal|killing myself|ending my life|dying all the time)(?! (?:rates?|in|by|statistics|prevention|bomb))",
        rf"{_I} {_ANY}(?:self[- ]?harm(?:ing|ed)?|self[- ]?injur(?:e|ing|y))",
        r"(?:cut|cutting|slit|slitting|slashed|slash|burn|burning|scratch|scratching|hurt|hurting) my (?:own )?(?:wrists?|arms?|thighs?|legs?|skin|veins|throat)(?: (?:on purpose|again|with|when|every|to|until|because))?(?! (?:playing|off|falling|cooking|during|on the|while|in (?:pe|gym|football|soccer)))",
        r"(?:took|take|taken|swallow|swallowed|taking) (?:all|too many|a (?:whole )?(?:lot|bunch|bottle|box|handful) of|so many|the whole bottle of|every) (?:\w+ )?(?:of )?(?:\w+ )?(?:pills?|tablets?|painkillers|medicine|sleeping pills|paracetamol|ibuprofen|tylenol|meds)",
        rf"{_I} {_ANY}overdos(?:e|ed|ing)",
        rf"(?:no ?(?:one|body)|who|everyone|they|my (?:family|parents|friends)) would(?:n'?t)? (?:even )?(?:care|miss me|notice|be (?:happy|happier|glad|sad|better(?: off)?)|cry) {_FEW}if i (?:just )?(?:died|was dead|were dead|was gone|were gone|disappeared|killed|wasn'?t here|weren'?t here|vanished|never came back)",
        r"i (?:just )?(?:can'?t|cannot|can not|cant) (?:go on|keep going|live|carry on) (?:like this|any ?more|any longer|with this pain)(?! (?:with|without) (?:this|the|my) (?:homework|exercise|project|game|phone))",
        r"i (?:wish|wisht|wished) i (?:was|were|wasn'?t|weren'?t) (?:never |not )?(?:ever )?born",
        r"how many (?:paracetamol|tylenol|ibuprofen|sleeping (?:pills|tablets)|painkillers|pills|tablets) (?:is|are) (?:too many|enough to|dangerous|a (?:fatal|deadly))",
        r"(?:cutting|burning|self[- ]?harming) again (?:cuz|because|bc|cos|last night|and)",
        r"i used to (?:cut|self[- ]?harm|burn myself)(?: \w+){0,3} and (?:now )?i (?:want|need)",
        r"(?:can'?t|cannot) do this any ?more,? (?:life|living)\b",
        rf"{_CLOSE} (?:is|are) (?:going to|gonna) do something (?:bad |stupid )?to (?:him|her|them)sel(?:f|ves)",
        r"i (?:don'?t|dont|do not) deserve to (?:live|be alive|exist)",
        r"(?:i )?(?:hate|despise) (?:being alive|my life so much i)",
        rf"{_CLOSE} {_ANY}(?:wants? to (?:die|kill|end)|(?:kill|hurt|harm|cut|hang)(?:ing|s)? (?:him|her|them)sel(?:f|ves)|is suicidal|is cutting|self[- ]?harms?|tried to (?:kill|hang|hurt) (?:him|her|them)sel(?:f|ves)|took (?:a lot of|all (?:the|her|his)|too many) pills|talks? about (?:suicide|dying|killing))",
        r"how (?:can|do|could|would|should) (?:i|you|someone|people|a person) (?:\w+ )?(?:kill (?:yourself|themselves|themself|themselves)|die (?:without pain|painlessly|fast|quickly|peacefully)|commit suicide|hang (?:yourself|themselves))",
        r"how (?:many|much) (?:\w+ )?(?:pills|tablets|paracetamol|ibuprofen|tylenol|sleeping pills|medicine|bleach)? ?(?:\w+ ){0,4}?(?:to (?:die|kill (?:yourself|me|you|myself)|overdose)|would kill (?:me|you)|until i die|before i die)",
        r"(?:painless|easiest|fastest|quickest|best|easy|quick) ways? (?:to|of) (?:die|dying|kill myself|commit suicide|end my life|killing yourself|kill yourself)",
        r"(?:goodbye|bye) (?:forever|world|everyone forever|for ever)(?: (?:i|this|everyone)\b.*)?(?= *[.!]*$)|this is my (?:last|final) (?:goodbye|message|day|night) ?(?:alive|on earth|ever)?(?= *(?:[.,!]|$))(?! of)",
        r"(?:make|makes|making) myself (?:throw up|vomit|puke|bleed|sick after)|(?:stopped|stop|been) eating (?:so|because) (?:that )?i (?:want to |can )?(?:disappear|die|waste away|hate my body)",
        r"(?:killmyself|wanttodie|wannadie|endmylife|suicidal|hurtmyself|cutmyself|killingmyself|iwanttodie|idontwanttolive)",
    ),
)  # fmt: skip

ABUSE = sign(
    Kind.ABUSE,
    (
        rf"{_ADULT} (?:\w+ ){{0,4}}?(?:hits?|hitting|hit|beats?|beating|beat|slaps?|slapped|slapping|punche[sd]|punch|punching|kicks?|kicked|kicking|chokes?|choked|choking|burns?|burned|burnt|whips?|whipped|hurts?|hurting|abuses?|abused|abusing|rapes?|raped|molests?|molested|molesting|strangled|threw|throws|locks?|locked|gropes?|groped|grabs?) (?:me|us|at me)(?! (?:at (?!home|night|school|the (?:table|house))|in (?:chess|the (?:game|race|match))|up\b(?! and)|with (?:a|the|his|her) (?:ball|joke|question|frisbee|pillow|snowball)|to (?:the|it)|on (?:the )?(?:test|quiz|exam|score)|a (?:ball|text|message)|by \d|\d|every time we play|when we (?:play|race)|the (?:ball|keys)))",
        rf"{_ADULT} (?:\w+ ){{0,4}}?(?:touch(?:es|ed|ing)?|feels?|rubs?|kiss(?:es|ed|ing)?|gropes?|groped|grabbed|watch(?:es|ed)) (?:me|my) (?:\w+ ){{0,4}}?(?:where|private|privates|down there|under|bottom|butt|chest|breasts?|body|there|thigh|in (?:a|my) (?:way|bed|room)|at night|when|inappropriately|and (?:told|said|tells|says|i)|but|naked|undress|shower|without)",
        rf"{_ADULT} (?:\w+ ){{0,2}}?(?:says|said|tells me|told me|swore|warned me)(?: that)? (?:nobody|no ?one|nobody else|they) (?:will|would|'ll|is going to|won'?t|wouldn'?t) (?:ever )?believe me",
        r"(?:touch(?:es|ed|ing)?|rubs?|rubbed) (?:me|my) (?:\w+ )?(?:private parts?|privates|down there|where (?:i|it|he|she|they) (?:\w+ )*(?:don'?t|shouldn'?t|not)|inappropriately|under my (?:clothes|shirt|skirt|pants))",
        rf"{_ADULT} (?:\w+ ){{0,3}}?(?:makes?|made|forces?|forced|making|forcing|asks?|asked|told|tells|wants?|pays?) me (?:\w+ )?(?:to )?(?:\w+ )?(?:undress|take off|get naked|touch (?:him|her|his|it|them)|sleep (?:with|in) (?:him|her|his)|watch (?:porn|him)|send (?:\w+ )?(?:nudes?|naked|pictures of my body|photos of my body)|keep (?:it|this|our) (?:a )?secret|do (?:sexual|bad) things|kiss (?:him|her)|have sex)",
        r"(?:going to|gonna|want to|trying to|will) marry me (?:off|to)\b|(?:forc(?:e|ed|ing)|make|making) me (?:to )?(?:marry|get married)",
        rf"(?:bruis\w*|broos\w*|marks) (?:\w+ ){{0,3}}(?:because|from when) (?:\w+ )?{_ADULT} (?:was|were|got) (?:angry|mad|drunk)",
        r"(?:i am|i'm|im|i was|i've been|ive been|i have been|i get|i got|i keep getting|been|being) (?:\w+ )?(?:abused|molested|raped|beaten(?: up)?|sexually (?:abused|assaulted|harassed)|assaulted|groped|trafficked|blackmailed|bullied|hit at home|hit by my|beat up|cyberbullied)(?! (?:at (?:chess|tennis|fifa|the game)|in (?:chess|the game|the race|round)|by (?:\d+|one|two|a (?:goal|point))))",
        r"(?:scared|afraid|frightened|terrified|don'?t want|dont want|not safe|unsafe|can'?t go|never want|too scared) (?:\w+ ){0,3}?(?:to )?(?:go(?:ing)? (?:back )?(?:home|to (?:my|his|her) (?:house|dad'?s|mom'?s|mum'?s))|at home|of (?:my|him|her) (?:dad|father|stepdad|mom|mum|mother|uncle|parents|brother|boyfriend)|be(?:ing)? alone with (?:him|her|my \w+))(?! (?:by bus|late|because (?:it'?s|of) (?:rain|dark|the (?:rain|dark))))",
        r"(?:they|he|she|my (?:mom|mum|dad|parents?|stepdad|stepmom|mother|father)) (?:\w+ ){0,3}?(?:don'?t|doesn'?t|dont|doesnt|won'?t|wont|never|refuses? to|stopped|didn'?t) (?:feed|give me (?:any )?(?:food|dinner|anything to eat)|let me (?:eat|out of (?:my|the) room|leave the (?:house|room)|sleep|go to the doctor)|feeding)(?: me)?(?! (?:sweets|candy|snacks|ice ?cream|pizza))",
        r"(?:there'?s|we have|i have|i'?ve had|there is|there'?s been|i haven'?t had|haven'?t had|i havent) (?:no|any|anything|eaten) (?:food|to eat)? ?(?:at home|in (?:our|the|my) (?:house|fridge)|for (?:\w+ )?days|since (?:\w+day|yesterday|friday))",
        r"(?:locks?|locked|locking) me (?:in|up|out|inside|outside)(?: (?:the|my|a|at|of|all|for|when|every)(?: \w+)*)?(?! of my (?:account|phone|email|laptop))",
        r"(?:the |some |older |other |those |these |a |two |three )*(?:kids?|boys?|girls?|students|guys?|they|people|group|bullies|bully|classmates)(?: (?:at|in|from) (?:my |the )?(?:school|class|bus|my class|grade))? (?:\w+ ){0,3}?(?:hit|hits|beat|beats|beating|kick|kicks|punch|punches|push me down|spit on|hitting|kicking|punching|bully|bullies|bullying|threaten|threatening|jumped|attack|attacked) (?:me|us)(?: up)?(?! (?:at|in (?:chess|the|a) (?:game|race|match)|by (?:\d+|one|two|a)|to (?:the|it)|every time we play))",
        rf"{_CLOSE} (?:\w+ ){{0,3}}?(?:is|was|gets|got|is being|has been|being|keeps getting) (?:\w+ )?(?:abused|beaten|hit|raped|molested|assaulted|hurt|touched|groped|bullied) (?:by|at home)",
        r"(?:dad|father|stepdad|he|mom's boyfriend|mum's boyfriend) (?:\w+ ){0,3}?(?:beats?|hits?|beating|hitting|hurts?|hurting|punche[sd]|choked|strangled) (?:my )?(?:mom|mum|mother|sister|brother|little brother|baby sister|siblings)(?! (?:at|in (?:chess|the|a)|by \d|when (?:they|we) play))",
        r"(?:bruises|marks|welts|burns) (?:\w+ ){0,4}?(?:from (?:my|when|the belt|where|him|her)|where (?:he|she|they|my))",
    ),
)  # fmt: skip

DANGER = sign(
    Kind.DANGER,
    (
        r"(?:someone|somebody|a (?:man|guy|stranger|car|van|person|woman)|he|she|they|some (?:man|guy|men)|an old man|two men|a strange (?:man|car)) (?:\w+ ){0,3}?(?:following|stalking|chasing|watching|stalks?|chases|keeps following) (?:me|us)(?: (?:home|on|from|to|outside))?(?! (?:on (?:instagram|insta|tiktok|twitter|twitch|youtube)|back|in (?:the|this) (?:game|race)|play))",
        r"(?:someone|somebody|a (?:man|guy|stranger|burglar|thief)|he|they|a strange man) (?:\w+ ){0,3}?(?:in|inside|breaking in(?:to)?|broke into|trying to (?:get|break) in(?:to)?|outside|at|entered) (?:my|our|the) (?:house|home|room|apartment|flat|door|window|bedroom)(?: (?:right )?now)?(?= *(?:[.,!?]|$|and|with|help|right|i|what))",
        r"(?:someone|somebody|he|she|a (?:kid|boy|student|guy|man)|one of (?:them|my classmates)|there'?s|they|this (?:kid|boy|guy)|my (?:classmate|brother|dad|stepdad|father|ex)) (?:\w+ ){0,4}?(?:has|have|got|brought|with|pulled|carries|is carrying|pointed|keeps|bringing|bring) (?:out )?(?:a|the|his|her) (?:real |loaded |big )?(?:gun|knife|bomb|weapon|pistol|rifle)(?: (?:\w+ ){0,3}(?:school|class|here|me|locker|backpack|bag|us|him|her|house|now|bathroom|someone|bus))",
        r"(?:bring|bringing|take|taking|brought|carry|got) (?:a|my|the|my dad'?s|his) (?:\w+ )?(?:gun|knife|bomb|weapon|pistol|rifle) (?:to|into|in|at) (?:my |the )?(?:school|class|classroom|my bag|campus)",
        r"(?:shoot|blow|bomb|burn|shooting|bombing|attack) (?:up |down )?(?:my|the|this|our) (?:whole )?(?:school|classroom|class)(?: (?:up|down))?(?! (?:photo|video|scene|picture|project|film))",
        r"(?:i|he|she|my (?:\w+ )?(?:brother|sister|friend|mom|dad|mum|baby \w+)) (?:\w+ ){0,2}?(?:swallowed|drank|ate|drunk|drinking) (?:\w+ ){0,3}?(?:bleach|poison|a battery|batteries|detergent|pesticide|rat poison|antifreeze|drain cleaner|cleaning (?:fluid|product|stuff)|gasoline)",
        r"(?:threaten(?:s|ed|ing)?|said|says|promised|told me|is going|going|gonna|wants?|tried|trying) (?:\w+ ){0,3}?to (?:kill|stab|shoot|hurt|rape|burn|kidnap|drown) (?:me|us|my (?:mom|mum|mother|sister|brother|family|dad))(?! (?:with (?:homework|all|this|that)|if i (?:fail|forget|don'?t (?:finish|do))))",
        r"(?:he|she|they|someone|somebody|my \w+) (?:said|says|told me|texted me|threatened|swore|wrote)(?: that)? (?:he|she|they)(?:'ll|'s| will| would| is| are|'re|ll)? ?(?:going to |gonna )?(?:kill|stab|shoot|hurt|rape|find|burn|beat|post) (?:me|us|my (?:family|mom|mum|nudes|photos|pictures|sister|brother))(?! (?:with|if i (?:fail|forget)))",
        r"(?:i|i'm|im|i am|we) (?:\w+ ){0,3}?(?:run|ran|running|runaway|going to run|gonna run) away (?:from home|from my (?:house|family|parents)|tonight|and (?:never|not))",
        r"(?:i'm|im|i am|i feel|we are|i don'?t feel|i'm feeling|i'm really) (?:\w+ ){0,2}?(?:not safe|unsafe|in danger|in (?:real )?trouble and scared|being followed|being stalked|being kidnapped|kidnapped|held (?:here )?against my will|trapped (?:in|with)|bleeding (?:a lot|badly|and|so much)|safe (?:at home|here|right now|in my (?:house|home)))",
        r"(?:(?:a|the|this|an older|some) (?:man|guy|person|stranger|adult|boy|older guy|old man|online friend)|someone|somebody|he|she|my online friend|this 30 year old) (?:\w+ ){0,6}?(?:online|on the internet|on (?:instagram|insta|snap|snapchat|discord|roblox|tiktok|whatsapp|the app|the game|minecraft|fortnite)|from the internet|i met (?:online|on \w+)|i don'?t know) (?:\w+ ){0,3}?(?:wants|asked|asks|keeps asking|told|is asking|said|tells|offered) (?:\w+ ){0,3}?(?:meet|nudes?|pictures|photos|pics|address|where i live|secret|come (?:over|alone)|video|naked)",
        r"(?:meet(?:ing)?|met|going to meet|go meet) (?:up )?(?:with )?(?:a|an|the|this|some|my)? ?(?:\w+ ){0,3}?(?:i met online|from the internet|from (?:discord|roblox|snapchat|instagram|tiktok|online)|i (?:only )?know (?:from )?online)(?: (?:alone|tonight|tomorrow))?",
        r"(?:blackmail(?:s|ed|ing)?|threaten(?:s|ed|ing)?) (?:me|to (?:post|share|send|leak)|him|her)(?: \w+){0,5}",
        r"(?:my|our|the) (?:house|apartment|room|kitchen|building|flat|classroom) is on fire|(?:smell|smells|smelling) gas (?:in|at) (?:my|our|the) (?:house|home|kitchen|apartment|flat)|gas leak (?:in|at) (?:my|our) (?:house|home)",
        r"(?:my |our |a )(?:\w+ )?(?:friend|mom|mum|dad|mother|father|brother|sister|grandma|grandpa|baby|classmate|granny|teacher) (?:\w+ ){0,4}?(?:unconscious|not breathing|isn'?t breathing|won'?t wake up|wont wake up|passed out|not waking up|collapsed|stopped breathing|overdosed|doesn'?t wake up)",
        r"i (?:can'?t|cannot|cant) breathe(?: (?:help|and|please|my chest))|(?:call|need) (?:911|999|112|an ambulance|the police)(?: \w+)*(?= *(?:[.!?]|$))",
        r"(?:i'm|im|i am|we'?re|we are) (?:\w+ ){0,2}?(?:home )?alone (?:and|with) (?:\w+ ){0,4}?(?:scared|bleeding|a stranger|someone is|there is someone|hurt|no food|trapped)",
        r"(?:being )?(?:forced|force|forcing|sold|selling|made) (?:me |us )?(?:to (?:marry|get married|sell drugs|carry drugs|deliver drugs|work instead of)|into (?:marriage|a marriage))",
    ),
)  # fmt: skip

VIOLENCE = sign(
    Kind.VIOLENCE,
    (
        rf"(?:i|i'm|im|i am|i'll|ill|i'd|we|we'll|we're|we are|gonna|going to|lets|let's) {_FEW}(?:will|want to|wanna|going to|gonna|gotta|could just|would love to|swear i'?ll|need to|plan to|planning to|'ll|ill|let's|can'?t wait to|feel like|go|should)? ?(?:kill|killing|murder|stab|stabbing|shoot|shooting|strangle|beat up|beat the (?:crap|hell|shit) out of|punch|smash|break|choke|poison|burn|hurt|bomb|beating up|jump|slap) {_PEOPLE}(?! (?:in (?:the|this|that|my) (?:game|race|match|story|test|level|quiz|contest)|at (?:chess|this game|the game|tennis|math|the race)|with (?:kindness|a (?:question|ball))|on (?:the (?:test|quiz|exam|final))|(?:an )?(?:email|text|message)|feelings|for (?:beating|winning)|records?|off the (?:board|team)))(?!'s (?:record|score|time|high))",
        r"how (?:do|can|could|would|to|should) (?:i |you |we |one |someone )?(?:\w+ )?(?:make|build|create|construct|assemble|cook|synthesi[sz]e|get|buy) (?:\w+ ){0,3}?(?:bomb|pipe bomb|explosives?|molotov|gun at home|meth|nerve gas|mustard gas|sarin|ricin|poison (?:gas|someone)|napalm|chlorine gas|silencer|ghost gun|grenade|heroin|cocaine|crack|fentanyl)",
        r"how (?:do|can|could|would|to|should) (?:i |you |we |one |someone )?(?:\w+ )?(?:get away with (?:murder|killing)|poison (?:my|a|some|his|her|the (?:teacher|dog|water))|kidnap|murder|stab|strangle|hide a (?:dead )?body|dispose of a body|hurt (?:someone|somebody|people|my))(?! in (?:the game|minecraft|among us))",
        r"(?:instructions|steps|guide|recipe|tutorial|manual|plans?) (?:on|for|to|of) (?:how to )?(?:\w+ ){0,4}?(?:bomb|explosives?|molotov|methamphetamine|meth|nerve agent|nerve gas|ricin|sarin|chemical weapon|bioweapon|pipe bomb|silencer|kidnap\w*|human trafficking|genocide|mass shooting|school shooting|assassinat\w+|smuggl\w+)",
        r"i (?:hope|wish) (?:you|he|she|they|my (?:\w+ )?(?:teacher|brother|sister|mom|dad|classmate)) (?:\w+ )?(?:die|dies|died|get killed|gets killed|gets? (?:hit by a (?:car|bus)|cancer|shot)|burns? in hell|would die|were dead|was dead)",
        r"(?:kill|hang|shoot|neck) (?:yourself|urself|your self|ur self)|kys|go die|drop dead",
        r"you(?:'re| are|r)? (?:all )?(?:dead meat|going to die tomorrow|gonna die tomorrow|will all (?:pay|die))",
    ),
)  # fmt: skip

SEXUAL = sign(
    Kind.SEXUAL,
    (
        r"(?:send|show|sent|post|share|trade|want|give)(?:s|ing)? (?:me |you |him |her |us |your |my |some |a |to |them )*(?:nudes?|nude (?:pics?|photos?|pictures)|naked (?:pics?|photos?|pictures|body)|dick pics?|tits|boobs|pussy|dick|cock|naked)",
        r"(?:have|having|had|want|wanna have|wants|doing) (?:\w+ ){0,2}?sex (?:with|chat|now|tonight)(?! (?:linked|chromosomes?|cells?|hormones?|ratio))|sext(?:ing)?(?: (?:with|me))?|sex chat|cybersex",
        r"(?:suck|lick|touch|stroke|jerk|rub|ride|fuck) (?:my|your|his|her) (?:dick|cock|pussy|tits|boobs|balls|ass|penis|vagina|clit|nipples?)",
        r"blow ?jobs?|hand ?jobs?|deep ?throat(?:ing)?|cum ?shots?|gang ?bang(?:ed)?|masturbat(?:e|ing|ed) (?:to|with|for|on|me|you)|jerk(?:ing)? off|jack(?:ing)? off|cumming|creampie|horny|hentai|pornhub|xvideos|onlyfans|milf|anal sex|fleshlight|dildo|orgy|threesome",
        r"(?:watch|watching|send|link|links|show|find|see|want|give|write|like|generate|make)(?: me| us| to| you| my| some| a| any)* (?:porn|porno|erotica|smut|pornography|xxx|sex (?:videos?|tapes?|stories|story|scenes?))|porn (?:sites?|videos?|links?)|(?:erotic|pornographic|sexually explicit|nsfw|sexual) (?:story|stories|role ?play|content|scene|fan ?fiction|novel|chat|poem|text|material|images?)",
        r"(?:wanna|want to|let's|lets|gonna|going to|would|could|can i|i'd|i want to) (?:\w+ ){0,2}?(?:fuck|bang|finger|bone|screw|rape|sleep with|make out with|see you naked|undress) (?:you|her|him|me|my (?:teacher|cousin|sister|friend|classmate|crush)|that (?:girl|boy)|with)?(?= *(?:[.,!?]|$|\w))(?! (?:up|with (?:this|the)|it up))",
        r"(?:are|r) (?:you|u) (?:horny|a virgin|naked|wet)|what are you wearing(?= *[?.!]*$)|talk dirty(?: to me)?|dirty talk|be my (?:sexy|slutty|sex) \w+|(?:sexy|hot) (?:pics?|photos?|roleplay|role play)|(?:big|nice|huge|your|ur|her) (?:tits|boobs|ass|titties|booty)(?! ignment)|role ?play (?:as )?(?:a |my )?(?:sexy|slutty|sexual)",
    ),
)  # fmt: skip

HATE = sign(
    Kind.HATE,
    (
        rf"(?:all |those |these |the |fucking |dirty |stupid |filthy )*{_GROUP} (?:all )?(?:are|should|must|need to|deserve to|have to|belong) (?:all |be |just |to be |really |only |nothing but |in the |a bunch of |less than )*(?:animals|vermin|rats|parasites|scum|trash|garbage|filth|subhuman|inferior|disgusting|killed|die|exterminated|gassed|deported|shot|hanged|terrorists|criminals|dirty|stupid|monkeys|apes|evil|dumb|kitchen|slaves|burn|eliminated|beaten|banned from (?:school|existing)|rapists|human)",
        rf"(?:i |we )(?:\w+ )?(?:hate|despise|can'?t stand) (?:all |those |these |fucking |the |dirty |stupid |every )*{_GROUP}(?= *(?:[.,!?]|$|and|so|because|in|at|they|who))",
        rf"(?:kill|gas|exterminate|lynch|deport|hang|death to|get rid of|shoot) (?:all |the |those |every |all the |all of the )*{_GROUP}",
        r"(?:go|get) back to (?:your|ur|their) (?:own )?(?:country|jungle|cave)|heil hitler|sieg heil|white power|white supremacy is right|gas the \w+|hitler (?:was right|did nothing wrong|should have finished)|race war now|1488",
        r"n[i1]gg(?:a|er|ers|as|uh)|f[a4]gg?(?:ot|ots|s)|fags?|tranny|trannies|k[i1]kes?|sp[i1]cs|wetbacks?|ch[i1]nks?|towel ?heads?|rag ?heads?|sand ?n\w+|retards?|pakis?|dykes|coons?|shemales?",
        rf"(?:write|tell|make|give)(?: me| us)? (?:\w+ ){{0,4}}?(?:racist|sexist|antisemitic|homophobic|islamophobic|hateful|transphobic|offensive) (?:\w+ )?(?:jokes?|story|speech|poem|rant|essay|slurs?|article|tweets?|comments?)|jokes? (?:about|that make fun of|making fun of|mocking) (?:all )?{_GROUP}",
    ),
)  # fmt: skip

PERSONAL_DATA = sign(
    Kind.PERSONAL_DATA,
    (
        r"my (?:\w+ )?(?:phone|mobile|cell|telephone|whatsapp|number)(?: ?number)?(?: is|:|'s|=| its)? *\+?[\d(][\d ().-]{6,}\d",
        r"(?:call|text|whatsapp|ring|message) me (?:at|on|:) *\+?[\d(][\d ().-]{6,}\d",
        r"my (?:home |house |full |postal |street )?address (?:is|:|'s|=) *\S.{3,}",
        r"(?:i|we) live (?:at|on|in) (?:number |no\.? |apartment |flat |house )?\d+[a-z]?,? (?:\w+ ){1,3}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|blvd|boulevard|court|ct|way|place|terrace|close|square|crescent)",
        r"my (?:\w+ )?(?:e-?mail|mail|gmail|hotmail)(?: address)?(?: is|:|'s|=)? *[\w.+-]+ ?(?:@|\(at\)| at ) ?[\w-]+ ?(?:\.| dot ) ?\w+",
        r"my (?:\w+ ){0,2}?(?:password|passwort|passcode|pin code|pin|login) (?:is|:|=|for \w+ is) *\S+",
        r"my (?:\w+ ){0,2}?(?:ssn|social security number|passport number|passport|credit card(?: number)?|card number|id number|bank account(?: number)?|iban|national id|student id|driver'?s licen[sc]e)(?: number)? ?(?:is|:|=|'s)? *(?:\w{0,3} ?)?\d[\d -]{3,}\w*",
        r"my (?:\w+ )?(?:insta|instagram|snap|snapchat|discord|tiktok|telegram|roblox|whatsapp|facebook)(?: (?:name|handle|user ?name|id|account|user))? (?:is|:|=) *@?\w[\w.#-]{2,}|add me on (?:insta|instagram|snap|snapchat|discord|telegram|tiktok|whatsapp)(?:\W+\w+)?",
        r"(?:i go to|i attend|my school is|i study at) [\w' ]{3,30} (?:school|academy|elementary|college|high|primary|middle)(?= *(?:in|on|at) \w)[\w ,']+ and (?:i live|my (?:name|address|phone))[\w ]+",
    ),
)  # fmt: skip

SIGNS = (SELF_HARM, ABUSE, DANGER, VIOLENCE, SEXUAL, HATE, PERSONAL_DATA)
