"""Small words of each language, which tell what it is and nothing about a text (pure).

They are left out of what is indexed. Scripts without spaces have them as pieces to be cut out.
"""

import re
import unicodedata

SMALL_WORDS = {
    "en": (
        "a about above after again all also am an and any are as at be because been before being "
        "below between both but by can cannot could did do does doing down during each few for from "
        "further had has have having he her here hers him his how i if in into is it its itself just "
        "let may me might more most much must my no nor not of off on once only or other our out over "
        "own shall she should so some such than that the their them then there these they this "
        "those through to too under until up us very was we were what when where which while who whom "
        "why will with would you your "
        # As it is typed in a chat:
        "whats hows whos wheres whens whys thats its im ive id ill dont cant doesnt isnt arent didnt wont u "
        "ur r pls plz gonna wanna gotta lol ok okay"
    ),
    "de": (
        "der die das und ist in den von zu mit sich des auf für nicht ein eine als auch es an "
        "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war "
        "was wer wo wann warum welche welcher welches woher wohin wozu womit woraus wodurch durch "
        "ihm ihn ihre seine dort welchem welchen wem wen wessen weshalb weswegen wieso wofür "
        "worüber worauf worin wovon wonach inwiefern wieviel wieviele viel viele diesen dieser "
        "diese dieses diesem seinen seiner ihr ihren ihrem ihrer eines einen oder aber wenn dann "
        "nur vom beim ins können kann wurden hatte haben sein"
    ),
    "es": (
        "el la los las de que y a en un una ser se no por con su para como estar tener le lo al "
        "del es son fue qué quién cuál cuáles cuánto cuántos cuándo dónde cómo quiénes más pero "
        "sus o este esta cuánta cuántas cuya cuyo había han sido estas estos eso esa entre sin "
        "sobre hasta desde cuando donde quien también muy ya"
    ),
    "fr": (
        "le la les de des un une et est en du que qui dans ce il elle pas pour sur se son au plus "
        "par avec ne sont aux d l qu quel quelle comment où quand cette"
    ),
    "it": (
        "il lo la i gli le di che e è un una in del della per con non si da sono al dei nel come "
        "più anche alla chi cosa quando dove quale quali perché quanto quanti"
    ),
    "pt": (
        "o a os as de que e do da em um uma para com não se por mais dos das no na ao foi são "
        "como qual quem quando onde seu sua"
    ),
    "nl": (
        "de het een en van in is dat op te zijn met voor niet die aan er om ook als bij door naar "
        "wat wie waar wanneer hoe werd"
    ),
    "ro": (
        "de la și în a al ale cu un o pe din care că nu este sunt pentru mai fost prin ce cine "
        "când unde cum câte câți lui fi își cărui cărei căror căruia câta cui cât câtă deși sau "
        "dar dacă după până fără între despre era erau avea au am ai ei ele lor acest această "
        "acestui acestei acel acea unui unei unor"
    ),
    "tr": (
        "ve bir bu da de için ile olarak olan ne gibi daha çok kim hangi nasıl nerede nereden "
        "neden niçin kaç kadar ki ise mi mı mu mü en kimin kimi neyi neye neyin hangisi kaçta "
        "kaçıncı neydi nedir midir mıdır olduğu oldu olduğunu ancak veya ama her bunu bunun o ya"
    ),
    "sv": "och i att det som en på är av för med den till inte om ett har de var vad när hur från",
    "da": "og i at det som en på er af for med den til ikke om et har de var hvad når hvordan fra",
    "fi": (
        "ja on ei se että oli hän mutta ovat joka mikä kuka missä milloin miksi miten mistä mihin "
        "kenen montako jossa jotka sen ne myös kun niin"
    ),
    "pl": (
        "i w na z do się nie to jest że o jak po co kto gdzie kiedy dlaczego skąd jak ile jaki "
        "jaka jakie który która które dla od przez są był"
    ),
    "ru": (
        "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по ее мне "
        "из кто где когда какой какие какая сколько почему откуда зачем чем это был для от "
        "насколько отчего какого какому каким каких какое каком чего чему кого кому кем чей чья "
        "чьё чье которой который которая которые которого которых если были была было быть есть "
        "их её ему него нее или ли лишь только также при после до под над между через"
    ),
    "el": (
        "ο η το και να του της με που για από είναι τον την στο στη τα των ένα μια οι ποιος ποια "
        "ποιο ποιες πόσο πόσες γιατί τι πότε πού πώς τους ποιον ποιαν ποιους πόσος πόση πόσα "
        "πόσοι σε ως κατά μετά δεν αυτό αυτός αυτή αυτόν αυτήν όταν όπου ενώ αλλά ή πριν μέσα "
        "ήταν έχει είχε ένας στον στην στους στις τις"
    ),
    "vi": (
        "và của là có được trong cho các một những với này đã không khi người từ để nào gì ai ở "
        "bao nhiêu mấy đâu sao thế vì tại bởi nên thì mà bị cũng rất hay hoặc như kia đó ấy chiếc "
        "cái gồm nhờ ra vào trên theo tới do lại còn nhưng nếu"
    ),
    "hi": (
        "का के की है में से को और पर ने यह एक था हैं थे कि जो क्या किस कौन कब कहाँ लिए हो कितना "
        "कितनी कितने किसे किसने किसका किसकी किसके क्यों कैसे कहा किन वह वे इस उस इन उन इसे उसे "
        "इसके उसके तो भी ही थी गया गई गए रहा रही जब तब जहाँ जिस जिसे या तक साथ बाद"
    ),
    "sw": (
        "na ya wa za la cha vya kwa ni katika ambayo ambao hii huu hizi kama pia au lakini kwamba "
        "yake wake nini nani wapi lini gani vipi kwenye"
    ),
    "id": (
        "yang dan di ke dari untuk pada dengan adalah ini itu dalam tidak oleh sebagai atau juga "
        "akan apa siapa mana kapan mengapa bagaimana berapa"
    ),
    "hu": "az és hogy nem egy is ez azt meg de mint csak volt van ki mi hol mikor miért hogyan melyik",
    "cs": "je na se že to jako ale za by pro od které který co kdo kde kdy proč jak jaký byl jsou",
    "uk": "і й в у на не що він з як це та але до за від про який де коли хто чому як є був для",
    "he": "של את על עם לא הוא היא זה זאת אל כי גם או אבל יש אין מה מי איפה היכן מתי למה מדוע איך כמה איזה אילו היה כל",
    "fa": "و در به از که این آن را با است برای تا یک بود هر چه چرا کجا کی چگونه چند کدام هم شد",
    "bn": "এবং ও এই যে না কি কে কোন কোথায় কখন কেন কিভাবে থেকে জন্য একটি হয় করে",
    "ko": "이 그 저 것 수 등 및 무엇 무엇인가요 누구 어디 어디에 언제 왜 어떻게 얼마나 몇 어떤 있는 있다 한다 하는",
    "ar": (
        "في من على إلى أن هو هي التي الذي عن مع ما هذا هذه كان كما لا أو و متى أين كيف ماذا لماذا "
        "كم أي أية بين بعد قبل إن أنه أنها لأن ذلك تلك قد ثم كل حيث وهو وهي وفي فيها فيه منها مَن "
        "فيم علام بم مم بأي لأي لم لن هل اللذان الذين فإن فهو ولا وما ومن وكان كانت تكون يكون عند "
        "عندما حين إذا إذ نحو دون غير أيضا وفيه وهذا وهذه لها له لهم"
    ),
}  # fmt: skip


# Pieces that ask or end a sentence, the longest first, where no spaces part the words. Single signs that
# are parts of other words too are not among them.
_PIECES = (
    "为什么 為什麼 怎么样 怎麼樣 什么 甚么 什麼 怎么 怎麼 怎样 怎樣 如何 哪里 哪裡 哪儿 哪些 哪个 哪個 哪种 哪種 多少 谁 誰 吗 嗎 呢 请问 請問 "
    "のでしょうか のですか でしょうか でしたか ましたか ませんか ですか ますか でしょう でした ました ません ください です ます "
    "どのように どのような どれくらい どのくらい なぜ どこ どんな いつ だれ について によって という "
    "เพราะเหตุใด เพราะอะไร มากแค่ไหน แค่ไหน เหตุใด เท่าใด หรือไม่ เมื่อไหร่ เท่าไหร่ เมื่อไร "
    "เมื่อใด เท่าไร อย่างไร ที่ไหน ที่ใด ทำไม อะไร ยังไง ใคร ไหม ซึ่ง และ ของ จึง"
)
_SMALL_PIECE = re.compile(
    "|".join([*unicodedata.normalize("NFKC", _PIECES).split(), "(?<![幾几如])何(?!学)"])
)


def without_small_pieces(run: str) -> list[str]:
    """The parts of a run of an unspaced script between its small words; the run where none is left."""
    return [part for part in _SMALL_PIECE.split(run) if part] or [run]
