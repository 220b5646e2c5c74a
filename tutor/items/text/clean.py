"""Text as typed, made comparable; and the quick refusal of what is not text at all."""

import re
import unicodedata

from tutor.items.said import say

LONGEST_SHORT = 1_000  # characters of a response that asks for a word, a letter or a list
LONGEST_OPEN = 4_000  # characters of a response in sentences

_QUOTES = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "ʼ": "'",
        "′": "'",
        "`": "",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "\u200b": "",
        "\u200c": "",
        "\u200d": "",
        "\u200e": "",
        "\u200f": "",
        "\u2060": "",
        "\ufeff": "",
        "\u00ad": "",
    }
)
_FRACTION = re.compile(r"\\[tdc]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_SHORT_FRACTION = re.compile(r"\\[tdc]?frac\s*(\d)\s*(\d)")
_WRAPPED = re.compile(r"\\(?:text|mathrm|mathbf|mathit|operatorname|boxed)\s*\{([^{}]*)\}")
_LATEX = {
    r"\times": "×",
    r"\cdot": "·",
    r"\div": "÷",
    r"\pm": "±",
    r"\leq": "≤",
    r"\le": "≤",
    r"\geq": "≥",
    r"\ge": "≥",
    r"\neq": "≠",
    r"\ne": "≠",
    r"\pi": "π",
    r"\sqrt": "√",
    r"\rightarrow": "→",
    r"\to": "→",
    r"\left": "",
    r"\right": "",
    r"\,": " ",
    r"\;": " ",
    r"\%": "%",
    r"\$": "$",
}
_COMMAND = re.compile(r"\\[a-zA-Z]+|\\[,;%$]")
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*|(?<!\w)_([^_]+?)_(?!\w)")
_SPACE = re.compile(r"\s+")


def why_unreadable(text: str, *, longest: int = LONGEST_SHORT) -> str | None:
    """One learner-facing sentence saying why `text` cannot be read as words, or None.

    Looks at no more than `longest` + 1 characters, so that a flood of text costs nothing.
    """
    if len(text) > longest:
        return say(
            "That is too long for me to read (more than {longest} characters).", longest=longest
        )
    if not text.strip():
        return "I did not see an answer there."
    strange = sum(unicodedata.category(c) in ("Cc", "Cn", "Co", "Cs") for c in text)
    strange -= sum(text.count(c) for c in "\n\r\t")
    if strange > 0:
        return "I could not read that: it does not look like text."
    if not any(c.isalnum() for c in text):
        return "I did not see any words or numbers there."
    return None


def without_markup(text: str) -> str:
    """`text` with the course's LaTeX, bold, italics and back-quotes written plainly.

    >>> without_markup(r"$\\frac{1}{2} \\times$ **x**")
    '1/2 × x'
    """
    if "\\" in text:
        for _ in range(4):  # nested fractions, innermost first
            text, done = _FRACTION.subn(r"\1/\2", text)
            if not done:
                break
        text = _SHORT_FRACTION.sub(r"\1/\2", text)
        text = _WRAPPED.sub(r"\1", text)
        text = _COMMAND.sub(lambda found: _LATEX.get(found[0], found[0].lstrip("\\")), text)
        text = text.replace("{", "").replace("}", "")
    text = _EMPHASIS.sub(lambda found: found[1] or found[2], text)
    return _SPACE.sub(" ", text.replace("$", " ").replace("`", "")).strip()


def normal(text: str) -> str:
    """`text` in one spelling: NFKC, straight quotes and hyphens, single spaces, folded case."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES).replace("⁄", "/")
    return _SPACE.sub(" ", plain).strip().casefold()


def without_accents(text: str) -> str:
    """`text` without combining marks: "célula" and "celula" come out equal."""
    if text.isascii():
        return text
    split = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in split if not unicodedata.combining(c)))
