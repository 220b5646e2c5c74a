"""English messages that ask for something, or say something, of the open item: one way of saying to a line (pure).

A line is matched against the whole message, in lower case (`read`). Tables are tried in their order, lines in theirs.
"""

from collections.abc import Mapping

from tutor.dialogue.intents.kinds import Intent

AT_AN_ITEM: Mapping[Intent, str] = {
    Intent.ANSWER_REQUEST: r"""
        (?:can|could|will|would) (?:you|u) (?:please )?(?:just )?(?:do|solve|answer|finish) (?:this|that|it)(?: one| question| problem)? for me
        (?:what(?:'?s| is)|whats) the answer (?:in|as|if|when|backwards|then) .{2,30}
        (?:just )?(?:say|tell me|write|give me) the (?:number|word|letter|option)
        (?:just )?tell me(?: (?:pls|please|now))*
        which (?:letter|one is it|option(?: is it)?)
        i (?:wanna|want to) give up
        giving up
        (?:can|could) (?:you|u) (?:just )?(?:do|solve|write) (?:it|this|the code)(?: for me)?
        write it for me
        (?:what'?s|what is|whats) the (?:answer|solution|result) (?:for|of|here|on|to)(?: .{2,20})?
        send (?:me )?(?:the )?(?:answers?|solution)
        (?:just )?give it to me
        is it (?:so |that )?hard to (?:just )?(?:tell|give|say|send)\b.{0,25}
        can'?t (?:you|u) just (?:tell|say|give)\b.{0,15}
        cant (?:you|u) just (?:tell|say|give)\b.{0,15}
        (?:(?:can|could|will|would) (?:you|u) )?(?:just )?(?:tell|give|show|say) (?:me )?(?:the |what (?:the|is the) )?(?:right |correct |final )?(?:answers?|solution|ans)(?: is)?
        (?:what(?:'?s| is)|whats|wats) (?:the )?(?:right |correct |final )?(?:answer|ans|solution)(?: to.*)?
        (?:the )?answer
        i (?:just )?(?:want|need) (?:the|to (?:know|see) the) answers?
        (?:just )?(?:do|solve) it(?: for me)?
        give up
        i g[ai]ve up(?: lol)?
    """,
    Intent.PLACE: r"""
        i (?:already |alr )?know (?:everything|it all|all|most)(?: there is(?: to know)?)? (?:about|of|on|in) (?!(?:it|this|that|these|those|them)\b).{3,40}
        (?:(?:(?:i )?(?:want|choose|pick|prefer|would like|will (?:do|take)|'?ll (?:do|take)|do|take|try|give me|ask me)|let'?s (?:do|take|try)|can (?:i|we) (?:do|take|try|have)) )*(?:the |those |your )?(?:(?:up to )?(?:15|fifteen)|short|quick)(?: (?:short|quick|little))? (?:questions?|ones|quiz)(?: (?:first|(?:sounds?|is|are|would be) (?:good|great|fine|ok|better|cool|fun)))?
        (?:quiz|test|check|ask) me first
        (?:find|figure) (?:it )?out(?: where)?(?: i (?:should )?(?:begin|start))? first
        (?:(?:can|could) (?:you|u) )?(?:please )?(?:place me|find (?:out )?(?:my (?:level|start|place)|where (?:i|to) (?:should |can )?(?:start|begin)))(?: (?:in|for) (?:this|the) course)?
        where (?:should|shall|can|must) i (?:start|begin)(?: (?:in this course|with this course|with this))?
        (?:(?:do|give me|take|start|i want|i'?d like) )*(?:a |the )?placement(?: (?:test|quiz|questions?))?
        (?:test|check) (?:my level|what i (?:already )?know|where i (?:am|should start|stand))
    """,
    Intent.OTHER_WAY: r"""
        (?:(?:can|could|is there|are there|do you have|have you got|show me|try|i (?:want|need)|let'?s try) ?(?:you|u|i|we)? ?)*(?:(?:show|explain|teach|learn|do|see|try)(?: (?:me|it|this|that|us))* ?)?(?:in )?(?:an?other|a different|some other|any other|other) ways?(?: (?:to (?:learn|do|see|understand) (?:it|this|that)|of (?:doing|explaining|seeing) (?:it|this|that)|into (?:it|this|that)))?
        (?:(?:can|could) (?:you|u) )?(?:explain|show|say|teach)(?: (?:it|this|that|me))* differently
        (?:(?:is there|do you have|have you got|can i (?:see|watch|have|get)|show me|i (?:want|need|prefer|would rather have|'?d rather (?:watch|see|have))|i want to (?:watch|see)|i like) )(?:a |an |some |any )?(?:videos?|activit(?:y|ies)|projects?|readings?)(?: (?:about|on|for|of) (?:it|this|that))?
        (?:can|could|may) (?:i|we|you) (?:please )?(?:see|have|get|show(?: me| us)?|draw(?: me| us)?) (?:a |an |the |some )?(?:pictures?|pics?|images?|drawings?|diagrams?|photos?)(?: (?:of|about|for) .{2,30})?
        (?:show|draw) me (?:a |an )?(?:picture|pic|image|drawing|diagram|photo)(?: (?:of|about|for) .{2,30})?
        (?:is there|are there|do you have) (?:a |an |any )?(?:pictures?|pics?|images?|drawings?|diagrams?|photos?)(?: (?:of|about|for) .{2,30})?
        something (?:else )?to (?:read|watch|do)
    """,
    Intent.HINT: r"""
        how (?:do|should|would|could|can|am) (?:i|we) (?:supposed to |meant to |even )?know(?: (?:that|this|it|the answer))?
        is (?:it|the answer) (?:bigger|smaller|more|less|greater|higher|lower|between|over|under|close to|near|about|around|even|odd)(?: .{1,25})?
        is there (?:an? |any )?(?:trick|shortcut|easy way|easier way|clue)(?: .{0,20})?
        (?:but )?why (?:is|isn'?t|isnt|was|wasn'?t|wasnt) (?:it|that|this|mine|my answer)(?: not)? (?:that|wrong|right|incorrect|correct|it|this|mine)
        (?:just )?nudge me(?: a (?:bit|little))?
        what should i (?:look at|think (?:about|of)|try|do) first
        point me (?:somewhere|in the right direction)
        (?:can|could) (?:you|u) (?:please )?(?:give|show|get) me (?:a |some )?(?:little |small |tiny )?(?:hint|clue|tip|help|nudge)(?: but (?:not|don'?t|dont|without) .{2,25})
        (?:what'?s |what is |whats )?(?:the )?(?:very )?first (?:step|thing)(?: (?:i|we|to) .{2,20})?
        am i (?:on the right (?:track|way)|close|near|warm|getting (?:closer|warmer|there)|nearly right|almost right)
        why (?:isn'?t|isnt) (?:it|that|this|mine)
        why (?:is|isn'?t|not|isnt|can'?t it be|cant it be)(?: it)? (?:[a-f]|that one)(?: (?:wrong|right|it|not right|not it))?
        (?:what'?s|what is|whats|what was) wrong with (?:[a-f]|my answer|it|mine|that)
        what did i (?:get|do) wrong
        how is (?:that|it|this) (?:not right|wrong|not correct)
        where did i go wrong
        (?:what'?s|what is|whats|what was|where is|where'?s) (?:my|the) mistake
        (?:can you )?get me started
        (?:(?:can|could|may) (?:i|you|u) (?:have|get|give me) )?(?:(?:give|show|tell) me |i (?:need|want|would like) |get )?(?:a |an |the |another |one more |next |more |some |little |small |tiny )*(?:hints?|clues?|tips?|nudge|help(?: me)?|hlp|hnt|hitn)
        (?:can|could) (?:you|u) help(?: me)?
        help me(?: out)?
        i need (?:some |a bit of )?help
        more help
        how do i (?:start|begin)
        where do i (?:start|begin)
    """,
    Intent.STUCK: r"""
        (?:that'?s |this is |its |it'?s |that is )?(?:way |just |far )?too (?:many words|much (?:text|to read|at once)|long(?: to read)?)
        that'?s (?:way |just )?too much
        thats too much
        (?:that|this|it|your hint|the hint) (?:did not|didn'?t|does not|doesn'?t|doesnt|didnt) help(?: (?:me|much|a lot))*
        (?:i'?m|im|i am) (?:stuck|lost) (?:at|on|with|between) .{1,25}
        (?:i )?(?:cant|can'?t|cannot) decide
        (?:i'?m|im|i am) between .{1,12} and .{1,12}
        (?:i )?tried (?:\w+ )?(?:but|and) nothing works?
        .{3,40} (?:and then|and now|then) what
        what do (?:you|u) (?:even )?want(?: (?:me|from me)(?: to do)?)?
        what (?:does|do) (?:it|this|they|the question) (?:even |actually )?(?:want|ask|asking)(?: (?:me|from me|for))?(?: to do)?
        i (?:don'?t|dont|do not) (?:get|understand) (?:what|the|this) (?:you want|it wants|words?|text|task|instructions?)(?: .{2,20})?
        this is (?:so |really |very |a bit )*confusing
        (?:i'?m|im|i am|i feel|we are|still|totally|completely|so|really|a bit)?(?: (?:still|so|totally|completely|really|a bit|very|kinda))* ?(?:stuck|lost|confused)
        i (?:don'?t|do not|dont) (?:get|understand|follow)(?: (?:it|this|that|any of (?:it|this)|anything|the question|what (?:you|this|it) (?:mean|means|is)))?
        (?:i have )?no clue what(?:'?s| is) going on
        this makes no sense
        (?:i'?m|im) not getting (?:it|this)
        huh
        what\?+
        wut
        i can'?t do (?:this|it)
        i cant(?: do (?:this|it))?
    """,
    Intent.DONT_KNOW: r"""
        (?:i(?:'?ve)? )?never (?:seen|heard of|done|learned|learnt) (?:that|this|it)(?: before)?
        not a (?:scooby|clue|hope|idea)
        (?:i )?haven'?t (?:got )?(?:a|the) (?:foggiest|faintest|clue|scooby)(?: idea)?
        (?:i'?m|im|i am|my (?:mind|head)(?:'?s| is| has gone| went)) (?:totally |completely )?blank
        (?:it )?could be anything
        (?:i|we) (?:didn'?t|didnt|did not|never|haven'?t|havent|have not) (?:learn(?:ed|t)?|had|have|do|done|did|cover(?:ed)?|get taught) (?:that|this|it)(?: (?:yet|in (?:class|school)|at school))*
        (?:i have )?no (?:idea|clue)(?: (?:tbh|man|at all|whatsoever))*
        idk(?: (?:man|bro|tbh|really|at all))+
        (?:idk|dunno|no (?:idea|clue)|(?:i )?(?:don'?t|do not|dont) (?:really |even )?know) what (?:the |my |its )?(?:right |correct )?(?:answer|result|solution) (?:is|could be|might be)(?: (?:lol|tbh|bro|man|at all|rn|sorry|sir|miss))*
        i (?:don'?t|do not|dont|dunno|really don'?t|honestly don'?t) (?:really )?(?:know|remember|no)(?: (?:the answer|this|that|it|how|what|sorry|this one))*
        idk+
        i d k
        dunno
        dk
        no idea
        no clue
        i have no (?:idea|clue)
        not sure
        i'?m not sure
        im not sure
        i forgot
        i forget
        can'?t remember
        cant remember
        beats me
        \?+
        who knows
        no se
        i'?ve no idea
        haven'?t a clue
        pass i don'?t know
    """,
    Intent.SKIP: r"""
        (?:(?:can|could|will) (?:you|u|we|i) )?(?:ask|give|do|try|have|get) (?:me |us )?(?:something|anything|sth) (?:else|different|new)(?: instead)?
        no me gusta (?:esto|esta|eso)(?: pregunta)?
        otra(?: (?:cosa|pregunta|m[aá]s|vez no))?
        algo (?:diferente|distinto)
        cambi(?:a|ar|amos|emos)(?: de (?:pregunta|tema))?
        (?:puedo )?(?:saltar|salto|salta|s[aá]ltate|dejar|pasar)(?: (?:esta|esto|la pregunta))?
        paso(?: de esta)?
        (?:can|could|may) (?:i|we) (?:please )?(?:skip|pass|leave)(?: on)?(?: (?:this|it|that|the question))?(?: (?:one|question))?
        (?:i )?(?:wanna|want to) skip(?: (?:this|it))?(?: one)?
        nxt
        (?:give|ask|show) me something (?:fun|else|different|new|interesting)
        (?:can we |let'?s )?do something (?:fun|else|different)
        i (?:don'?t|dont|do not) (?:like|want) (?:this|that|to do this)(?: (?:question|one|exercise|problem))?
        not this(?: one| question)?(?: again)?
        (?:i(?:'?ve)?|we(?:'?ve)?)(?: have)?(?: already)? (?:done|did|had|seen|answered) (?:this|that) (?:one|question|exercise)(?: (?:before|already))?
        next one
        another
        skip(?: (?:it|this|question|one))*
        pass
        next(?: (?:one|question|please|item))?
        (?:can we |let'?s |i want to )?(?:do|try|have|give me)? ?(?:another|a different|something else|another one|a different (?:one|question))(?: (?:one|question))?
        (?:let'?s |can we )?mov(?:e|ing) on
        go to the next(?: one)?
        (?:let'?s )?skip(?: ahead)?
        different question
    """,
    Intent.TOO_EASY: r"""
        (?:(?:give me|i want|i need|show me|can i (?:have|get|do)|gimme|let'?s do|bring on) )?(?:a |an |the |some |your )*(?:boss|final|expert|pro|insane|impossible|ultra|hardest|nightmare) (?:level|mode|one|question|fight|battle)
        (?:i'?m|im|i am) not (?:in (?:year|grade|class) \d|a baby|a kid|five|\d)
        yawn+
        (?:give|ask|send) me a (?:real|proper|hard|difficult|tough) (?:question|one|problem|exercise)
        (?:this|that|it|these|they)?(?:'?s| is| are|'?re| was)? ?(?:all |way |much |far |so |really )*(?:too |so )?(?:easy|simple|boring|babyish)
        too easy(?: for me)?
        (?:give me |i want |can i have )?(?:something |some |a )?(?:harder|more difficult|tougher|challenging)(?: (?:one|ones|question|questions|problem|stuff|item))?
        (?:make it |a bit )?harder
        ez
        2 easy
        challenge me
        level up
    """,
    Intent.TOO_HARD: r"""
        (?:this|that|it|these|they)?(?:'?s| is| are|'?re| was)? ?(?:all |way |much |far |so |really |super )*(?:too |so )(?:hard|difficult|tricky|complicated)
        too hard(?: for me)?
        (?:give me |i want |can i have |can we do )?(?:something |some |an |a )?(?:easier|simpler|less hard)(?: (?:one|ones|question|questions|problem|stuff|item))?
        (?:make it |a bit )?easier
        2 hard
    """,
}  # fmt: skip
