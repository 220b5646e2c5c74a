"""Signs that a text tries to give the tutor orders: injections and jailbreaks, in any language."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign

_RULES = (
    r"(?:instructions?|prompts?|ru[li]es?|rubrics?|guidelines?|directions?|directives?|commands?|"
    r"orders?|programming|polic(?:y|ies)|restrictions?|constraints?|filters?|safeguards?|limits|"
    r"limitations|messages? above|text above|context|training|persona|settings|guardrails?|"
    r"everything)"
)
_OF_A_PUZZLE = r" (?:in|of|for) (?:the|this|that|my|our|a) (?:\w+ )?(?:crossword|puzzle|riddle|game|book|story|treasure hunt)"
_PAST = (
    r"(?:previous|prior|above|preceding|earlier|past|foregoing|former|initial|original|system|"
    r"your|the|all|any|these|those|my|of|that|existing|current|other|safety|content|ethical|moral|"
    r"developer|hidden|secret|first|last|said|told|i|we|you|have|been|given|were|are|gave)"
)

INJECTION = sign(
    Kind.INJECTION,
    (
        (
            rf"(?:ignore|ignoring|disregard|disregarding|forget|forgetting|override|overriding|"
            rf"bypass|bypassing|neglect|discard|overlook|violate|break|circumvent|disobey|abandon|"
            rf"erase|delete|cancel) (?:about |completely |everything |anything )?"
            rf"(?:{_PAST} ){{0,6}}{_RULES}"
        ),
        (
            r"(?:forget|ignore|disregard) (?:about )?(?:everything|anything|all) (?:\w+ ){0,3}?"
            r"(?:before|above|told|said|previously|prior|so far|learned|written)"
        ),
        (
            r"(?:show|reveal|print|repeat|tell|give|display|output|share|write|leak|expose|recite|"
            r"summari[sz]e|translate|what(?:'s| is| are| were)|say|spell|encode|copy|list|quote|"
            r"disclose|provide) (?:\w+ ){0,5}?"
            r"(?:system|initial|hidden|secret|original|internal|developer|pre ?prompt|first|exact|"
            r"full|own|your|starting|base) ?(?:\w+ )?"
            r"(?:prompts?|instructions|messages?|guidelines|directives|configuration|rules|"
            r"confidential \w+)(?! for (?:the|this) "
            r"(?:exercise|homework|question|task|activity|game|lab))"
        ),
        (
            r"(?:repeat|print|output|write|copy|say) (?:\w+ ){0,4}?"
            r"(?:above|before this|verbatim|preceding|starting with|started with you are)"
        ),
        (
            r"(?:you are|you're|u are|you will be|act|acting|behave|pretend|simulate|respond|"
            r"answer|become|you become|role ?play|imagine|speak|take (?:on )?the role) "
            r"(?:\w+ ){0,6}?(?:dan|stan|aim|unfiltered|uncensored|jailbroken|jailbreak|"
            r"unrestricted|amoral|evil|without (?:any )?"
            r"(?:restrictions?|filters?|rules|limits|limitations|ethics|morals|censorship)|"
            r"no (?:restrictions?|filters?|rules|limits|limitations|ethics|morals|"
            r"longer (?:bound|a tutor|an ai|limited|restricted))|"
            r"not (?:bound|restricted|limited|a tutor)|"
            r"free (?:of|from) (?:all )?(?:restrictions?|rules)|developer mode|god mode|root|sudo|"
            r"admin|dude)"
        ),
        (
            r"(?:do anything now|jail ?break(?:s|ed|ing)?|developer mode|dev mode|god mode|"
            r"debug mode|maintenance mode|sudo mode|admin mode|opposite mode|unrestricted mode|"
            r"dan mode|evil mode|chaos mode|system override|admin override|override code|"
            r"prompt injection|root access)"
        ),
        (
            r"(?:from now on|henceforth|starting now|as of now|"
            r"for the rest of (?:this|our) (?:chat|conversation))[ ,]+(?:\w+ ){0,3}?"
            r"(?:you(?:'re| are| will| must| shall| should| act| have| can| only| no longer|"
            r" always)|act|answer|respond|ignore|pretend|reply|call me|speak|say)"
        ),
        (
            r"(?:new|updated|revised|real|true|actual|secret) (?:system )?"
            r"(?:instructions?|prompt|rules|directives?|objective|task|orders)"
            r"(?: (?:for you|from (?:the )?(?:developer|admin|teacher|system)|below|follow\w*|are|"
            r"is))? ?[:=]"
        ),
        (
            r"\[?(?:system|admin|developer|assistant|root|sys)\]? ?"
            r"(?:message|prompt|note|override|instruction|command|notice|update|alert)? ?"
            r"(?::|>>|\]|\|>) *(?:\w+)?(?: \w+){0,4}? ?"
            r"(?:ignore|you|grant|mark|reveal|set|give|the|all|disable|new|unlock|override|user|"
            r"learner|student|full|enable|switch|answer|print|output)"
        ),
        (
            r"<\|?(?:im_start|im_end|system|endoftext|assistant|inst)\|?>\w*|\[/?inst\]|<</?sys>>|"
            r"</?(?:system|instructions?|admin|prompt|developer)>\w*|"
            r"### ?(?:system|instruction|response|human|assistant)"
        ),
        (
            r"(?:give|mark|grade|set|award|count|score|record|change|put|make|assign|raise|"
            r"report) (?:\w+ ){0,3}?(?:me|my|this|it|them|the (?:student|learner)|answer|response|"
            r"score|grade|mastery) (?:\w+ ){0,3}?"
            r"(?:full (?:marks|credit|points|score)|100 ?%?|"
            r"as (?:correct|mastered|right|solved|complete|perfect|passed)|"
            r"to (?:100|full|mastered|perfect|maximum|an? a|a\+?|correct|passed)|top marks|"
            r"maximum (?:points|score|marks)|an? a\+?|no matter what)"
            r"(?! (?:percent|degrees|apples|dollars|cm|m|kg))"
        ),
        (
            r"(?:i am|i'm|im|this is|it'?s) (?:\w+ )?(?:your|the|a|an) (?:\w+ )?"
            r"(?:developer|admin(?:istrator)?|creator|programmer|system admin|root user|owner|"
            r"supervisor|openai|teacher and (?:you|i) (?:must|can|allow|need|order|want you)|"
            r"teacher[ ,]+(?:so )?(?:give|show|tell|skip|unlock|disable|reveal|turn off|mark))"
        ),
        (
            r"(?:turn off|disable|deactivate|remove|switch off|unlock|shut off|get rid of) "
            r"(?:\w+ ){0,4}?(?:filters?|safety|restrictions?|censorship|moderation|guardrails?|"
            r"safeguards?|content policy|checks|limits|rules|protocols?|tutor mode|hints? mode|"
            r"safe mode)"
        ),
        (
            r"(?<!says )(?<!said )(?<!us to )(?:stay|remain|staying|keep) in character|"
            r"never (?:refuse|break character|say (?:that )?(?:you can'?t|no|sorry))|"
            r"break character|(?:without|no) (?:any )?"
            r"(?:moral|ethical|legal|warnings?|disclaimers?|censorship|filters?)(?: or \w+)* ?"
            r"(?:constraints?|considerations?|guidelines?|concerns?|limitations?|restrictions?|"
            r"boundaries)|(?:cannot|can'?t|never|must not|won'?t|not allowed to|will not|not) "
            r"(?:refuse|decline|reject|say no|deny)"
            r"(?= *(?:.{0,40}(?:request|order|question|answer|anything|prompt|command|my)|$))"
        ),
        (
            r"(?:pretend|act as if|act like|imagine|assume|suppose|simulate|behave as if|roleplay)"
            r"(?: that)? (?:you|you're|your) (?:\w+ ){0,3}?"
            r"(?:not an? (?:ai|tutor|assistant|model|bot)|human|no rules|have no|are? free|"
            r"my (?:grandma|grandmother|dead|late|deceased)|a different (?:ai|bot|model)|evil|"
            r"hacker|can (?:do|say) anything|gpt|chatgpt|linux|terminal|a criminal)"
        ),
        (
            r"(?:my|your) (?:dead|late|deceased) "
            r"(?:grandma|grandmother|grandpa|grandfather|mother|father|mom) (?:\w+ ){0,4}?"
            r"(?:used to|would|always|read|told|tell|sing)"
        ),
        (
            r"(?:you are|you're) (?:chatgpt|gpt-?\d?|"
            r"an? (?:language model|ai language model|llm|large language model))(?: \w+)* "
            r"(?:who|that|but|and|with|without|which)|"
            r"respond (?:to|with) (?:\w+ ){0,6}?(?:two|both|2) (?:different )?"
            r"(?:ways|responses|answers|personalities)|(?:token|tokens) system|"
            r"hypothetical(?:ly)? (?:response|scenario|story) (?:where|in which) (?:\w+ ){0,6}?"
            r"(?:no|any|illegal|unethical|free|ai|character)"
        ),
        (
            r"(?:answer key|other (?:students?|learners?|kids?|pupils?)'?s? (?:\w+ )?"
            r"(?:answers?|names?|grades?|scores?|chats?|data|messages|results|passwords?|"
            r"information)|(?:database|list|names|data|records|chats?|messages|grades|"
            r"conversations?|passwords?|emails?) of (?:all |the |every )*(?:other )?"
            r"(?:students?|learners?|users?|pupils|kids|children|classmates))"
            r"(?= *(?:[.,!?:;]|$|and|in|from|to|please|now|you|for))(?<=.)"
        ),
        (
            r"(?:decode|decrypt|base ?64|rot ?13|hex|reverse|morse|translate|deobfuscate) "
            r"(?:\w+ ){0,8}?(?:and |then )(?:\w+ )?"
            r"(?:follow|execute|do|obey|run|comply|carry out|perform|act|answer it)"
        ),
        (
            r"(?:execute|run|eval(?:uate)?) (?:\w+ ){0,4}?"
            r"(?:os\.system|subprocess|rm -rf|drop table|__import__|shell command|/etc/passwd|"
            r"system command)|; ?drop table|rm -rf /|\{\{ ?[a-z_][\w.]* ?(?:\||\}\})|"
            r"cat /etc/passwd"
        ),
        # claims of rank and permission; orders to whoever grades
        (
            r"(?:says?|said|told (?:me|you)) (?:that )?(?:you|u) "
            r"(?:have to|must|should|need to|can|may|are allowed to) (?:just )?"
            r"(?:tell me|give me|show me the (?:answers?|solutions?|key)|skip|reveal|"
            r"mark (?:me|it|this|everything)|let me (?:pass|skip)|accept)"
        ),
        (
            r"(?:learner|student|pupil|child|user) (?:\w+ ){0,2}"
            r"(?:has|have|is granted|was granted|got) (?:\w+ ){0,2}"
            r"(?:permission|clearance|access|authori[sz]ation|approval)|"
            r"(?:accept|mark|count|grade|take) (?:this|my|the|every|all|any|everything)(?: \w+)? "
            r"(?:as )?(?:right|correct)(?= *(?:[.!)\]\"]|$|regardless|no matter|please|thanks))"
            r"(?<!right)(?<!i correct)|(?:note|message|hint|info|attention|instructions?) "
            r"(?:to|for) (?:the |any |all )?(?:\w+ )?"
            r"(?:grader|grading model|tutor|ai|model|assistant|bot|llm|marker)\b|"
            r"(?:output|return|print|emit|set) (?:the )?(?:verdict|grade|score|mastery) ?"
            r"(?:=|:|to|as) ?\w+|(?:grade|verdict|score|mastery) ?= ?"
            r"(?:correct|full|100|1\b|true|pass)\w*"
        ),
        (
            r"(?:i am|i'm|im|as) (?:your|the|my|a) (?:class )?"
            r"(?:teacher|tutor|headteacher|head teacher|principal|headmaster)(?: \w+)? ?[,.:;]? ?"
            r"(?:and |so )?i (?:hereby )?"
            r"(?:allow|permit|authori[sz]e|order|command|instruct|give you permission)"
        ),
        (
            r"(?:don'?t|do not|stop|no longer|never) "
            r"(?:follow(?:ing)?|obey(?:ing)?|listen(?:ing)? to|stick(?:ing)? to) "
            r"(?:the |your |any |these |those |my |what )?(?:\w+'?s? )?"
            r"(?:settings|rules|instructions|guidelines|prompt|orders|teacher|persona)"
            r"(?= *(?:[.,!;:]|$|any more|anymore|and|but|from|now|follow))(?<!my teacher)"
        ),
        (
            r"(?:reset|restart|reboot|reprogram|unlock|free) yourself|"
            r"(?:start|answer|talk|speak|reply|respond|work|continue|act|operate) (?:\w+ ){0,4}?"
            r"(?:with no|with zero|without(?: any)?) "
            r"(?:restrictions?|rules|limits|filters?|guidelines|boundaries)"
        ),
        # the prompt, the key and what others wrote
        (
            r"your (?:\w+ )?(?:hidden|system|secret|internal|initial|original) "
            r"(?:prompts?|instructions?|messages?|rules)|"
            r"(?:rules|instructions|prompt|text|orders) (?:that )?you (?:were|have been|got|are) "
            r"(?:given|told|fed|shown)(?! (?:in|about|for) the (?:exercise|question|task))|"
            r"(?:dump|export|leak|paste|print) (?:\w+ ){0,2}?your "
            r"(?:memory|prompt|context|instructions|rules|configuration|config|settings)|"
            r"api[ _-]?keys? (?:\w+ ){0,3}?(?:you|your)|your (?:\w+ )?api[ _-]?key"
        ),
        (
            r"(?:output|print|return|dump|show|give|read|echo)(?: me)? (?:\w+ ){0,3}?"
            r"(?:correct[ _-]answers?|answer[ _-]?key|solutions?|expected|hidden)[ _-]"
            r"(?:field|json|property|attribute|column|value|variable)s?|"
            r"(?:simulate|emulate|act as|be|become) an? (?:\w+ )?"
            r"(?:terminal|shell|console|command line)\b"
        ),
        (
            r"(?:what|how|show|tell|see|read|give) (?:\w+ ){0,4}?other "
            r"(?:students?|learners?|kids?|pupils?|people|classmates) (?:have )?"
            r"(?:answered|wrote|written|said|got|put)|"
            r"(?:e ?-?mails?|e ?-?mail addresses|addresses|phone numbers|passwords|logins|"
            r"real names) of (?:everyone|everybody|all|the others?|my) ?(?:the |my |other )*"
            r"(?:in (?:my|the|this)|students?|kids|classmates|learners|users|class|$)"
        ),
        (
            r"(?:imagine|pretend|suppose|story|world|universe|country|planet|game) .{0,40}?\b"
            r"(?:tutors?|ais?|chatbots?|bots?|you) "
            r"(?:is |are |were |can |could |may |must |who |that )*"
            r"(?:allowed to |able to |free to )?(?:give|tell|reveal|show|say)s? (?:\w+ ){0,2}?"
            r"(?:answers?|solutions?|everything)"
        ),
        # encoded: read it in some other way, then do it
        (
            r"(?:backwards?|in reverse|reversed|base ?64|rot ?13|caesar|hex|morse|binary|"
            r"(?:first|last) letters? of (?:each|every|the) (?:word|line)s?)\b.{0,40}?\b"
            r"(?:obey|follow it|follow (?:this|that|them)|do it|do that|do what|execute|comply|"
            r"carry (?:it )?out)|rot ?13 ?:"
        ),
        (
            r"i ?g ?n ?o ?r ?e ?(?:a ?l ?l ?)?"
            r"(?:y ?o ?u ?r|p ?r ?e ?v ?i ?o ?u ?s|t ?h ?e|m ?y)? ?"
            r"(?:i ?n ?s ?t ?r ?u ?c ?t ?i ?o ?n ?s|s ?y ?s ?t ?e ?m ?p ?r ?o ?m ?p ?t)"
        ),
        (
            r"(?:soy|aqui) (?:la|el|tu|su|vuestr[ao]) (?:\w+ )?"
            r"(?:profesor\w*|profe|maestr\w*|docente|director\w*|tutor\w*).{0,40}?\b"
            r"(?:desactiva|quita|apaga|da(?:le|me)?|muestra|marca|pon(?:le|me)?|permito|autorizo|"
            r"ordeno)\b|(?:je suis|c'est) (?:le|la|ton|votre) "
            r"(?:prof\w*|maitre\w*|direct\w*).{0,40}?\b"
            r"(?:desactive|donne|montre|autorise|permets)|"
            r"ich bin (?:der|die|dein|deine) (?:\w+ )?lehrer\w*.{0,40}?\b"
            r"(?:erlaube|schalte|gib|zeig)"
        ),
        r"انا (?:ال)?(?:معلم|استاذ|مدرس|مدير)\w*.{0,30}?(?:اسمح|اعط|اكشف|اظهر|اوقف|عطل|امرك|اطلب)\w*",
        (
            r"(?:ignor[ae]|esque[cç]a) (?:(?:as|os|todas|todos|tuas|suas) ){1,3}(?:\w+ ){0,2}?"
            r"(?:instrucoes|regras|ordens)|"
            r"(?:mostra|mostre|da|de)(?:-me)? (?:\w+ ){0,2}?chave de respostas"
        ),
        # secrets and other people's data, split or repeated payloads, claims of rank, bribes
        (
            r"(?:tell|share|give|reveal|show|say|write|spell|print|display|send|provide|"
            r"what(?:'s| is| was)|know|hint|guess|leak|encode|translate|disclose) (?:\w+ ){0,8}?"
            r"(?:the|your|its|a|with me your) (?:\w+ )?"
            r"(?:pass ?words?|pass ?codes?|pass ?phrases?|passcode phrase|"
            rf"secret (?:key|word|code|phrase|information)(?!{_OF_A_PUZZLE})|api keys?|access code|"
            r"confidential (?:data|information))"
        ),
        (
            r"(?:with|about|of|for|to|using|contains?|containing) the "
            r"(?:pass ?word|pass ?phrase|passcode|secret (?:key|word|phrase))"
            r"(?= *(?:[.,!?:;\"']|$|as|in|and|with))"
        ),
        (
            r"(?:cual es (?:la|tu) contrasena|"
            r"(?:la|tu|su) (?:contrasena|clave secreta) (?:secreta|por favor)|"
            r"(?:dime|dame|comparte|revela) (?:\w+ ){0,3}?contrasena|quel est le mot de passe|"
            r"(?:dis|donne)(?:-| )moi (?:\w+ ){0,2}?mot de passe|"
            r"(?:was|wie) (?:ist|lautet) das passwort|qual (?:e|é) (?:a )?(?:sua )?senha|"
            r"compartilhe sua senha|ما هي كلمه (?:السر|المرور)|"
            r"(?:اعطني|اخبرني|قل لي) (?:\w+ )?كلمه (?:السر|المرور))"
        ),
        (
            r"(?:bank (?:balance|account)|credit card(?: number)?|social security(?: number)?|"
            r"home address|phone number|medical (?:records?|history)|salary) (?:of|for) "
            r"(?!the |a )\w+|where does [a-z]+ [a-z]+ live|(?:account|bank) balance of"
        ),
        (
            r"part (?:1|one) ?(?::|is|=) ?[\"'].{1,200}?part (?:2|two) ?(?::|is|=)|interlace part|"
            r"(?:concatenate|combine|join|interlace|interleave) (?:\w+ ){0,4}?"
            r"(?:strings?|parts?|pieces|letters|variables) .{0,200}?"
            r"(?:answer|follow|execute|do|respond|output)|"
            r"\w ?= ?\w ?\+ ?\w ?\+ ?\w\b.{0,120}?(?:smartgpt|gpt|answer|respond|output|return)|"
            r"smartgpt"
        ),
        (
            r"(?P<again>\w{3,})(?: (?P=again)){7,}|"
            r"(?<!i )(?<!to )repeat .{1,60}? "
            r"(?:\d{2,}|forever|endlessly|infinite(?:ly)?|as many) ?(?:times)?"
        ),
        (
            r"stop everything|(?:stop|drop|forget) "
            r"(?:what you(?:'re| are) doing|all tasks).{0,60}?(?:print|say|write|output)|"
            r"(?:now|instead|only|just)[!. ]+(?:print|output|say|write|respond with|reply with) "
            r"(?:only |just )?[\"'].{1,80}[\"']"
        ),
        (
            r"i(?:'m| am) (?:the )?(?:god|(?:vice )?president|king|queen|prime minister|ceo|"
            r"police|fbi|cia|general|minister)(?: of)? .{0,120}?"
            r"(?:you (?:have|must|need|should|are)|answer|share|tell|give|order|command)|"
            r"(?:you|we) (?:already )?(?:agreed|promised|said|told me) (?:\w+ ){0,6}?"
            r"(?:that|to) .{0,160}?(?:can we|tell|share|talk|password|secret|answer)|"
            r"i(?:'ll| will) (?:donate|pay|tip|give you|transfer) .{0,40}?(?:if you|\$)|"
            r"as an expert in .{0,60}?i can assure you"
        ),
        (
            r"(?:soy|sou|je suis|ich bin) (?:el|o|le|der|la|die) "
            r"(?:president\w*|rey|dios|roi|director\w*|ceo) .{0,120}?"
            r"(?:contrasena|senha|mot de passe|passwort|comparte|compartilhe|dime|responde)"
        ),
        # whose data it is, what a text is to be taken for, how a reply is to be garbled
        (
            r"(?:print|dump|show|export|list|query|read)(?: me| out)? (?:\w+ ){0,2}?your "
            r"(?:whole |entire |user |customer )?"
            r"(?:data ?base|data ?bank|(?:user|customer|student) (?:records|data|table))"
        ),
        (
            r"(?:translate|convert|spell|encode|say) (?:\w+ ){0,2}?the (?:user|customer|client)'s "
            r"(?:\w+ ){1,2}?(?:in|into|to|backwards|letter by letter)"
        ),
        (
            r"(?:you must|suggest you|you should|you have to|instructed to|requested to|"
            r"required to|authority in \w+ \w+,? i) (?:\w+ ){0,8}?"
            r"(?:state|report|consider|treat|answer|say|output|respond|conclude)(?: that)? "
            r"(?:\w+ ){0,3}?(?:as|is|to be|with|are) ?['\"]\w"
        ),
        (
            r"(?:your|the (?:whole|entire)) (?:answer|response|reply|output|message) "
            r"(?:\w+ ){0,3}?(?:emojis?|base ?\d\d|morse(?: code)?|hexadecimal|rot ?13|leet ?speak|"
            r"pig latin|backwards|upside down)|"
            r"(?:emojis?|base ?\d\d|morse(?: code)?|rot ?13|leet ?speak|pig latin) "
            r"(?:\w+ ){0,4}?your (?:answer|response|reply|output|message)"
        ),
        (
            r"(?:mention|mentioning|promote|promoting|advertise|advertising|recommend|insert|"
            r"inserting|include|including) (?:\w+ ){0,6}?"
            r"(?:investment (?:opportunity|offer)|brand [a-z]\b|"
            r"our (?:new )?(?:product|shop|brand)|this (?:shop|product|link|website))|"
            r"(?:enhance|end|begin|finish|start|supplement) your (?:answer|response|reply) "
            r"(?:by|with) (?:\w+ ){0,2}?"
            r"(?:mention|promot|advertis|an? (?:ad|advert|link|slogan))\w*"
        ),
        # other languages
        (
            r"(?:ignora|ignore|olvida|olvidate|omite|descarta|salta(?:te)?) (?:de )?"
            r"(?:todas? |todo |las? |los? |tus? |sus? |mis? |lo que |cualquier )*"
            r"(?:instrucciones|reglas|indicaciones|normas|ordenes|anteriores|anterior|dicho|"
            r"te dijeron|restricciones|directrices|filtros)(?: \w+){0,3}"
        ),
        (
            r"(?:muestra|muestrame|revela|revelame|dime|dame|imprime|repite|ensename|escribe|"
            r"copia) (?:\w+ ){0,4}?(?:prompt|"
            r"instrucciones (?:\w+ )?(?:del sistema|secretas|ocultas|iniciales|internas|"
            r"originales)|mensaje (?:del|de) sistema|tus instrucciones|tus reglas|"
            r"(?:las )?(?:respuestas|notas|claves|mensajes|contrasenas|datos) (?:de|del) (?:\w+ )?"
            r"(?:otros|los demas|mis companeros|todos los|otro) ?\w*)"
        ),
        (
            r"(?:actua|comportate|finge|simula|haz|responde|imagina|eres|seras|haras) "
            r"(?:\w+ ){0,5}?(?:sin (?:\w+ )?"
            r"(?:restricciones|filtros?|reglas|limites|censura|etica)|"
            r"no eres (?:un |una )?(?:tutor|ia|asistente)|"
            r"que no tienes (?:reglas|limites|filtros|restricciones)|dan|"
            r"modo (?:desarrollador|dios|administrador)|libre de \w+|hacker|malvad[oa])"
        ),
        (
            r"(?:modo (?:desarrollador|administrador|dios|sin filtros|sin restricciones)|"
            r"desactiva (?:\w+ ){0,3}?(?:filtros?|seguridad|restricciones|reglas|limites|"
            r"modo tutor)|a partir de ahora (?:\w+ )?"
            r"(?:eres|actua|responde|ignora|vas a|debes|seras|no (?:eres|tienes))|"
            r"soy (?:tu|el|un) (?:\w+ )?(?:desarrollador|administrador|creador|programador)|"
            r"sistema:|nuevas instrucciones ?:)"
        ),
        (
            r"(?:ponme|dame|marca|califica|pon|cambia|sube|registra|asigna) (?:\w+ ){0,4}?"
            r"(?:puntuacion maxima|nota maxima|un 10|"
            r"como (?:correct[oa]|dominad[oa]|aprobad[oa]|resuelt[oa])|el maximo|100 ?%|"
            r"todos los puntos|matricula)"
        ),
        (
            r"(?:تجاهل|انس|انسي|تخط|تخطي|اهمل|الغ|تجاوز|خالف) (?:\w+ ){0,3}?(?:ال)?"
            r"(?:تعليمات|التعليمات|تعليماتك|القواعد|قواعد|قواعدك|الاوامر|اوامر|اوامرك|التوجيهات|"
            r"القيود|قيودك|ما سبق|السابقه|ما قيل|كل شيء|كل ما)(?: \w+){0,3}"
        ),
        (
            r"(?:اظهر|اعرض|اكشف|اطبع|اعطني|كرر|اكتب|قل|ارني|شارك|ترجم|لخص|انسخ|ما هي|ماهي) "
            r"(?:\w+ ){0,4}?(?:تعليمات النظام|تعليماتك|"
            r"التعليمات (?:السريه|المخفيه|الاصليه|الاولي|الداخليه)|رساله النظام|البرومبت|برومبت|"
            r"موجه النظام|قواعدك|(?:اجابات|درجات|بيانات|رسائل|كلمات|اسماء|علامات|محادثات) "
            r"(?:\w+ )?(?:الطلاب|التلاميذ|زملائي|باقي|بقيه|الاخرين|كل الطلاب|الطلبه|زملاء))"
            r"(?: \w+)?"
        ),
        (
            r"(?:تصرف|تظاهر|تخيل|انت الان|كن|مثل|اجب|تحدث|العب دور|من الان|ابتداء من الان|"
            r"منذ الان) (?:\w+ ){0,5}?(?:بلا|بدون|دون|من غير) (?:\w+ )?"
            r"(?:قيود|قواعد|حدود|فلاتر|رقابه|اخلاق|مرشحات)|وضع (?:المطور|المدير|المسؤول|الاداره)|"
            r"(?:انا|هنا) (?:مطورك|المطور|مدير النظام|المسؤول عنك|صانعك|مبرمجك)|"
            r"(?:عطل|اوقف|ازل|الغ) (?:\w+ )?(?:الفلاتر|القيود|الحمايه|المرشحات|الرقابه|وضع المعلم)"
        ),
        (
            r"(?:اعطني|ضع|سجل|امنحني|غير|ارفع|احسب|علم) (?:\w+ ){0,4}?"
            r"(?:العلامه الكامله|الدرجه الكامله|علامه كامله|درجه كامله|كاجابه صحيحه|"
            r"علي انها صحيحه|100 ?%|اعلي درجه|درجتي الي|كل النقاط)"
        ),
        (
            r"(?:ignoriere|vergiss) (?:\w+ ){0,4}?(?:anweisungen|regeln|vorgaben)|"
            r"(?:ignore|oublie|oubliez|ignorez) (?:\w+ ){0,4}?(?:instructions|consignes|regles)|"
            r"(?:ignora|dimentica) (?:\w+ ){0,4}?(?:istruzioni|regole)|"
            r"(?:ignore|esqueca) (?:\w+ ){0,4}?(?:instrucoes|regras)"
        ),
        r"(?:ignoreprevious|ignoreall|ignoreyour|systemprompt|jailbreak|doanythingnow)\w*",
    ),
)  # fmt: skip

SIGNS = (INJECTION,)
