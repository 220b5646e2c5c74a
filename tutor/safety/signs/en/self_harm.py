"""English signs of self-harm."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign
from tutor.safety.signs.en.words import CLOSE, FEW

_I = r"(?:i|im|i'm|ive|i've|ill|i'll|id|i'd|me|my)"
_ANY = r"(?:\w+[' ,]+){0,4}?"
_SELF = r"(?:myself|my self|meself|mysef|myslef|mself)"
_END = (
    r"(?:kill|hurt|harm|cut|hang|starve|drown|poison|stab|shoot|burn|end|off|unalive|punish|kms|"
    r"destroy|suffocate|strangle)"
)
_ING = (
    r"(?:killing|hurting|harming|cutting|hanging|starving|drowning|poisoning|stabbing|shooting|"
    r"burning|unaliving|ending|punishing|strangling)"
)
_AGAIN = r"(?:any ?more|any longer|in this world|on this (?:earth|planet)|tomorrow)"

SELF_HARM = sign(
    Kind.SELF_HARM,
    (
        rf"{_END} {_SELF}",
        rf"{_ING} {_SELF}",
        r"kms|kys myself|unalive myself",
        (
            rf"(?:i|i'm|im|i am|just|really|id|i'd|i'll|me|and|wish i could) {FEW}"
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
            rf"be (?:happy|happier|glad|sad|better(?: off)?)|cry) {FEW}if i (?:just )?"
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
        rf"{CLOSE} (?:is|are) (?:going to|gonna) do something (?:bad |stupid )?to (?:him|her|them)sel(?:f|ves)",
        r"i (?:don'?t|dont|do not) deserve to (?:live|be alive|exist)",
        r"(?:i )?(?:hate|despise) (?:being alive|my life so much i)",
        (
            rf"{CLOSE} {_ANY}(?:wants? to (?:die|kill|end)|"
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
