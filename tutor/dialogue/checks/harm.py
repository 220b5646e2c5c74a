"""Words that no tutor says to a child, whoever wrote them: harm, contempt, secrets, meetings, private data, advertising (pure).

The screen reads what learners write of themselves. This reads what is said *to* a learner, which has other signs:
orders, “you are …”, “don't tell …”, “send me …”. Narrow on purpose, since each objection costs a draft; and what
a passage of the course says word for word may be quoted.
"""

import re

from tutor.dialogue.checks.objection import Objection, Rule

_ENGLISH = (
    # harm to oneself or others, as an order or a wish
    (
        r"\b(?:you (?:should|must|could|ought to|deserve to|have to|need to|can)|"
        r"go(?: and| ahead and)?|why (?:don'?t|not) you|just|please|better) (?:\w+ ){0,2}?"
        r"(?:hurt|harm|kill|cut|starve|burn|hang|drown|poison) "
        r"(?:yourself|yourselves|him|her|them|"
        r"(?:your|the) (?:\w+ )?(?:brother|sister|mother|father|mum|mom|dad|teacher|friend|"
        r"classmate|dog|cat))\b"
    ),
    r"\b(?:end|take) your (?:own )?life\b",
    r"\bhow (?:to|you can) (?:hurt|kill|harm|cut) (?:yourself|someone|somebody|people)\b",
    # contempt
    (
        r"\b(?:you(?:'re| are)|you) (?:(?!not |no |never )\w+ ){0,2}?"
        r"(?:worthless|stupid|useless|hopeless|pathetic|dumb|ugly|fat|disgusting|a failure|"
        r"an? idiot|a loser|a moron|a waste of (?:time|space)|too (?:stupid|dumb|slow))\b"
    ),
    (
        r"\b(?:nobody|no one|no-one) (?:would|will|is going to) "
        r"(?:miss|love|help|believe|like|want) you\b|\b(?:better off|better) without you\b|"
        r"\bshut up\b"
    ),
    (
        r"\b(?:you never (?:learn|listen|try|understand|get it)|"
        r"are you even (?:trying|listening|thinking)|what(?:'s| is) wrong with you|"
        r"disappointed (?:in|with|by) you|you (?:really )?disappoint me|"
        r"even an? (?:baby|toddler|monkey|idiot|five[- ]year[- ]old) (?:knows?|can|could|would)|"
        r"how can you (?:not|be so)|you should be ashamed|shame on you|use your brain)\b|"
        r"[,–—] ?(?:you )?(?:stupid|dummy|idiot|moron|loser)[.!?]"
    ),
    r"\b(?:what the hell|go to hell|damn(?: it)?|shit\w*|fuck\w*|bitch\w*|bastards?|ass ?holes?)\b",
    # bad advice
    (
        r"\byou (?:should|could|can|must|may) (?:just )?(?:lie|cheat|steal|skip school)\b|"
        r"\bcopy (?:it |this |that |the answers? )?from (?:a|your|the) "
        r"(?:friend|classmate|neighbou?r|book's key)\b|"
        r"\blie to (?:your|the) (?:parents?|teacher|mum|mom|dad)\b|"
        r"\bskip (?:dinner|lunch|breakfast|meals?|sleep(?:ing)?)\b|"
        r"\b(?:drink|have|try|smoke|grab) (?:an? |some )?(?:\w+ of )?"
        r"(?:beers?|wine|vodka|alcohol|cigarettes?|weed|vapes?)\b"
    ),
    # secrets and meetings
    (
        r"\b(?:do not|don'?t|never|no need to|you (?:should|must) not) "
        r"(?:tell|show|mention|say (?:this|it|anything) to|let)\b[^.?!]{0,30}\b"
        r"(?:parents?|mum|mom|mummy|dad|daddy|mother|father|teachers?|family|anyone|anybody|"
        r"adults?|grown[- ]ups?)\b"
    ),
    (
        r"\b(?:our|a|little|your and my) (?:little )?secret\b"
        r"(?! (?:number|code|ingredient|message|to|of))|"
        r"\bkeep (?:this|it|our chats?|that) (?:\w+ )?(?:secret|between us|to yourself)\b|"
        r"\bbetween (?:you and me|the two of us)\b"
    ),
    (
        r"\b(?:meet|visit|come (?:and )?see|come (?:over )?to|add|call|phone|text|message|dm|ring|"
        r"whatsapp) me\b(?! (?:half ?way|how|what|why|when|here (?:with|about)|"
        r"a (?:question|number|sentence|line)))|"
        r"\bmeet (?:up )?(?:with me|in person|after school)\b|"
        r"\bmy (?:phone number|address|snapchat|instagram|whatsapp|telegram|discord)\b"
    ),
    (
        r"\b(?:talk|chat|speak|write|continue|meet)(?: \w+){0,2} (?:on|over|via) "
        r"(?:whatsapp|snapchat|instagram|discord|facebook|tiktok|signal)\b"
    ),
    # private data
    (
        r"\bwhere do you live\b|\bhow old are you\b|"
        r"\bwhat(?:'s| is) your (?:full |real |last |family )(?:name|age)\b|"
        r"\bwhat(?:'s| is) your age\b|\b(?:which|what) school do you\b|"
        r"\bare you (?:home )?alone\b|\bwhat are you wearing\b|"
        r"\bdo you have a (?:boy|girl)friend\b"
    ),
    (
        r"\b(?:tell|give|send|share|show|write|type|enter|text|need|want|"
        r"what(?:'s| is| are))\b[^.?!]{0,30}\byour (?:\w+ ){0,2}?"
        r"(?:home address|address|phone|phone number|mobile|telephone|passwords?|pin|e-?mail|"
        r"surname|last name|family name|birthday|date of birth|parents'? names?|bank|credit card|"
        r"location|school's name|body)\b"
    ),
    r"\b(?:photos?|pictures?|pics?|selfies?|videos?) of (?:yourself|you|your (?:face|body|room|family))\b",
    # sexual talk
    (
        r"\b(?:naked(?! eye)|nudes?|sexy|porn\w*|undress|kiss me|touch (?:me|yourself)|"
        r"take off your (?:clothes|shirt|top))\b"
    ),
    # advertising
    (
        r"\b(?:recommend|download|install|buy|get|try(?: out)?|purchase|subscribe to|"
        r"sign up (?:for|to|at)|check out) (?:\w+ ){0,4}?"
        r"(?:app|apps|website|subscription|newsletter|podcast|youtube channel|"
        r"premium (?:plan|version|account))\b"
    ),
    # contempt for groups
    (
        r"\b(?:those people|these people|they|immigrants|foreigners|refugees|muslims|jews|"
        r"christians|blacks|gays|girls|boys|disabled people) (?:\w+ ){0,3}?(?:are|is) (?:\w+ )?"
        r"(?:vermin|subhuman|animals|parasites|scum|inferior|filth|too stupid)\b"
    ),
    r"\bshould (?:all )?be (?:exterminated|wiped out|gassed|shot|sterili[sz]ed|deported)\b",
)  # fmt: skip
_SPANISH = (
    (
        r"\b(?:deber[ií]as|tienes que|puedes|mejor|ve y|anda y) (?:\w+ ){0,2}?"
        r"(?:hacerte daño|matarte|cortarte|morirte|lastimarte|pegarle|hacerle daño)\b|"
        r"\bm[aá]tate\b|\bc[oó]rtate\b(?! el pelo| un trozo)|\bhazte daño\b"
    ),
    (
        r"\b(?:eres|tú eres) (?:\w+ ){0,2}?"
        r"(?:tont[oa]|est[uú]pid[oa]|in[uú]til|idiota|fe[oa]|gord[oa]|un fracaso|una verg[uü]enza|"
        r"pat[eé]tic[oa])\b|\bnadie te (?:echar[ií]a|va a echar) de menos\b|"
        r"\bnadie te (?:quiere|querr[aá]|extrañar[ií]a)\b|\bc[aá]llate\b"
    ),
    (
        r"\beres (?:un|una) (?:vag[oa]|burr[oa]|perezos[oa]|desastre|in[uú]til)\b|"
        r"\bme decepcionas\b|\bdecepcionad[oa] (?:contigo|de ti)\b|"
        r"\b(?:nunca aprendes|no aprendes nunca)\b|\bhasta un beb[eé]\b|"
        r"\b(?:mierda|joder|carajo|coño|cabr[oó]n)\b"
    ),
    (
        r"\b(?:d[oó]nde vives|cu[aá]ntos años tienes|c[oó]mo te apellidas|"
        r"est[aá]s sol[oa] en casa)\b|"
        r"\bc[oó]pia(?:lo|la|te)? (?:\w+ )?de (?:un|una|tu) (?:amig|compañer)\w+|\bmiente a tus?\b"
    ),
    (
        r"\bno (?:se lo |le |les )?(?:digas|cuentes|muestres|enseñes)\b[^.?!]{0,30}\b"
        r"(?:padres|mam[aá]|pap[aá]|madre|padre|profesora?|profe|nadie|familia|adultos?)\b|"
        r"\bnuestro (?:pequeño )?secreto\b|\bqueda entre nosotros\b"
    ),
    (
        r"\b(?:ll[aá]mame|escr[ií]beme a(?:l| mi)|qued(?:emos|amos) (?:despu[eé]s|a solas|en)|"
        r"ven a (?:mi|verme)|agr[eé]game)\b|\bmi (?:tel[eé]fono|direcci[oó]n|whatsapp|instagram)\b"
    ),
    (
        r"\b(?:dime|dame|env[ií]a(?:me)?|manda(?:me)?|escribe|cu[aá]l es|comparte)\b[^.?!]{0,30}\b"
        r"(?:tu|tus) (?:\w+ ){0,1}?(?:direcci[oó]n|tel[eé]fono|n[uú]mero de tel[eé]fono|"
        r"contraseña|correo|apellidos?|fecha de nacimiento|cumpleaños|ubicaci[oó]n)\b|"
        r"\b(?:fotos?|v[ií]deos?|selfies?) (?:tuy[oa]s?|de ti|de tu (?:cara|cuerpo))\b"
    ),
    (
        r"\b(?:(?:te |os )?recomiendo|descarga(?:te)?|inst[aá]la(?:te)?|c[oó]mpra(?:te)?|prueba|"
        r"suscr[ií]bete a) (?:\w+ ){0,4}?"
        r"(?:app|apps|aplicaci[oó]n|p[aá]gina web|suscripci[oó]n|canal de youtube|"
        r"versi[oó]n premium)\b"
    ),
    r"\b(?:desnud[oa]s?|porno\w*|qu[ií]tate la ropa|b[eé]same|t[oó]came)\b",
)  # fmt: skip
_ARABIC = (
    r"(?:عليك ان|يجب ان|يمكنك ان|لماذا لا) (?:تؤذي|تقتل|تجرح) نفسك|اقتل نفسك|اذ نفسك",
    r"(?:انت|انك) (?:\w+ )?(?:غبي|غبية|فاشل|فاشلة|عديم الفائدة|بلا قيمة|احمق|حمقاء|قبيح|قبيحة)|لن يفتقدك احد|اخرس",
    r"لا (?:تخبر|تخبري|تقل|تقولي)\b[^.؟!]{0,30}(?:والديك|امك|ابيك|اباك|معلمك|معلمتك|احدا|اهلك)|سرنا|هذا سر بيننا",
    r"(?:اين|وين) تسكن|كم عمرك|ما اسم عائلتك|خيبت املي|حتى الطفل يعرف|حتي الطفل يعرف",
    r"(?:قابلني|قابليني|اتصل بي|اتصلي بي|تعال الى بيتي|رقم هاتفي)",
    (
        r"(?:اخبرني|ارسل|ارسلي|اعطني|ما هو|ما)\b[^.؟!]{0,30}"
        r"(?:عنوان بيتك|عنوانك|رقم هاتفك|كلمة سرك|كلمة المرور)|(?:صورة|صور) (?:لك|لنفسك|وجهك|جسدك)"
    ),
    r"(?:عاريا|عارية|عار)\b",
)
_SIGNS = tuple(re.compile(pattern) for pattern in (*_ENGLISH, *_SPANISH, *_ARABIC))
_MARKS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "’": "'", "*": "", "_": ""})
_VOWELS = re.compile("[\u064b-\u0652\u0640]")


def harmful(sentence: str, allowed: str) -> Objection | None:
    """The objection to words that harm a child; None where there are none, or `allowed` (what the course itself
    says) has them too."""
    said = _plainly(sentence)
    for sign in _SIGNS:
        if (found := sign.search(said)) is not None and found[0] not in _plainly(allowed):
            return Objection(rule=Rule.UNSAFE, said=found[0])
    return None


def _plainly(text: str) -> str:
    return _VOWELS.sub("", text.casefold()).translate(_MARKS)
