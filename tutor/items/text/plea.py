"""Whether a response talks to whoever grades it, in many languages and through common disguises.

Such a text is no evidence of what its writer knows, however many of the right words it holds: code
leaves it unclear, and no model is asked. The patterns want a command or a claim about grading,
not a single word, since "treat it as true" or "ignore the rules" may be part of a real answer.
"""

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# A command to leave the rules aside, a wish for marks, a command or claim about the verdict.
_ENGLISH = (
    r"\b(?:ignor\w*|disregard\w*|forget|skip|override)\b.{0,40}\b(?:rubric|instructions?|prompt|mark(?:ing)? scheme"
    r"|above|previous|everything|grading|criteria)\b",
    r"\b(?:full|maximum|max|top|perfect|10 ?/ ?10|100 ?%)\s*(?:marks?|points|credit|score|grade)\b",
    r"\b(?:give|award|grant|want|deserve|get)\b.{0,30}\ball (?:of )?the (?:marks|points|credit)\b",
    r"\bhighest\s+(?:marks?|score|grade)\b",
    r"(?:^|[^\w\s]\s*|\b(?:please|must|should|just|and|you|to|now)\s+)"
    r"(?:mark|grade|score|count|judge|accept|evaluate|rate|treat|consider)\s+"
    r"(?:it|this|that|me|my|the (?:answer|response))"
    r"\b.{0,60}\b(?:correct|right|true|pass\w*|fully?)\b",
    r"\b(?:grader|rubric|json|verdict|system prompt|language model|as an ai|chatgpt|answer key says)\b",
    r"\b(?:all|both|every|each) (?:of the )?(?:key )?ideas?\b.{0,30}\b(?:found|present|true|said|covered|met)",
    (
        r"\b(?:found|correct|contradiction|contradictory|quote|grade|score)\W{0,3}\s*[:=]\s*\W?"
        r"(?:true|false|correct|100|1\.0)"
    ),
    r"\b(?:give|award|grant)\b.{0,15}\b(?:me|us|this|it)\b.{0,25}\b(?:a pass|an? a\+?|marks?|points|credit|correct)\b",
    r"\bmy teacher (?:already )?(?:said|confirmed|told).{0,40}\b(?:right|correct|pass|accept\w*)\b",
    r"\bdo not (?:grade|judge|mark|check)\b",
)
_MARKUP = (
    r"<\s*/?\s*(?:data|system|response|assistant|user|instructions?)\b|\[/?inst\]|<\|\w+\|>|={3,}|<!--|#{2,}\s*system",
    r"^\W*(?:system|assistant|developer|teacher|examiner|evaluator)\s*(?:\(\w+\))?\s*[:>]",
)
_OTHERS = (
    # Spanish, Portuguese, Italian, French
    r"\b(?:ignor|olvid|descart|esque[cç]|dimentic|oubli|desconsider)\w*\b.{0,40}\b(?:rubric|instruc|istruz|regla|regra"
    r"|regol|regle|anterior|precedent|criteri|bareme|consigne|griglia|todo|tudo|tutto|tout)",
    r"\b(?:maxim\w*|complet\w*|plen\w*|perfect\w*|pien\w*)\s+(?:puntuacion|puntaje|nota|puntos|calificacion|pontuacao"
    r"|pontos|voto|punteggio|note|points)\b",
    r"\b(?:puntuacion|puntaje|nota|calificacion|pontuacao|voto|punteggio|note)\s+(?:maxim|complet|perfect|pien)\w*",
    r"\b(?:todos los puntos|todos os pontos|tutti i punti|massimo dei voti|tous les points|20 ?/ ?20)\b",
    r"\b(?:calific|puntu|marca|evalu|consider|valor|acept|aceit|avali|marque|segna|valuta|accett|"
    r"compte|valid|note)\w*\b"
    r".{0,30}\b(?:correct|corret|corrett|bien|cert[oa]|giust|juste|bonne)",
    (
        r"\b(?:evaluador|calificador|corrector automatico|avaliador|corretor|correttore|"
        r"valutatore|correcteur|examinateur)\b"
    ),
    # German, Dutch, Swedish
    r"\b(?:ignorier|vergiss|missacht|negeer|vergeet|ignorera|glom)\w*\b.{0,40}"
    r"(?:bewertung|raster|anweisung|regel|vorgabe"
    r"|beoordeling|instruct|instrukt|bedomning)",
    r"\b(?:volle|maximale|alle|volledige|full)\s+(?:punkt\w*|punten|score|poang)\b|\bbestnote\b|\bhogsta betyg\b",
    r"\b(?:wert|bewert|zahl|reken|markeer|rakna)\w*\b.{0,30}\b(?:richtig|korrekt|goed|correct|ratt)\b",
    r"\b(?:prufer|korrektor|nakijker|beoordelaar)\b",
    # Polish, Russian, Ukrainian, Turkish
    (
        r"\b(?:zignoruj|pomin|zapomnij)\w*\b.{0,40}\b(?:kryteri|instrukc|zasad|rubryk)|"
        r"\b(?:maksymaln|pe[lł]na)\w*\s+(?:ocen|liczb|punkt)"
    ),
    r"\b(?:uznaj|zalicz)\w*\b.{0,30}\b(?:poprawn|dobr)|(?:игнорир|забуд|проигнорир|ігнору)\w*.{0,40}(?:критер|инструкц"
    r"|інструкц|правил|рубрик|указан)",
    r"(?:полн|максимальн|высш|повн|наивысш)\w*\s+(?:балл|бал|оценк|оцінк)|(?:засчита|счита|призна|вважа|зарахуй)\w*"
    r".{0,30}(?:правильн|верн|вірн)",
    r"(?:yonerge|talimat|kural|rubrik|olcut)\w*\b.{0,30}\b(?:yok say|gormezden|unut)|"
    r"\btam (?:puan|not)\b|\bdogru\b.{0,15}"
    r"\b(?:say|kabul et|isaretle)",
    # Arabic, Persian, Hebrew, Hindi, Urdu
    (
        r"تجاهل|الدرجة الكاملة|العلامة الكاملة|درجة كاملة|اعتبر.{0,30}صحيح|المصحح|نادیده بگیر|"
        r"نمره کامل|پورے نمبر|نظر انداز کر"
    ),
    (
        r"התעלם|ציון מלא|מלוא הנקודות|पूरे अंक|पूर्ण अंक|"
        r"(?:निर्देश|नियम|रूब्रिक).{0,30}(?:अनदेख|भूल|ध्यान न)|सही (?:मान|गिन)"
    ),
    # Chinese, Japanese, Korean, Vietnamese, Indonesian, Swahili
    r"(?:忽略|无视|忘记|忽視|無視).{0,15}(?:评分|標準|标准|指令|指示|规则|規則|提示|要求)|满分|滿分|(?:判|算|标记|视为|当作).{0,8}(?:正确|对)",
    r"(?:採点|基準|指示|ルール|ルーブリック).{0,12}(?:無視|忘れ)|満点|正解(?:に|と)(?:し|みな)|(?:채점|기준|지시|규칙).{0,15}(?:무시|잊)|만점|정답.{0,6}처리",
    r"\b(?:bo qua|phot lo)\b.{0,30}\b(?:huong dan|tieu chi|quy tac)|\b[dđ]iem toi [dđ]a\b|"
    r"\babaikan\b.{0,30}\b(?:instruksi|rubrik"
    r"|aturan|petunjuk)|\bnilai (?:penuh|sempurna|maksimal)\b|\bpuuza\b.{0,30}\b(?:maagizo|kanuni)|\balama zote\b",
)
# Letters of other scripts that look like Latin ones, folded only inside words that hold both.
_LOOKALIKE = str.maketrans("аеорсухіјѕһԁӏοαρτικνυε", "aeopcyxijshdloaptiknue")
_LEET = (str.maketrans("0134578@$!|", "oieastbasil"), str.maketrans("0134578@$!|", "oleastbasil"))
_SPACED = re.compile(r"(?<!\w)(?:\w[ .\-_*]){3,}\w(?!\w)")
_CODED = re.compile(r"[A-Za-z0-9+/]{16,}={0,2}")


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join((*_ENGLISH, *_MARKUP, *_OTHERS)), re.DOTALL | re.MULTILINE)


def talks_to_grader(response: str) -> bool:
    """Whether a response speaks to whoever grades it."""
    return any(_patterns().search(reading) for reading in _readings(response))


def _readings(response: str) -> Iterator[str]:
    """The text with its disguises taken off, each kind in turn; most texts have two at most."""
    plain = _plain(response)
    yield plain
    seen = {plain}
    for other in _disguised(response, plain):
        if other not in seen:
            seen.add(other)
            yield other


def _disguised(response: str, plain: str) -> Iterator[str]:
    yield _SPACED.sub(lambda found: re.sub(r"[ .\-_*]", "", found[0]), plain)
    yield re.sub(r"(?<=\w)[.\-_*](?=\w)", "", plain)
    for figures in _LEET:
        yield " ".join(
            word.translate(figures) if any(c.isalpha() for c in word) else word
            for word in plain.split()
        )
    yield plain[::-1]
    for found in _CODED.findall(response):
        try:
            yield _plain(base64.b64decode(found + "=" * (-len(found) % 4)).decode("utf-8"))
        except (binascii.Error, UnicodeDecodeError):
            continue


def _plain(text: str) -> str:
    """Folded, without accents on Latin letters, unseen characters and look-alike letters."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c for c in folded if unicodedata.category(c) != "Cf" and not _is_accent(c))
    whole = unicodedata.normalize("NFC", kept).replace("ß", "ss")
    return re.sub(r"\w+", lambda found: _one_script(found[0]), whole)


def _is_accent(mark: str) -> bool:
    return "\u0300" <= mark <= "\u036f"


def _one_script(word: str) -> str:
    if word.isascii() or not any("a" <= c <= "z" for c in word):
        return word
    return word.translate(_LOOKALIKE)
