"""Talk beside an item whose grader reads any words, which would be taken for a wrong answer. Pure."""

import re

from tutor.dialogue.grounding.plainly import LIKENS
from tutor.dialogue.intents.phrases import ASKS_LATE, GUESS, LIKENED, ONESELF, POINTS, REASON
from tutor.dialogue.intents.within import attempt_in
from tutor.dialogue.reading.attempted import spoken_in
from tutor.dialogue.reading.heard import Heard
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item
from tutor.retrieval.language import analyser_of

LEAST_OF_A_STORY = 6  # words
LEAST_OF_TALK = 3  # words of which none is in the program whose output is asked for
LEAST_PASTED, MOST_OF_IT = 5, 0.6  # words of a copied question, and their share of it
_OWN = (
    r"(?:my|our) (?:\w+ )?(?:grand\w+|gran|nan|mum|mom|mother|dad|father|brother|sister|cousin|"
    r"uncle|aunt|friend|neighbou?r|dog|cat|hamster|rabbit|class|family)"
)
STORY_TOLD = re.compile(
    rf"^(?:(?:so|and|but|well|ok|oh|lol|haha|omg|hey|fun fact|you know|guess what) )*(?:"
    rf"(?:once|one time|the other day|yesterday|"
    rf"last (?:week|year|summer|winter|night|month|weekend|time)|"
    rf"on (?:mon|tues|wednes|thurs|fri|satur|sun)day|when i was|"
    rf"this (?:one time|morning|weekend)) "
    rf"(?:\w+ ){{0,3}}?(?:i|we|he|she|my|our|me)\b"
    rf"|{_OWN} (?:\w+ )?(?:has|had|have|got|went|was|is|did|made|makes|ate|eats|bought|works?|"
    rf"loves?|likes?|saw|took|let|gave|told a|lives?|grows?|grew|broke|found|once|always)\b"
    rf"|(?:i|we) (?:once|went to|saw a|saw an|saw some|had a|had an|have a|have an|was at|were at|"
    rf"visited|played|watched)\b)"
)


def offhand(heard: Heard) -> bool:
    """Whether what a grader takes for a wrong answer may as well be talk (“that's crazy”) or a reason
    alone (“because 2 are black”).

    They are asked about once, at no cost; said again, they count.
    """
    item, spoken = heard.item, spoken_in(attempt_in(heard.body))
    wrong = heard.grade is not None and heard.grade.verdict is Verdict.INCORRECT
    if item is None or not wrong or GUESS.search(spoken):
        return False
    if heard.session.moves[-1:] == ("clarify",):
        return False
    if REASON.match(spoken):
        return True
    words = len(spoken.split())
    match item.type_name:
        case "short":
            return not heard.about and (
                words > 2 or (words == 2 and POINTS.match(spoken) is not None)
            )
        case "output":
            printed = words_in(item.type.answer_text())
            talks = words_in(spoken) > LEAST_OF_TALK and not _of_the_program(heard.body, item)
            return talks or words_in(spoken) > 2 * printed + 4
        case _:
            return False


def repeats(text: str, item: Item) -> bool:
    """Whether a message is the question itself, copied, or most of it, and nothing besides."""
    if item.type_name in ("open", "order"):  # answered with words of the question
        return False
    asked, pasted = spoken_in(item.prompt).split(), spoken_in(text).split()
    if len(pasted) < LEAST_PASTED or not set(pasted) <= set(asked):
        return False
    return len(pasted) >= MOST_OF_IT * len(asked) or text.rstrip().endswith("?")


def words_in(text: str) -> int:
    """How many words of letters alone a text has."""
    return sum(word.isalpha() for word in text.split())


def of_oneself(heard: Heard, grade: Grade) -> bool:
    """Whether a learner speaks of themselves beside an item whose grader reads any words: it would count
    as a wrong answer, though nothing in it is of the course."""
    inexact = heard.item is not None and heard.item.type_name in ("short", "output", "blanks")
    wrong = grade.verdict in (Verdict.INCORRECT, Verdict.UNREADABLE)
    if not inexact or not wrong or heard.about or len(heard.spoken.split()) < 3:
        return False
    if ASKS_LATE.search(heard.spoken):
        return False
    return ONESELF.search(heard.spoken) is not None and GUESS.search(heard.spoken) is None


def _of_the_program(text: str, item: Item) -> bool:
    """Whether a message has a word, number or sign of the program or of what it prints."""
    shown = f"{item.code} {item.type.answer_text()}".casefold()
    signs = re.findall(r"[^\W_]+", shown)
    return any(word in signs for word in re.findall(r"[^\W_]+", text.casefold()))


def _shares_words(spoken: str, item: Item) -> bool:
    """Whether a message has a word of the task or of its answer."""
    content = analyser_of(item.language).content
    task = set(content(f"{item.prompt} {item.type.answer_text()}"))
    return bool(task & set(content(spoken)))


def tells_a_story(heard: Heard, grade: Grade) -> bool:
    """Whether a learner tells of something that happened, where no part of an answer was found in it.

    Whoever writes sentences may begin them as they like, so that what could be judged is judged.
    """
    if heard.exact or grade.verdict in (Verdict.CORRECT, Verdict.PARTIAL) or "?" in heard.body:
        return False
    if heard.item is not None and _shares_words(heard.spoken, heard.item):
        return False
    if any(map(str.isdigit, heard.body)) and heard.item_is_numeric:
        return False
    words = len(heard.spoken.split())
    return words >= LEAST_OF_A_STORY and STORY_TOLD.search(heard.spoken) is not None


def of_the_matter(heard: Heard, grade: Grade) -> bool:
    """Whether a learner tells of something of the course (“my loop never stops”, “so it is like when i
    bathe”) beside an item whose grader would take it for a wrong answer."""
    inexact = heard.item is not None and heard.item.type_name in ("short", "output", "blanks")
    wrong = grade.verdict in (Verdict.INCORRECT, Verdict.UNREADABLE)
    if not inexact or not wrong or len(heard.spoken.split()) < 4:
        return False
    owned = bool(heard.about) and ONESELF.search(heard.spoken) is not None
    if ASKS_LATE.search(heard.spoken) and ONESELF.search(heard.spoken):
        return True
    if LIKENS.match(heard.spoken) and not GUESS.search(heard.spoken):
        return True
    return owned or LIKENED.search(heard.spoken) is not None
