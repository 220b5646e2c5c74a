"""English messages that mean the same whatever is open: one way of saying to a line (pure).

A line is matched against the whole message, in lower case (`read`). Tables are tried in their order, lines in theirs.
"""

from collections.abc import Mapping

from tutor.dialogue.intents.kinds import Intent

AT_ANY_TIME: Mapping[Intent, str] = {
    Intent.PROGRESS: r"""
        ¿?(?:qu[eé] tal|c[oó]mo) (?:voy|lo (?:hago|estoy haciendo|llevo)|me va)\??
        mi progreso
        what (?:did|have|were) (?:we|i) (?:been )?(?:do|done|doing|learn|learned|learnt|practi[cs]e|practi[cs]ed|finish|cover|covered|talk about)(?: (?:so far|before|yesterday|last (?:time|week|lesson|session)|the last time|in the last lesson|already))+
        where (?:did|were|have) we (?:stop|stopped|leave off|left off|get to)(?: (?:last time|yesterday|before))*
        remind me what (?:we|i) (?:did|learned|learnt|were doing|have done)(?: .{2,20})?
        ¿?qu[eé] he aprendido(?: hoy)?\??
        ¿?qu[eé] (?:tengo que|debo) (?:practicar|repasar|estudiar)\??
        ¿?qu[eé] sabes de m[ií]\??
        (?:what(?:'?s| is)|whats) my level
        (?:did|have) i (?:get|got|gotten) (?:any )?(?:better|good)(?: at .{2,20})?
        am i (?:any )?good at .{2,25}
        am i doing good
        how (?:many|much) (?:questions )?(?:have|did) i (?:do|done|finish|finished|get right|got right)(?: so far)?
        what (?:should|do|can) i (?:need to |have to )?(?:practi[cs]e|work on|revise|improve|get better at|study)(?: (?:more|most|next|better))?
        how am i doing(?: (?:so far|today|now|lately))?
        (?:what|how much) do (?:you|u) (?:know|think|believe)(?: (?:about|of))? me
        what do (?:you|u) (?:think|know) (?:i|that i) (?:can|know)(?: do)?
        how am i doing
        how (?:did|have) i (?:do|done|doing)(?! (?:it|this|that)\b)
        (?:show|tell) me (?:how i'?m doing|my (?:progress|stats|results|skills|levels?))
        (?:my |show )?(?:progress|stats|my level|my skills)
        where am i(?: at)?
        what (?:have|did) (?:i|we) (?:learn(?:ed|t)?|do|done)(?: (?:so far|today|now))?
        what am i (?:good|bad|weak|strong) (?:at|in)
        am i (?:doing (?:ok|well|good)|good|getting better|improving)
        do i (?:already |really )?know (?:this|that|it|these)(?: (?:already|yet|well))?
        (?:how (?:sure|certain) (?:are|r) (?:you|u)|(?:why )?do (?:you|u) (?:really )?(?:think|believe)|are (?:you|u) sure)(?: that)? i (?:can |really |already |don'?t |do not |dont )*(?:know|understand|get|do)(?: (?:this|that|it|these|.{3,40}))?
    """,
    Intent.WHY_THIS: r"""
        i (?:do not|don'?t|can'?t|dont|cant) (?:really |even )?(?:see|get|understand) the (?:point|use|sense)(?: (?:of|in) .{2,30})?(?: (?:a|the|my|every) (?:computer|calculator|phone|machine) .{2,30})?
        why (?:this|that|these)(?: (?:one|question|item|problem))?
        why (?:are|r) (?:you|u|we) (?:asking|doing|giving)(?: me)?(?: (?:this|that))?(?: (?:question|one))?
        why (?:do|must|should) (?:i|we) (?:(?:even|ever|really) )?(?:(?:have|need) to )?(?:do|answer|know|learn|study|practi[cs]e) (?:this|that|it|these|all this)(?: (?:question|one|stuff|thing))?
        (?:what'?s|what is|whats) the (?:point|use) (?:of|in) (?:(?:learning|knowing|doing) )?(?:this|that|it|all this)(?: (?:question|one|stuff))?
        when (?:will|would|do|am) (?:i|we) (?:ever |going to |even )*(?:need|use) (?:this|that|it)(?: (?:in|for|irl).{0,20})?
        (?:will|do|would) (?:i|we) (?:ever |really |even )+(?:need|use) (?:this|that|it)(?: (?:in|for|irl).{0,20})?
        what (?:do|will|would|am) (?:i|we) (?:ever |even |going to )*(?:need|use) (?:this|that|it) for
        what(?:'s| is|s) (?:this|that|it) (?:even |ever )?(?:good|useful) for
        (?:what'?s|what is|whats) (?:even )?the (?:point|use) (?:of|in) (?:learning|knowing|doing|studying)(?: about)? .{3,30}
        (?:no )?(?:like )?why (?:do|would|will|should) (?:i|we|anyone|anybody) (?:even |ever |really )?(?:need|use) (?:this|that|it|these)(?: (?:stuff|things?))?(?: (?:in|for) (?:my |our |real )*(?:life|later|anything|the future))?
        why am i (?:doing|getting) this(?: (?:one|question))?
    """,
    Intent.APPEAL: r"""
        (?:but )?i (?:already )?said .{1,15} (?:already|before)
        i ran it(?: and .{3,30})?
        my (?:computer|calculator) (?:prints|says|shows) .{2,20}
        look again(?: .{2,20})?
        (?:but )?the book says .{2,40}
        you (?:u )?marked it wrong but.{2,20}
        (?:but )?i (?:think|thought|believe|am sure|'?m sure|know) (?:that )?(?:i (?:was|am|'?m)|my answer (?:was|is)|it (?:was|is)|mine (?:was|is)|that (?:was|is)) (?:actually |also )?(?:right|correct)
        (?:but )?(?:i was|i'?m|my answer (?:is|was)|that(?:'?s| was| is)|mine (?:is|was)|it(?:'?s| is| was)) (?:actually |also |totally )?(?:right|correct)(?: though)?
        that'?s (?:not fair|unfair|wrong grading)
        (?:you'?re|you are|ur|your) wrong
        you (?:made|got) (?:a mistake|it wrong)
        (?:you )?marked (?:it|me|that) wrong(?:ly)?
        why did (?:you|u) (?:mark|call|count|say) (?:it|that|my answer|mine)(?: as| is| was)? (?:wrong|incorrect)
        that should be (?:right|correct)
        i disagree
    """,
    Intent.CLAIM: r"""
        (?:esto )?ya (?:me )?lo s[eé](?: (?:todo|hacer|bien))?
        ya s[eé] (?:hacer )?(?:esto|eso|todo)
        esto ya (?:me )?lo s[eé]
        ya (?:s[eé]|conozco|domino) .{2,40}
        i (?:already |alr(?:eady)? )(?:know|learn(?:ed|t)|did|can do|understand|get|mastered|finished)(?: (?:all )?(?:of )?(?:this|that|it|these|how to do (?:this|it|these)|.{3,60}))?
        i (?:can|could) already (?:do |use |work with |understand )?.{3,60}
        i know (?:how to |about |all about )?.{3,60} already
        i know (?:all )?(?:of )?(?:this|it|that|these)(?: (?:already|stuff|topic|one|by heart))?
        (?:we |i )(?:did|had|learn(?:ed|t)) (?:this|that|it) (?:already|last (?:year|week|month)|in (?:class|school))
        (?:i )?know this(?: already)?
        already (?:know|did|learn(?:ed|t)) (?:this|that|it)
        test me out
        i can do (?:this|these|it)(?: already)?
    """,
    Intent.EXAMPLE: r"""
        (?:(?:can|could) (?:you|u) )?(?:please )?(?:give|show|do|tell|ask)(?: me)? (?:something|smth|sth|anything|an? (?:example|question|one)|one|it|this) (?:with|about|using) (?:an? |some |my |the )?(?:real (?:life|things|food|world).{0,15}|pizzas?|cakes?|chocolate|cookies|sweets|candy|food|money|animals|dogs|cats|football|soccer|basketball|games?|minecraft|cars)
        (?:dame |me das |ponme |quiero |ens[eé][nñ]ame )?(?:un |otro )?ejemplo
        mu[eé]stramelo
        ens[eé][nñ]amelo
        (?:(?:can|could) (?:you|u) )?show me (?:it |this |that )?(?:with|using|on) (?:an? |some )?\w+(?: \w+)?
        (?:(?:can|could) (?:you|u|i|we) )?(?:(?:show|give|see|have|do|get|work)(?: me| us)? |i (?:want|need)(?: to see)? )?(?:a |an |another |one more |one |some |through )*(?:worked |similar |real[ -]?(?:life |world )?|everyday |different |other |simple |quick )*(?:examples?|exampel|eg|e\.g\.?)(?: (?:problem|of (?:this|that|it|one)))?
        for example
        like what
        show me
        (?:can|could) (?:you|u) (?:show|draw|do) (?:it|this|that)(?: (?:with|using|on) .{2,30})?
        (?:can|could) (?:you|u) (?:show|draw) me(?: (?:it|this|that))?
        show me how(?: (?:to do (?:it|this)|it'?s done|it works|you do it))?
        can you show me(?: how)?
        do one with me
    """,
    Intent.EXPLAIN: r"""
        what (?:even |on earth |the heck )?(?:is|are) (?:this|that|it|these|those)(?: (?:thing|even|about|supposed to (?:be|mean)))*
        what'?s (?:this|that)(?: (?:thing|even|about|supposed to (?:be|mean)))*
        ¿?(?:me )?lo (?:puedes )?explica(?:s|r)?(?: (?:otra vez|mejor|m[aá]s f[aá]cil))?\??
        ¿?(?:pero |y )?por qu[eé]\??
        ¿?c[oó]mo (?:se hace|lo hago)\??
        i (?:forgot|forget|don'?t (?:remember|know)|can'?t remember) how (?:to do |to |do you do |you do |we do )?(?:fractions|maths?|this|these|it|that|them)(?: (?:again|lol|anymore|at all|properly))*
        i (?:missed|wasn'?t (?:in|at|there for)|was (?:away|absent|sick|ill|out|not (?:here|there|in|at school)))\b.{0,40}
        (?:can|could) (?:you|u) (?:please )?(?:catch me up|fill me in|remind me)(?: .{0,20})?
        remind me(?: (?:again|how (?:this|it) works))?
        (?:again|once more) but (?:shorter|slower|simpler|easier|different)
        (?:explain|say) (?:it |that )?again(?: but .{3,15})?
        (?:(?:can|could) (?:you|u) )?(?:please )?(?:say|put|make|explain) (?:it|this|that) (?:easier|simpler|more (?:simply|easily|clearly)|in a (?:simpler|easier) way)
        (?:(?:can|could) (?:you|u) )?(?:please )?(?:make|say|put|explain|do) (?:it|this|that|everything)(?: (?:again|for me))*(?: but)? (?:shorter|slower|slowly|more slowly|differently|another way|(?:in|with) (?:easy|easier|simple|simpler|other|different|normal|kid|plain|your own) words|like (?:i'?m|im|i am|to) (?:a )?(?:\w+))
        explain (?:it |this |that )?like (?:i'?m|im|i am|to) (?:a )?\w+
        (?:(?:can|could) (?:you|u) )?(?:walk|take|talk) me through(?: (?:it|this|that|the steps?))?
        how (?:do|should|would|can) (?:i|you|we|u) (?:even )?(?:do|solve|work out|answer) (?:this|these|it|that|them)(?: (?:kind|type|sort)s? of)?(?: (?:one|ones|problems?|questions?|sums?|things?))?
        (?:(?:can|could) (?:you|u) )?(?:show|tell) me the (?:rule|trick|method|formula|steps)(?: (?:for|here|again).*)?
        (?:what'?s|what is|whats) the (?:rule|trick|method|formula|way)(?: (?:for|to do|here|again)(?: (?:this|these|it|them))?)?
        (?:(?:can|could) (?:you|u) )?(?:please )?(?:go|explain) (?:slower|more slowly)
        (?:(?:can|could) (?:you|u) )?break (?:it|this) down
        explain (?:the )?(?:whole )?(?:topic|thing|lesson|question)
        (?:(?:can|could) (?:you|u) )?(?:please )?explain(?: (?:it|this|that|again|more|why|how|better|pls))*
        (?:but )?why(?: (?:not|tho|though))?
        why (?:did|does|do) (?:that|this|it) (?:work|happen)(?: (?:like that|that way))?
        why(?: is)? (?:that|this|it)(?: so| true)?
        how(?: come)?
        how so
        what does (?:this|that|it) mean
        what do (?:you|u) mean
        teach me(?: (?:this|it|that))?
        (?:say|tell me) (?:it |that )?(?:again|more|differently)
        i want to understand(?: (?:it|this))?
        just the (?:main|important|short) (?:point|part|bit|version|thing)s?
        (?:(?:can|could) (?:you|u) )?(?:please )?(?:(?:say|put|explain|do|tell) (?:it|this|that|me) )?in (?:just )?(?:one|a|two|three|a few|fewer|your own|short) (?:sentences?|words?)
        tell me more
        more(?: detail| info)?
    """,
    Intent.PRACTICE: r"""
        (?:yes|yeah|yep|sure|ok|okay|alright|fine)(?: (?:sure|ok|yes))* (?:let'?s|lets) (?:go|do (?:it|this)|start|begin|try)(?: (?:it|then))?
        (?:(?:can|could|shall|should|may) (?:we|you|u|i) |let'?s |i (?:want to|wanna|would rather|'?d rather) )?(?:just )?(?:(?:start|begin|go)(?: off)?(?: (?:at|from|with))? |from |at |i (?:choose|pick|prefer|want|take) )?the (?:very )?(?:beginning|start)(?: of (?:it|the course|this))?
        (?:(?:can|could|shall) (?:we|you|u) |let'?s )?(?:start|begin)(?: off| again)? (?:from|at) (?:scratch|zero|0)
        (?:(?:hi|hello|hey|then|now) )*(?:(?:can|could|will|would) (?:you|u) )?(?:please )?(?:teach|learn) me(?: (?:python|pyton|pithon|coding|programming|to code|maths?|biology|science|(?:about )?fractions|(?:about )?cells|this|it|that|stuff|something|everything|all))? (?:from|at) (?:the )?(?:start|beginning|scratch|zero|0|basics)
        (?:(?:hi|hello|hey|then|now) )*(?:can|could|will|would) (?:you|u) (?:please )?teach me(?: (?:something|stuff|python|pyton|pithon|coding|programming|to code))?
        (?:(?:hi|hello|hey|then|now) )*teach me (?:something|stuff|python|pyton|pithon|coding|programming|to code)
        (?:i (?:choose|pick|want|take|'?ll (?:do|take)|will (?:do|take)) )?the (?:(?:first )?(?:one|question)|first) (?:below|above|there|you (?:gave|asked))
        (?:(?:can|could|shall) (?:we|you|u) |let'?s )?(?:start|begin)(?: off)? (?:with )?(?:(?:the|some|something|an?) )*(?:easy|simple)(?: (?:stuff|ones?|questions?|things?|bits?))*
        (?:quiero )?(?:seguir|sigue|sigamos|empezar|empecemos|practicar|vamos)(?: (?:practicando|m[aá]s))?
        (?:can|could|may) i (?:please )?(?:try|do|answer)(?: (?:it|this|that|that one|this one))? again
        let me try(?: (?:it|this|that))? again
        (?:can|could|may) i (?:please )?(?:have|get) (?:another|one more|a second) (?:try|go|chance)
        (?:one more|another) (?:try|go|chance)
        one more(?: one)?
        (?:la )?siguiente
        (?:let'?s|lets|can we) (?:start|begin|go|do this|code)(?: (?:more|now))?
        (?:let'?s |lets |can we |i want to )?practi[cs]e (?:more|some more|a bit more)(?: of (?:these|this|them|it))?
        (?:give|gimme|send) ?(?:me )?(?:a |an |another |one more )?(?:task|one like (?:that|this|it))
        (?:more|another)(?: one)? like (?:that|this|it)
        last one
        one last(?: one)?
        test me
        (?:(?:can|could|will) (?:you|u) )?(?:please )?(?:test|quiz) me(?: (?:please|pls|now|cuz|bc|because|i|we|my|for) .{0,60})?
        (?:give|ask|send) me (?:\d{1,2}|two|three|four|five|six|ten|a few|some|many|lots of)(?: more)? (?:questions|problems|exercises|sums|tasks|ones)
        (?:can you |please |let'?s |i want to |can we |i wanna )?(?:quiz|test|ask)(?: me)?
        (?:let'?s |i want to |can we |i wanna |more )*(?:practi[cs]e|go|continue|start|begin|work|do (?:some|a few|more)(?: (?:questions|problems|exercises))?|try (?:one|some|a problem))
        (?:another|a|one more|next) (?:question|problem|exercise)
        (?:give|ask) me (?:a |an |another |some |more )*(?:question|problem|exercise|one|something)s?(?: else)?
        i'?m ready
        ready
        go on
        keep going
        what'?s next
        what next
        what should i do(?: (?:next|now))?
    """,
    Intent.STOP: r"""
        (?:fine |ok |maybe )?(?:i'?ll|ill|i will|i'?m gonna|im gonna|gonna|i want to) (?:come back|be back|continue|go on|do (?:it|this|the rest|more)|finish(?: (?:it|this|the rest))?) (?:later|tomorrow|another (?:time|day)|after .{3,20}|next (?:time|week))
        later(?:s|z)?
        (?:thanks?(?: you)?|thx|ty|tysm|cheers|gracias)(?: (?:so much|a lot|meno|for .{2,20}))? (?:and )?(?:good ?)?(?:bye+|cya|see (?:you|ya|u)(?: (?:later|tomorrow|tmrw|soon))?|good ?night|ad[ií][oó]s|that'?s (?:it|all|enough))
        i gtg
        (?:quiero )?(?:parar|terminar|acabar)(?: (?:ya|por hoy))?
        para ya
        basta(?: por hoy)?
        ya (?:me voy|termin[eé]|acab[eé])
        gtg bye
        (?:i'?m|im|i am) (?:going|goin|gonna go) home
        (?:good ?)?bye+ (?!the|so|because|now that)\w{2,10}
        (?:mum|mom|dad|my mum|my mom|my dad|granny) (?:says|said|is calling)(?: (?:me|us))?(?: (?:for|it'?s|its))?(?: (?:dinner|lunch|bed|bed ?time|time to (?:go|stop|sleep|eat)|stop))?
        cya (?:tomorrow|later|soon)
        adi[oó]s
        hasta (?:luego|mañana|manana|pronto)
        me tengo que ir
        chao
        tsch[uü]ss
        مع السلامه
        مع السلامة
        (?:i'?m|im|i am) off(?: now| to .{2,20})?
        (?:i )?(?:gotta|got to|have to|need to|must) (?:go|run|leave)(?: now)?(?: .{0,8}\b(?:mum|mom|dad|bus|dinner|tea|lunch|bell|lesson|class|home)\b.{0,20})?
        (?:i )?(?:want to |wanna |need to |have to |gotta |got to |must )?(?:stop|quit|finish|end|leave|go)(?: now)?
        (?:good ?)?bye+(?: bye)?
        see (?:you|ya|u)(?: (?:later|tomorrow|soon))?
        cya
        that'?s (?:it|all|enough)(?: (?:for|4) (?:today|now|2day))?
        i'?m (?:done|finished|tired)(?: (?:for|4) (?:today|now|2day))?
        im (?:done|finished|tired)(?: (?:for|4) (?:today|now|2day))?
        enough(?: (?:for|4) (?:today|now|2day))?
        done(?: (?:for|4) (?:today|now|2day))?
        good ?night
        ttyl
        gtg
        g2g
        let'?s stop(?: here)?
    """,
    Intent.THANKS: r"""
        (?:(?:thanks?|thank (?:you|u)|thx)(?: (?:so much|a lot|very much))? )?(?:you|u) (?:explain|explained|help|helped|teach|are) (?:it |me |this |that )*(?:really |very |so |pretty )*(?:nice|nicely|well|good|great|helpful|clearly|a lot|much)
        (?:ok(?:ay)? |oh |great |cool )*(?:thanks?|thank (?:you|u)|thx|ty|tysm|cheers|thank you so much|thanks a lot)(?: (?:so much|a lot|very much|for (?:the|your) help|man|bro))?
    """,
    Intent.AGREE: r"""
        (?:o+h+|a+h+|aha|ok|oh wait|wait|right)(?: (?:ok|right|yeah|wait|so))* (?:it is |it'?s |its |that'?s |thats )?(?:because|bc|cause|cuz|coz) .{3,60}
        (?:oh |ah |ok(?:ay)? |wait )*(?:now )?i (?:get|see|understand) (?:it )?now
        (?:oh+ |ah+ |ok(?:ay)? |wait )*i (?:get|see|understand)(?: it| that)?(?: now)? (?:because|bc|cause|cos|so) .{3,60}
        (?:oh |ah |ok(?:ay)? )*(?:yes|yeah|yep|yup|ya|sure|ok+(?:ay)?|k+|alright|got it|i (?:get|see|understand)(?: (?:it|now|it now|that))*|i see|makes sense|that makes sense|cool|fine|right|true|mhm|uh ?huh|i think so|aha|oh+|nice|great|good|no|nope|nah|not really)(?: (?:now|then))?
    """,
    Intent.SOCIAL: r"""
        (?:my name(?: is|'?s) .{2,50}|(?:i'?m|i am|im) (?:called |in (?:the )?)?(?:\d{1,2}(?:st|nd|rd|th)? grade|year \d{1,2}|grade \d{1,2}|\d{1,2} years? old)|call me \w+|hi+|hey+|hello+|yo+|hiya|sup|howdy|hola|salam|good (?:morning|afternoon|evening)|morning|what'?s up|wassup|how are (?:you|u)(?: (?:doing|today))?|how'?s it going|who are (?:you|u)|(?:what(?:'?s| is)|whats) (?:your|ur) name(?: then)?|are (?:you|u) (?:a )?(?:real|human|a robot|robot|an? ai|ai|a bot|bot|a (?:real )?person)(?: person)?|(?:l+o+l+|ha(?:ha)+|lmao|xd|hehe+|bruh|wow|omg)|i(?:'?m| am) (?:hungry|sleepy|happy|fine|good|ok|great|tired today)|nice to meet you|i (?:like|love) (?:you|this|math|maths|science|it)|(?:you'?re|ur|you are|youre) (?:so |really |very )?(?:cool|nice|funny|great|smart|silly|weird))(?: (?:there|tutor|meno|everyone|bot|robot|man|bro))*
    """,
}  # fmt: skip
