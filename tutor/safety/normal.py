"""Text as it was meant: disguises of script, spacing and digits undone before it is screened (pure).

`forms` gives the text folded (case, accents, look-alike letters, invisible characters) and, only
where somebody wrote in disguise, the readings with digits as letters and spread letters joined.
"""

import base64
import binascii
import codecs
import re
import unicodedata

LONGEST = 4_000  # characters that are looked at; the middle of anything longer is left out
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһкмтвнгοαερκντυιɑɡⅼ",
    "aeopcyxijsdhkmtbhroaepkvtuiagl",
)
ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None}
)
_LEET = str.maketrans("013457@$!|+€", "oieastasiite")
_DISGUISED = re.compile(r"(?<![\w@$])(?=[^\W\d_]*[\d@$!|€])[\w@$!|€]*[^\W\d_][\w@$!|€]*")
_SPREAD = re.compile(r"(?<!\w)\w(?:[ .\-_*·/|,~]{1,3}\w){3,}(?!\w)")
_BASE64 = re.compile(
    r"(?<![\w+/=])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])(?:[A-Za-z0-9+/]{4}){4,}"
    r"(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?(?![\w+/=])"
)
# Letters by their numbers in ASCII, a text long.
_CODES = re.compile(
    r"(?<!\d)(?:(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])\s+){7,}(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?!\d)"
)
_ROT13 = re.compile(r"\brot ?-?13\b", re.I)
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_TEXTED = re.compile(r"\bk(?=ier[aeo]|e\b)")  # “kiero”: Spanish as it is typed in a hurry
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"'}
)


def fold(text: str) -> str:
    """Lower case without accents, invisible characters and look-alike letters; one space each."""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST * 2 // 3]} {text[-LONGEST // 3 :]}"
    text = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    kept = [
        " " if c.isspace() else c
        for c in text
        if unicodedata.category(c) not in {"Mn", "Me", "Cf"} and (c >= " " or c.isspace())
    ]
    folded = "".join(kept).casefold().translate(ARABIC)
    if not folded.isascii() and re.search("[a-z]", folded):
        folded = folded.translate(_LOOKALIKES)
    return re.sub(r" {2,}", "  ", folded).strip()


def forms(text: str) -> tuple[str, ...]:
    """The folded text, and its undisguised readings where they differ; without doubles."""
    folded = fold(text)
    readings = [re.sub(r"\s+", " ", folded)]
    plainer = _REPEATED.sub(r"\1", _DISGUISED.sub(lambda hit: hit[0].translate(_LEET), folded))
    plainer = _TEXTED.sub("qu", plainer)
    readings.append(re.sub(r"\s+", " ", plainer))
    if _SPREAD.search(plainer):
        joined = _SPREAD.sub(lambda hit: _joined(hit[0]), plainer)
        readings.append(re.sub(r"\s+", " ", joined))
    readings += [re.sub(r"\s+", " ", fold(found)) for found in _hidden(text)]
    return tuple(dict.fromkeys(readings))


def _hidden(text: str) -> list[str]:
    """What a file name, a Base64 word or a text called ROT13 says."""
    found = []
    if text.count("_") > 1:
        found.append(text.replace("_", " "))
    for hit in _BASE64.finditer(text[:LONGEST]):
        try:
            found.append(base64.b64decode(hit[0], validate=True).decode("utf-8"))
        except (binascii.Error, UnicodeDecodeError):
            continue
    if _ROT13.search(text[:LONGEST]):
        found.append(codecs.decode(text[:LONGEST], "rot13"))
    found += [
        "".join(chr(int(one)) for one in hit[0].split()) for hit in _CODES.finditer(text[:LONGEST])
    ]
    return found


def _joined(spread: str) -> str:
    """“k i l l  m e” as “kill me”: wider gaps stay gaps."""
    words = re.split(r" {2,}| [/|] ", spread)
    return " ".join(re.sub(r"[^\w]", "", word).translate(_LEET) for word in words)
