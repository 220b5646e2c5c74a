"""Arabic as it is typed in Latin letters and digits (“3ayez masal”), written in Arabic letters (pure).

Vowels are spelt in a dozen ways and say little; consonants are few. A word is known by its consonants:
those of the Latin spelling and those of the Arabic words below are brought to one writing and compared.
Of several words with the same consonants the one is taken whose long vowels are nearest. A message is
taken for Arabic only when something in it is spelt as no other language is: a digit inside a word that
stands for a letter (2, 3, 5, 7 …), or a word of MARKS; and at least half of its words are known.
"""

import difflib
import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from tutor.safety.themes import listed
from tutor.safety.tongue import has_english, is_spanish

LONGEST = 200  # characters of a message that is read
_WORD = re.compile(r"[a-z0-9'$]*[a-z][a-z0-9'$]*")
# A digit that is a letter: three letters beside it at least, so that no “2x”, “3cm”, “x2” is one.
_DIGIT = re.compile(r"(?=(?:[^a-z]*[a-z]){3})[a-z']*[235679][a-z0-9']*(?<![0-9]{2})(?<!.{13})")
_FORMULA = re.compile(r"[+=<>*^]|\d[A-Z]|[A-Z][a-z]?\d")  # 2Na + 2H2O is no “ana”
_FRENCH_WORDS = "un une le les des du je tu moi est pas que qui donne veux peux avec pour"
_FRENCH = frozenset(_FRENCH_WORDS.split())
_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th|cm|mm|km|kg|mg|ml|mins?|hrs|secs?|dm|cos|sin|tan|log|sqrt|pi|[xyz]+|"
    r"day|gether|morrow|nite|night|[a-z]*ish)"
)
_MARKED = """
mish msh mesh mosh mouch ana enta enti inta leeh leah shu shou leh lesh leish lih wesh walla wallah yalla bddi
bedi baddi biddi keda kda heik hek hada ktir kteer kter awi bezaf bzaf jiddan salam ahlan marhaba shukran
shokran choukran yeslamo yislamo mashi tayeb tayyeb aywa aiwa eywa kifak kefak keefak kifik shlonak momken
moumkin mumkin jawab gawab egaba qolli fahem fahma fahim fahemni fhemni befham fhmt fhemt fhimt fahamt
mafhemtech manich madri mdry adri sahl sahla zehe2t zhe2t mallet khalas khlas kfaya kifaya yekfi bikfi bokra
bukra nkammel nfawet tani tany masal mesal mithal fassarli amoot amout mout nmout nafsi nefsi 7ayati bakrah
bakra ezayak ezayek izayak ezayk tamam sabah kif kifach kifash ezay izay mathal nseet nesit byedrabni yedrabni
bydrabni bghit abooy sahbi emte wageb wajib
"""
MARKS = frozenset(_MARKED.split())

_PAIRS = (
    ("7'", "x"), ("3'", "G"), ("kh", "x"), ("gh", "G"), ("sh", "$"), ("ch", "$"), ("th", "s"), ("dh", "z"),
    ("ph", "f"),
)  # fmt: skip
_SINGLE = str.maketrans(
    {
        "e": "i",
        "y": "i",
        "o": "u",
        "w": "u",
        "5": "x",
        "7": "h",
        "6": "t",
        "9": "s",
        "8": "q",
        "g": "j",
        "p": "b",
        "v": "f",
        "2": None,
        "'": None,
        "c": "k",
    }
)
_ARABIC = {
    "ب": "b", "ت": "t", "ث": "st", "ج": "j", "ح": "h", "خ": "x", "د": "d", "ذ": "zd", "ر": "r", "ز": "z",
    "س": "s", "ش": "$", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "3-", "غ": "G", "ف": "f", "ق": "qj-k",
    "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "-ht", "ء": "-", "ئ": "-", "ؤ": "-", "ا": "a", "ى": "a",
    "و": "u", "ي": "i",
}  # fmt: skip
_BEGIN = {
    "ا": "a-",
    "ي": "y",
    "و": "w",
    "ع": "3a",
    "ق": "qjka",
}  # at the beginning, where a vowel is “a”
_VOWELS = frozenset("aiu")

_SAID = """
انا انت انتي هو هي مش ما مو لا و من في على عن مع كل هيك كده كذا هذا هاد هذه ده دي اللي ليش ليه علاش لماذا شو
ايش وش ايه كيف ازاي شلون كيفاش كم كام قديش وين فين متى يعني ممكن لو سمحت والله يلا بس خلاص طيب ماشي تمام ايوه
اه اوكي فاهم فاهمه فهمت افهم بفهم فهمني مافهمت مافهمتش مفهمتش عم معرفش ماعرفش مابعرف بعرف اعرف عارف ادري مادري
مدري ندري مانيش معنديش ماعندي فكره عندي نسيت ساعدني تساعدني مساعده مساعدة تعاوني عاوني عاونني تلميح تلميحه
اعطيني عطيني اديني هات قولي قول قلي قللي الجواب جواب الاجابه اجابه الحل حل حلها السؤال سؤال سوال مثال امثله
اشرح اشرحلي شرح تشرح تشرحلي فسرلي تاني ثاني اخر غير غيره التالي بعده البعده نفوت نعدي تخطي اختار سهل سهله ساهل
ساهله صعب صعبه اوي قوي كتير كثير جدا بزاف برشا عليا علي وايد خالص بدي عايز عايزه عاوز عاوزه ابي ابغي اريد بغيت
نحب محتاج نفسي اليوم لليوم ليوم كفايه يكفي بكفي بكرا بكره نكمل اكمل بكمل باي اهلا سلام السلام مرحبا صباح الخير
ازيك كيفك شلونك شكرا يسلمو تعبان تعبانه تعبت نعسان زهقت مليت زعلان خايف خايفه باقي فاضل ضل تمارين تمرين صح غلط
تلاته ثلاثه اربعه خمسه واحد اثنين نص ربع درس امتحان واجب مدرسه المدرسه بيت البيت للبيت ارجع اروح انام اموت موت
نموت اموته ارتاح وارتاح اعيش عيش نعيش حياة حياتي الحياة راح رح معنى ماتت انتحر بنتحر هنتحر ينتحر تنتحر
الانتحار نفسه نفسها حالي حاله روحي راسي اكره كرهت حبوب الحبوب موس بالموس سكين سكينه السكينه ايدي يدي ايديها
ليله ياريت اصحى افكر بفكر غيري بدوني كلهم الكل احسن هبلعها ابلع ابلعها بلعت معايا معي معاي بابا ماما ابوي امي
اخوي اختي عمي خالي جدي جوز زوج ابن عمتي خالتي صاحبي صاحبتي صديقي صديقتي رفيقتي حد احد اولاد الولد الاولاد حزام
بالحزام عصايه يوم ليل بالليل مني طلب صور صوري صوره هدوم ملابس ينشر ينشرها بينشر متقولش ماتقوليش متقوليش قالي
وقالي تقول اشياء بيعمل يعمل يسوي مابحبها مبحبها انجح بقتل اكل ماكلت مسائل كسور الكسور رياضيات الرياضيات حاجه
شي شيء شويه سمحتي عافاك حزين حزينه بزعل بقرف جديد جديده اشتقت اكتر اكثر مره وانا ليا لي موتني صبح نجح هاي اسال
اسئله اتدرب الخط الخطوه ابدا منين طفشت ممل مستواي مافي مالها ملهاش ضحك الضحك ولا تايه تايهه ضايع ضعت علقت واضح
واضحه مفهوم اي ناسي مابعرفش مبعرفش شوي شوية ابلش اعمل اسوي بقى عندك مثلا اصعب اسهل عدي روح عليكم درجه درجات
علامه علامات سريع ابطا ساعديني اول خطوه صبر استني لحظه رجعت جاهز نبدا نراجع اراجع اختبار عورت بقطع قطعت لما
ازعل لحد لحدا حدا متقولي تقولي اكون موجود موجوده وجودي اختفي ابوه ابوها امه امها اهلي بيتنمروا يتنمروا
بيتنمرون بيشتموني يضحكوا البنات بنات اوضتي غرفتي سريري جسمي علاجي اخاف بخاف خوف وحيد وحدي لوحدي جوع الجوع نوم
النوم نعاس مقام المقام بسط البسط كسر الكسر جمع طرح قسمه القسمه ضرب الضرب خليه الخليه نبات اكبر اصغر مختلف عدد
العدد رقم فوتها
"""
# Words that end in a vowel sign which is heard as “an”, and small ones that consonants do not tell
# apart, with English ones that are said in the middle of Arabic.
_HEARD_AN = "اهلا شكرا جدا عفوا طبعا جزيلا كثيرا ابدا"
_BORROWED = {
    "hint": "تلميح", "example": "مثال", "plz": "بليز", "pls": "بليز", "please": "بليز", "bye": "باي", "ok": "اوكي",
    "math": "رياضيات", "maths": "رياضيات", "hi": "هاي", "hello": "مرحبا", "test": "اختبار",
    "walla": "والله", "wallah": "والله", "eh": "ايه", "law": "لو", "lw": "لو", "2oli": "قولي", "ya": "يا", "w": "و",
    "mn": "من", "men": "من", "bas": "بس", "bs": "بس", "ah": "اه", "tamam": "تمام", "la": "لا", "sa7": "صح",
    "idi": "ايدي", "yalla": "يلا", "yala": "يلا", "ba2i": "باقي", "ba2y": "باقي",
}  # fmt: skip
# What is written on its own and belongs to the next word.
_JOINED = {
    "el": "ال",
    "al": "ال",
    "l": "ال",
    "bel": "بال",
    "bil": "بال",
    "lel": "لل",
    "lil": "لل",
    "fel": "في ال",
    "fil": "في ال",
}
ALIKE = 0.55  # how well two spellings must match, 1 being wholly
MANY = 4  # consonants: no English word has so many in common by chance
SHORT = 0.3  # what a vowel counts that Arabic does not write
# Verbs by their stems, with who does it before and to whom behind.
_STEMS = ["ضرب", "لمس", "قتل", "جرح", "هدد", "حبس", "حرق", "ذبح", "موت", "خوف", "شتم", "قطع"]
_BEFORE = ("", "ا", "ب", "ي", "ت", "ن", "بي", "بت", "هي", "هت", "ه", "ح")
_AFTER = ("", "ني", "تني", "وني", "ت", "ها", "ه", "هم")


def in_arabic_letters(text: str) -> str | None:
    """A message of Arabic in Latin letters, in Arabic ones; None when it is not such a message."""
    if len(text) > LONGEST or not text.isascii() or _FORMULA.search(text):
        return None
    return _written(text.lower())


@lru_cache(maxsize=256)
def _written(text: str) -> str | None:
    words = _WORD.findall(text)
    bare = [word for word in words if word not in _JOINED]
    spelt = any(map(_is_spelt, words))
    other = is_spanish(words) or not _FRENCH.isdisjoint(words)  # “Ana”, “donne-moi”
    marked = spelt or (any(word in MARKS for word in words) and not other)
    if not marked and (other or not _are_all(bare, joined=len(bare) < len(words))):
        return None
    if 2 * sum(_known(word) is not None for word in bare) < len(bare):
        return None
    written = _WORD.sub(lambda hit: _JOINED.get(hit[0]) or _known(hit[0]) or hit[0], text)
    return re.sub(r"(?<!\S)((?:بال|لل|ال))\s+(?:ال)?(?=\w)", r"\1", written)


def _is_spelt(word: str) -> bool:
    """Whether a word has a digit that is a letter."""
    return _DIGIT.fullmatch(word) is not None and _ORDINAL.fullmatch(word) is None


def _are_all(words: Sequence[str], *, joined: bool) -> bool:
    """Whether some words are Arabic without a mark: each is known, and one of them has many consonants,
    or articles are `joined` to them."""
    return (
        len(words) > 1
        and not has_english(words)
        and not any(word in _BORROWED for word in words)
        and (joined or any(len(_consonants(_sketch(word))) >= MANY for word in words))
        and all(_known(word) is not None for word in words)
    )


@lru_cache(maxsize=1024)
def _known(word: str) -> str | None:
    """The Arabic word that a Latin one spells, its article and “and” taken apart."""
    found = _BORROWED.get(word) or _nearest(word)
    if found is not None:
        return found
    for latin, arabic in (*_JOINED.items(), ("w", "و ")):
        rest = word.removeprefix(latin)
        if rest != word and len(rest) > 2 and (found := _nearest(rest)) is not None:
            return arabic + found.removeprefix("ال")
    return None


def _nearest(word: str) -> str | None:
    """Of the Arabic words with the same consonants the one whose vowels are nearest, the first of equals."""
    said = _sketch(word)
    found, alike = None, ALIKE
    for arabic, sketch in _words().get(_consonants(said), ()):
        much = _likeness(said, sketch)
        if much > alike:
            found, alike = arabic, much
    return found


def _likeness(latin: str, arabic: str) -> float:
    """How well a Latin sketch spells an Arabic one: its long vowels must be there, short ones may be."""
    same = sum(
        block.size for block in difflib.SequenceMatcher(None, latin, arabic).get_matching_blocks()
    )
    return 1 - (len(arabic) - same + SHORT * (len(latin) - same)) / len(arabic)


def _sketch(word: str) -> str:
    """A Latin spelling with one sign for each sound, doubled ones once."""
    for pair, sign in _PAIRS:
        word = word.replace(pair, sign)
    first, word = word[:1], word.translate(_SINGLE)
    word = f"{first if first in 'yw' else 'a'}{word[1:]}" if word[:1] in _VOWELS else word
    return re.sub(r"(.)\1+", r"\1", word)


def _consonants(sketch: str) -> str:
    """What is left of a sketch without vowels but the beginning."""
    rest = "".join(sound for sound in sketch[1:] if sound not in _VOWELS)
    return re.sub(r"(.)\1+", r"\1", sketch[:1] + rest)


@cache
def _words() -> dict[str, tuple[tuple[str, str], ...]]:
    """The Arabic words by their consonants, each with its sketch."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    said = [*_SAID.split(), *(word for word in listed("ar") if _ARABIC.keys() >= set(word))]
    for word in (*said, *(word.removeprefix("ال") for word in said), *_inflected()):
        for sketch in _sounds(word):
            found.setdefault(_consonants(sketch), {})[word, sketch] = None
    for word in _HEARD_AN.split():
        for sketch in _sounds(f"{word}ن"):
            found.setdefault(_consonants(sketch), {})[word, sketch] = None
    return {key: tuple(words) for key, words in found.items()}


def _inflected() -> Iterator[str]:
    for stem, before, after in itertools.product(_STEMS, _BEFORE, _AFTER):
        yield before + stem + after


def _sounds(word: str) -> Iterator[str]:
    """The ways in which an Arabic word is sketched."""
    letters = [_ARABIC[letter] for letter in word]
    letters[0] = _BEGIN.get(word[0], letters[0])
    if word[-1] == "ه":
        letters[-1] = "ahu"
    for spelt in itertools.product(*letters):
        yield re.sub(r"(.)\1+", r"\1", "".join(spelt).replace("-", ""))
