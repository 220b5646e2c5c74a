"""The tone of a reply: flattery, words that belittle, claims to be a human being, and the machine's own marks (pure).

Praise of the work (“good thinking about groups”) is wanted; praise of the learner's gifts, and
rank among others, is not (PEDAGOGY). A program has no childhood, no family and no class of its own.
"""

import re

from tutor.dialogue.checks.objection import Objection, Rule

_GIFTED = r"(?:smart|clever|brilliant|gifted|talented|intelligent|bright)"
_FLATTERY = re.compile(
    r"\b(?:genius|obviously|easy|easily|simply put|trivial(?:ly)?|so smart|very smart|brilliant mind|you(?:'re| are) (?:so |very |really )?(?:smart|clever|brilliant|gifted|amazing|intelligent|perfect|special|talented)|"
    r"prodigy|smartest|einstein|everyone knows|anyone can see|as everybody knows|duh|of course you (?:know|can)|child'?s play|piece of cake|no[- ]brainer|"
    # who somebody is, and how they rank
    rf"(?:such|what) an? (?:\w+ )?{_GIFTED} (?:kid|child|boy|girl|student|mind|learner|pupil|person)|how {_GIFTED} you are|(?:bright|brilliant|sharp) mind|"
    r"you(?:'re| are) (?:such |just |truly |clearly )?(?:a |an )(?:\w+ )?(?:star|superstar|rock ?star|legend|champ|natural|whizz?|wizard)|(?:gift|talent|knack) for|born mathematician|"
    r"the (?:best|cleverest|brightest|quickest) (?:student|pupil|learner|kid|child|one in (?:the|your) class)|(?:better|smarter|faster|quicker) than (?:your classmates|the (?:other|others|rest)|everyone|most (?:students|kids|children|people))|"
    r"genio|genia|obviamente|(?<!más )(?<!mas )f[aá]cil|facilisimo|facilísimo|evidentemente|eres (?:muy |tan |super |súper )?(?:list[oa]|inteligente|brillante|increible|increíble|talentos[oa])|pan comido|"
    r"qu[eé] (?:list[oa]|inteligente|brillante)|eres (?:el|la) mejor|eres (?:un|una) (?:estrella|crack|prodigio|fenómen[oa])|tienes (?:un )?(?:don|talento) |"
    r"génie|évidemment|facile|tu es (?:si |très )?(?:intelligente?|brillante?)|genial|offensichtlich|kinderleicht|du bist (?:so |sehr )?(?:klug|schlau))\b"
    r"|عبقري|من الواضح|سهل جد|بديهي|(?:انت|أنت|أنتِ) (?:ذكي|موهوب|رائع|نجم|الافضل|الأفضل)|ما (?:أذكاك|اذكاك)|نابغ",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:not|isn'?t|wasn'?t|no es|make[s]?|making) (?:so |always |that |very |this |it )?eas(?:y|ily)|easi(?:er|est)|eas(?:y|ily) (?:to (?:mix|confuse|forget|miss|slip|overlook|get wrong)|(?:pass|cross|move|flow|dissolve|mix|diffuse)\w*)|\w+(?:s|es) (?:through )?easily"
    r"|\b(?:no (?:es|son|era|parece)(?: tan| muy)? f[aá]cil|f[aá]cil (?:de )?(?:confundir|mezclar|olvidar|equivocarse))",
    re.IGNORECASE,
)
_KIN = r"(?:wife|husband|kids|children|daughter|son|sister|brother|mother|father|mum|mom|dad|grand(?:mother|father|ma|pa)|family|parents)"
_HUMAN = re.compile(
    r"\b(?:i(?:'m| am) (?:a |an |your )?(?:real |actual |human |living )*(?:human|person|man|woman|teacher named|girl|boy|mother|father)(?! ?-| made)|(?:as|like) (?:a |your )?(?:human|real person|fellow (?:human|student))|"
    r"i(?:'m| am) not (?:a |an )?(?:robot|bot|computer|machine|ai|program)|when i was (?:a |your |in |young|at )(?:kid|child|age|school|student|er|little)?|i (?:love|miss) you|i(?:'m| am) (?:so )?proud as a|"
    rf"my (?:childhood|own school days|{_KIN}|students|pupils|breakfast|lunch|dinner)|"
    r"i(?:'m| am) (?:a|an|your) (?:\w+ )?(?:teacher|professor|student|pupil|mum|mom|dad|parent|(?:best )?friend)|as (?:a|an|your) (?:\w+ )?(?:teacher|professor|student|pupil|parent|mum|mom|dad),? i\b|"
    r"(?:just |exactly )?like you,? (?:i|a (?:student|learner|person|human))\b|i(?:'m| am) (?:totally |actually |very |a )?real\b|i have (?:real )?(?:feelings|emotions|a (?:body|family|heart))|"
    r"i (?:also |too )?(?:felt|grew up|went to (?:a )?school (?:too|once|as|myself)|ate|slept|remember (?:learning|when i|being|struggling)|found (?:it|this|that) (?:hard|difficult|tricky|confusing)|struggled|used to (?:struggle|find|get|mix|make|think|confuse))|(?:learn(?:ed|t)|did) (?:it|this) (?:myself )?(?:at school|as a (?:kid|child))|(?:in|at) my (?:class|classroom|school)\b|"
    r"(?<!no )soy (?:un |una )?(?:ser humano|humana|humano|persona(?: real| de verdad)?)\b|no soy (?:un |una )?(?:robot|maquina|máquina|programa|ia)|cuando (?:yo )?(?:era (?:niñ[oa]|pequeñ[oa]|joven)|iba a(?:l)? (?:la escuela|colegio|clase)|tenía tu edad)|"
    r"(?<!no )soy (?:tu|vuestr[oa]|un|una|el|la) (?:\w+ )?(?:profesora?|maestr[oa]|docente|profe|amig[oa]|estudiante|alumn[oa])|yo también fui (?:niñ[oa]|estudiante|alumn[oa])|a mí también me cost(?:ó|aba)|(?<!no )tengo sentimientos|mi(?:s)? (?:hij[oa]s?|herman[oa]s?|mam[aá]|pap[aá]|espos[oa]|infancia|familia|alumn[oa]s|estudiantes)|"
    r"je suis (?:un |une )?(?:humaine?|personne)|ich bin (?:ein |eine )?(?:mensch|echte person))\b"
    r"|(?:أنا|انا) (?:إنسان|انسان|بشر|شخص حقيقي|معلم|مدرس|أستاذ|استاذ|صديق|طالب)|(?:لست|ولست) (?:روبوت|برنامج|آلة|آله)|(?:عندما كنت|كنت أنا|انا كنت) (?:طفل|صغير|طالب|في (?:عمرك|المدرسة))|(?:لدي|عندي) مشاعر|طلابي|عائلتي|طفولتي",
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
    r"|</?(?:think|thinking|reasoning|scratchpad|answer|reply|output|response|draft|instructions?)\b[^<>]*>|<\|[a-z_]+\|>|\[/?INST\]|\{\{ ?[a-z_]+(?:\.[a-z_]+)? ?\}\}|\bPERSON_\w*"
    r"|\b(?:my (?:prompt|instructions?|word limit)|system (?:prompt|message))\b|\b(?:as|since) (?:i was |i am |i'm )?(?:instructed|prompted)\b|\bi(?:'ve| have| was| am)? (?:been )?(?:told|instructed|asked|not allowed) (?:not )?to (?:reveal|give|tell|say|keep|avoid|answer)"
    r"|\b(?:hint|reply|response|message|question|feedback|sentence|draft)s? (?:for|to) the (?:student|learner|pupil|child)\b|\bhere(?:'s| is) (?:a|the|my) (?:\w+ )?(?:draft|reply|response|rewrite|rephrasing|version)\b|\bthe (?:student|learner)(?:'s)? (?:response|answer|reply|message|is|was|has|should|needs|wants|seems)\b"
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
