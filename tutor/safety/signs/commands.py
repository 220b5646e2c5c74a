"""Signs of orders given as to a machine: commands, verdicts written as data, deeds in the school's system, keys wanted."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign

INJECTION = sign(
    Kind.INJECTION,
    (
        # a command line: /unlock all, --no-filter, #mode: cheat (/skip and /answer are commands of ours)
        (
            r"^(?:/|\.|!)(?:unlock|bypass|override|reveal|jailbreak|cheat|admin|sudo|answers|solve) ?(?:all|\w+)?$|"
            r"^--?(?:no-?(?:filters?|rules|limits|safety|hints)|unsafe|unrestricted|force|answers?)\b.*|"
            r"^#? ?mode ?[:=] ?(?:cheat|free|admin|god|dev\w*|unrestricted|oracle|answers?)|^sudo \w+|"
            r"^(?:dump|print|show|cat|list) (?:the |your |all )*(?:memory|context|initial text|first text|config\w*|env\w*|logs?)"
        ),
        # a verdict as data
        r"[\"']?(?:grade|verdict)[\"']? ?: ?[\"']?(?:correct|full|passed|true)[\"']?(?=[ ,}]|$)",
        # what was put into the tutor
        (
            r"(?:what|everything|whatever) (?:the |your )?(?:developers?|programmers?|makers?|creators?|company|coders?) "
            r"(?:have |had )?(?:typed|wrote|written|put|fed|told|gave|entered)(?: (?:into|in|to))? you"
        ),
        # the key to a set of items, wanted by whoever claims a rank
        (
            r"(?:show|give|send|hand|print|share|read|display)(?: \w+){0,2}? the "
            r"(?:solution|answers?|marking|teacher'?s?) (?:key|scheme|guide|book)s?(?! (?:of|to) (?:the )?(?:map|legend))"
        ),
        # rules done away with
        r"(?:your |the )rules (?:don'?t|do not|no longer) (?:count|apply|matter|exist)(?: (?:today|now|on|to (?:you|me)|any ?more|here))",
        r"new rules? ?[:,-] ?(?:\w+ ){0,3}?rules (?:don'?t|do not|no longer) (?:count|apply|matter)\b.*",
        # a text that says what a tutor has to do
        (
            r"(?:the|this|every|any|all|each) (?:tutors?|ai|assistants?|bots?|chat ?bots?|models?|graders?) "
            r"(?:reading this )?(?:has to|have to|must|should|shall|is to|are to|will) (?:\w+ ){0,2}?"
            r"(?:give|show|tell|reveal|print|accept|mark|award|say) (?:the |all |full |every |my |its )"
        ),
        # deeds in the school's system, for or as somebody else
        (
            r"(?:turn|switch|shut) off (?:the |all |my )*(?:alerts?|notifications?|messages?|reports?|e?-?mails?) "
            r"(?:to|for|that go to) (?:my |the )?(?:parents?|mum|mom|dad|mother|father|teachers?|school)|"
            r"(?:sign|log) me in(?:to)?(?: \w+)? as (?:another|someone|somebody|a different|my friend|the teacher|an? admin)\b.*|"
            r"make (?:the|your|that) (?:quiz|test|system|log|record|tutor) "  # not “make the computer say my name”
            r"(?:think|believe|say|look like|show)(?: that)? (?:i|i've|my)\b.*"
        ),
        # spaced letters leave no word whole
        r"\w*(?:systemprompt|answerkey|ignore(?:your|all|the)(?:previous)?(?:rules|instructions)|hiddenprompt|yourinstructions)\w*",
    ),
)

SIGNS = (INJECTION,)
