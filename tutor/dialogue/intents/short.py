"""Requests and remarks that are a message by themselves: tables of short patterns, one way of saying to a line (pure).

A line is matched against the whole message, English as `said` writes it (lower case, “i am” for “im”), Spanish as
`spanish.bare` does (no accents, “que” for “q”). What stands at the end of a line's like (“please”, “porfa”) is taken off before.
"""

import re
from collections.abc import Mapping

from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.lines import either

_ENGLISH: Mapping[Intent, str] = {
    Intent.HINT: r"""
        (?:give me |just |i need )*(?:a |one )?(?:lil|little|tiny|small|wee|quick)(?: bit of)? (?:push|nudge|hint|help|clue|tip)
        was i (?:close|near|nearly right|almost right)
        (?:please )?(?:ha+lp|he+lp)(?: me)*
        (?:so )?where (?:did|do) i (?:mess(?:ed)? up|go wrong|slip(?: up)?|lose it)
        (?:so )?what did i (?:mess up|miss|forget|do)
        (?:so )?(?:how|why) (?:is|was) (?:it|that|this|mine) (?:not|wrong).{0,15}
        why(?: is| was)?(?: it| that)?(?: is)? not (?:it )?[a-f]
        what does it (?:rhyme|start|begin|end) with
        (?:is it|does it) (?:near|at|start|in) .{0,15}(?:top|bottom|end|start|middle|beginning)
        (?:can (?:you|we) )?(?:just )?(?:start me off|get me (?:going|started)|do the first (?:bit|part|step)(?: with me| for me)?)
        which (?:one |part |number |bit |side )?(?:do i (?:do |use |take |start with )?|goes |comes )?first
        (?:just )?(?:give me |tell me |what is )?(?:the )?(?:first|last|second) letters?
        (?:it |so )*(?:starts|begins|ends) with (?:an? |the letter )?\w{1,3}(?: (?:right|yes|no|\?))*
        (?:am i|is it|is that) (?:at least |even |anywhere )?(?:getting )?(?:close|closer|warm|warmer|near|hot|cold)
    """,
    Intent.STUCK: r"""
        (?:tl ?dr|too long(?: i)?(?: did not| do not| can not)? read(?: (?:it|that))?)
        (?:what|huh|um+)(?: \?)* (?:that|this|it) (?:makes|made) (?:no|zero|0) sense(?: to me| at all)*
        i do not (?:even )?know what i am doing(?: anymore| here)*
        (?:nope? |no |i )*still (?:do not|can not|not) (?:see|get|understand)(?: it| that| this)*
        (?:you|u|that|it) (?:just )?(?:lost|confused|confuses) me(?: there| again)?
        i keep (?:losing|loosing|messing up|forgetting|missing) .{2,20}
        my head is (?:spinning|mush|a mess)
        (?:this|it|that) (?:is going|went|goes) (?:right )?over my head
        (?:huh|what|wait what) .{0,12}confus\w+
    """,
    Intent.DONT_KNOW: r"""
        u+m+
        (?:e+r+m*|u+h+m*|h+m+|m{2,}|e+h+)
        brain (?:freeze|fart|fog|blank|dead|empty)
        (?:my )?(?:brain|mind|head) (?:is |has |just |went |gone )*(?:blank|empty|froze|frozen|off|not working)
        (?:haha |lol |ha )*(?:no|not a|zero|0) (?:clue|idea)(?: mate| bro| dude| at all)*
        (?:could not|can not) tell you
        search me
        (?:i (?:had|have) it |it is )?(?:right |just )?(?:on|at) the tip of my tongue
        i (?:do not|dont) (?:really )?know how to (?:explain|say|put|write|word|describe) (?:it|this|that)(?: (?:in english|in words|properly|well))*
        pass idk
    """,
    Intent.ANSWER_REQUEST: r"""
        (?:please )?(?:can you |could you )?(?:just )*(?:give|tell|show|send) me (?:all )?(?:of )?(?:the |your )?(?:answers?|solutions?)(?: (?:for|to|of|in) .{3,40})?
        (?:please )?(?:just )?tell me+(?: already| now)*
        (?:give me |i want )?spoilers?(?: alert)?
        (?:ok |fine )*i (?:surrender|quit|am giving up|concede)(?:,? (?:so )?what (?:was|is) it)?
        (?:ok |fine )*(?:so )?what (?:was|is) it then
        (?:just )?reveal (?:it|the answer)
        (?:(?:nvm|never ?mind|forget it|whatever|fine|ok|ugh) )+(?:just )?(?:tell|show) me(?: (?:it|the answer))?
    """,
    Intent.TOO_HARD: r"""
        (?:ugh |omg |but )*(?:this|it|that) is (?:so |too |very |really |way |just )*hard(?: for me)?(?: and)? (?:because )?i am (?:only |just )?(?:\d+|a kid|new|little|in (?:year|grade) \d+)(?: years? old)?
        (?:can (?:i|we|you) (?:have|do|get|give me|ask me|show me|try) |(?:please )?give me |i want |i need |ask me |do |make it )+(?:something|anything|a question|a (?:bit )?|an |one|1|it)?(?: that is| which is| that)? ?(?:really |a bit |super |very |more |so )*(?:easy|simple|not (?:so |that |too |as )?(?:hard|wordy|long|difficult|complicated)|less (?:wordy|long|words|hard|complicated)|shorter|with (?:less|fewer) words)(?: (?:one|question|stuff))?
        (?:ugh |no )*(?:this|it|that|there) (?:has|have|is|are|got) (?:way |just |far )?too (?:many|much) (?:gaps?|blanks?|steps?|numbers?|lines?|parts?|options?|code|things|stuff)(?: (?:in it|here|to do|to read|at once))*
    """,
    Intent.TOO_EASY: r"""
        (?:(?:can|could) (?:you|i|we) )?(?:please )?(?:give|have|get|do|try|ask)(?: me)? (?:an? )?(?:really |very |super |much )*(?:hard|harder|difficult|tough|tougher)(?: (?:one|ones|question|questions|task))?
        (?:easy )?peasy(?: lemon squeezy)?|easy peasy(?: lemon squeezy)?
        (?:omg |lol |ugh )*(?:this|it|that|these) (?:is|are) (?:like )?(?:year|grade|kindergarten|nursery|primary|baby) .{1,12}
        (?:give me |i want |i need )(?:something|one|a question|stuff)(?: that| which)? (?:actually |really )?(?:makes me think|hard|harder|tough|proper)
        (?:my )?(?:little |baby )?(?:brother|sister|dog|gran\w*) (?:could|can) do (?:this|that|it)
        too (?:ez|eazy|simple) (?:for me)?
    """,
    Intent.CLAIM: r"""
        (?:we|i) (?:have )?(?:finished|did|done|covered|had) (?:this|that|it|all this)(?: unit| topic| chapter| stuff)*(?: already| ages ago| last \w+| at my old school| before)+
        (\w+ )?(?:loops?|fractions|lists|strings|cells|osmosis|decimals|this) (?:is|are) easy i (?:already )?know (?:them|it|\w+)
        i (?:am|have been) (?:already )?(?:good|great|an expert|a pro) (?:at|with|in) (?:this|that|it|\w+)
    """,
    Intent.EXPLAIN: r"""
        (?:again )?(?:in|with|use) (?:more )?(?:easy|easier|simple|simpler|other|different|normal|kid|smaller) words
        what does it mean in (?:easy|easier|simple|simpler|normal) words
    """,
    Intent.SKIP: r"""
        (?:please )?no more (?:of )?(?:these|this|those|them|this kind|this sort)(?: ones| questions| please)*
    """,
    Intent.PROGRESS: r"""
        (?:did|have) i (?:get|got|gotten) (?:it|them|these|everything)? ?all right(?: (?:so far|till now|today))?
        (?:so )?(?:what|which(?: ones?)?|what things) (?:did i|have i|i) (?:get|got|do|did) wrong (?:today|so far|till now|this time|last time|before|overall)
        did i do (?:better|worse|any better|ok|well|good)(?: (?:than|as) (?:last time|before|yesterday|last week)| today| so far| this time)*
        am i (?:better|worse) than (?:last time|before|yesterday|last week)
        how many did i get (?:right|wrong|correct)(?: (?:so far|today))?
    """,
    Intent.EXAMPLE: r"""
        (?:can (?:you|we) )?do (?:a |an )?(?:different|difrent|diffrent|similar|other|easy)(?: one)? (?:so|and) i can (?:copy|see|learn|watch).{0,15}
        (?:show|do) (?:me )?(?:how )?(?:one|it) (?:first )?(?:so|and) i .{3,25}
        (?:can you )?(?:show|do)(?: me)?(?: (?:it|one|this))? with (?:an? |some )?(?:different|other|easier|smaller|easy|new) numbers?(?: first)?
    """,
    Intent.OTHER_WAY: r"""
        (?:can|could) you (?:say|put|explain) it (?:another|a different) way
        (?:is there|have you got|do you have|got)(?: like)? (?:a |an |any )?(?:video|clip|animation|picture|diagram|drawing)s?(?: i can (?:watch|see))?.{0,12}
    """,
    Intent.AGREE: r"""
        (?:o+h+|a+h+|ok|yes|right)(?: (?:right|yes|yeah|ok|sure))+
        (?:o+h+ |a+h+ |ok )*(?:now )?i (?:get|got|see|understand)(?: (?:it|that|this))?(?: now)?
        (?:okie ?dokie|okey ?dokey|oki+|okay+|roger|gotcha|righto|alrighty)
        (?:ooh+|ohh+|aah+|ah+|oh)(?: (?:ok|right|yes|yeah))* (?:that|it|this)(?: now)? (?:makes sense|is clear|clicked|helps?)(?: now| thanks)*
        (?:a+h+|o+h+)(?: ok)+
    """,
    Intent.PRACTICE: r"""
        (?:can|may|could) i (?:please )?(?:go|try|have a go|do (?:it|one)|have another go) again
        (?:ok |go on )*(?:try|test|quiz|challenge) me(?: then| now)*
        again(?: again)+
        (?:more|another)(?: more| another)+
        (?:ok |sure |fine )*(?:can you )?(?:give me|ask me|do)? ?(?:just |only )?(?:one|1) more(?: one)?(?: and)? (?:then|before|after that|only) .{3,40}
        (?:can you |could you |please )*(?:give|ask|send|get) me (?:another )?one like (?:that|this|it)(?: (?:to (?:try|do)|myself|so i .{3,20}))*
    """,
    Intent.STOP: r"""
        (?:my )?(?:dinner|tea|lunch|food)(?: is|s)? ready
        (?:can|could|may|shall) (?:we|i) (?:please )?(?:stop|finish|end|quit)(?: (?:it|this|now|here|for today|for now|today|already))*
        (?:k |ok )*(?:bye+|laters?)(?: \w+){0,3}
        (?:got|gotta|have got|have) to (?:bounce|dash|jet|run|fly)
        (?:my )?(?:mum|mom|dad|sister|brother)(?: is|s)? (?:here|calling|shouting)(?: .{0,12})?
    """,
    Intent.WHY_THIS: r"""
        (?:bruh |bro |but |so |like |ugh |ok |and |no )*(?:why|when|where) (?:would|will|do|should|could) (?:i|we|you|anyone|anybody|people|normal people) (?:ever |even |actually |really )*(?:need|use)(?: to (?:know|learn|do))? (?:this|that|it|these|those|this stuff)(?: (?:for|anyway|in (?:real )?life|irl|later|at all))*
        (?:ok |but |so |and |honestly )*(?:in real life |irl )?who (?:even |actually |really )*(?:cares|needs (?:this|it|that)|uses (?:this|it|that))(?: (?:in real life|irl|anyway|about (?:this|it|that)))*
    """,
    Intent.OFF_TOPIC: r"""
        guess what .{0,30}
        (?:can|could) (?:we|you) talk about (?:dinosaurs|football|cats|dogs|games?|music|minecraft|something else)
        my (?:brother|sister|dog|cat|neighbou?r|baby \w+) (?:is|keeps|just) .{3,30}
    """,
    Intent.APPEAL: r"""
        (?:but |no |hey |well |ok )*(?:i (?:already )?(?:had|got|said|wrote|put|typed) (?:that|it|this|the same)(?: (?:already|before|though|first|the first time))*|(?:that|this|it) is (?:exactly |literally |basically )*what i (?:meant|mean|said|wrote|put|had|typed)(?: (?:though|before|already))*)
        (?:but |no |hey )*(?:that|it|this) (?:can not|could not) be (?:wrong|not right|incorrect).{0,40}
        (?:but |no )*(?:that|it|this) is (?:definitely|for sure|100|totally) (?:right|correct).{0,30}
    """,
    Intent.SOCIAL: r"""
        (?:see |ha+ |haha |ok )*(?:i )?told (?:you|ya)(?: so)?
        hi+(?: it is| its)? me(?: again)?
        (?:hi+|hey+|hello+)(?: it is| its)? (?:me|us)(?: again)?
        (?:i am|guess who is) back
    """,
}
_SPANISH: Mapping[Intent, str] = {
    Intent.ANSWER_REQUEST: r"""
        (?:ya |anda )*(?:dime|dame|di|suelta)(?:me)? (?:ya )?(?:la respuesta|cuanto es|cual es)(?: (?:ya|anda|pues))*
    """,
    Intent.HINT: r"""
        como (?:le|lo) (?:hago|hacemos)
        (?:en )?(?:donde|en que) (?:me )?(?:equivoque|falle|esta (?:el|mi) error|la regue)
        (?:con )?(?:que|cual) letra (?:empieza|comienza|es)
        (?:que|como) (?:hago|va|pongo) (?:primero|ahora|aqui)
        (?:por donde|como|con que) (?:empiezo|comienzo|se empieza|arranco)
        (?:y )?por que no (?:es )?la [a-f]
    """,
    Intent.EXAMPLE: r"""
        (?:haz|hazlo|hacelo|hagalo|resuelve)(?:lo)?(?: tu| vos)? (?:una |uno )?(?:con|primero)(?: otros numeros| otro numero| otra)?
    """,
    Intent.SKIP: r"""
        (?:ay |uy |no )*(?:esta|esa|este) no(?: otra| por favor)*
        (?:la )?siguiente
        otra(?: cosa| pregunta)(?: mejor)?
    """,
    Intent.DONT_KNOW: r"""
        (?:m{2,}|h?m+|e+h+|e+m+|uf+)
        (?:la |el )?(?:ultima|ultimo|primera|primero|segunda|esa|esta) no (?:la |lo )?se
        no (?:me )?acuerdo(?: de (?:eso|esto|nada))?
        no m acuerdo
    """,
    Intent.APPEAL: r"""
        (?:la )?(?:calculadora|profe|maestra|libro) (?:me )?(?:da|dice|dijo|sale|salio) (?:lo mismo|eso|igual).{0,20}
        (?:pero )?(?:vale|es|son|da) (?:lo mismo|igual|iguales)
    """,
    Intent.ABOUT: r"""
        (?:esto )?lo (?:ve|lee|va a ver) (?:mi )?(?:profe|mama|papa|papas)
        (?:puedo|se puede|podemos) (?:usar|sacar|utilizar) (?:la |mi |una )?(?:calcu\w*|cel\w*|libreta|cuaderno|hoja|papel)
        cuant[ao]s (?:preguntas |ejercicios )?(?:mas )?(?:son|faltan|quedan|me faltan)(?: mas)?
        (?:lo |la )?(?:pongo|escribo|contesto|respondo|doy) (?:como|con|en) .{3,40}
        con (?:coma|punto|letras?|numeros?|espacios?)(?: o (?:con )?(?:coma|punto|letras?|numeros?|espacios?|sin))*
    """,
    Intent.FEELING: r"""
        (?:estoy|me siento) (?:muy |super |re |tan )*(?:feliz|content[oa]|emocionad[oa]|alegre)
        tengo (?:mucho |mucha )?(?:sueno|hambre|sed|frio|calor)(?: y (?:sueno|hambre|sed|frio|calor))*
        (?:yo )?(?:soy|me siento)(?: muy| tan| un| una| bien| el| la)* (?:burr[oa]|tont[oa]|mal[oa]|torpe|brut[oa]|inutil|peor)(?: (?:para|en|con|pa) .{2,20})?
        (?:que|tengo)(?: (?:mucho|un|tanto))* (?:sueno|cansancio|hambre|flojera|pereza)(?: (?:tengo|que tengo|hoy|ahora))?
        (?:si+|por fin|yu+pi+)? ?lo (?:logre|consegui|hice)
    """,
    Intent.OFF_TOPIC: r"""
        (?:viste|vieron|vio|viste ayer) (?:el|la|los) (?:partido|pelicula|juego|serie|video).{0,15}
        mi (?:gat[oa]|perr[oa]|hermanit?[oa]|herman[oa]|vecin[oa]) .{4,30}
        (?:a mi )?me (?:gusta|gustan|encanta|encantan) (?:el|la|los|las) (?!mates|matematicas|fracciones)\w+
    """,
    Intent.SOCIAL: r"""
        (?:tu )?(?:eres|sos|es usted) (?:una |un )?(?:persona|humano|robot|maquina|profe|bot)(?: (?:de verdad|real|o \w+(?: \w+)?))?
    """,
    Intent.WHY_THIS: r"""
        (?:y )?(?:esto|eso) (?:para que|pa que|de que|por que)(?: (?:sirve|es))?
    """,
    Intent.CLAIM: r"""
        (?:\w+ )?(?:\w+ )?ya (?:lo |la )?(?:se|sabia|aprendi|vimos|vi|hice|hicimos)(?: (?:hace (?:rato|mucho|tiempo)|hacer|el (?:ano|curso) pasado|ayer|hoy|antes|en \w+))*
    """,
    Intent.TOPIC: r"""
        (?:mejor|quiero|quisiera|prefiero|me gustaria|podemos|vamos (?:con|a)|pasemos a|ponme|dame|hazme) (?:(?:ver|hacer|practicar|repasar|estudiar|aprender|trabajar|ejercicios|problemas|algo)(?: con| de| a)? )*(?:las? |los? |el )?(?:fracciones|decimales|sumas?|sumar|restas?|restar|multiplicar|multiplicaciones|dividir|divisiones|comparar|simplificar|medidas|hora|ecuaciones|potencias|porcentajes|celulas?|plantas|fotosintesis|variables|bucles|listas|funciones)(?: (?:de |con |y )?(?:las? |los? )?(?:fracciones|decimales|numeros|enteros|restas|divisiones|celulas?|plantas))*
    """,
    Intent.STOP: r"""
        (?:me (?:llama|habla|grita)|ya llego) (?:mi )?(?:mama|papa|abuela|hermana)(?: (?:chau|chao|adios|bye|me voy))*
        (?:ya )?me (?:canse|aburri)(?: ya)?(?: y)? (?:me voy|chau|adios|ya no)
        (?:manana|luego|despues|otro dia) (?:sigo|seguimos|continuo|vuelvo|le sigo)
    """,
    Intent.STUCK: r"""
        no (?:me|m) entero(?: de (?:nada|esto))?
        no (?:(?:le|lo|la|les) )?(?:hallo|entiendo|agarro|cacho|capto|pesco)(?: (?:nada|ni papa))?(?: (?:a|de|en) (?:esto|eso|este|ese|esta|esa|nada|lo de \w+)(?: (?:ejercicio|tema|pregunta|problema|parte))?)?
        (?:que|como|eh|ah)? ?no entendi (?:ni papa|nada|ni jota|ni medio)
        (?:me )?(?:perdi|estoy perdid[oa]|hice bolas|enrede|confundi)
    """,
    Intent.TOO_HARD: r"""
        (?:uf+ |uy |ay )*(?:esto |eso )?(?:es|esta) (?:de otro (?:nivel|mundo)|en chino|imposible|dificilisimo|muy perro|muy cabron)
        (?:ta|esta|es) (?:muy |re |super |bien |tan )*(?:dificil|complicad[oa]|pesad[oa])
    """,
    Intent.TOO_EASY: r"""
        (?:ponme|dame|quiero) (?:algo|una|uno) (?:mas )?(?:dificil|complicad[oa])(?: de verdad| por favor)?
        (?:eso|esto) lo (?:hace|sabe) (?:mi (?:hermanit[oa]|perro|abuela)|cualquiera|un bebe)
    """,
    Intent.PRACTICE: r"""
        (?:va|venga|dame|orale|echame) otra(?: mas)?
        (?:otra|mas|venga)(?: (?:otra|mas))+
    """,
    Intent.PROGRESS: r"""
        que (?:opinas|piensas|crees) (?:tu )?de mi
        (?:como|que tal) voy(?: .{0,12})?
        voy (?:bien|mal|mejor)(?: o (?:mal|bien|no|peor))?
    """,
    Intent.AGREE: r"""
        (?:(?:va|ah+|ok|ya|vale|si) )*(?:ya )?(?:le |lo )?(?:entendi|entiendo|capte|agarre|pesque)(?: ya)?
        (?:ah+ |oh+ )*(?:ok|oki|okis|okey|sip|sipi|va|vale|ya)(?: (?:ya|ok|vale))*
    """,
    Intent.OTHER_WAY: r"""
        (?:mejor )?(?:con|en|haz|hazme) (?:un |una )?(?:dibujit?o|video|videito|imagen|grafica)
    """,
}  # fmt: skip


def _compiled(table: Mapping[Intent, str]) -> tuple[tuple[Intent, re.Pattern[str]], ...]:
    return tuple((intent, re.compile(either(lines))) for intent, lines in table.items())


_IN_ENGLISH, _IN_SPANISH = _compiled(_ENGLISH), _compiled(_SPANISH)
_ONLY_MARKS = re.compile(r"[\s.…·,;:¿¡?!-]*[.…?¿][\s.…·,;:¿¡?!-]*")
_MORE = re.compile(
    r"(?:(?:another|more|again|one more|1 more|another (?:one|1)|next one|otra|mas|otra mas|"
    r"una mas)(?: please| porfa| plis| one)*)"
)
_PADDED = re.compile(r"(?: (?:please|thanks|bro|lol|haha|now|then|man|dude|mate|sir|miss|\?))+$")


def english(words: str) -> Intent | None:
    """What a message, as `said` writes it, says as a whole; None where no line has it."""
    return _first(_IN_ENGLISH, (words, _PADDED.sub("", words)))


def spanish(forms: tuple[str, ...]) -> Intent | None:
    """What a Spanish message says as a whole, given as `spanish.stripped` has its forms; None where no line has it."""
    return _first(_IN_SPANISH, forms)


def spanish_lines() -> tuple[str, ...]:
    """The Spanish lines, whose words may be spelt by ear."""
    return tuple(_SPANISH.values())


_IN_TEARS = frozenset("😭😢😞😔😥😓🙁☹😩😫😖😣😿💔")
_ANGRY = frozenset("😡😠🤬😤👿💢😾")


def only_marks(text: str) -> bool:
    """Whether a message is nothing but dots or question marks."""
    return _ONLY_MARKS.fullmatch(text) is not None


def only_faces(text: str) -> str:
    """The feeling of a message that is nothing but faces in tears or in anger; "" for any other."""
    signs = {c for c in text if not c.isspace() and c not in "!.\ufe0f"}
    if not signs or not signs <= _IN_TEARS | _ANGRY:
        return ""
    return "low" if signs & _IN_TEARS else "cross"


def more_of_the_same(words: str) -> bool:
    """Whether a message asks for another one of whatever was just given."""
    return _MORE.fullmatch(words) is not None


def _first(
    table: tuple[tuple[Intent, re.Pattern[str]], ...], forms: tuple[str, ...]
) -> Intent | None:
    return next((i for form in forms for i, pattern in table if pattern.fullmatch(form)), None)
