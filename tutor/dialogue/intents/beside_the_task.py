"""English messages beside the task, about the lesson and feelings: one way of saying to a line (pure).

A line is matched against the beginning of a message as `said` writes it, behind words that only lead in; one that begins
with “^” stands without them. Tables are tried in their order. They are narrow on purpose: what they miss is read as
before, what they take must be meant.
"""

from collections.abc import Mapping

from tutor.dialogue.intents.kinds import Intent

_WORK = (
    r"(?:maths?|fractions?|biology|science|cells?|python|coding|programming|code|school|learning|"
    r"this|these|it|homework|studying|numbers)"
)
_LOUD = r"(?:(?:so|really|very|just|super|pretty|kind of|kinda|a bit|a little|too|always|all|still|such) )*"

_HOMEWORK = (
    r"(?:(?:my|our|the|some|this) )?"
    r"(?:(?:maths?|bio|biology|science|python|coding|computing|school) )?"
    r"(?:homework|hw|worksheet|assignment)"
)
_TASK = r"(?:question|task|exercise|problem|code|program|picture|text|options?|choices)"
_SEE = (
    rf"(?:(?:can|could|may) (?:i|we|you) )?(?:please )?"
    rf"(?:see|show|read|repeat|say|look at|have|get|send)(?: me)? (?:the|that|this|your) {_TASK}"
    rf"(?: (?:again|please|once more|one more time|now))*(?: \?)*$"
)
_FORM = (
    r"(?:words?|decimals?|fractions?|percent\w*|letters?|numbers?|sentences?|lines?|symbols?|"
    r"digits?|spanish|arabic|german|french)"
)
_VALUE = r"(?:[a-f]|(?:an?|the|minus) )?\S*\d\S*(?: (?:over|out of|and|/|by|point|\w{1,3}|\S*\d\S*)){0,4}"

BESIDE_THE_TASK: Mapping[tuple[Intent, str], str] = {
    (Intent.ABOUT, "left"): r"""
        how (?:much|many) (?:longer|more|questions?|time|of (?:these|them))\b(?!.* (?:in|does|would|parts|pieces|times))
        how long (?:is|will|does|do|until|till|to go|more)\b.*\b(?:this|it|we|i|take|last|lesson|session|go|done|finish\w*)\b
        (?:are|am) (?:we|i) (?:nearly |almost |already )?(?:done|finished|there)(?: yet)?(?: \?)*$
        when (?:am|are|is|will|can|do) (?:i|we|this|it) (?:be )?(?:finished|done|over|end|finish|stop)
        is there a time limit
        cuant[oa]s? (?:preguntas? )?(?:me )?(?:falta|faltan|quedan|queda)\b
        how many (?:are|questions) (?:are )?left
    """,
    (Intent.ABOUT, "pause"): r"""
        (?:can|could|may) (?:i|we) (?:please )?(?:take|have|get|do) (?:a |some )?(?:short |little |quick |five |5 )*(?:minutes? |min )?(?:break|pause|rest)
        (?:can|could|may) (?:i|we) (?:please )?(?:pause|rest)\b
        (?:can|could|may) (?:i|we) (?:do|finish|answer) (?:this|it|that|the rest) (?:later|tomorrow|another time)
        i need (?:a |some )(?:short |little |quick )?(?:break|pause|rest)
        (?:be right back|brb)$
        i (?:need|have|got) (?:to (?:go to )?)?(?:the )?(?:toilet|loo|bathroom|restroom|pee|wee)\b.*
        ^(?:ok |um+ |uh |no |please )*(?:wait+|hang on|hold on|hold up|(?:give me |just )?(?:a|one|1) (?:sec|second|minute|min|moment))(?: (?:wait|please|a (?:sec|second|minute|min|moment)|i am (?:thinking|counting|writing)|let me think))*$
        ^(?:ok |um+ |wait |no |please )*(?:let me (?:think|count|try|see|work it out)|i am (?:still )?(?:thinking|counting|working(?: on it| it out)?))(?: (?:about it|first|a (?:sec|second|minute|moment)|again))*$
    """,
    (Intent.ABOUT, "counts"): r"""
        is (?:this|it) (?:for )?(?:a |my |our )?(?:homework|classwork|grade|graded|marks?|marked|test|an exam|quiz)s?\b
        does (?:this|it) (?:count|get graded|go on my)\b
        (?:do|will|am) (?:i|we) (?:get|be|getting) (?:a )?(?:marks?|grades?|points?|marked|graded)\b
        (?:are|will) you (?:be )?(?:grading|marking|giving) me
        (?:do|will|can) i (?:get|earn|win|have) (?:a |an |any |my |some )?(?:gold |little )?(?:stars?|stickers?|prizes?|badges?|rewards?|trophy|medals?|certificate|xp|coins)\b
    """,
    (Intent.ABOUT, "seen"): r"""
        (?:can|could|will|does|do|is|are) (?:my |the |our )?(?:teacher|sir|miss|mum|mom|mother|dad|father|parents?|class|classmates?|school|anyone|anybody|someone|somebody|others?|everyone)\b.*\b(?:see|sees|read|reads|reading|know|look|looking|watch\w*|told|shown)\b
        who (?:can |could |will |else )*(?:see|sees|read|reads|know|knows|look|looks) (?:at )?(?:my|this|what i|these|me)\b
        (?:do|will|are) you (?:report|tell|show|send|pass)\w*(?: on)? what (?:i|we|students?|kids?|they|learners?|people)\b
        (?:do|will|are) you (?:tell|telling|show|showing|report|send|snitch)\w* (?:on me |this |it )?(?:to )?(?:my |the )?(?:teacher|parents?|mum|mom|dad|anyone|school)
    """,
    (Intent.ABOUT, "test"): r"""
        when is (?:the|my|our|this) (?:\w+ ){0,2}(?:test|exam|quiz)(?: \?)*$
        what (?:should|must|do) (?:i|we) (?:need to |have to )?(?:remember|know|learn|study|revise|practi[cs]e) for (?:the|our|my|a|this|tomorrow\w*|next)\b.*
        (?:i|we) (?:have|got|have got|will have) (?:a|an|my|our|the) (?:\w+ ){0,2}(?:test|exam|quiz|finals?|mocks?)\b.*
        what (?:will|is|is going to|do|does|could|might) .*\b(?:be |come |coming )?(?:on|in|for|up in) (?:the|our|my|this) (?:\w+ )?(?:test|exam|quiz)\b
        (?:what is|is this) coming (?:up )?in (?:the|our|my) (?:test|exam)
        (?:will|is) this (?:be )?(?:on|in) (?:the|our|my) (?:test|exam)
        when is (?:the|our|my) (?:test|exam)
        (?:do|will|must|should) (?:i|we) (?:really )?(?:need|have|need to|have to)? ?(?:to )?(?:know|learn|remember) (?:this|it|that|these|all this)\b.* for (?:the|our|my|a|any) (?:\w+ )?(?:tests?|exams?|quiz|finals?|sats|gcses?|mocks?)
        (?:will|does|is|can) (?:this|it|that) (?:going to )?(?:come up|be|on|appear) .*\b(?:tests?|exams?|finals?|sats|gcses?|mocks?)\b
    """,
    (Intent.ABOUT, "made"): r"""
        who (?:made|created|built|programmed|invented|coded|wrote|owns) (?:you|this|the (?:course|app|tutor|questions?))\b
        (?:are|r) you (?:chat ?gpt|siri|alexa|smart|alive|conscious|old|a boy|a girl)\b
        do you (?:have|feel|like|get|love|hate|sleep|eat|dream) (?:a |any )?(?:feelings?|emotions?|pain|tired|bored|angry|friends?|body|family|me)\b
        how old are you
        where (?:are you from|do you live)
        what are you made of
        (?:do|are|can) you (?:even |actually |really )+(?:know|good at|do|understand) (?:maths?|python|coding|code|biology|science|fractions|anything|this stuff|this)(?: yourself)?(?: \?)*$
    """,
    (Intent.ABOUT, "esteem"): r"""
        (?:do|would) you (?:even |really |actually |honestly )*(?:think|believe|say|mean|reckon) (?:that )?i am (?:so |very |really |just |actually |too |a |an |any |not |that )*(?:stupid|dumb|smart|clever|thick|slow|an? ?idiot|idiot|good|bad|intelligent|lazy|genius|weird|annoying)(?: (?:at|in) \w+)?(?: \?)*$
        (?:do|did) you (?:even |really |actually )*(?:like|love|hate|care about) me\b(?: .{0,12})?$
        am i (?:so |just |really |that |too |a |an |the )*(?:stupid|dumb|smart|clever|thick|slow|idiot|genius|your favou?rite(?: \w+)?)(?: (?:to you|or what|or something|then))*(?: \?)*$
        are you (?:mad|angry|annoyed|cross|disappointed|proud)(?: (?:at|with|in|of) me)?(?: \?)*$
    """,
    (Intent.ABOUT, "said_so"): r"""
        (?:because |cause |but )*(?:my |our |the )?(?:\w+ )?(?:mum|mom|dad|teacher|brother|sister|friend|sir|miss|book|google|internet|mother|father|gran\w*|cousin|uncle|aunt) (?:told me|said|says|says it is|said it is|does) (?:so|it|that)(?: too| once| actually)*$
    """,
    (Intent.ABOUT, "data"): r"""
        what (?:do|will|happens) (?:you )?(?:do )?(?:with|to) (?:my|the) (?:data|answers?|messages?|information|info|chat)
        (?:do|will|can|are) you (?:save|saving|store|storing|keep|keeping|record|recording|remember|remembering|see|watch\w*|hear|spy\w*|delete) (?:on )?(?:me|what i\b.*|my \w+|this|all this|everything)(?: \?)*$
        is (?:this|it|my data) (?:private|safe|secret|anonymous|saved|recorded)
    """,
    (Intent.ABOUT, "chosen"): r"""
        how (?:do|are) (?:you|u) (?:decide|choose|choosing|pick|know) (?:what|which)(?: \w+)? (?:to ask|to give|comes|question|is next)\b
    """,
    (Intent.ABOUT, "language"): r"""
        (?:puedes?|podemos|puede) (?:hablar|escribir|explicar)\w*(?: \w+){0,2} en (?:espanol|castellano)
        (?:habla|hablas|hablame|en) (?:en )?(?:espanol|castellano)(?: por favor)?(?: \?)*$
        no (?:hablo|entiendo|se) (?:\w+ )?(?:ingles)
        (?:can|could|do) (?:you|we) (?:speak|talk|write|explain|answer|say it|do|use|switch to)(?: \w+)? (?:in )?(?:spanish|arabic|german|french|italian|polish|turkish|chinese|portuguese|hindi|urdu|russian|ukrainian)
        i (?:do not|can not) (?:speak|understand|read) (?:\w+ )?english
        sprichst du deutsch
        kannst du deutsch
        (?:and |what about |how about )?in (?:spanish|arabic|german|french|italian|polish|turkish|chinese|portuguese|hindi|urdu|russian|ukrainian|my language)(?: please)?(?: \?)*$
        تتكلم عربي
        هل تتكلم العربيه
        ممكن بالعربي
    """,
    (Intent.ABOUT, "check"): r"""
        (?:esta|es|va) (?:bien|correct[oa]|mal)(?: asi| esto| mi respuesta)?(?: \?)*$
        (?:lo|la) (?:tengo|hice|he hecho) bien(?: \?)*$
        (?:is|was) (?:this|that|it|mine) (?:right|correct|good|ok|true|it|wrong)(?: (?:so far|now|yet|because\b.*))*(?: \?)*$
        (?:am|was) i right(?: \?)*$
        did i (?:get|do) (?:it|this|that|this one|that one)(?: (?:right|wrong|ok|correctly))?(?: \?)*$
        so (?:is )?(?:it|that|i) (?:is |am |was )?wrong(?: \?)*$
    """,
    (Intent.ABOUT, "know"): r"""
        how (?:do|can|would) you (?:even )?know (?:what|how|if|that|which) (?:i|good i)\b
    """,
    (Intent.ABOUT, "cost"): r"""
        (?:do|must) (?:i|we) (?:really )?(?:have|need) to (?:do|answer|finish|write) (?:this|that|these|them|it|all)(?: \w+)?(?: \?)*$
        what (?:happens|if) (?:if )?(?:i |it )?(?:get|am|is|do|answer|make|skip|take|use|fail|do not)\b.*\b(?:wrong|skip|mistakes?|hints?|answer|fail|know)\b
        (?:is it|it is) (?:bad|ok|okay|fine|allowed|cheating) (?:if|to|when)\b.*\b(?:skip|wrong|hints?|help|guess|calculator)\b
        does it matter (?:if|when|that)\b.*\b(?:skip|wrong|hints?|help|guess)\w*
        (?:can|may|am) i (?:allowed to )?use (?:a |my )?(?:calculator|phone|notes|book|paper|pencil|textbook)\b
    """,
    (Intent.ABOUT, "course"): r"""
        que (?:hacemos|vamos a (?:hacer|aprender|ver)|vemos|toca|aprendemos)(?: hoy| aqui| ahora)*(?: \?)*$
        (?:what|which) (?:is|are) the (?:easiest|hardest|first|best|most important|longest|last) (?:topic|skill|part|lesson|chapter|unit)s?(?: (?:here|in this course|of this course))?(?: \?)*$
        what (?:is|will) (?:this|the) (?:course|app|class|lesson|unit) (?:about|for|teach)
        (?:what|which|how many) (?:topics?|skills?|chapters?|lessons?|subjects?) (?:are|do|does|can|is|have|in|will)\b
        what (?:else )?(?:is there|can i|can we|could i|do we|will we|will i|are we going to|are we) (?:to )?(?:learn\w*|practi[cs]e|stud(?:y|ying)|do(?:ing)?|cover\w*)(?: (?:here|today|next|in this course|with you|now))*(?: \?)*$
        (?:do|are|will) we (?:start|starting|begin|beginning) (?:off )?(?:with|on)\b(?!.*\b(?:when|if|to)\b).*
        what (?:do|will|should|are) (?:we|i) (?:start|starting|begin|beginning) (?:with|on)(?: (?:here|today|first|now))*(?: \?)*$
        (?:can|may) i (?:choose|pick|change|decide) (?:the |a |my |another )?(?:topic|skill|subject|course|chapter)s?\b
        what are we (?:doing|learning|going to do)(?: (?:today|now|here))*
    """,
    (Intent.ABOUT, "can"): r"""
        what (?:can|do) you (?:actually |even )?do(?: for me)?(?: \?)*$
        what are you (?:for|good for)
        how (?:does|do) (?:this|you|it all|this app|this thing) work(?: here)?(?: \?)*$
        what (?:am|are) (?:i|we) supposed to do(?: (?:here|now|with you))*
        what can i (?:ask|say|do here)\b
        how do i use (?:this|you)
    """,
    (Intent.ABOUT, "task"): rf"""
        que (?:tengo|hay) que (?:hacer|escribir|contestar|responder|poner)(?: aqui| ahora)*(?: \?)*$
        que (?:debo|se) (?:hacer|hace|escribir|contestar)(?: aqui| ahora)*(?: \?)*$
        does it (?:matter|have to|need to)\b.*\b(?:simplif\w*|round\w*|capital\w*|spel\w*|units?|spaces?|order|quotes)\b.*
        do you want (?:me to )?(?:the |a |an |my )?(?:put |write |add )?(?:the )?(?:spaces?|units?|quotes|quotation marks|brackets|decimals?|fractions?|working|steps|reason)\b.*
        what (?:do|does|am|are|must|should|is) (?:i|we|it|this) (?:have|supposed|meant|need|expected|want me) to (?:do|write|type|answer|put|find|say)(?: (?:here|now|with (?:this|it)|in this (?:one|question)))*(?: \?)*$
        what (?:is|was) (?:this|it)(?: one)?(?: all| even)? about(?: \?)*$
        what (?:is|was) the (?:question|task|exercise|problem)\b(?: (?:asking|about|again|here|even|for|me|now))*(?: \?)*$
        {_SEE}
        (?:where|which) is the {_TASK}\b.*
        i can not (?:see|find|read) (?:the|your|any) {_TASK}\b.*
        how (?:do|should|must|can|am) i (?:supposed to )?(?:write|type|enter|give|send|submit|format) (?:in )?(?:my|the|an|this|it|fractions?)(?: answers?)?(?: (?:here|in|down))*(?: \?)*$
        (?:can|may|could) i (?:do|say|explain) (?:it|this|that|my answer) in (?:words|letters|numbers|spanish|arabic|german|french|my (?:own )?(?:words|language))\b.*
        (?:can|may|could) i (?:write|answer|type|put|give) (?:it |this |that |my answer |the answer )?(?:down )?(?:as|in|with) (?:an? )?{_FORM}\b.*
        do i (?:have|need) to (?:simplify|reduce|round|show|explain|use|write|type|put|give) .*
        (?:do|should|must) i (?:write|type|put|give|use|answer(?: with)?|round|simplify) .*
        (?:one|two|a|just one) {_FORM} or (?:one|two|three|more|several|a)(?: {_FORM})?(?: \?)*$
    """,
    (Intent.ABOUT, "source"): r"""
        how (?:do|can|did) (?:you|we|they) (?:even )?know(?: (?:that|this|it))?(?: \?)*$
        (?:says|said) who(?: \?)*$
        who (?:says|said)(?: (?:that|so|this))?(?: \?)*$
        where (?:does it|did you|do you|is it|did that) (?:say|get|find|read|come|stand|written)\b.*
        (?:what is|where is|show me) (?:your|the) source\b.*
        how (?:sure|certain) are you(?: (?:about (?:that|this)|of that))?(?: \?)*$
        are you (?:\w+ )?(?:sure|certain)(?: (?:about (?:that|this)|it is right))*(?: \?)*$
    """,
    (Intent.ABOUT, "after"): r"""
        what (?:comes|is|do we do|will we (?:do|learn)|are we (?:doing|learning)|do i (?:learn|do)) (?:next|after (?:this|that|it|these))(?: \?)*$
        what (?:is|comes) (?:the )?next (?:topic|skill|lesson|chapter|thing)\b.*
    """,
    (Intent.ABOUT, "guessed"): r"""
        i (?:just |only |kind of |kinda )*guessed(?: (?:it|that|this|lol|haha|tbh))*$
        (?:it|that) was (?:just |only )?(?:a |my )?(?:lucky |wild |random )?guess(?: (?:anyway|though|sorry|lol))*$
        (?:just )?(?:a )?(?:lucky|wild|random) guess$
    """,
    (Intent.ABOUT, "homework"): rf"""
        (?:(?:can|could|will|would) you (?:please )?(?:just )?(?:do|help(?: me| us)?(?: with| do)?|finish|check) {_HOMEWORK}|(?:please )?(?:do|help me with|help with) {_HOMEWORK}|(?:i|we) (?:have|got|have got|need help with|am stuck on|am doing) (?:a lot of )?{_HOMEWORK})(?: (?:please|today|tonight|now|for me))*(?: \?)*$
    """,
    (Intent.ABOUT, "game"): r"""
        (?:can|could|may|shall|should) (?:we|i|you) (?:please )?play(?: (?:a|an|some|the) (?:\w+ )?games?\b.*| (?:with (?:me|you)|now|something|instead|together)\b.*| ?\??$)
        let us play\b.*
        (?:do you (?:have|know)|have you got|are there|is there) (?:any |some |a )?(?:\w+ )?games?\b.*
        i (?:want|would like) to play\b.*
        (?:a )?games?(?: please)?(?: \?)*$
    """,
    (Intent.ABOUT, "never_mind"): r"""
        (?:nvm|nm|never ?mind|forget (?:it|that|about it)|ignore (?:that|me|it)|wrong (?:chat|window|person)|(?:that|it) was (?:a )?(?:typo|mistake|not for you)|(?:oops|whoops|ups)(?: .{0,15})?|i (?:pressed|hit|sent|typed) (?:that|it|enter)? ?(?:by (?:accident|mistake)|too (?:soon|early)))$
    """,
    (Intent.ABOUT, "beginner"): r"""
        i (?:(?:really|basically|literally|just) )*(?:know|understand|remember) (?:nothing|zero|nada|not (?:a thing|much))(?: (?:about|of|on))?(?: (?:this|it|that|these|any of (?:it|this|these)|the (?:topic|course|subject)))?(?: (?:yet|at all))*$
        (?:i (?:have )?)?(?:never|not) (?:really |ever |actually )?(?:coded|programmed|done|learned|learnt|studied|had|used|tried|written|heard)\b.* (?:before|ever|yet|in my life|of (?:this|it|that))\b.*
        i am (?:a )?(?:total |complete |absolute )?(?:beginner|newbie|noob|new (?:to|at|here))\b.*
        (?:this|it) is my first (?:time|day|lesson)\b.*
    """,
    (Intent.ABOUT, "run"): r"""
        (?:can|could|may|should|do|am) (?:i|we) (?:allowed to |just |also |please |have to |need to )*(?:run|execute|compile|test out|try out|try running) (?:it|this|that|the (?:code|program|lines?)|my (?:code|program)|them)(?: (?:out|first|myself|in python|on my (?:computer|laptop|phone)|here|somewhere|now|please))*(?: \?)*$
        where (?:can|do|should) (?:i|we) (?:run|execute|try) (?:it|this|that|the (?:code|program)|my (?:code|program)|python|programs|code)(?: (?:out|in|myself|please))*(?: \?)*$
        (?:can|could) you run (?:it|this|that|the (?:code|program)|my (?:code|program))(?: for me)?(?: \?)*$
    """,
    (Intent.ABOUT, "tools"): r"""
        (?:can|could|may|should|do|am) (?:i|we) (?:allowed to |have to |need to |just |please )*(?:use (?:a |my |some |the )?(?:calculator|phone|paper|fingers|pen|pencil|ruler|notes?|book|google|internet|drawing|whiteboard)\b.*|(?:draw|sketch|count|write) (?:it|this|that|something|a \w+)?(?: ?(?:down|out|on (?:my )?(?:paper|fingers)|in my (?:book|head|notebook)|first))*|do (?:it|this|that) (?:on paper|in my head|with a calculator))(?: \?)*$
        is (?:it|a calculator|using a calculator) (?:ok|okay|allowed|fine|cheating)(?: to use (?:a calculator|paper))?(?: \?)*$
    """,
    (Intent.ABOUT, "solved"): rf"""
        (?:why (?:is|was|are|were|can|could|would) (?:it|that|the answer|they)(?: not)?(?: be)? {_VALUE}|why (?:is|was|are|can|could|would) not (?:it|that|the answer)(?: be)? {_VALUE}|how did (?:you|they|we) (?:get|work out|come to) (?:that|it|the answer|{_VALUE})|how (?:is|was) (?:it|that|the answer) {_VALUE})(?: then)?(?: \?)*$
    """,
    (Intent.ABOUT, "hard"): rf"""
        (?:is|are) (?:{_WORK}|fractions|loops|this course|this lesson) (?:\w+ )?(?:hard|difficult|easy|tricky|complicated)(?: to (?:learn|understand|do))?(?: \?)*$
        how (?:hard|difficult|easy) (?:is|are) (?:{_WORK}|fractions)\b.*
    """,
    (Intent.FEELING, "sorry"): r"""
        ^(?:(?:oh|ok|um+|so|ah) )*(?:i am )?(?:so |very |really )*sorry(?: (?:about (?:that|it|this)|for (?:that|it|being \w+)|meno|i was \w+))*$
        ^my (?:bad|mistake|fault)$
    """,
    (Intent.FEELING, "rough"): r"""
        (?:(?:today|it|this|yesterday) (?:was|is|has been) |i (?:had|have had|am having|have) |had |having |que |hoy (?:tuve|fue) |fue |tuve |what )*(?:a |an |the |such a |un |quite )*(?:(?:really|very|so|pretty) )*(?:(?:bad|horrible|terrible|awful|worst|rough|rubbish|hard|long|meh) (?:day|week|morning)|(?:mal|pesimo|horrible) dia|dia (?:feo|malo|horrible|pesado))(?: (?:ever|today|at school|so far|hoy|ugh|lol))*$
    """,
    (Intent.FEELING, "sad"): rf"""
        (?:my|our) (?:\w+ )?(?:dog|cat|hamster|pet|rabbit|fish|bird|horse|grand\w+|nan|uncle|aunt|friend)\b.*\b(?:died|dead|passed away|is dying|in hospital)
        i (?:am|feel|was|have been) {_LOUD}(?:sad|lonely|unhappy|depressed|heartbroken|alone|homesick|upset|down)\b(?: (?:today|now|right now|lately|about \w+.*))?
        i miss (?:my|him|her|them|home)\b
        (?:no ?body|no one) (?:likes|loves|wants|talks to|plays with) me\b
        (?:my )?(?:friends?|classmates?|people|kids|they|everyone)\b.* (?:were|are|was|is) (?:being )?(?:mean|nasty|horrible|rude) (?:to|with) me
        i (?:had|got into|have had) a (?:big )?(?:fight|argument|row) with\b
        (?:this|it|today|everything) makes me (?:want to )?(?:cry|sad)
        i (?:want to|could|am going to|am) cry(?:ing)?\b
        my parents (?:are|were) (?:fighting|getting divorced|arguing|splitting up)
    """,
    (Intent.FEELING, "unwell"): rf"""
        i (?:am|feel|am feeling) {_LOUD}(?:tired|sleepy|exhausted|ill|sick|unwell|dizzy|cold|hot|stressed|stressed out|overwhelmed|burnt out)\b(?: (?:today|now|right now|tonight|of (?:this|it|school)))?$
        i (?:do|did|have) not (?:feel|feeling|sleep|slept) (?:so |very |too |that )?(?:well|good|great|enough|much|at all)\b
        i (?:have|got|have got) (?:a |an )?(?:\w+ )?(?:headache|stomach ?ache|tummy ?ache|cold|fever|flu|migraine)\b
        ^(?:{_LOUD})(?:tired|sleepy|exhausted)(?: (?:now|today|of this|tbh))*$
        i am in (?:a |such a )*(?:really |very )?(?:bad|terrible|awful|foul) mood\b.*
        my (?:head|tummy|stomach|eyes?|hand) (?:hurts?|aches?|is killing me)
    """,
    (Intent.FEELING, "low"): rf"""
        i (?:am|feel|feel like i am|look) {_LOUD}(?:stupid|dumb|an idiot|idiot|useless|hopeless|a failure|worthless|slow|not smart|not clever|bad at|terrible at|rubbish at|no good at|the worst)\b.*
        i (?:really |just )*suck(?: at \w+.*)?$
        i (?:really |just |so )*(?:hate|can not stand|do not like) {_WORK}\b(?! (?:question|one|problem|exercise|task))(?: (?:so much|so bad|a lot|really|class|lessons?))*$
        {_WORK} (?:is|are) {_LOUD}(?:stupid|dumb|the worst|hell|pointless|useless)$
        i (?:never|can not|will never|can not ever|do not) (?:get|do|understand|learn|know) (?:anything|it|this) (?:right|ever)\b
        i (?:always|never) (?:get|fail|mess|pass)\b.*
        i (?:have )?(?:failed|flunked|messed up) (?:my|the|a) \w+
        (?:every ?(?:one|body)|(?:all |most of )?(?:my|the) (?:\w+ )?\w+|he|she|they)(?: \w+)*? (?:is|are) (?:way |much |so much |all |always )*(?:better|smarter|faster|cleverer|quicker|further|ahead)(?: at \w+)? (?:than|of) (?:me|i am)
        i (?:am|feel) {_LOUD}(?:nervous|worried|anxious|scared|afraid(?! i\b| that\b)|panicking|freaking out)\b.*
        i (?:want to|feel like|am) giv(?:e|ing) up (?:on )?(?:everything|maths?|coding|school|learning|all)\b.*
        i am not (?:smart|clever|good) enough\b.*
        i (?:will|am going to|am gonna) (?:never|fail)\b.*
    """,
    (Intent.FEELING, "bored"): rf"""
        ^(?:{_LOUD})bored(?: (?:now|again|of this|tbh))*$
        (?:estoy |que |me )?(?:muy )?(?:aburrid[oa]|aburro)(?: mucho)?$
        (?:i am|i feel|i get) {_LOUD}bored\b(?: (?:of|with) \w+)?.{{0,20}}$
        (?:this|it|{_WORK}) (?:is|are) {_LOUD}boring$
        boring$
        (?:is|will|are) (?:this|it|these|the \w+) (?:going to |gonna |always )?(?:be )?(?:so )?boring(?: \?)*$
    """,
    (Intent.FEELING, "fun"): rf"""
        (?:this|it|that|{_WORK}) (?:is|are|was) {_LOUD}(?:fun|cool|awesome|great|nice|interesting|amazing)(?: (?:actually|haha|lol))*$
        i {_LOUD}(?:like|love|enjoy) {_WORK}(?: (?:a lot|so much))*$
    """,
    (Intent.FEELING, "scolded"): rf"""
        (?:(?:this|it|that) (?:is|are) .{{0,20}}(?:and )?(?:so are )?)?(?:you|your|meno|this (?:tutor|app|bot|thing|ai|robot)) (?:are |is )?{_LOUD}(?:an? )?(?:dumb|stupid|useless|trash|rubbish|garbage|the worst|bad|idiot|moron|mean|rude|horrible|terrible|lame|not (?:helping|helpful|very helpful|nice)|no help|a bad (?:tutor|teacher|bot))(?: (?:ass )?(?:bot|robot|app|computer|machine|teacher|tutor|ai|thing))?$
        (?:this|it) is (?:stupid|dumb|rubbish) and so are you$
        (?:you|this) {_LOUD}sucks?$
        i {_LOUD}(?:hate|can not stand|do not like) (?:you|u|meno|this (?:app|bot|tutor|thing|robot))(?: (?:so much|a lot|all))*$
        (?:just )?shut up(?: (?:bot|you|meno|already|robot))*$
        (?:you|this) (?:do|does|did) not help(?: me)?(?: at all)?$
    """,
    (Intent.FEELING, "cross"): rf"""
        (?:this|it) (?:is taking|takes|took) {_LOUD}(?:forever|ages|(?:so |too |very )*long|hours)\b.*
        (?:this|it|that|you) (?:is|are) {_LOUD}(?:annoying|frustrating|stressful|unfair to me|driving me (?:mad|crazy))$
        i am {_LOUD}(?:angry|annoyed|frustrated|mad|fed up|cross)\b.*
        (?:you|this) annoys? me\b
        (?:ugh |oh |omg )*not again$
        (?:this|it|that) (?:is )?{_LOUD}(?:stupid|dumb|annoying|frustrating|rubbish|sucks)(?: and)? i {_LOUD}hate (?:this|it|that|everything)(?: (?:so much|now))*$
        (?:this|it|that) makes no sense(?: and)? i am {_LOUD}(?:angry|annoyed|frustrated|mad|fed up|cross)$
        i (?:have )?(?:already )?tried everything(?: (?:already|i can|and nothing works))*$
        nothing (?:works|is working)(?: (?:here|for me|at all))*$
        i keep (?:on )?getting (?:it|this|them|these|everything) wrong(?: (?:every time|again|and again))*$
        (?:omg |ugh )*wtf+(?: (?:is this|meno|now))*$
        a+r+g+h+$
        gr+$
        u+gh+$
    """,
    (Intent.FEELING, "glad"): rf"""
        (?:yay+|woo+(?:hoo+)?|yes+s|yippee|hooray|lets goo*)(?: i (?:did|got|made) it)?$
        (?:yay+ )?i (?:did|made|finally did|worked|figured|solved) it(?: out)?(?: (?:all|in my head|on paper|by myself|myself|alone|on my own|without help|with a calculator))*$
        (?:yay+ )?i (?:finally )?(?:get|got|understand|understood) (?:it|something|this|one) (?:finally|at last|right)?$
        i finally (?:get|got|understand|did)\b.{{0,20}}$
        i am {_LOUD}(?:proud|happy|glad|excited)\b(?: (?:of (?:me|myself|this)|now|today|about (?:it|this)))?$
        i (?:got|have|just got) (?:an? )?(?:a\+?|1|100|full marks|good (?:grade|mark)|top marks) (?:on|in|for) my\b.*
        (?:i|we) passed(?: (?:my|the) \w+)?$
    """,
}  # fmt: skip
