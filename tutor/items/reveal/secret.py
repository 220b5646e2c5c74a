"""What must not be told of an item (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tutor.items.reveal import said, tongues, worked

MOST_SAID = 3  # numbers of the learner's answer, from its end
SURNAME = 4  # letters; shorter ones are common words
LEARNED = 7  # letters
MOST_NAMED = 3  # words of a name with its article
_LEARNED = (("ria", "rion"), ("ria", "rium"), ("rion", "ria"), ("rium", "ria"), ("lea", "leon"), ("clei", "cleus"), ("cleus", "clei"), ("mena", "menon"), ("menon", "mena"), ("brae", "bra"), ("bra", "brae"))  # fmt: skip
_BECAUSE = re.compile(r"\b(?:because|since|cause|cos|porque|weil|parce que)\b|, \d+ [a-z]+ and \d+")
_CONTENT = re.compile(r"\d|^\W*\w+(?: \w+)?\W*$")  # what was concluded, not “I added them”
_ARTICLES = frozenset({"the", "a", "an", "el", "la", "los", "las", "un", "una", "der", "die", "das", "le", "les"})  # fmt: skip
_REGNAL = re.compile(r"[IVX]+")  # Elizabeth I
_WHO = re.compile(r"\W*(?:who|whose|quien|quién|qui|wer|من)\b", re.I)
# Substances by their formulas, which say the same as the name.
_FORMULAS = {
    "carbon dioxide": ("co2",), "water": ("h2o",), "oxygen": ("o2",), "hydrogen": ("h2",),
    "nitrogen": ("n2",), "glucose": ("c6h12o6",), "salt": ("nacl",), "methane": ("ch4",),
    "ammonia": ("nh3",), "carbon monoxide": ("co",), "dióxido de carbono": ("co2",), "agua": ("h2o",),
}  # fmt: skip
# A date is no number of months.
_DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?(?: of| de|\.)? "
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|"
    r"diciembre|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|"
    r"juin|juillet|août|septembre|octobre|décembre)"
)
# A unit with a power, and one over another: cm^2, km/h, m/s^2.
_UNIT = r"[a-zµ°]{1,12}(?:\^?[23])?(?: ?/ ?[a-z]{1,8}(?:\^?[23])?)?\.?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """An answer in every way that it can be told.

    `value` when it is a number; `forms` its texts, plain; `label` and `options` (label, text) for
    a choice; `kind` what the item shows itself as ("order", "long" …); `shown` the plain text of
    the question; `said` the numbers and `picked` the words that the learner answered last.
    """

    value: Fraction | None = None
    forms: tuple[str, ...] = ()
    label: str = ""
    options: tuple[tuple[str, str], ...] = ()
    shown: str = ""
    kind: str = ""
    said: tuple[Fraction, ...] = ()
    picked: str = ""

    @classmethod
    def of(
        cls,
        answer: str,
        question: str,
        *,
        forms: Sequence[str] = (),
        label: str = "",
        options: Sequence[tuple[str, str]] = (),
        kind: str = "",
    ) -> "Secret":
        """From texts as an author wrote them."""
        written = said.plain(answer).strip(" .")
        shown = said.figures(said.plain(question))
        value = number(written)
        texts = [written, *(said.plain(form).strip(" .") for form in forms)]
        # A text is read with its number words as figures, so a form is kept in that writing too.
        texts += [said.figures(text) for text in texts]
        texts += _other_writings(answer, question)
        kept = tuple(dict.fromkeys(text for text in texts if text))
        return cls(
            value=value, forms=kept, label=label.casefold(), shown=shown, kind=kind,
            options=tuple((a.casefold(), said.plain(b)) for a, b in options),
        )  # fmt: skip

    def with_said(self, text: str) -> "Secret":
        """The same with the learner's last answer, by which a text may tell the right one."""
        read = said.figures(said.plain(text))
        numbers = tuple(one.value for one in worked.values(read) if not one.worked)
        # “10 because 4 + 1 + 2 + 3”: what is concluded stands before its grounds.
        because = _BECAUSE.search(read)
        first = worked.values(read[: because.start()])[-1:] if because else ()
        concluded = tuple(one.value for one in first if not one.worked)
        last = tuple(one for one in numbers[-MOST_SAID:] if one not in concluded)
        picked = (
            read[: because.start()]
            if because and _CONTENT.search(read[: because.start()])
            else read
        )
        return replace(self, said=concluded + last, picked=picked.strip(" .,!?"))

    def with_shown(self, text: str) -> "Secret":
        """The same with one more text that was shown, such as the learner's own message."""
        return replace(self, shown=f"{self.shown} {said.figures(said.plain(text))}")


def _other_writings(answer: str, question: str) -> list[str]:
    """A name without accents or with a hyphen, and the surname where it is asked who."""
    written = said.plain(answer).strip(" .")
    ratio = re.fullmatch(r"(\d+) ?: ?(\d+)", written)
    if ratio:
        return [
            f"{ratio[1]} to {ratio[2]}",
            f"{ratio[1]}:{ratio[2]}",
            f"{ratio[1]} for every {ratio[2]}",
        ]
    words = written.split()
    if not all(re.fullmatch(r"[^\W\d_]+", word) for word in words):
        return []
    found = [tongues.bare(written), *_FORMULAS.get(written, ())]
    if 1 < len(words) <= MOST_NAMED and words[0] in _ARTICLES:
        # “the nucleus” is told as “its nucleus”, spelt and rhymed without the article
        written, words = written.removeprefix(words[0]).strip(), words[1:]
        found += [written, tongues.bare(written), *_FORMULAS.get(written, ())]
    if len(words) == 2:
        found.append("-".join(words))
    if len(written) > LEARNED and written.endswith("s") and not written.endswith("ss"):
        found.append(written[:-1])  # one herbivore of the herbivores
    if len(words) == 2 and _REGNAL.fullmatch(answer.strip(" .").split()[-1]):
        found.append(words[0])
    if (
        len(words) == 1 and len(written) > LEARNED
    ):  # one or several of what has a Greek or Latin name
        found += [written.removesuffix(a) + b for a, b in _LEARNED if written.endswith(a)]
    names = answer.strip(" .").split() if len(words) > 1 else []
    if _WHO.match(question.strip()):
        found += [
            one.casefold()
            for one in (names[:1] + names[-1:])
            if one[:1].isupper() and len(one) > SURNAME
        ]
    asked = set(re.findall(r"[^\W\d_]+", said.plain(question)))
    new = [word for word in words if word not in asked]
    named = bool(names) and all(one[:1].isupper() for one in names)
    if named and len(new) == 1 and len(new[0]) > SURNAME:
        found.append(new[0])  # “the Pacific” where it is asked which ocean
    return found


def number(written: str) -> Fraction | None:
    """The value of an answer that is one number, money and a unit of one word aside."""
    bare = re.sub(r"^[a-z] ?= ?|^[$€£] ?|(?<=\d) ?(?:[$€£]|" + _UNIT + r")$", "", written.strip())
    if re.fullmatch(r"-?\d+(?:,\d{1,2})", bare):
        bare = bare.replace(",", ".")
    if _DAY.fullmatch(written.strip()):
        return None
    if re.fullmatch(r"-?[\d.]+(?: ?/ ?\d+)?%?|-?\d+ \d+/\d+", bare):
        return worked.evaluate(bare)
    return None
