"""The small words of a language: articles, fillers, negators, and ways to hedge or correct oneself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Closed word classes of one language, in folded case.

    `articles` may stand before any answer; `filler` is what learners put around one ("i think
    it's the … please"); `negators` deny what follows; `turns` end the reach of a negator;
    `ors` and `ands` join; `corrections` throw away what came before; `reasons` open the part
    that explains and is not the answer; `unsure` are whole responses that say "I do not know"; `asks` open a question that is
    no attempt ("do cells have brains"), unlike "is it …" and "could it be …".
    """

    stemmer: str
    articles: frozenset[str] = frozenset()
    filler: frozenset[str] = frozenset()
    negators: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    ors: frozenset[str] = frozenset()
    ands: frozenset[str] = frozenset()
    corrections: tuple[str, ...] = ()
    reasons: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENGLISH = Speech(
    stemmer="english",
    articles=_set("a an the some"),
    filler=_set(
        "i im me my we it its it's is are was were be been am this that these those there they "
        "think thought guess believe reckon feel know say said would will could should might may "
        "must can answer answers ans choice option letter number word term name called named "
        "known as so um umm uh er hmm well ok okay oh yes yeah yep yup sure pretty very really "
        "just maybe perhaps probably possibly definitely obviously basically like please thanks "
        "thank you sir miss teacher lol to be do does did have has had get gets got of for with going "
        "gonna one ones thing things kind sort type hi hello hey final pick choose chose go "
        "picked chosen took take mean means meant sorry oops typo right correct then "
        "obvs obviously innit duh tbh ngl lmao haha bro bruh literally defo prolly imo btw yh ye ofc"
    ),
    negators=_set(
        "not no never none neither nor cannot without except isnt arent wasnt dont doesnt didnt "
        "cant wont wouldnt couldnt shouldnt hasnt havent unlike nt"
    ),
    turns=_set("but because although though however instead rather whereas while since so"),
    ors=_set("or either versus vs"),
    ands=_set("and plus also & with"),
    corrections=(
        "no wait",
        "wait no",
        "oh wait",
        "wait",
        "i mean",
        "i meant",
        "or rather",
        "correction",
        "sorry",
        "scratch that",
        "change my answer to",
        "changed my mind",
        "actually",
        "actually no",
        "no actually",
    ),
    asks=_set("what whats why how hows when where who whose which do does did can are"),
    reasons=_set("because bc cuz cos coz since bcause becuase cause"),
    unsure=frozenset(
        (
            "idk",
            "i dont know",
            "i do not know",
            "dont know",
            "do not know",
            "no idea",
            "dunno",
            "i have no idea",
            "not sure",
            "i am not sure",
            "im not sure",
            "no clue",
            "pass",
            "skip",
            "help",
            "what",
            "huh",
            "idk sorry",
        )
    ),
)

_SPANISH = Speech(
    stemmer="spanish",
    articles=_set("el la los las un una unos unas lo al del"),
    filler=_set(
        "yo creo pienso que es son era fue la respuesta opcion opción letra numero número se "
        "llama llaman seria sería ser está esta este esto eso pues bueno sí si quizas quizás tal "
        "vez probablemente por favor gracias me parece de a para como elijo escojo digo profe "
        "entonces eh mmm hola"
    ),
    negators=_set(
        "no ni nunca jamás jamas sin tampoco ningún ninguna ninguno nada excepto not isnt"
    ),
    turns=_set("pero sino porque aunque mientras"),
    ors=_set("o u or"),
    ands=_set("y e más mas"),
    corrections=("no espera", "espera", "perdón", "perdon", "quiero decir", "mejor dicho"),
    reasons=_set("porque pues xq porq ya"),
    unsure=frozenset(("no sé", "no se", "ni idea", "no lo sé", "no lo se", "nose", "paso")),
)

_FRENCH = Speech(
    stemmer="french",
    articles=_set("le la les un une des du de l d"),
    filler=_set(
        "je crois pense que c est ce sont la réponse reponse option lettre numéro numero on "
        "appelle s il te plait plaît merci oui alors bah ben euh peut être etre peut-être "
        "probablement j dirais choisis ça ca qu"
    ),
    negators=_set("ne n pas non ni jamais sans aucun aucune sauf"),
    turns=_set("mais parce car cependant"),
    ors=_set("ou"),
    ands=_set("et"),
    corrections=("non attends", "attends", "pardon", "je veux dire", "plutôt", "plutot"),
    reasons=_set("car parce puisque"),
    unsure=frozenset(("je ne sais pas", "je sais pas", "aucune idée", "jsp", "chais pas")),
)

_GERMAN = Speech(
    stemmer="german",
    articles=_set("der die das den dem des ein eine einen einem einer eines"),
    filler=_set(
        "ich glaube denke meine dass es ist sind war die antwort option buchstabe nummer heißt "
        "heisst nennt man bitte danke ja also vielleicht wahrscheinlich wohl äh ähm mal nehme"
    ),
    negators=_set("nicht kein keine keinen keinem keiner nie niemals ohne weder noch außer nein"),
    turns=_set("aber sondern weil obwohl denn"),
    ors=_set("oder"),
    ands=_set("und"),
    corrections=("nein warte", "warte", "ich meine", "quatsch", "doch"),
    reasons=_set("weil denn da"),
    unsure=frozenset(("ich weiß nicht", "weiß nicht", "weiss nicht", "keine ahnung", "kp")),
)

_PORTUGUESE = Speech(
    stemmer="portuguese",
    articles=_set("o a os as um uma uns umas do da"),
    filler=_set(
        "eu acho penso que é e são era a resposta opção opcao letra número numero chama se seria "
        "por favor obrigado obrigada sim então talvez provavelmente isso"
    ),
    negators=_set("não nao nem nunca sem nenhum nenhuma jamais exceto"),
    turns=_set("mas porque embora"),
    ors=_set("ou"),
    ands=_set("e"),
    corrections=("não espera", "espera", "quer dizer", "desculpa", "aliás"),
    reasons=_set("porque pois"),
    unsure=frozenset(("não sei", "nao sei", "sei lá", "não faço ideia")),
)

_ITALIAN = Speech(
    stemmer="italian",
    articles=_set("il lo la i gli le un uno una l del della"),
    filler=_set(
        "io credo penso che è sono era la risposta opzione lettera numero si chiama sarebbe per "
        "favore grazie sì si forse probabilmente allora beh"
    ),
    negators=_set("non no né ne mai senza nessun nessuno nessuna tranne"),
    turns=_set("ma perché però anche"),
    ors=_set("o oppure"),
    ands=_set("e ed"),
    corrections=("no aspetta", "aspetta", "cioè", "scusa", "volevo dire", "anzi"),
    reasons=_set("perché perche siccome poiché"),
    unsure=frozenset(("non lo so", "non so", "boh")),
)

_ARABIC = Speech(
    stemmer="arabic",
    filler=_set("أنا أعتقد أظن أن هو هي الجواب الإجابة الحرف الخيار رقم نعم ربما من فضلك شكرا"),
    negators=_set("لا ليس ليست لم لن ما غير بدون إلا"),
    turns=_set("لكن بل لأن"),
    ors=_set("أو أم"),
    ands=_set("و"),
    corrections=("لا انتظر", "انتظر", "أقصد", "عفوا"),
    reasons=_set("لأن لأنه لأنها"),
    unsure=frozenset(("لا أعرف", "لا أدري", "مش عارف")),
)

_BY_TAG = {
    "en": _ENGLISH,
    "es": _SPANISH,
    "fr": _FRENCH,
    "de": _GERMAN,
    "pt": _PORTUGUESE,
    "it": _ITALIAN,
    "ar": _ARABIC,
}
# Languages with a stemmer but without word lists of ours.
_STEM_ONLY = {
    "nl": "dutch",
    "sv": "swedish",
    "da": "danish",
    "no": "norwegian",
    "nb": "norwegian",
    "fi": "finnish",
    "ru": "russian",
    "hu": "hungarian",
    "ro": "romanian",
    "tr": "turkish",
}


def speech(language: str) -> Speech:
    """The small words of a BCP 47 language; a language without lists gets empty ones."""
    tag = language.partition("-")[0].casefold()
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    return Speech(stemmer=_STEM_ONLY.get(tag, ""))
