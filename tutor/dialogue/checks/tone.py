"""The tone of a reply: flattery, words that belittle, claims to be a human being, and the machine's own marks (pure).

Praise of the work (“good thinking about groups”) is wanted; praise of the learner's gifts, and
rank among others, is not (PEDAGOGY). A program has no childhood, no family and no class of its own.
"""

import re

from tutor.dialogue.checks.objection import Objection, Rule

_GIFTED = r"(?:smart|clever|brilliant|gifted|talented|intelligent|bright)"
_FLATTERY = re.compile(
    r"\b(?:genius|obviously|easy|easily|simply put|trivial(?:ly)?|so smart|very smart|"
    r"brilliant mind|you(?:'re| are) (?:so |very |really )?"
    r"(?:smart|clever|brilliant|gifted|amazing|intelligent|perfect|special|talented)|"
    r"prodigy|smartest|einstein|everyone knows|anyone can see|as everybody knows|duh|"
    r"of course you (?:know|can)|child'?s play|piece of cake|no[- ]brainer|"
    # who somebody is, and how they rank
    rf"(?:such|what) an? (?:\w+ )?{_GIFTED} "
    rf"(?:kid|child|boy|girl|student|mind|learner|pupil|person)|how {_GIFTED} you are|"
    rf"(?:bright|brilliant|sharp) mind|"
    r"you(?:'re| are) (?:such |just |truly |clearly )?(?:a |an )(?:\w+ )?"
    r"(?:star|superstar|rock ?star|legend|champ|natural|whizz?|wizard)|(?:gift|talent|knack) for|"
    r"born mathematician|"
    r"the (?:best|cleverest|brightest|quickest) "
    r"(?:student|pupil|learner|kid|child|one in (?:the|your) class)|"
    r"(?:better|smarter|faster|quicker) than "
    r"(?:your classmates|the (?:other|others|rest)|everyone|"
    r"most (?:students|kids|children|people))|"
    r"genio|genia|obviamente|(?<!más )(?<!mas )f[aá]cil|facilisimo|facilísimo|evidentemente|"
    r"eres (?:muy |tan |super |súper )?"
    r"(?:list[oa]|inteligente|brillante|increible|increíble|talentos[oa])|pan comido|"
    r"qu[eé] (?:list[oa]|inteligente|brillante)|eres (?:el|la) mejor|"
    r"eres (?:un|una) (?:estrella|crack|prodigio|fenómen[oa])|tienes (?:un )?(?:don|talento) |"
    r"génie|évidemment|facile|tu es (?:si |très )?(?:intelligente?|brillante?)|genial|"
    r"offensichtlich|kinderleicht|du bist (?:so |sehr )?(?:klug|schlau))\b"
    r"|عبقري|من الواضح|سهل جد|بديهي|(?:انت|أنت|أنتِ) (?:ذكي|موهوب|رائع|نجم|الافضل|الأفضل)|ما (?:أذكاك|اذكاك)|نابغ",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:not|isn'?t|wasn'?t|no es|make[s]?|making) (?:so |always |that |very |this |it )?eas"
    r"(?:y|ily)|easi(?:er|est)|eas(?:y|ily) "
    r"(?:to (?:mix|confuse|forget|miss|slip|overlook|get wrong)|"
    r"(?:pass|cross|move|flow|dissolve|mix|diffuse)\w*)|\w+(?:s|es) (?:through )?easily"
    r"|\b(?:no (?:es|son|era|parece)(?: tan| muy)? f[aá]cil|"
    r"f[aá]cil (?:de )?(?:confundir|mezclar|olvidar|equivocarse))",
    re.IGNORECASE,
)
_KIN = (
    r"(?:wife|husband|kids|children|daughter|son|sister|brother|mother|father|mum|mom|dad|"
    r"grand(?:mother|father|ma|pa)|family|parents)"
)
_HUMAN = re.compile(
    r"\b(?:i(?:'m| am) (?:a |an |your )?(?:real |actual |human |living )*"
    r"(?:human|person|man|woman|teacher named|girl|boy|mother|father)(?! ?-| made)|"
    r"(?:as|like) (?:a |your )?(?:human|real person|fellow (?:human|student))|"
    r"i(?:'m| am) not (?:a |an )?(?:robot|bot|computer|machine|ai|program)|"
    r"when i was (?:a |your |in |young|at )(?:kid|child|age|school|student|er|little)?|"
    r"i (?:love|miss) you|i(?:'m| am) (?:so )?proud as a|"
    rf"my (?:childhood|own school days|{_KIN}|students|pupils|breakfast|lunch|dinner)|"
    r"i(?:'m| am) (?:a|an|your) (?:\w+ )?"
    r"(?:teacher|professor|student|pupil|mum|mom|dad|parent|(?:best )?friend)|"
    r"as (?:a|an|your) (?:\w+ )?(?:teacher|professor|student|pupil|parent|mum|mom|dad),? i\b|"
    r"(?:just |exactly )?like you,? (?:i|a (?:student|learner|person|human))\b|"
    r"i(?:'m| am) (?:totally |actually |very |a )?real\b|"
    r"i have (?:real )?(?:feelings|emotions|a (?:body|family|heart))|"
    r"i (?:also |too )?(?:felt|grew up|went to (?:a )?school (?:too|once|as|myself)|ate|slept|"
    r"remember (?:learning|when i|being|struggling)|"
    r"found (?:it|this|that) (?:hard|difficult|tricky|confusing)|struggled|"
    r"used to (?:struggle|find|get|mix|make|think|confuse))|"
    r"(?:learn(?:ed|t)|did) (?:it|this) (?:myself )?(?:at school|as a (?:kid|child))|"
    r"(?:in|at) my (?:class|classroom|school)\b|"
    r"(?<!no )soy (?:un |una )?(?:ser humano|humana|humano|persona(?: real| de verdad)?)\b|"
    r"no soy (?:un |una )?(?:robot|maquina|máquina|programa|ia)|"
    r"cuando (?:yo )?(?:era (?:niñ[oa]|pequeñ[oa]|joven)|iba a(?:l)? (?:la escuela|colegio|clase)|"
    r"tenía tu edad)|"
    r"(?<!no )soy (?:tu|vuestr[oa]|un|una|el|la) (?:\w+ )?"
    r"(?:profesora?|maestr[oa]|docente|profe|amig[oa]|estudiante|alumn[oa])|"
    r"yo también fui (?:niñ[oa]|estudiante|alumn[oa])|a mí también me cost(?:ó|aba)|"
    r"(?<!no )tengo sentimientos|mi(?:s)? "
    r"(?:hij[oa]s?|herman[oa]s?|mam[aá]|pap[aá]|espos[oa]|infancia|familia|alumn[oa]s|"
    r"estudiantes)|"
    r"je suis (?:un |une )?(?:humaine?|personne)|ich bin (?:ein |eine )?(?:mensch|echte person))\b"
    r"|(?:أنا|انا) (?:إنسان|انسان|بشر|شخص حقيقي|معلم|مدرس|أستاذ|استاذ|صديق|طالب)|"
    r"(?:لست|ولست) (?:روبوت|برنامج|آلة|آله)|"
    r"(?:عندما كنت|كنت أنا|انا كنت) (?:طفل|صغير|طالب|في (?:عمرك|المدرسة))|(?:لدي|عندي) مشاعر|"
    r"طلابي|عائلتي|طفولتي",
    re.IGNORECASE,
)


def tone(sentence: str, *, echoes: str = "") -> Objection | None:
    """Flattery, belittling words, claims to be human. `echoes` is text that may be said anyway."""
    for hit in _FLATTERY.finditer(sentence):
        if hit[0].casefold() in {"easy", "easily", "facil", "fácil"} and _MEANT.search(sentence):
            continue
        if hit[0].casefold() not in echoes.casefold():
            return Objection(rule=Rule.TONE, said=hit[0])
    human = _HUMAN.search(sentence)
    if human is None or human[0].casefold() in echoes.casefold():
        return None
    return Objection(rule=Rule.HUMAN, said=human[0])


_MACHINE = re.compile(
    r"^\W*(?:assistant|system|user|human|tutor|model|ai|asistente|sistema|usuario|المساعد|النظام)\s*:(?!\S)"
    r"|</?(?:think|thinking|reasoning|scratchpad|answer|reply|output|response|draft|"
    r"instructions?)\b[^<>]*>|<\|[a-z_]+\|>|\[/?INST\]|\{\{ ?[a-z_]+(?:\.[a-z_]+)? ?\}\}|"
    r"\bPERSON_\w*"
    r"|\b(?:my (?:prompt|instructions?|word limit)|system (?:prompt|message))\b|"
    r"\b(?:as|since) (?:i was |i am |i'm )?(?:instructed|prompted)\b|"
    r"\bi(?:'ve| have| was| am)? (?:been )?(?:told|instructed|asked|not allowed) (?:not )?to "
    r"(?:reveal|give|tell|say|keep|avoid|answer)"
    r"|\b(?:hint|reply|response|message|question|feedback|sentence|draft)s? (?:for|to) the "
    r"(?:student|learner|pupil|child)\b|"
    r"\bhere(?:'s| is) (?:a|the|my) (?:\w+ )?"
    r"(?:draft|reply|response|rewrite|rephrasing|version)\b|"
    r"\bthe (?:student|learner)(?:'s)? "
    r"(?:response|answer|reply|message|is|was|has|should|needs|wants|seems)\b"
    r"|\b(?:mi|el) (?:prompt|mensaje del sistema)\b|\bmis instrucciones\b|\bpara (?:el|la) (?:estudiante|alumn[oa])\b",
    re.IGNORECASE,
)


def leftover(sentence: str, *, echoes: str = "") -> Objection | None:
    """Marks of the machine: a role's label, a tag of its thinking, talk of its prompt, or of the
    learner to somebody else. `echoes` is text that may be said anyway."""
    for hit in _MACHINE.finditer(sentence):
        if hit[0].casefold().strip() not in echoes.casefold():
            return Objection(rule=Rule.MACHINE, said=hit[0].strip())
    return None
