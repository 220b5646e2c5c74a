"""English signs of what a learner does or says to others."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign
from tutor.safety.signs.en.words import FEW

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

VIOLENCE = sign(
    Kind.VIOLENCE,
    (
        (
            rf"(?:i|i'm|im|i am|i'll|ill|i'd|we|we'll|we're|we are|gonna|going to|lets|"
            rf"let's) {FEW}(?:will|want to|wanna|going to|gonna|gotta|could just|would love to|"
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
            r"hitler (?:was right|did nothing wrong|should have finished)|race war now|"
            r"(?:heil|sieg|hitler|white (?:power|pride)),? 1488|1488,? (?:heil|sieg|hitler|white|forever)"
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
