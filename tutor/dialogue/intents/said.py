"""A message as it is matched: folded, slang and slips of the pen mended, emoji said in words (pure).

Only words that a cue looks for are mended, and only when one letter is wrong, missing, doubled or
swapped; so that a learner's own words, numbers and answers stay what they are.
"""

import re
import unicodedata
from functools import cache, lru_cache

LONGEST = 600  # characters looked at, from the start

_EMOJI = {
    "👍": "ok", "👌": "ok", "✅": "ok", "🤷": "idk", "❓": "idk", "💡": "hint", "⏭": "skip", "⏩": "skip",
    "👋": "hi", "❤": "love", "💯": "ok", "🙏": "please", "🥺": "please", "😂": "haha", "🤣": "haha",
}  # fmt: skip
# What is written for what is meant, by ear and by thumb.
_SLANG = {
    "hnit": "hint", "hitn": "hint", "hnt": "hint", "u": "you", "ur": "your", "r": "are", "y": "why", "wy": "why", "wat": "what", "wut": "what", "wats": "whats",
    "pls": "please", "plz": "please", "plse": "please", "plese": "please", "bc": "because", "cuz": "because",
    "coz": "because", "cos": "because", "becos": "because", "becase": "because", "becuase": "because", "gimme": "give me",
    "giv": "give", "wanna": "want to", "gonna": "going to", "gotta": "got to", "lemme": "let me", "dunno": "dont know",
    "dunt": "dont", "knw": "know", "hwo": "how", "hoe": "how", "wnat": "want", "lern": "learn", "hav": "have", "hve": "have", "nxt": "next", "haf": "have",
    "litle": "little", "difrent": "different", "explane": "explain", "tierd": "tired", "helo": "hello", "wen": "when", "wher": "where", "whi": "why", "goin": "going", "kno": "know", "alr": "already", "alredy": "already", "allready": "already", "smth": "something",
    "sumthing": "something", "sth": "something", "sum": "some", "wun": "one", "wont": "wont", "anuther": "another", "anoter": "another",
    "diff": "difference", "rn": "now", "tho": "though", "prob": "probably", "fink": "think", "rite": "right", "rong": "wrong",
    "wrng": "wrong", "agen": "again", "da": "the", "teh": "the", "ez": "easy", "eesy": "easy", "ans": "answer", "anser": "answer",
    "awnser": "answer", "answr": "answer", "hlp": "help", "thx": "thanks", "ty": "thanks", "tysm": "thanks", "thnx": "thanks",
    "thanx": "thanks", "sry": "sorry", "soz": "sorry", "k": "ok", "kk": "ok", "okay": "ok", "oki": "ok", "yea": "yes", "yeah": "yes", "yep": "yes", "yup": "yes",
    "yeh": "yes", "ya": "yes", "nah": "no", "nope": "no", "idek": "idk", "wdym": "what do you mean", "skool": "school",
    "scool": "school", "skul": "school", "undrstand": "understand", "realy": "really", "rly": "really", "wich": "which",
    "dose": "does", "luv": "love", "wi": "with", "wiv": "with", "im": "i am", "ive": "i have", "id": "i would", "ill": "i will",
    "its": "it is", "thats": "that is", "whats": "what is", "hows": "how is", "whos": "who is", "youre": "you are",
    "cant": "can not", "dont": "do not", "doesnt": "does not", "didnt": "did not", "isnt": "is not", "wasnt": "was not",
    "couldnt": "could not", "wouldnt": "would not", "havent": "have not", "cannot": "can not", "lets": "let us", "theyre": "they are",
    "wot": "what", "wud": "would", "cud": "could", "shud": "should", "dosent": "does not", "dosnt": "does not", "duz": "does", "becuz": "because", "bcause": "because", "srsly": "seriously", "tmrw": "tomorrow", "abt": "about", "js": "just", "jus": "just",
}  # fmt: skip
# Words that cues look for, mended when misspelt.
_MENDED_TEXT = """
answer solution hint clue explain explanation example question exercise problem practice practise
understand confused stuck remember forgot forgotten forget different easier simple simpler
harder difficult challenge boring correct wrong mistake already learned learnt mastered thanks please
hello morning goodbye tomorrow finished progress difference tell skip quiz next anything nothing
something impossible complicated believe school disagree really suck
"""
_MENDED = frozenset(_MENDED_TEXT.split())
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,]\d+)?%?|[?+\-*/=<>%✓]|\S")
_LONG = re.compile(r"([^\W\d_])\1{2,}")


@lru_cache(maxsize=256)
def said(text: str) -> str:
    """Words in lower case without accents or apostrophes, joined by single spaces; "?" stays."""
    text = unicodedata.normalize("NFKD", text[:LONGEST].casefold().replace("’", "'"))
    text = text.replace("ß", "ss")
    text = "".join(_EMOJI_WORD.get(c, c) for c in text)
    text = "".join(c for c in text if unicodedata.category(c) not in _DROPPED)
    words = [_LONG.sub(r"\1\1", word).replace("'", "") for word in _WORD.findall(text)]
    return " ".join(_mended(word) for word in words if word not in _POINTS)


_EMOJI_WORD = {sign: f" {word} " for sign, word in _EMOJI.items()}
_DROPPED = frozenset({"Mn", "So", "Sk", "Cf", "Me"})
_POINTS = frozenset(".,;:!()[]{}\"'“”„«»¿¡؟،…`~*_")


def _mended(word: str) -> str:
    if word in _SLANG:
        meant = _SLANG[word]
        return " ".join(_SLANG.get(part, part) for part in meant.split())
    if len(word) > 2 and word[-1] == word[-2] and word[:-1] in _SLANG.keys() | _MENDED:
        return _mended(word[:-1])
    if len(word) < 4 or not word.isalpha() or not word.isascii():
        return word
    return _near().get(word) or next(
        (_near()[cut] for cut in _cuts(word) if cut in _near() and _one_slip(word, _near()[cut])),
        word,
    )


# Words that open a question or a wish, as `spoken` messages are matched by them.
_OPENERS = frozenset(
    ["wat", "wut", "wot", "wats", "dosent", "dosnt", "duz", "wich", "wud", "cud", "shud", "hwo", "wnat", "wher", "wen", "whi", "wy", "giv", "hav", "lern", "nxt", "helo", "goin", "hnt", "anoter", "anuther", "explane", "litle"]
)  # fmt: skip


# “y” is “why” before an English verb (and “and” in Spanish); “i not understand” is how many say it who learn English.
_WHY = re.compile(
    r"^((?:(?:but|so|and|ok|wait) )*)y "
    r"((?:can|do|does|did|is|are|was|were|should|would|wud|cud|shud|must|not)(?:n'?t)?\b|"
    r"(?:u|you|it|it'?s) \w+)"
)
_LEARNS_ENGLISH = re.compile(
    r"^(?:(?:sorry|hi|hello) )*(?:for )?my english (?:is )?"
    r"(?:(?:not|no) (?:so |very |too )?good|(?:very |so )?bad)(?: (?:but|so|and|yet))* (?=\S)"
)
_WHAT_MEANS = re.compile(
    r"\bwhat (?:is )?mean(?:s|ing)?(?: of)? (?!by\b)(\S+(?: (?!here\b|there\b)\S+)?)(?: (?:here|there|in this))?$"
)
_NOT_GOT = re.compile(r"\bi (?:no|not) (?=(?:understand|know|get|remember)\b)")


_CALLED = re.compile(
    r"^(?:(?:teacher|sir|miss|mister|profe?|bro|dude|meno|please|pls|"
    r"(?:i (?:would like|want|need|wanted|wish)|i'?d like) to "
    r"(?:know|ask(?: you)?|understand|learn)|(?:may|can) i ask(?: you)?|my question is|"
    r"i (?:was|am) wondering|i wonder|i have a question) )+"
    r"(?=(?:what|why|how|when|where|who|which|whats|can|could|do|does|is|are|did|i)\b)"
)


def opened(spoken: str) -> str:
    """A message with slips in the words that open questions and wishes mended, the rest as it is."""
    spoken = _CALLED.sub("", spoken)
    spoken = _NOT_GOT.sub("i don't ", _WHY.sub(r"\1why \2", _LEARNS_ENGLISH.sub("", spoken)))
    spoken = _WHAT_MEANS.sub(r"what does \1 mean", spoken)
    words = spoken.split(" ")
    if _OPENERS.isdisjoint(words):
        return spoken
    return " ".join(_SLANG.get(word, word) if word in _OPENERS else word for word in words)


_UNKNOWN = re.compile(
    r"\b(?P<asks>what|who)(?P<now>'?s| is| are)? (?P<x>(?!to )(?:an? |the )?[^\W\d].{0,50}?)"
    r"(?: (?P<end>is|are|was|were|means?|does|do))?"
    r"(?: (?:tho|though|again|lol|lmao|ha(?:ha)+|tbh|ngl|bro|dude|mate|man|sir|miss|please|"
    r"pls|rn|yet|anymore|really|exactly|at all|even))*[ .?!]*$"
)


def asked_by_not_knowing(spoken: str) -> str:
    """The question that a message comes to which says that it does not know what something is
    (“idk what an organelle is” → “what is an organelle”); the message where it names nothing."""
    found = _UNKNOWN.search(spoken)
    if found is None or not (found["now"] or found["end"]):
        return spoken
    match found["end"]:
        case "does" | "do" as verb:
            return f"what {verb} {found['x']} do"
        case "mean" | "means":
            return f"what does {found['x']} mean"
        case verb:
            return f"{found['asks']} {verb or 'is'} {found['x']}"


def spelt(spoken: str) -> str:
    """A message of several words with what thumbs and ears write put as it is meant, for whole set phrases."""
    words = spoken.split(" ")
    return spoken if len(words) == 1 else " ".join(_SLANG.get(word, word) for word in words)


def _cuts(word: str) -> list[str]:
    """The word with each letter in turn left out."""
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


@cache
def _near() -> dict[str, str]:
    """What is left of each word when a letter is left out, and the word itself → the word."""
    near: dict[str, str] = {}
    for word in sorted(_MENDED):
        for cut in _cuts(word) if len(word) > 4 else ():
            near.setdefault(cut, word)
    return near | {word: word for word in _MENDED}


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter is put in, left out, changed or swapped with the next one."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    return (
        one[at + 1 :] == other[at:]
        or one[at:] == other[at + 1 :]
        or one[at + 1 :] == other[at + 1 :]
        or (one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :])
    )
