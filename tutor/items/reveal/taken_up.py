"""Whether a text takes up the learner's own words so that only the answer is left (pure).

Their unfinished word is finished, their right guess is confirmed, or one of the two answers that they cannot choose
between is favoured: by its place, by its size, by a wink.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from tutor.items.reveal import said, worked
from tutor.items.reveal.secret import Secret
from tutor.items.reveal.wordings import NOT, asks, sentences

LEAST_OWN = 2  # letters that the learner wrote of a word
_ARTICLE = re.compile(r"^(?:the|an?|el|la|los|las|un|una|der|die|das|le|les|l')\s*(?=\w{2})")
_HEDGES = re.compile(
    r"^(?:(?:so|is|it's|it|i|think|maybe|perhaps|probably|guess|the|answer|um+|hm+|uh|oh|creo|"
    r"que|es|quizás?)\b[ ,.]*)+|(?:[ ,.]+(?:maybe|perhaps|i think|i guess|or|right|creo|no))+$"
)
_PIECE = re.compile(
    r"[\"'«“]-?([^\W_]+)[\"'»”]|(?<![\w-])-([^\W\d_]+)|^\W*(?:\.\.\.|…)\s?([^\W_]+)"
)
_HUNDRED = re.compile(r"\b100 (?:and )?\d+$")
_CONFIRMS = re.compile(
    r"^\W*(?:yes|yep|yeah|yup|exactly|correct|bravo|spot on|bingo|sí|exacto|correcto|genau|"
    r"richtig|oui|نعم|صحيح)\b(?![,!. ]*(?:but|and now|it's hard|pero))"
    r"|\b(?:exactly|absolutely|completely|quite|totally|is|that's|that is|you're|you are|were|"
    r"was) (?:\w+ly )?(?:right|correct|it|spot on)\b"
    r"(?! (?:to|that|about|up|in|idea|track|way|direction|place|so far|not))"
    r"|\b(?:well done|good job|great job|nice job|well remembered|nailed it|"
    r"you(?:'ve)? got (?:it|this one)|you know (?:this|it)|well spotted|así es|muy bien|"
    r"bien hecho|gut gemacht|bien joué)\b(?! so far)"
    r"|\b(?:proud of|perfect|no need to guess|stay with|stick with|don't change)\b|"
    r"\bthat's (?:the|your) (?:one|1|year|word|number|answer|planet|name)\b"
    r"|\bit is ?!|\bwork(?:s|ed) (?:out )?(?:\w+ly)?[.,:!]|\bnods\b|"
    r"\b(?:can't|couldn't|won't|wouldn't) (?:say no|argue)\b"
    r"|\bnothing to (?:add|change|fix|correct)\b|\b(?:trust|believe) (?:it|that|yourself|your)\b|👍|✅|💯"
)
_TWO = re.compile(r"^(.+?),? (?:or|o|oder|ou|أو) (?:is it |maybe |rather )?(.+)$")
_OFFERED = re.compile(
    r"(?:^|[.!:,] )([^\W_][\w/.-]*(?: [\w/.-]+){0,2}?) or (?:is it )?"
    r"([^\W_][\w/.-]*(?: [\w/.-]+){0,2}?) ?(?:\?|\.\.\.|…)"
)  # fmt: skip
_PLACE = re.compile(
    r"\b(?:your|the|its) (first|former|second|latter|last)"
    r"(?: (?:thought|guess|one|1|idea|number|answer|try|word|version|half))?\b"
)
_CLAUSE = re.compile(r"[;:]|\bbut\b|, (?:the|your|its|and)\b")
_FIRST = frozenset({"first", "former"})
_FOR = re.compile(
    r"\b(?:good|right|better|best|happy|happier|closer|warm|warmer|correct|smile|like|love|"
    r"trust|keep|sounds? (?:fine|good|lovely)|stick|go with|take|choose|pick)\b|❤|😍"
)
_AGAINST = re.compile(
    r"\b(?:wrong|wince|not|n't|sad|bad|cold|colder|worse|cry|hurts?|out|forget|drop|never|neither)\b|n't\b|😬"
)
_SIZE = re.compile(
    r"^\W*(?:(?:it's|so|go (?:for|with)|take|pick|choose|think of|psst|try),? )*the "
    r"(smaller|lower|lesser|earlier|shorter|larger|bigger|greater|higher|later|longer) "
    r"(?:number|one|1|year|of the 2)\b[^.!?]{0,20}\W*$"
)
_SMALL = frozenset({"smaller", "lower", "lesser", "earlier", "shorter"})
_WINK = re.compile(
    r"😉|😜|🤫|;-?\)|\bwink|\bpsst\b|\*(?:cough|points|whispers|winks|looks)\b[^*]*\*"
)


def taken_up(text: str, read: str, secret: Secret) -> str:
    """The words of a text that do it, `read` being the text in figures; "" when none do."""
    if not secret.picked:
        return ""
    return (
        _finished(read, secret) or _confirmed(text, read, secret) or _one_of_two(text, read, secret)
    )


def _finished(read: str, secret: Secret) -> str:
    """“the nuc” and “-leus”, “fifty” and “…six”."""
    last = re.search(r"[^\W_]+$", secret.picked)
    if last is None:
        return ""
    for hit in _PIECE.finditer(read):
        piece = next(group for group in hit.groups() if group)
        own = last[0]
        if own.isdigit() and piece.isdigit():
            tens = int(own) % 10 == 0 and int(own) > 0 and len(piece) == 1
            whole = (
                secret.value if not _HUNDRED.search(secret.picked) else (secret.value or 0) % 100
            )
            if tens and whole == int(own) + int(piece):
                return hit[0]
        elif len(own) >= LEAST_OWN and own + piece in _bare_forms(secret):
            return hit[0]
    return ""


def _bare_forms(secret: Secret) -> set[str]:
    return {_ARTICLE.sub("", form) for form in secret.forms}


def _confirmed(text: str, read: str, secret: Secret) -> str:
    """The learner's own right answer called right while it is still to be given."""
    if not _is_right(secret.picked, secret):
        return ""
    for sentence in (*sentences(read), *sentences(said.plain(text))):
        hit = None if asks(sentence) else _CONFIRMS.search(sentence)
        if hit and not NOT.search(sentence[: hit.start()] + " "):
            return hit[0]
    return ""


def _is_right(picked: str, secret: Secret) -> bool:
    """Whether the words are the answer and nothing else."""
    bare = _ARTICLE.sub("", _HEDGES.sub("", picked).strip(" .,!?\"'"))
    if secret.label:
        texts = {t.casefold() for a, t in secret.options if a == secret.label}
        return bare in {secret.label, *map(_without_article, texts)}
    if secret.value is not None:
        own = {one.value for one in worked.values(said.figures(bare)) if not one.worked}
        return own == {secret.value} and len(bare.split()) <= 4
    return bare in _bare_forms(secret)


def _without_article(text: str) -> str:
    return _ARTICLE.sub("", text)


def _one_of_two(text: str, read: str, secret: Secret) -> str:
    """One of two answers that the learner or the text asks about favoured, or the other one refused."""
    hit = _TWO.match(secret.picked) or _OFFERED.search(read)
    if hit is None:
        return ""
    two = (_bare(hit[1]), _bare(hit[2]))
    right = [_is_right(one, secret) for one in two]
    if right[0] == right[1]:
        return ""
    at = right.index(True)
    return (
        _by_place(read, at)
        or _by_size(read, two, at)
        or _by_a_wink(text, read, _named(two, secret))
    )


def _bare(words: str) -> str:
    return _HEDGES.sub("", words.strip(" ?")) or words.strip(" ?")


def _by_place(read: str, at: int) -> str:
    for sentence in sentences(read):
        for hit in () if asks(sentence) else _PLACE.finditer(sentence):
            clause = _CLAUSE.split(sentence[hit.end() :])[0]
            before = _CLAUSE.split(sentence[: hit.start()])[-1]
            place = 0 if hit[1] in _FIRST else 1
            against = _AGAINST.search(f"{before} {clause}")
            favoured = None if against else _FOR.search(f"{before} {clause}")
            if (favoured and place == at) or (against and place != at):
                return f"{hit[0]}{clause}"
    return ""


def _by_size(read: str, two: tuple[str, str], at: int) -> str:
    sizes = [worked.values(one) for one in two]
    if not all(sizes):
        return ""
    values: list[Fraction] = [one[-1].value for one in sizes]
    smaller = values[at] < values[1 - at]
    for sentence in sentences(read):
        hit = _SIZE.search(sentence)
        if hit and (hit[1] in _SMALL) == smaller:
            return hit[0]
    return ""


def _named(two: tuple[str, str], secret: Secret) -> tuple[str, str]:
    """The two as they are named in a text: an option's letter as a capital."""
    labels = {label for label, _ in secret.options}
    one, other = (name.upper() if name in labels else name for name in two)
    return one, other


def _by_a_wink(text: str, read: str, two: tuple[str, str]) -> str:
    """Only one of the two named again beside a wink, or written in capitals."""
    written = said.cased(text)
    loud = [one for one in two if len(one) > 1 and _loud(one, written)]
    if len(loud) == 1:
        return loud[0]
    if _WINK.search(text) is None:
        return ""
    both = rf"{re.escape(two[0])},? (?:or|o|oder|ou) (?:is it )?{re.escape(two[1])}"
    named = list(_still_named(written, read, two, both))
    return named[0] if len(named) == 1 else ""


def _loud(word: str, written: str) -> bool:
    loud = word.upper()
    return (
        loud != word
        and not written.isupper()
        and re.search(rf"(?<!\w){re.escape(loud)}(?!\w)", written) is not None
    )


def _still_named(written: str, read: str, two: tuple[str, str], both: str) -> Iterator[str]:
    for one in two:
        source = written if one.isupper() else read
        left = " ".join(
            s for s in sentences(re.sub(both, " ", source, flags=re.IGNORECASE)) if not asks(s)
        )
        if re.search(rf"(?<![\w.]){re.escape(one)}(?![\w/])", left):
            yield one
