"""Whole messages that are known requests, and the turns of phrase that open questions (pure)."""

import re

from tutor.dialogue.intents.at_an_item import AT_AN_ITEM
from tutor.dialogue.intents.at_any_time import AT_ANY_TIME
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.lines import either

# Whole messages (in lower case, see `read`): anchored at both ends, so that a response which merely
# contains one of these words stays a response.
_S = (
    r"(?:(?:um+|uh+|er+|ok(?:ay)?|so|well|hm+|sorry|please|pls|hey|but|oh|just|bro|honestly|like|"
    r"omg|wait|and|yeah|huh|alright|lol|no wait|nah|cool|great|nice|fine|perfect|awesome) )*"
)
_E = (
    r"(?: (?:please|pls|plz|thanks|thx|now|yet|bro|lol|sorry|tbh|sir|miss|ok|anymore|at all|here|"
    r"again|about this|on this|for this|for me|this one|this|that|it))*"
)
PATTERNS = tuple(
    (intent, re.compile(rf"{_S}(?:{either(lines)}){_E}[ .!?]*"))
    for intent, lines in (*AT_AN_ITEM.items(), *AT_ANY_TIME.items())
)

_THEN = r"(?:(?:please|pls|so|but|and|wait|ok|okay|um+|hey|sorry|also|like|yeah|oh|no|then|hmm+|well|lol|right) )*"
QUESTION = re.compile(
    rf"^{_THEN}(?:what|why|how|when|where|who|whose|which|"
    r"can|could|do|does|did|is|are|was|were|should|would|will|whats|wats|hows|explain|define|describe|tell me|"
    r"what'?s|how'?s|why'?s|where'?s|who'?s|when'?s|(?:is|are|was|were|do|does|did|has|have|would|should|could|ca)n'?t|"
    r"difference between|meaning of)\b"
)
STRONG = re.compile(
    rf"^{_THEN}(?:what|why|how|when|where|who|whats|hows|explain|define|"
    r"describe|tell me|what'?s|how'?s|why'?s|where'?s|who'?s|can (?:you|u|i|we)|could (?:you|u)|"
    r"do (?:i|we|you)|does|difference between)\b"
)
GUESS = re.compile(
    r"^(?:(?:so|but|and|wait|ok|um+|maybe|hmm+|well|oh|no|like|then|uh+) )*"
    r"(?:is it(?! (?:like (?:when|if|a|an|the|in|how)|the same|possible|always|ever|called|"
    r"true that|because|bad|ok(?:ay)? to|fine to|wrong to|allowed)\b)|is the answer|"
    r"would (?:it|that|this) be|could (?:it|that|this) be|"
    r"is that(?! (?:why|because|how|when|what|where|"
    r"(?:an? )?(?:real|thing|joke|lot|trick|good|bad|normal|true|possible|everything|all))\b)|"
    r"are they|isn'?t it|i think|i guess|maybe|it'?s|its|the answer is|my answer is)\b"
)
# A learner about themselves, and no answer put that way (“i said”, “i got 12”, “i would say a cell”).
ONESELF = re.compile(
    r"^(?:(?:so|but|and|ugh|omg|oh|lol|well|ok) )*"
    r"(?:i'?m|i am|im|my|we|our|i "
    r"(?!think|guess|say|said|would|wrote|write|believe|reckon|got|get|know|have \d|meant?|"
    r"chose|choose|pick|typed?|tried|try|ran|run|put|used?|added|counted|did|made|found|saw|"
    r"see|read|looked|multiplied|divided|calculated)\w+) "
    r"(?!\d|answer|guess|solution|result)\w+"
)
# A question that goes on with what it asks about: “how do you turn 5/8 into a decimal”, but not “how about 5/8”.
ASKS_HOW = re.compile(
    r"^(?:(?:so|but|and|wait|ok|um+|hey) )*"
    r"(?:how (?:do|does|did|can|could|would|should|is|are|come)|"
    r"why (?:is|are|isn'?t|do|does|did|can|not)|"
    r"what (?:does|do|did|happens|would|makes)|whats? (?:is )?the difference|explain|tell me (?:how|why|what))\b"
)
# A question what something is that happens to be an option (“what is an organ”), but not what the answer is.
ASKS_WHAT = re.compile(
    r"^(?:(?:so|but|and|wait|ok|um+|hey|sorry) )*"
    r"(?:what(?:'?s| is| are| even is)|wats|who(?:'?s| is| are)) "
    r"(?!(?:the|my) (?:answer|result|number)|\d)"
)
# A question what a thing can or does (“can a mushroom think”), but for one of “it”, which may be an attempt.
ASKS_WHETHER = re.compile(
    r"^(?:(?:so|but|and|wait|ok|um+|hey|oh) )*(?:can|could|do|does|did) "
    r"(?:(?:an?|the|all|every|some) )?(?!it\b|that\b|this\b|i\b|you\b|u\b|we\b|they\b|the\b|an?\b)"
    r"[^\W\d]{3,} [^\W\d]{3,}"
    r"|^(?:(?:so|but|and|wait|ok|um+|hey|oh) )*(?:is|are) (?:(?:an?|the|all) )?"
    r"(?!it\b|that\b|this\b|they\b|the\b|an?\b)[^\W\d]{3,} (?:when|because|like|where|if|how|why)\b"
)
# An attempt goes on with a name (“is it the nucleus”), a question with what there is of it (“is it in every cell”).
ASKS_OF_IT = re.compile(
    r"^(?:(?:so|but|and|wait|ok|um+|oh|then) )*(?:is it|is that|are they|isn'?t it) "
    r"(?:in|on|at|for|from|by|with|part|just|made|used|found|only|also|still|even|ever|really|"
    r"true|about|inside|all|any|both|every\w*)\b [^\W\d]+"
)
BY_PLACE = re.compile(
    r"(?:no|nope|not that|wrong)\b.{0,20}\bthe other (?:one|option|answer)[ ?!.]*$|"
    r"(?:(?:then|no|ok|so|oh|wait|and|um+|it'?s|its|is it|maybe|"
    r"i (?:think|mean|meant|guess|pick|choose|say)) )*(?:the )?"
    r"(?:other|first|second|third|fourth|last|top|bottom|middle|1st|2nd|3rd|4th)"
    r"(?: (?:one|option|answer|choice))?"
    r"(?: (?:then|maybe|with|that|where|please|i (?:think|guess))\b.{0,30})?[ ?!.]*$"
)
ALWAYS = re.compile(r"\b(?:always|never|every ?time|all the time|in general)\b")
# Taking the only thing that was offered.
AGREES = re.compile(
    r"(?:(?:oh|um+|ok|okay|well) )*"
    r"(?:yes|yess+|yeah|yea|yep|yup|ye|ya|ok|okay|sure|right|correct|exactly|"
    r"(?:yes |yeah )?(?:that|this|it is|that is it|that one|please)|s[ií]|claro|vale|eso|ese|"
    r"esa)(?: (?:please|pls|plz|that one|that|it is|thanks|ty|por favor|porfa|eso))*[ .!]*"
)
# What the tutor is said to have said: it is no answer, whatever number is in it.
YOU_SAID = re.compile(
    r"^(?:(?:but|so|and|wait|hey|no|oh|ok) )*(?:you|u|meno|the hint|your hint) "
    r"(?:just |literally |already |only )*(?:said|told me|wrote|showed)\b"
)
# What goes on from what was said (“so like a box?”, “and an improper one?”), but for a guess (“so the nucleus?”).
GOES_ON = re.compile(
    r"^(?:(?:oh|ok|okay|wait|hmm+|but|yeah|no) )*"
    r"(?:(?:so|or|then|like|because|cause)\b"
    r"(?! (?:the|an?|is it|it'?s|its) [^\W\d]+ ?\?*$) \S+ .+|"
    r"(?:and|but|what about|how about) .+)"
)
# A question that begins with something else: “it prints it 5 times why”, “xylem or phloem, which one is water”.
ASKS_LATE = re.compile(
    r" (?:why|how come|how so|what (?:does|is|do|are) (?:that|this|it|they)\b.*|whats? that)"
    r"(?: (?:is|does|doesn'?t|do|are|tho|though)\b.*)?[ ?!.]*$"
    r"|\bwhich (?:one|of them|is|way)\b|\b\w+ (?:vs|versus) \w+|\b(?:is|are) (?:that|this|they|it) the same\b"
    r"|\b(?:what'?s|what is) the diff\w*|\bwhat (?:is |does )?(?:it )?means? \w+"
)
# A question that begins behind what it is about (“rocks arent y is that”, “more of both so why is it too little”).
ASKS_WITHIN = re.compile(
    r"\b(?:(?:and|but|so) )?(?:why|how|y) (?:is|are|do|does|did|can|come|not|isn'?t|aren'?t|don'?t|doesn'?t|would)\b"
)
# A question by the order of its words, which no attempt has (“do animals have one”, “how many can i have”).
INVERTED = re.compile(
    r"^(?:(?:so|and|but|wait|ok|oh|then) )*"
    r"(?:why|how|when|where|who|which|what about|how about|what (?:is|are|does|do|did|if|happens)|"
    r"(?:do|does|did|can|could|should|must|would|will|has|have) "
    r"(?:i|you|u|we|they|it|the|an?|all|every|plants?|animals?|\w+s)\b|"
    r"(?:is|are) (?:that|this|it|they) (?:the same|always|ever|also|possible|like|because)|"
    r"(?:is|are) (?!it|that|this|they|the|an?\b)[^\W\d]+ (?:one|an?|too|also)|is there|"
    r"are there)\b"
    r"|^(?:is|are|was|do|does|can)\b.* or (?:what|not|something)[ ?]*$"
)
# Right after an explanation, a question about what it told (“is that just breathing”) or an objection (“but i did define it”).
OF_TOLD = re.compile(
    r"^(?:(?:so|and|but|wait|ok|oh|then) )*"
    r"(?:is that|are those|are these|is this|have|has|had) "
    r"(?!right\b|wrong\b|correct\b|ok\b|the answer)\w+|^but (?:i|mine|my|it|then)\b"
)
# A statement, where an answer would be a word or two.
TELLS = re.compile(
    r"\b(?:is|are|was|were|do|does|did|can|could|has|have|had|means?|makes?|needs?|gets?|"
    r"happens?|works?|would|will|uses?|starts?|eats?|breathes?)\b"
)
# What somebody else said, or one's own idea till now: to be looked at, not to be graded.
REPORTED = re.compile(
    r"^(?:(?:but|so|and|wait|well|ok|um+|hey|no|oh) )*"
    r"(?:(?:my|our|the|a|some) (?:\w+ ){0,2}?"
    r"(?:teacher|tutor|sister|brother|mum|mom|dad|father|mother|gran\w*|nan|uncle|aunt|cousin|"
    r"friends?|mates?|partner|grandad|classmates?|neighbou?r|sir|miss|book|textbook|notes|worksheet|internet|video|app|"
    r"calculator|website)|sir|miss|google|chat ?gpt|wikipedia|someone|somebody|people|everyone|"
    r"they)(?: (?:always|just|also|once|all))* "
    r"(?:says?|said|told (?:me|us)|tells (?:me|us)|thinks?|taught (?:me|us)|teaches|"
    r"showed (?:me|us)|explained)(?: (?:to (?:me|us)|me|us))?(?: that)? "
    r"(?P<said>(?!(?:i|i'?m|it'?s|it is|that'?s|that is|we|to|no|yes)\b).{8,})"
    r"|^(?:(?:pero|y|es que|oye) )*(?:mi|el|la) (?:\w+ )?"
    r"(?:profes?|profesora?|maestr[oa]|herman[oa]|madre|padre|mam[aá]|pap[aá]|abuel[oa]|amig[oa]|"
    r"prim[oa]|libro) (?:me )?(?:dice|dijo|ha dicho|explic[oó]) (?:que|q|k) (?P<dicho>.{8,})"
    r"|^(?:(?:pero|y|es que|oye) )*(?:yo )?(?:pensaba|pens[eé]|cre[ií]a|o[ií]|le[ií]) (?:que|q|k) (?P<creido>.{8,})"
    r"|^(?:(?:but|so|and|wait|well|ok|um+|oh) )*"
    r"(?:i (?:always |just )?(?:thought|heard|read)|(?:isn'?t|is not) it that|"
    r"(?:don'?t|can'?t) (?:you|we) just|you (?:just|always|only))"
    r"(?: (?:once|somewhere|before|just))?(?: that)? (?P<idea>.{8,})",
    re.IGNORECASE,
)
# A word that is not understood: what it means is asked.
WORD_NOT_GOT = re.compile(
    r"^(?:(?:but|so|and|wait|ok|um+|sorry|hey) )*i (?:don'?t|do not|didn'?t|can'?t) "
    r"(?:really )?(?:get|understand|know|remember)(?: what)? (?:the|this|that) "
    r"(?:word|words|term) (?P<x>\S.+)"
)
# What is not understood, named: to be explained, where the course knows it.
NOT_GOT = re.compile(
    r"^(?:(?:but|so|and|wait|well|ok|um+|sorry|hey|still|also) )*i "
    r"(?:still |really |just |also )*(?:don'?t|do not|didn'?t|can'?t) "
    r"(?:really |quite |even )?(?:get|understand|see|remember|know)(?: what| how| why)? "
    r"(?P<x>(?:the |a |an |those |these )?[^\W\d].{3,})"
)
# Not knowing what a thing is names the thing, and may so hold the answer: “idk what a cell is”.
KNOWS_NOT_WHAT = re.compile(
    r"\b(?:idk|dunno|no (?:idea|clue)|"
    r"(?:don'?t|do not|didn'?t|never) (?:really |even |quite )?"
    r"(?:know|get|understand|remember|learn\w*)|forg[eo]t\w*|not sure|"
    r"no (?:s[eé]|entiendo|recuerdo)|ni idea(?: de)?) "
    r"(?:what|who|which|qu[eé]|qui[eé]n|cu[aá]l)"
    r"(?! (?:to|i|you|u|we|it|that|this|hacer|the (?:answer|question))\b)\b.*\b"
    r"(?:is|are|was|were|means?|does|do|es|son|significan?|hacen?)"
    r"(?: (?:lol|lmao|ha(?:ha)+|tbh|ngl|bro|dude|mate|man|sir|miss|please|pls|tho(?:ugh)?|rn|yet|"
    r"anymore|any more|at all|really|exactly|jaja))*[ .?!]*$"
    r"|\b(?:idk|(?:don'?t|do not) know|no s[eé]) (?:what|qu[eé]) (?:is|are|does|es|son)\b|"
    r"\b(?:idk|(?:don'?t|do not) know) what'?s (?:an? )?\w+"
    r"|\bno s[eé] qu[eé] (?:es|son|significan?)\b"
)
# A wish to talk of something: whether the course has it, its words tell.
TALK_OF = re.compile(
    r"^(?:(?:so|but|and|ok|hey|please|now|then) )*"
    r"(?:(?:can|could|shall|may) (?:we|i|you) (?:please )?(?:talk|speak|chat|discuss)|"
    r"let'?s (?:talk|speak|chat)|i (?:want to|wanna|would like to|'d like to) (?:talk|chat)|"
    r"do you want to (?:talk|chat))\b"
)
# An idea of the matter, and no attempt at the open item: “i think plants eat soil”.
I_BELIEVE = re.compile(
    r"^(?:(?:but|so|and|well|ok|um+|oh|hmm+) )*i (?:think|believe|always think|am sure)"
    r"(?: that)? (?P<x>(?!(?:i|i'?m|we|my|it|it'?s|its|that|this|the answer|you|u|so|maybe|"
    r"yes|no)\b)[^\W\d].*)$"
)
# What a program said to the learner, told to the tutor: “it says NameError”.
ERROR_SEEN = re.compile(
    r"^(?:(?:but|so|and|wait|ok|um+|hey|now|then) )*"
    r"(?:i (?:get|got|have|am getting|keep getting)|"
    r"(?:it|python|the (?:computer|program|screen|terminal|console)|my (?:code|program|computer)) "
    r"(?:just |always |keeps? |only )?"
    r"(?:says?|saying|said|gives?|giving|gave|shows?|showed|throws?|has))\b "
    r"(?P<said>.*(?:error|exception|traceback|invalid syntax|not defined).*)"
    r"|^(?:(?:but|so|and|wait|ok|um+|hey|now|then|help) )*"
    r"(?P<fails>(?:my|the) (?:code|program|loop|function|script)(?: (?:just|still|always|only))* "
    r"(?:doesn'?t|does not|won'?t|will not|isn'?t|is not|keeps|never|crash\w*|broke\w*|stops|"
    r"fails).*)",
    re.IGNORECASE,
)
# What the learner's own work is about: “it's about osmosis”.
NAMES_IT = re.compile(
    r"^(?:(?:well|so|ok|um+|but|no) )*"
    r"(?:it'?s|it is|this is|that'?s|"
    r"my (?:\w+ )?(?:homework|test|question|topic|worksheet|project) is|"
    r"we(?:'re| are) (?:doing|learning|studying)|i(?:'m| am) (?:doing|learning|studying)) "
    r"(?:all |mostly )?(?:about|on) \S+"
)
# Two words that speak of something at hand and name nothing: “that's crazy”, “so unfair”.
POINTS = re.compile(
    r"(?:that'?s|that|this|you|ur|you'?re|i'?m|i|we|my|me|he|she|they|wow|omg|so|very|too|"
    r"just|lol|bruh|bro|oh|nice|cool|ok|no|yes|what|not)\b"
)
# Around what a learner says to know: “i can already do … by heart”.
_CLAIMS = re.compile(
    r"^(?:(?:but|so|and|oh|ok|well|hey|wait|um+|yeah) )*(?:esto )?(?:(?:i|we) )?"
    r"(?:already|alr|really|do|can|have)* ?(?:already |alr )?"
    r"(?:know|learn(?:ed|t)|did|do|understand|get|got|mastered|finished|"
    r"ya (?:me )?(?:lo )?(?:s[eé]|conozco|domino))"
    r"(?: (?:already|all|how to|hacer|(?:work(?:ing)? with|do(?:ing)?|about|of)(?= \w)))*\b"
)
_CLAIMED = re.compile(
    r"(?: (?:already|by heart|well|very well|now|perfectly|everything about it|todo|bien|"
    r"(?:last|this) (?:year|week|month)|in (?:class|school)))+$"
)
_THIS = re.compile(
    r"(?:|(?:all )?(?:of )?(?:this|that|it|these|those|everything|stuff|esto|eso|todo)"
    r"(?: (?:all|stuff|topic|one|already|thing|skill))*"
    r"(?: (?:(?:so |please |pls )?test me(?: out)?|"
    r"(?:so |and |bc |because |cuz )?"
    r"(?:it|it'?s|its|that'?s|thats|they'?re|we|we'?ve|i)\b.*))?|test me(?: out)?)"
)
# A reason, and no answer before it.
REASON = re.compile(
    r"(?:(?:um+|uh|well|so|just|yeah|yes|idk|pues|es que) )*"
    r"(?:because|becuse|becase|bc|bcs|cuz|coz|cos|cause|since|porque|porq|pq|xq|ya que)\b"
    r"(?! (?:it'?s|its|it is|es|son) \S+$)"
)
BEWILDERED = re.compile(
    r"(?:(?:wait|um+|uh+|but|no) )*(?:wh+a+t+|huh+|wut|eh+|qu[eé]|c[oó]mo)[\s?!.]*"
)
WONDERS = re.compile(r"\b(?:why|how come|how so|por qu[eé]|c[oó]mo as[ií])\b")
BARE_WHY = re.compile(
    r"\b(?:why|how come|how so|por qu[eé]|ليش|ليه|لماذا|علاش)(?: (?:not|tho|though|is that|that))?[ ?؟!.]*$"
    r"|^(?:y |pero )?porqu[eé][ ?!.]*$"
)
LIKENED = re.compile(
    r"^(?:(?:so|but|and|wait|oh|ok) )*(?:is it|it is|it'?s|that'?s) like (?:when|if|how|in)\b"
)
PRACTISE_X = re.compile(
    r"\b(?:quiz|test|ask|practi[cs]e|drill|questions?|exercises?|problems?|work|preguntame|"
    r"pregúntame|practicar)\b.{0,20}?\b(?:on|about|with|for|in|sobre)\b (?P<x>.{2,60})$|"
    r"\b(?:practi[cs]e|learn|do|study|revise|review)\b "
    r"(?P<y>(?!(?:you|i|we|they|it|that|this)\b).{3,60})$|"
    r"\b(?:skip|go|move|switch|jump|change) (?:on |over |ahead |straight |back )?to "
    r"(?P<z>(?!(?:the|another|an?|next|my|bed|sleep|school|something|someone|it|that|"
    r"this)\b).{3,60})$"
    r"|(?!.*\b(?:examples?|ejemplos?)\b)"
    r"(?:\b(?:give|send|ask) (?:me|us)|"
    r"\b(?:can|could) (?:we|i|you|u) (?:please )?(?:do|have|get|give me)|"
    r"\bi (?:want|wanna|need|asked(?: you)?))(?: to do)? "
    r"(?:something|anything|stuff|a (?:question|task)|for)(?: (?:hard|harder|easy|new))? "
    r"(?:about |on |with |from |for )?(?!(?:me|my|you|the (?:answer|hint))\b)"
    r"(?P<v>[^\W\d].{2,60})$"
    r"|\bi (?:just |really )?wanted(?: to (?:do|practi[cs]e|learn|have))? "
    r"(?!(?:to|it|that|this|you|my|a|an|the (?:answer|hint))\b)(?P<u>[^\W\d].{2,40})$"
    r"|\b(?:quiero|vamos a|podemos|prefiero) (?:seguir|practicar|hacer|continuar|trabajar)"
    r"(?: con| de| sobre)? (?P<t>[^\W\d].{2,40})$"
    r"|(?:\bi (?:really |just )?(?:want|wanna|need|would like|'d like)|\bgive me|"
    r"\b(?:can|could) (?:i|we) (?:have|do|get)|\blet'?s (?:do|have))(?: to (?:do|have|get|see))? "
    r"(?:some |a few |a bit |even )?more (?:of |on |about |with )?(?P<w>.{3,60})$"
)
# What is not wanted, named beside what is: “more loops, not print”.
NOT_THAT = re.compile(
    r" (?:and )?(?:not|no|instead of|rather than) (?:the |an? )?[^\W\d]+(?: [^\W\d]+)?[ .!]*$"
)
TEST_ON = re.compile(
    r"\b(?:on|about|in|over|covering) "
    r"(?!(?:(?:the|my|our|this|that|a|an|next) )*(?:\w+ )?"
    r"(?:tests?|exams?|quiz|finals?|mocks?)\b)(?P<x>.{3,60}?)"
    r"(?=$| (?:on|about|in|this|next|tomorrow)\b)"
)
WHEN = re.compile(
    r"\b(?:on |by |next |this )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tmrw|"
    r"today|week|(?:two|three|\d+) (?:days|weeks))\b.*$"
)
WISH = re.compile(r"^(?:(?:so|but|and|ok|hey|please|now) )*(?:can|could|may|shall) (?:we|i|you)\b")
TEACH = re.compile(
    r"^(?:(?:so|but|and|ok|hey|please|now|hi) )*(?:(?:can|could) (?:you|u) )?"
    r"(?:please )?teach me (?!(?:this|that|it|something|anything|more|again)\b)\w+"
)
DO_THEY = re.compile(
    r"^(?:(?:so|and|but|ok|okay|oh|wait|then) )*"
    r"(?:(?:does|did|do (?!some|a |an |more|another|the |my |it |this |\d)\w+) \w+ \w+|"
    r"do (?!some |a |an |more |another |the |my |it |this |\d)(?:\w+ ){1,4}"
    r"(?:have|need|get|make|use|eat|live|die|move|grow|breathe|contain|look|come|always|also|"
    r"ever)\b|"
    r"do (?:\w+[^\Ws]s|people|we|they) (?!please|now|again|today|first|instead|then|next|pls|with|on|in)\w+$)"
)  # a question, no wish to do something
TAIL = re.compile(
    r"(?: (?:i guess|i suppose|maybe|the (?:hard|difficult|easy|basic) (?:stuff|ones?|parts?)|"
    r"now|please|pls|then|again|today|stuff|things?|instead|next|a bit))+$"
)
BESIDE = re.compile(
    r"\bwho(?:'?s| is) (?:the )?(?:best|fastest|richest|smartest|strongest|tallest|"
    r"most famous|greatest|oldest) (?!(?:cell|organ|number|fraction)\b)|"
    r"\bdid (?:you|u) (?:see|watch|hear) (?:the|my|about|that|what)\b|"
    r"\b(?:football|soccer|minecraft|roblox|fortnite|tik ?tok|youtube|netflix|instagram|"
    r"snapchat|girlfriend|boyfriend|movie|song|music|weather|pizza for lunch|joke|"
    r"game(?:s)? (?:today|tonight)|favou?rite (?:colou?r|food|animal|team|song|movie|game)|"
    r"birthday|pokemon|messi|ronaldo|taylor swift|president|election|horoscope|lottery|"
    r"bitcoin|crush|video games?|my (?:dog|cat)|poem about|"
    r"write (?:me )?(?:a|an|my|the) (?:essay|story|poem|song))\b"
)


_STOPS = tuple(pattern for intent, pattern in PATTERNS if intent is Intent.STOP)
_MAY_I = re.compile(
    r"^(?:can|may|could) (?:i|we) (?:please )?(?:go|stop|leave|finish|be done|quit)"
    r"(?: (?:now|home|please|already))*[ ?.!]*$"
)


def wants_to_stop(text: str) -> bool:
    """Whether words ask for the end of the session (“can i go now”)."""
    spoken = text.casefold().strip()
    return _MAY_I.match(spoken) is not None or any(one.fullmatch(spoken) for one in _STOPS)


def asks_why(text: str) -> bool:
    """Whether a message ends in a bare “why” (“3/4 and why”)."""
    return BARE_WHY.search(text.casefold()) is not None


def asks(spoken: str) -> bool:
    """Whether a message is a question by its form, and no attempt put as one (“is it a cell?”)."""
    return QUESTION.search(spoken) is not None and GUESS.search(spoken) is None


def claimed_in(spoken: str) -> str:
    """What a learner says to know already; "" where it is “this” or nothing."""
    named = _CLAIMED.sub("", _CLAIMS.sub("", spoken)).strip(" .!?")
    return "" if _THIS.fullmatch(named) else named


def claim_in(text: str) -> str:
    """What somebody or something is said to have said, or the learner thought till now; "" where nothing is."""
    spoken = text.replace("’", "'").strip(" .!?")
    found = REPORTED.search(spoken) or ERROR_SEEN.search(spoken)
    return next((part for part in found.groups() if part), "") if found else ""
