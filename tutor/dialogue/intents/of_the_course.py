"""English questions about what the course asks and gives, and about the tutor's tastes: one way of saying to a line (pure).

Matched as the lines of `beside_the_task` are, and tried before them.
"""

from collections.abc import Mapping

from tutor.dialogue.intents.kinds import Intent

_EXAM = r"(?:tests?|exams?|quiz|quizzes|assessment)"
_MADE = r"(?:games?|apps?|websites?|robots?|bots?|videos?|animations?|cheats?|mods?|chat ?bots?)"
_WITH = r"(?:(?:with|in|using|from|out of) (?:this|it|that|all this|python|code|coding|fractions|what i learn\w*))"
_LEARNT = (
    r"(?:maths?|fractions?|biology|science|plants?|cells?|python|coding|programming|code|school|numbers|teaching|"
    r"your job|being (?:a |an )?\w+|this(?: course| subject)?|it)"
)

OF_THE_COURSE: Mapping[tuple[Intent, str], str] = {
    (Intent.ABOUT, "placing"): r"""
        (?:do|must|should) (?:i|we) (?:really )?(?:have to |need to |got to )?(?:do|answer|take) (?:all )?(?:of )?(?:the |these |those |all )?(?:15|fifteen)(?: (?:short )?(?:questions?|things|ones))?\b.*
        (?:15|fifteen) (?:short )?questions?(?: \?)*(?: (?:is|that is|are|sounds?) .{0,30}| no(?: thanks| way)?)?$
        (?:why|what are the|what is with the) (?:15|fifteen)(?: (?:short )?questions?)?(?: for)?(?: \?)*$
    """,
    (Intent.ABOUT, "no_test"): rf"""
        (?:is|will) there (?:going to )?(?:be )?(?:a|an|any|some) (?:\w+ )?{_EXAM}(?: (?:at|in|after|on|later|here|about|for|with|when|then)\b.{{0,30}})?(?: \?)*$
        (?:do|will) (?:i|we|you) (?:have|get|give (?:me|us)|need|be having)(?: to (?:do|take|sit))? (?:a|an|any) (?:\w+ )?{_EXAM}(?: (?:at|in|after|on|later|here)\b.{{0,30}})?(?: \?)*$
    """,
    (Intent.ABOUT, "making"): rf"""
        (?:can|could|will|would) (?:i|we|you) (?:be able to )?(?:make|build|create|code|program|write|do) (?:a |an |my |some |my own )?(?:\w+ ){{0,2}}{_MADE}(?: {_WITH})?(?: (?:now|later|then|one day|after this))?(?: \?)*$
        (?:ok |so |then )*what (?:can|could|will) (?:i|we|you) (?:even |actually )?(?:make|build|create)(?: {_WITH})?(?: (?:now|later|then|with (?:this|it)))*(?: \?)*$
        what (?:can|could) (?:i|we|you) (?:even |actually )?do {_WITH}(?: \?)*$
    """,
    (Intent.ABOUT, "tastes"): rf"""
        (?:do|would) you (?:even |really |actually |also )*(?:like|love|enjoy|hate|prefer) {_LEARNT}(?: (?:a lot|more|too|or not|yourself|at all|better))*(?: \?)*$
        what is your (?:favou?rite|least favou?rite) (?:subject|topic|fraction|number|cell|organelle|part|lesson|language|question)\b.{{0,20}}$
        (?:do|did) you (?:ever )?(?:go to school|have (?:a )?(?:mum|mom|dad|dog|cat|birthday|hobby|hobbies|holidays?)|get (?:bored|tired))\b.*
    """,
    (Intent.ABOUT, "check"): r"""
        (?:is|was) my (?:answer|explanation|reason|sentence|one) (?:really |actually )?(?:good|right|correct|ok|fine|wrong|bad|true|enough)(?: (?:enough|now|so far|or not|then))*(?: \?)*$
        did i (?:say|write|put|explain|word) (?:it|that|this) (?:right|well|correctly|ok|properly|good)\b.*
    """,
    (Intent.ABOUT, "solved"): r"""
        why (?:did not (?:it|python|the (?:program|computer))|did (?:it|python|the (?:program|computer))(?: not)?) .{3,40}$
    """,
    (Intent.ABOUT, "for_last"): r"""
        (?:no )?(?:i (?:was|am) (?:answering|talking about|explaining)|(?:that|it|this) (?:was|is) (?:for|about|to)|i meant) (?:your |the )?(?:last|previous|other|first|old) (?:question|one|thing|answer)\b.*
    """,
    (Intent.ABOUT, "able"): r"""
        you (?:do|did) not (?:even |really |actually )*know(?: (?:it|that|this|the answer|anything|either|much))?(?: do you)?(?: \?)*$
    """,
    (Intent.ABOUT, "unheard"): r"""
        (?:but )?you (?:did|do|have) not (?:even |really |actually )?(?:say|said|tell me|told me) (?:yes or no|if|whether)\b.*
        (?:but )?(?:that|it|this) was (?:a|my|the) question\b.*
        (?:but )?i (?:was asking|am asking|asked) (?:you )?(?:a question|something|if|whether|why|what|how)?$
        (?:just )?(?:say |tell me )?(?:a )?yes or no(?: please| then)*(?: \?)*$
    """,
    (Intent.ABOUT, "beginner"): r"""
        (?:.*\b)?we (?:have )?(?:not|never|did not|do not|had not|no) (?:even |really |yet )*(?:learn\w*|had|done|do|did|cover\w*|stud\w+) (?:this|that|it|these|those)(?: .{0,20})?$
        (?:.*\b)?(?:nobody|no ?one|my teacher never) (?:ever )?(?:taught|told|showed|explained) (?:me|us)(?: (?:this|that|it|about it))?$
    """,
}  # fmt: skip
