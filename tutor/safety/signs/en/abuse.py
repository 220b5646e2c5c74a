"""English signs of abuse."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign
from tutor.safety.signs.en.words import CLOSE

_ADULT = (
    r"(?:(?:my|our|the|a|this) (?:\w+ )?"
    r"(?:dad|father|daddy|stepdad|step dad|stepfather|mom|mum|mother|mommy|stepmom|stepmum|"
    r"stepmother|parents?|uncle|aunt|auntie|grandpa|granddad|grandfather|grandma|cousin|brother|"
    r"stepbrother|sister|teacher|coach|tutor|babysitter|neighbou?r|priest|pastor|boyfriend|"
    r"girlfriend|ex|boss|bus driver|caregiver|guardian|foster \w+|parents' friend|mom's boyfriend|"
    r"mum's boyfriend|moms boyfriend|mums boyfriend)|mom|dad|mum|daddy|someone|somebody|a man|"
    r"an adult|a grown ?up|an older (?:boy|girl|man|guy|kid|student)|a guy)"
)

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
            rf"{CLOSE} (?:\w+ ){{0,3}}?(?:is|was|gets|got|is being|has been|being|keeps getting) "
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
