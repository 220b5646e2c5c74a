"""Cues of each intent: patterns that stand anywhere in a message as `said` writes it (pure).

A cue is evidence, never a verdict: the classifier weighs it against the other cues, the words and
the situation. English first, then Spanish, German and Arabic of the phrases that children use to
run a lesson. Accents are folded, apostrophes gone, "dont" is "do not".
"""

import re
import unicodedata

_ASK = r"(?:can|could|may|might|would|will) (?:you|i|we) (?:please |kindly |just |also |maybe |like |mind )*"
_THIS = r"(?:this|that|it|these|those|them|the (?:question|problem|one|exercise|task)s?)"

CUES: dict[str, str] = {
    "answer_request": (
        rf"\b(?:tell|give|show|say|see|know|want|need|telling|giving|just) (?:me |us )?"
        rf"(?:to (?:see|know) )?(?:the |what the |your )?(?:right |correct |final |full |whole )*"
        rf"(?:answers?|solution)\b|\b(?:what|whats) (?:is |was )?(?:the )?"
        rf"(?:right |correct |final )*(?:answer|solution)\b|^(?:the )?(?:answer|solution)\b|"
        rf"\bjust (?:tell|say|solve|do) (?:me|it)\b|"
        rf"{_ASK}(?:just )?(?:say|solve|do) it\b(?! again)|\bgive up\b|"
        rf"\btell me what it (?:is|prints|does)\b|"
        rf"\b(?:dime|dame|cual es|quiero|di) (?:me )?(?:solo )?la (?:respuesta|solucion)\b|"
        rf"\b(?:sag|gib|was ist|wie ist|nenn|zeig) (?:mir |uns )?(?:die |bitte die )?"
        rf"(?:antwort|losung)\b|\b(?:ما|اعطني|أعطني|قل لي|اريد|أريد) (?:هو |هي )?"
        rf"(?:الجواب|الاجابة|الإجابة|الحل)"
    ),
    "hint": (
        r"\b(?:hints?|clues?|nudge|pointers?|tips?)\b|"
        r"\bneed (?:some |a |any |more |bit of |small |little )*help\b|"
        r"\bhelp (?:me|us|out|please)\b|^(?:more )?help\b|"
        r"\b(?:give|have|get) (?:me )?(?:some |a |any |more |bit of |small |little )*help\b|"
        r"\b(?:where|how) (?:do|should|would|can|am) i (?:even |supposed to |meant to )*"
        r"(?:start|begin)\b|\bwhat (?:do|should|must) i do (?:first|next|here|now)\b|"
        r"\b(?:get|getting) (?:me )?started\b|\bfirst (?:letter|step)\b|"
        r"\bwhat (?:letter )?(?:does|do) it (?:start|begin)\b|\bwhich way\b|\bright direction\b|"
        r"\b(?:pista|ayuda|ayudame|ayudarme|como empiez\w+)\b|"
        r"\b(?:hinweis|tipp|hilfe|hilf|helfen)\b|تلميح|ساعدني|مساعدة"
    ),
    "stuck": (
        r"\b(?:stuck|lost|confus\w+|clueless|fried|cooked)\b|"
        r"\b(?:do not|dont|not|can not|didnt|did not|still not|never) "
        r"(?:really |even |quite |fully |still )*"
        r"(?:get|getting|understand|understanding|follow|following)\b"
        r"(?! (?:why|how|what) (?:you|we|do|does|is|are|the)\b.*\?)|"
        r"\bmakes? (?:no|any|zero) sense\b|\bnothing (?:you say )?makes sense\b|"
        r"\bdoes not make (?:any )?sense\b|^(?:huh|what|bro what|wait what)(?: \?)*$|"
        r"\bno (?:idea|clue) what (?:is|you)\b|\bround in circles\b|"
        r"\bcan ?not (?:do (?:this|it)|see how|continue|go on)\b|"
        r"\b(?:no entiendo|no comprendo|perdid[oa]|atascad[oa]|confundid[oa])\b|"
        r"\b(?:verstehe?|kapiere?)\b.*\bnicht\b|\bkomme nicht weiter\b|\bverwirrt\b|"
        r"(?:لم|لا|مش) (?:أ|ا)?فهم|لا افهم|ضعت"
    ),
    "dont_know": (
        r"\bidk\b|\b(?:i )?(?:do not|dont|not|never|did not) "
        r"(?:really |honestly |actually |even )*(?:know|no|knwo|recall|remember)\b"
        r"(?! (?:how|why|what|if|whether|which) (?:to|you|we|it works|does|is the))|"
        r"\bcan not (?:really )?(?:remember|recall)\b|\bno (?:idea|clue|ider)\b|"
        r"\bnot (?:really |too |so )?sure\b|\b(?:i )?(?:forgot|forget|fogot|have forgotten)\b|"
        r"\bbeats me\b|\bwho knows\b|\bhow should i know\b|\bclueless\b|^\?[ ?]*$|"
        r"\b(?:(?<!que )no (?:lo )?se|ni idea|no (?:me )?(?:acuerdo|recuerdo)|se me olvido)\b|"
        r"\b(?:weiss (?:es |das )?(?:ich )?nicht|keine ahnung|vergessen|kp)\b|لا (?:أ|ا)?عرف|"
        r"لا (?:أ|ا)?دري|لا (?:أ|ا)?علم|نسيت|مش عارف"
    ),
    "skip": (
        rf"\bskip\w*\b|^(?:no )*(?:next|pass|nxt)\b|"
        rf"\b(?:next|another|different|other|new) (?:one|question|queston|thing|item)\b|"
        rf"\b(?:move|moving) on\b|\b(?:something|anything) else\b|"
        rf"\b(?:leave|drop|forget) (?:this|that|it)(?: one)?\b|"
        rf"\bnot (?:doing|going to do) (?:this|that|it)\b|"
        rf"\b(?:do not|dont) (?:want|feel like) (?:to do |doing )?{_THIS}\b|"
        rf"\bleave (?:this|it) (?:one )?out\b|"
        rf"\b(?:siguiente|saltar|saltamos|salta|pasar|otra pregunta|otro ejercicio)\b|"
        rf"\b(?:nachste|uberspringen|weiter|andere frage)\b|السؤال التالي|التالي|تخطي|"
        rf"سؤال (?:آخر|اخر)|^تجاوز"
    ),
    "too_easy": (
        r"\b(?:too|so|super|very|really|way|all|kinda|pretty|much|far|rather|little|these|this is|"
        r"it is|find) (?:too |so |super |very |really |way |much )*(?:easy|simple|basic|boring)\b|"
        r"\b(?:harder|tougher|more (?:difficult|challenging|demanding|advanced)|trickier)\b|"
        r"\bchallenge\b|^(?:2 |too |so |lol )*easy\b|\bbab(?:y|ies|yish)\b|\bkindergarten\b|"
        r"\bbelow my level\b|\bin my sleep\b|\blevel up\b|^boring\b|"
        r"\b(?:muy|demasiado|super) facil\b|\bmas dificil\b|"
        r"\b(?:zu|sehr|viel zu) (?:einfach|leicht)\b|\bschwerer\w*\b|سهل|اصعب|أصعب"
    ),
    "too_hard": (
        r"\b(?:too|so|super|very|really|way|bit|2|to|getting|is|are|quite) "
        r"(?:too |so |super |very |really |way |to |bit )*"
        r"(?:hard|difficult|dificult|tricky|complicated|tough)\b|"
        r"\b(?:easier|simpler|less (?:hard|difficult)|back to (?:something )?simple\w*)\b|"
        r"\bimpossible\b|\btoo much for me\b|\bbrain (?:hurts?|is)\b|\babove my level\b|"
        r"\b(?:muy|demasiado|tan) dificil\b|\bmas facil\b|"
        r"\b(?:zu|sehr|so) (?:schwer|schwierig|kompliziert)\b|\b(?:einfacher|leichter)\w*\b|صعب|"
        r"اسهل|أسهل"
    ),
    "claim": (
        r"\balready\b(?! (?:tried|said|told|asked|give|wrong))|"
        r"\b(?:i|we) (?:have )?(?:did|done|had|learned|learnt|studied|covered|lernt) "
        r"(?:all (?:of )?)?(?:this|that|it|these|them)\b|"
        r"\bi (?:totally |fully |really |all )?know (?:all (?:of )?)?"
        r"(?:this|these|it|that|about|how to|this topic)\b|\bmillion times\b|"
        r"\b(?:test|check|try) me(?: out)?\b|\bbe tested\b|\bconfident\b|\bmastered\b|"
        r"\bfor years\b|\b(?:last (?:year|yr|week|month)|in (?:\w+ )?(?:grade|class|school))\b|"
        r"\b(?:ya (?:lo )?(?:se|aprendi|sabia|domino|conozco)|ya se)\b|"
        r"\b(?:kann|kenne|weiss|konnte) (?:ich )?(?:das |es )?schon\b|"
        r"\bschon (?:gelernt|gehabt|gemacht)\b|أعرف هذا|اعرف هذا|تعلمت هذا|درست هذا"
    ),
    "appeal": (
        r"\bi (?:think |thought |believe |am sure |know |do think )?(?:that )?(?:i )?"
        r"(?:was|am|were) (?:actually |in fact |also |sure i was )?(?:right|correct)\b|"
        r"\b(?:my|mine|that|this|it|the) (?:answer )?(?:was|is|were) "
        r"(?:actually |in fact |also |totally |indeed |the )*(?:right|correct)\b|"
        r"\b(?:is|was) (?:right|correct) (?:though|last time)\b|\bdisagree\b|\bun ?fair\b|"
        r"\bnot fair\b|\b(?:marked?|markt|marking|graded?|counted)\b|"
        r"\byou (?:are |made |got )?(?:a mistake|it wrong|wrong)\b|"
        r"\b(?:check|look at) (?:it|my answer|that|again)\b.*|"
        r"\bwhy (?:is|was) (?:it|that|my answer|mine) (?:wrong|incorrect)\b|"
        r"\b(?:how|what do you mean|why) (?:is |was )?(?:that |it )?(?:is )?wrong\b|"
        r"\bthere is a mistake\b|\bsame (?:thing|answer)\b|\bwhat i said\b|"
        r"\b(?:estaba|era|es) (?:bien|correct[ao])\b|\btenia razon\b|"
        r"\b(?:war|ist) (?:doch )?richtig\b|\bhatte (?:ich )?recht\b|كانت صحيحة|صحيحة|كنت على حق|"
        r"إجابتي"
    ),
    "example": (
        r"\b(?:examples?|exampel|exampl\w*|exampul|sample|demo)\b|"
        r"\bshow (?:me )?(?:one|how|another)\b|"
        r"\bdo (?:one|it|another)(?: like this)? (?:for me|with me|first|together|like)\b|"
        r"\bone (?:done )?(?:first|together)\b|\bdo one\b|"
        r"\b(?:similar|worked) (?:problem|one|example|question)\b|"
        r"\banother (?:one |program |problem )?like (?:this|it|that)\b|^(?:ex|eg)\b|\blike what\b|"
        r"\b(?:ejemplos?|muestrame|ensename uno)\b|"
        r"\b(?:beispiel\w*|zeig mir|mach eine vor|vormachen)\b|مثال|مثالا"
    ),
    "explain": (
        r"\bexpl\w+|\b(?:teach|teech) (?:me|us)\b|"
        r"\b(?:tell|talk to) me (?:more |again |some )?(?:about|how)\b|"
        r"\b(?:say|tell) (?:it|that|me) (?:again|differently|another way|more)\b|"
        r"^(?:but |ok but |ok |and )*(?:why|how|how come)(?: though| so| not)?(?: \?)*$|"
        r"\bwhat do(?:es)? (?:this|that|you|it|all this) mean\b|"
        r"\b(?:understand|know|learn) (?:how|why|about|the)\b.*|"
        r"\b(?:how|why) (?:it|this|that) works?\b|\boverview\b|\bgo(?:ing)? over\b|"
        r"\bstep by step\b|\breasoning\b|\bonce more\b|"
        r"\b(?:explica\w*|explicame|por que$|que significa|ensename)\b|^por que(?: \?)*$|"
        r"\b(?:erklar\w*|warum(?: \?)*$)|^warum(?: \?)*$|اشرح|فسر|لماذا|وضح"
    ),
    "practice": (
        r"\b(?:quiz|quizz|drill|exercises?|practi[cs]\w*|revis\w+|train)\b|"
        r"\b(?:give|ask|have|do|try|want|need|another|more|some|get) (?:me |us |to )?"
        r"(?:a |an |another |some |more |few |the |next )*(?:\w+ )?"
        r"(?:questions?|problems?|sums?|ones?|exercises?)\b|\btest me on\b|"
        r"\b(?:let us|lets) (?:go|do|start|get on|begin|continue|practi\w+)\b|"
        r"^(?:another|more|again|ready|go|continue|next)\b|\bready\b|\bkeep going\b|"
        r"\bquestions? (?:on|about|go)\b|"
        r"\b(?:practicar|ejercicios?|otra mas|mas preguntas|otro)\b|"
        r"\b(?:uben|ubung\w*|aufgaben?|noch (?:eine|mehr))\b|أتدرب|تمرين|تمارين|تدريب|أسئلة|"
        r"سؤال جديد"
    ),
    "progress": (
        r"\b(?:my|the) (?:progress|stats|level|results|score|skills)\b|"
        r"\bhow (?:bad |good |well |much )?(?:am|have|did|was|is) (?:i|my level|my)\b|"
        r"\bam i (?:even )?(?:doing|getting|good|bad|any|weak)\b|\bgetting better\b|"
        r"\bdid i get better\b|\bhow many (?:did|have) i\b|"
        r"\bwhat (?:have i|did i|i have) (?:learn\w*|done)\b|"
        r"\b(?:good|bad|weak|weakest|strong) (?:at|in)\b|\bdo you know about m[ey]\b|"
        r"\bi am doing\b|\bwhat can i (?:already )?do\b|"
        r"\b(?:como voy|mi progreso|mi nivel|que tal voy)\b|"
        r"\b(?:wie gut (?:bin|war) ich|mein fortschritt|wie stehe ich|mein stand)\b|أدائي|مستواي|"
        r"تقدمي"
    ),
    "why_this": (
        r"\bwhy (?:this|that|these)(?: (?:one|question))?(?: \?)*$|"
        r"\bwhy (?:am|do|did|are|should|was|must) (?:i|you|we|this question)\b.*"
        r"(?:\bthis\b|\bhave to\b|\bneed to\b|\basking\b|\bchosen\b|\bgiven\b)|"
        r"\bpoint of (?:this|that|it|these|doing)\b|\bwhen will i\b|\bwhy .*\bchosen\b|"
        r"\bpor que (?:esta|este|tengo que)\b|\bwarum (?:diese|dieses|muss ich)\b|"
        r"لماذا (?:هذا|هذه) (?:السؤال|)"
    ),
    "agree": (
        r"^(?:oh+ |ah |ok |yes |all |right |fine |now )*"
        r"(?:ok|yes|sure|fine|right|alright|all right|got it|cool|bet|understood|aha|oh|nice|"
        r"great|whatever|mhm|true)(?: (?:ok|yes|sure|please|now|got it|thanks|thank you))*$|"
        r"\bi (?:get|see|understand|got|undrstand)(?: (?:it|that|now|nwo|this))*"
        r"(?: (?:now|nwo|thanks|thank you|then))*$|\bmakes sense\b|\bgot it\b|\bi am understand\b|"
        r"^i see\b|\b(?:ya )?(?:si|claro|vale|entiendo|entendi|de acuerdo)\b|"
        r"\b(?:alles klar|verstanden|ja|verstehe|achso|genau)\b|فهمت|حسنا|نعم"
    ),
    "social": (
        r"^(?:oh |ok )?(?:hi+|hey+|hello|helo|hay(?! que\b)|"
        r"yo(?! (?:cre|pens|no\b|si\b|se\b|lo\b|la\b|le\b|quiero|tengo|digo|puse|hice|pongo|veo|"
        r"diria))|sup|hiya|good (?:morning|evening|afternoon|day)|gud morning|morning|wassup|"
        r"whats up)\b|\bhow (?:are|r) you(?: do(?:ing)?)?(?: today)?\b|\bhow do you do(?: \?)*$|"
        r"\bhow is it going\b|\b(?:are|r) you (?:like )?(?:a |an |really )*"
        r"(?:real|reel|robot|bot|human|ai|computer|person)\b|"
        r"\b(?:computer|robot|bot|machine) or (?:a )?(?:person|human|what)\b|"
        r"\b(?:who|what) are you\b|\byour name\b|\bmy name is\b|\bnice to meet\b|"
        r"^(?:haha|lol|lmao|love|hehe)\b|\blove you\b|\byou are (?:funny|nice|cool|great|smart)\b|"
        r"\bi am (?:shy|bored|back|happy|fine|new)\b|"
        r"\b(?:hola|buenos dias|buenas|como estas|que tal)\b|"
        r"\b(?:hallo|guten (?:tag|morgen|abend)|moin|servus|wie geht)\b|مرحبا|السلام عليكم|أهلا|"
        r"اهلا|كيف حالك|صباح الخير"
    ),
    "thanks": (
        r"\b(?:thanks|thank|thankyou|cheers|grateful|appreciate it)\b|\bhelped (?:me|a lot)\b|"
        r"\bkind of you\b|\b(?:gracias)\b|\b(?:danke|vielen dank)\b|شكرا|شكراً"
    ),
    "stop": (
        r"\b(?:bye|goodbye|gtg|g2g|cya|ttyl|good ?night)\b|^(?:by by|see (?:you|ya))\b|"
        r"\bsee you\b|\b(?:i )?(?:want to|need to|have to|hav to|got to|must|should|would like to|"
        r"let us|lets|can we|may i|can i) (?:stop|quit|finish|go|leave|end|sleep)\b"
        r"(?! (?:on|over|to the next|through|back))|"
        r"\b(?:done|finished|finisht|enough|tired)\b(?: (?:for|of|now|today))*|"
        r"\bthat is (?:enough|all|it)\b|\bstop (?:now|here|for)\b|"
        r"\b(?:adios|hasta (?:luego|manana|pronto)|tengo que ir|me voy|chao)\b|"
        r"\b(?:tschuss|auf wiedersehen|muss (?:jetzt )?(?:gehen|los)|bis (?:morgen|bald))\b|"
        r"مع السلامة|وداعا|إلى اللقاء|يجب أن أذهب"
    ),
    "off_topic": (
        r"\b(?:football|footbal|soccer|cricket|basketball|minecraft|roblox|fortnite|tik ?tok|"
        r"youtube|netflix|instagram|snap(?:chat)?|movie|song|music|weather|wetter|pizza|"
        r"dinosaurs?|dinosors|pokemon|puppy|dog|cat|hamster|sister|brother|mum|mom|grandma|"
        r"birthday|holiday|dinner|lunch|homework|hungry|phone|game|play|match|team|shoes|snow|"
        r"monday|mondays|restaurant|passport|election|joke|poem|story|unicorns?|favou?rite|favrit|"
        r"colou?r|siri|tv|store|house|cookies|country|futbol|jugar|spielen|essen|swift|goal|"
        r"president|birthday|weekend|party|friend|friends|school lunch)\b|كرة القدم|ألعب|الطقس"
    ),
    "about": (
        r"\b(?:grades?|marks?|marked|score|points?|teacher|parents?|mum|mom|dad|sees?|read|break|"
        r"pause|rest|saved?|data|private|secret|how long|how many|left|longer|over|finished|end|"
        r"allowed|count|chapters?|topics?|subjects?|course|made|robot|app|lesson|wrong answers?|"
        r"leave)\b"
    ),
    "feeling": (
        r"\b(?:sad|tired|exhausted|sleepy|cry|crying|hate|stupid|dumb|idiot|worst|died|dead|"
        r"hospital|sick|ill|unwell|headache|hurts?|happy|glad|proud|yay+|ye+s+|finally|angry|mad|"
        r"annoy\w*|frustrat\w*|worried|scared|afraid|nervous|stress\w*|lonely|alone|laughed|"
        r"mean to|bad day|mood|feel|feeling|miss)\b"
    ),
    "question": (
        r"^(?:(?:so|but|and|ok|wait|please|um|hey|sorry|sir|miss|excuse me|oh|now|then|also|"
        r"may i ask|could you tell me|can you tell me) )*"
        r"(?:what|why|how|when|where|which|who|whether|is|are|does|do|did|can|could|would|should|"
        r"has|in which|que|como|cuando|donde|cual|por que|was|wie|warum|wann|wo|welche|wieso|ما|"
        r"كيف|لماذا|متى|أين|هل)\b|\bdifference\b|\bwhat (?:is|are|does|do|even|means|meaning)\b|"
        r"\b(?:meaning|definition) of\b|\bwhat (?:if|about)\b|^and (?:for|what|with|if|when)\b|"
        r"\bor (?:not|what)\b|\bhow (?:do|does|can|is|are|many|much|to)\b"
    ),
    "response": (
        r"^(?:(?:so|um+|uh|ok|oh|well|maybe|probably|prob|wait|fine|ugh|please|sir|no|yes) )*"
        r"(?:(?:i )?(?:think|believe|guess|say|would say|reckon|am going with)|"
        r"(?:is|would|could|should|will) (?:it|that|the answer) (?:be )?|"
        r"it (?:is|must|should|would|might|prints?|says?|shows?|goes)|my (?:answer|guess) is|"
        r"the answer (?:is|might|should)|maybe|isnt it|is it not|may i try)\b|"
        r"\b(?:because|since|as (?:everything|it|there))\b|\b(?:creo que|yo creo|seria|porque)\b|"
        r"^es (?:la|el|un|una)\b|\b(?:ich (?:glaube|denke)|das ist|weil)\b|أعتقد|الجواب \d|أظن|لأن"
    ),
}  # fmt: skip
ORDER: tuple[str, ...] = tuple(CUES)


def folded(pattern: str) -> str:
    """The pattern without accents and hamzas, as the messages are."""
    return "".join(
        c for c in unicodedata.normalize("NFKD", pattern) if not unicodedata.combining(c)
    )


_COMPILED = tuple(re.compile(folded(pattern)) for pattern in CUES.values())


def cues(words: str) -> tuple[bool, ...]:
    """Which intents have a cue in a message that `said` wrote, in the order of `ORDER`."""
    return tuple(pattern.search(words) is not None for pattern in _COMPILED)


def cued(intent: str, words: str) -> bool:
    """Whether one intent has a cue in a message that `said` wrote."""
    return _COMPILED[ORDER.index(intent)].search(words) is not None
