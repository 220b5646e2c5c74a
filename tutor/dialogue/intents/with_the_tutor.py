"""English messages to the tutor itself, of nerves, and of work that belongs elsewhere: one way of saying to a line (pure).

Matched as the lines of `beside_the_task` are, and tried before them.
"""

from collections.abc import Mapping

from tutor.dialogue.intents.kinds import Intent

_LOUD = (
    r"(?:(?:so|really|very|just|super|pretty|kind of|kinda|a bit|a little|too|always|all|still|"
    r"such|quite|actually|even) )*"
)
_AFRAID = r"(?:scared|afraid(?! that\b)|nervous|worried|anxious|terrified|panicking|freaking out|stressed(?: out)?)"
_EXAM = r"(?:tests?|exams?|quiz|finals?|mocks?|sats|gcses?)"
_DUMB = r"(?:dumb|stupid|thick|slow|(?:an )?idiot|a? ?failure|bad|lazy)"
_ADULT = r"(?:teacher|sir|miss|mum|mom|dad|mother|father|parents|prof|professor)"
_SET = (
    r"(?:sentences?|lines?|essay|text|paragraphs?|summary|report|code|program|function|worksheet|"
    r"homework|hw|assignment|answers?|poster|presentation|project)"
)
_BIDS = (
    r"(?:write|calculate|find|explain|describe|show|work out|draw|complete|define|state|solve|"
    r"give|list|name|create|make)"
)
_SPAN = r"(?:days?|weeks?|months?|years?|while|ages|time|long)"

WITH_THE_TUTOR: Mapping[tuple[Intent, str], str] = {
    (Intent.FEELING, "exam_nerves"): rf"""
        (?=.*\b{_EXAM}\b)(?:.{{0,25}}\b)?i (?:am|feel|get|was) {_LOUD}{_AFRAID}\b.*
        (?:i am )?(?:scared|afraid|nervous|worried|anxious|stressed) (?:about|of|for|because of) (?:the|my|our|this|tomorrow\w*) .*\b{_EXAM}\b.*
        (?:the|my|our|this) (?:\w+ ){{0,2}}{_EXAM} (?:makes me|scares me|stresses me|is scary|is stressing)\b.*
    """,
    (Intent.FEELING, "nervous"): rf"""
        i (?:am|feel|get|was) {_LOUD}{_AFRAID}\b(?! i (?:do|can|did)\b)(?! (?:if|of) (?:the|a) \w+ (?:is|are)\b).*
        (?:my|our|the) (?:\w+ )?(?:teacher|sir|miss) (?:always |will |is going to |is gonna )*(?:gets?|be|is) {_LOUD}(?:angry|mad|annoyed|cross|upset|disappointed)\b.*
        is it (?:ok|okay|bad|normal|fine|weird|wrong|a problem)(?: (?:to be|that i am|if i am|being|when i am))+ (?:so |a bit |really |this |too )*(?:slow|stuck|confused|lost|behind|scared|bad at .*|not good at .*|slower .*)(?: \?)*$
        i (?:really )?do not want to (?:get|be|do|make) (?:it|this|that|anything|a|any)? ?(?:wrong|mistakes?)\b.*
        i (?:hope|pray) i do not (?:get|fail|mess|do)\b.*
    """,
    (Intent.FEELING, "forced"): rf"""
        (?:i am (?:only |just )?here (?:because|cos) )?(?:my |our |the )?(?:{_ADULT}|parents|nan|gran|school)(?: \w+)? (?:made|makes|make|is making|are making|forced|forces|force|told|tells|wants|want|says|said) (?:me|us|i)(?: (?:to|have to|must|got to))? (?:\w+ ){{0,2}}?(?:do|be|come|sit|use|here|this|it|go on)\b(?: \w+){{0,3}}$
        i (?:really |just )?(?:do|did) not (?:even |really )?want to (?:do|be|use|sit) (?:this|here|it|any of this)\b(?: (?:ok|anyway|at all|but|because|so|my|mum|mom|dad|made|me)){{0,6}}$
        do i (?:really |even )?(?:have|got|need) to (?:do|finish) (?:this|it|these|that)(?: \?)*$
        i (?:only|just) do (?:this|it) (?:because|for) .{{0,40}}$
    """,
    (Intent.ABOUT, "mistaken"): r"""
        (?:(?:is|was|are) )?(?:my|our|the|his|her) (?:\w+ )?(?:dad|mum|mom|father|mother|brother|sister|friend|mate|teacher|cousin|gran|granny|nan|grandpa|grandad|uncle|aunt|book|classmate|sir|miss|he|she) (?:(?:is|was|are) )?(?:just |totally |actually |really )?(?:wrong|right|lying|mistaken|correct)(?: (?:then|about (?:that|this|it)|or not|or right|or wrong))*(?: \?)*$
    """,
    (Intent.FEELING, "cross"): rf"""
        (?:this|it|that) (?:is|was) {_LOUD}(?:stupid|dumb|pointless|useless|rubbish|trash|garbage|a (?:total |complete )?waste of (?:my )?time)(?! (?:and so are|question is)\b)(?: (?:and |so )*(?:why|how come) (?:do|must|should|would|am) i\b.*)?$
        not (?:this|that|it|you) again(?: (?:ugh|please|man|bro|lol|seriously|pls))*$
    """,
    (Intent.ABOUT, "unheard"): r"""
        you (?:did|do|have) not (?:even |really |actually )?(?:answer|answered|reply|replied|understand|understood|get|got|listen)(?: to)?(?: (?:me|my question|what i (?:asked|said|meant)|the question|it|that))?(?: (?:at all|though|yet))*$
        (?:that|this|it) (?:is|was) not (?:really |even )?(?:what i (?:asked|meant|said|wanted|want)|my question|an answer(?: to my question)?)\b.*
        (?:that|this|it) (?:does|did) not (?:really |even )?(?:answer|tell me|help with) (?:my|the|what) .*
        i (?:did not ask (?:that|this|for that|about that)|asked (?:you )?(?:something|a question|about something)(?: else| different)*|meant? something else)$
        answer (?:me|my question)(?: (?:please|now))*$
        you are (?:not listening|ignoring me|ignoring my question)\b.*
    """,
    (Intent.ABOUT, "liked"): r"""
        (?:you are (?:ok|cool|nice|alright|funny|sweet)(?: i guess| though)? )?(?:but )?(?:do|did) you (?:even |really |actually |honestly )*(?:like|love|care about|miss) me\b.*
        (?:are|can|will) (?:you|we) (?:be )?(?:my )?(?:best )?(?:friends?|bff|besties?|mates?)\b.*
        i (?:really |kind of |kinda )*(?:like|love) you\b(?! (?:to|when)\b).*
    """,
    (Intent.ABOUT, "esteem"): rf"""
        (?:are|did|do|were) you (?:even |just |really |actually |trying to )*(?:calls?|called|calling|say|saying|mean|think|thinking)(?: that)? (?:me|i am) {_LOUD}(?:a |an )?{_DUMB}\b.*
        you (?:just |always |really )*(?:called|call|are calling|think|said) (?:that )?(?:me|i am) {_LOUD}(?:a |an )?{_DUMB}\b.*
    """,
    (Intent.ABOUT, "able"): r"""
        (?:do|are|can) you (?:even |actually |really )+(?:know|good at|do|understand) (?:maths?|python|coding|code|biology|science|fractions|anything|this stuff|this)(?: yourself)?(?: \?)*$
        (?:are|is) you (?:ever |always )?(?:wrong|right)(?: \?)*$
        (?:can|could|do) you (?:ever )?(?:be|get|make) (?:it |things |any )?(?:wrong|mistakes?)(?: \?)*$
    """,
    (Intent.ABOUT, "made"): r"""
        (?:are|is) (?:you|this|meno|it) (?:really |actually |even )*(?:an? )?(?:(?:real|actual|human|live|proper|true) )+(?:teacher|tutor|man|woman|guy|lady|prof)\b.*
        (?:are|is) (?:you|this) (?:really |actually |even )*(?:a )?(?:teacher|somebody|someone)(?: or .{2,25})?(?: \?)*$
    """,
    (Intent.ABOUT, "solved"): r"""
        why (?:is|was|are|were)(?: (?:it|that|this|they|the answer))? -?\d[\d /.]*(?: (?:and not|instead of|rather than|not) .*)?(?: \?)*$
        (?:how come(?: (?:is|was|it|that|are))*|why(?: (?:is|was|are|does|can|it|that))+) not(?: (?:it|that|be|the answer))* (?:\S*\d\S*|[a-f](?= |$))(?: .*)?$
    """,
    (Intent.ABOUT, "asking"): r"""
        why (?:do|are|must) you (?!asking me (?:this|that|it)(?: one)?(?: \?)*$)(?:always |only |just |keep |keep on |still )*(?:ask|asking|quiz|quizzing|question|questioning)(?: me)?(?: (?:all|always|so many|these|this|stuff|things?|questions?|that|so much))*(?: (?:and not|instead|just|can you|tell|when)\b.*)?(?: \?)*$
        you (?:always|only|just|keep|keep on) (?:ask|asking)(?: me)?(?: (?:questions?|stuff|things?))?\b.*
        (?:stop|quit|can you stop) asking(?: me)?(?: (?:so many|all these|these|stupid|stuff|things?|questions?))*(?: (?:and )?(?:just )?(?:tell|explain)\b.*)?$
        just tell me (?:things|stuff|something)$
    """,
    (Intent.ABOUT, "check"): r"""
        (?:is|was) (?:this|that|it|mine|my answer) (?:really |actually )?(?:right|correct|wrong)(?: \?)+ (?!(?:what|why|how|when|where|which|who)\b).*
    """,
    (Intent.ABOUT, "counts"): r"""
        how (?:many|much) (?:points?|marks?|stars?|xp|coins?|credits?) (?:do|did|will|can|have|would) (?:i|we) (?:get|got|have|earn|win|need)(?: (?:for (?:this|it|that|each one|one|every one)|now|so far|already))*(?: \?)*$
    """,
    (Intent.ABOUT, "beginner"): r"""
        (?:(?:i am |i'm )?(?:only )?\d+(?: years old)? (?:and )?)?i (?:have )?never (?:really |ever |even )?(?:did|done|coded|code|programmed|learned|learnt|had|tried|used)\b(?: (?:any |this |it |some )?(?:coding|code|python|programming|fractions?|biology|maths?|computers?|this|it|that))*$
    """,
    (Intent.ABOUT, "left"): r"""
        how (?:much|many) (?:is |are )?left (?:until|till|before|of this|for today|i (?:want|wanna|need|have)|can i|then i)\b.*
        (?:do|must) (?:i|we) (?:really )?(?:have|need) to (?:do|answer|finish) (?:all|every one|each)(?: of)?(?: (?:these|them|those|this|it|questions?|the))*(?: \?)*$
    """,
    (Intent.ABOUT, "seen"): rf"""
        (?:(?:can|could|will|would) you )?(?:please )?(?:tell|show|let|inform) (?:my|the|our) {_ADULT}(?: know)?\b.*
    """,
    (Intent.ABOUT, "returned"): rf"""
        ^(?!.*\b(?:what|how|why|which|can you)\b)(?:(?:hi|hey|hello|ok|so|well|sorry|um|it is|it has) )*(?:(?:i am |now i am |finally )?back (?:after|from|since)\b|been (?:a|an|so|too|like|about|over|two|three|four|some|\d+)(?: \w+){{0,2}} {_SPAN}\b|long time no see|i (?:was|have been) (?:away|ill|sick|on holiday|on vacation|gone|not here|off sick)\b|i have not (?:been|done|practi[cs]ed|used|opened)\b.*\b{_SPAN}\b).*$
    """,
    (Intent.ABOUT, "not_mine"): rf"""
        .*\b(?:can|could|will|would) you (?:please )?(?:just )?(?:write|do|make|finish|type|create)(?: me| for me)? (?:me )?(?:it|this|that|them|all of it|\d+ \w+|(?:an?|my|the|some|the whole|one|two|three|four|five|ten) (?:\w+ )?{_SET})\b(?: .*)?\b(?:for me|to hand in|for (?:my )?(?:homework|school|class|teacher))\b.*
        .*\b(?:can|could|will|would) you (?:please )?(?:just )?(?:write|do|make|finish|type|create)(?: me)? (?:\d+|an?|the whole|one|two|three|four|five|ten) (?:\w+ )?(?:sentences|essay|paragraphs?|summary|report|poster|presentation|project)\b.*
        (?:please )?(?:write|do) (?:it|this|them|that|my (?:homework|hw|essay|assignment)) for me\b.*
        (?:exercise|task|problem|homework|worksheet|ex|q|question) ?\d+ ?[a-d]?\b.*\b{_BIDS}\b(?: \S+){{3,}}
    """,
    (Intent.ABOUT, "homework"): r"""
        (?:it|this|that|my \w+) is due (?:tomorrow|today|tonight|now|in|on|by)\b.*
        (?:(?:i|we) (?:really )?need (?:some )?help (?:with|on|in|for) (?:my |our |the |some |this )?(?:\w+ )?(?:homework|hw|worksheet|assignment))\b(?! (?:is )?(?:about|on)\b)(?!.*\b(?:what|why|how) (?:is|are|do|does)\b).*
    """,
}  # fmt: skip
