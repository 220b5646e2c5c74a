"""Whether a sentence has grounds: its numbers, definitions and citations in the texts it stands on."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache

from tutor.curriculum.course import Course, Term
from tutor.dialogue.checks.borne import borne
from tutor.dialogue.checks.claimed import claimed_in
from tutor.dialogue.checks.contradicted import contradicted
from tutor.dialogue.checks.objection import Objection, Rule
from tutor.items.reveal import said, worked
from tutor.retrieval.language import analyser_of
from tutor.retrieval.passage import Passage
from tutor.retrieval.statement import Statement
from tutor.retrieval.support import support

EVERYDAY = 12  # whole numbers up to here, and these, need no grounds
_COMMON = frozenset(
    {Fraction(100), Fraction(1, 2), Fraction(1, 4), Fraction(1, 3), Fraction(20), Fraction(1000)}
)
_SUPPOSED = re.compile(
    (
        r"\b(?:imagine|suppose|picture|if (?:you|we|there|a|i)|what if|say (?:you|we|there)|"
        r"for example|for instance|pretend|think of|like|imagina|supon|supón|"
        r"si (?:tienes|tuvieras|tenemos)|por ejemplo|piensa en)\b|تخيل|لنفترض|افترض|مثلا|لو كان"
    ),
    re.IGNORECASE,
)
_DEFINES = re.compile(
    (
        r"\b(?:is|are) (?:a|an|the|called|known as|defined as|when|where)\b|\bmeans?\b|"
        r"\brefers? to\b|\bdefined\b|\b(?:es|son) (?:un|una|el|la|los|las)\b|\bsignifica\b|"
        r"\bse llama\b|يعني|هو عبارة|تعرف"
    ),
    re.IGNORECASE,
)
_TALK = re.compile(
    (
        r"\b(?:you|your|let'?s|i|we|us|try|look|think|here|this question|this one|worry|never mind|tu|tú|te|vamos|mira|"
        r"piensa|your course|the reading|ready|back)\b|هيا|دعنا|حاول|انظر|فكر|لنعد"
    ),
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    (
        r"(?:(?:so|and|but|remember|now)[,:]? )?"
        r"(?:(?:an?|the|all|every|each|el|la|los|las|una?) )?(?P<subject>\w[\w -]{0,40}?) "
        r"(?:(?:is|are|es|son) (?:an?|the|un|una|el|la|when|where|what|called|known as|"
        r"defined as)\b|means?\b|refers? to\b|significan?\b)"
    ),
    re.IGNORECASE,
)
_CITED = re.compile(r"\[(\d{1,2})\]")
# “The answer is 42. So write 42.”: to a question that nobody asked, where nothing is open.
_ANNOUNCES = re.compile(
    r"\bthe (?:right |correct |final )?answer (?:is|was|would be|must be|comes to)\b|"
    r"^\W*(?:so|then|just|now)? ?(?:write|put|enter|type) (?:down )?\W*\d"
    r"|\bla respuesta (?:correcta )?(?:es|sería|era)\b|^\W*(?:así que|entonces)? ?(?:escribe|pon) \W*\d",
    re.IGNORECASE,
)
CLAIM = 5  # words that make a claim
KNOWN = 0.5  # share of a claim's words that the course and the texts at hand must have
ALIKE = 0.5  # share of a definition's words that the course's own one must have


def numbers(text: str) -> frozenset[Fraction]:
    """Every value that a text names."""
    return frozenset(v.value for v in worked.values(said.figures(said.plain(text))))


def grounded_numbers(sentence: str, grounds: frozenset[Fraction]) -> Objection | None:
    """A number that is in no text at hand and is not computed in the sentence from those that are.

    Numbers of a supposition (“imagine 30 sweets”) and of a question assert nothing.
    """
    if not any(c.isdigit() for c in sentence) and not re.search(r"[^\W\d_]", sentence):
        return None
    if _SUPPOSED.search(sentence) or re.search(r"[?؟]", sentence):
        return None
    text = worked.worded(said.figures(said.plain(_CITED.sub(" ", sentence))))
    found = worked.values(text)
    computed = {v.value for v in found if v.worked}
    for one in found:
        if one.worked or _known(one.value, grounds) or one.value in computed:
            continue
        return Objection(rule=Rule.UNSUPPORTED, said=one.written)
    return None


def _known(value: Fraction, grounds: frozenset[Fraction]) -> bool:
    everyday = value.denominator == 1 and abs(value) <= EVERYDAY
    return everyday or value in _COMMON or value in grounds or -value in grounds


def cited(sentence: str, passages: Sequence[Passage], language: str) -> Objection | None:
    """A mark [n] without a passage n, or with one that does not say what the sentence says."""
    marks = [int(mark) for mark in _CITED.findall(sentence)]
    if not marks:
        return None
    if any(not 1 <= mark <= len(passages) for mark in marks):
        return Objection(rule=Rule.UNSUPPORTED, said=f"[{max(marks)}]")
    claim = _CITED.sub("", sentence).strip()
    own = [passages[mark - 1] for mark in dict.fromkeys(marks)]
    if support(claim, own, language=language).supported:
        return None
    return Objection(rule=Rule.UNSUPPORTED, said=sentence.strip()[:80])


def stated_in(sentence: str) -> tuple[str, ...]:
    """A sentence, and what stands behind words to the learner: “your question again: the sea is deep”."""
    lead, colon, rest = sentence.partition(": ")
    behind = colon and _TALK.search(lead) and len(rest.split()) >= CLAIM
    return (sentence, rest) if behind else (sentence,)


def claims(sentence: str) -> bool:
    """Whether a sentence states something about the world, not to the learner."""
    bare = _CITED.sub("", sentence)
    if re.search(r"[?؟]\s*$", bare) or len(bare.split()) < CLAIM:
        return False
    if _SUPPOSED.search(bare):
        return False
    return bool(_DEFINES.search(bare)) or not _TALK.search(bare)


def grounded_claim(
    sentence: str, passages: Sequence[Passage], plain: str, language: str
) -> Objection | None:
    """A claim that neither the plain wording nor any passage says."""
    if not claims(sentence):
        return None
    bare = _CITED.sub("", sentence).strip()
    if bare.casefold().rstrip(".") in _CITED.sub("", plain).casefold():
        return None
    if support(bare, passages, language=language).supported:
        return None
    return Objection(rule=Rule.UNSUPPORTED, said=bare[:80])


def in_the_course(sentence: str, course: Course, sources: str) -> Objection | None:
    """A claim most of whose words neither the course nor the texts at hand have, or a definition of
    one of its terms that is not the course's own.

    For moves that look nothing up. It compares words: of false claims in the course's own words those are
    refused that the course contradicts (`contradicted`); the others pass here, and the other checks and that a
    draft keeps its core stand beside it.
    """
    if "`" in sentence or "$" in sentence or not claims(sentence):
        return None  # code and formulas have checks of their own
    bare = _CITED.sub("", sentence).strip()
    if _strange(bare, course, sources):
        return Objection(rule=Rule.UNSUPPORTED, said=bare[:80])
    if bare.casefold().rstrip(".") in sources.casefold():
        return None
    if contradicted(bare, course):
        return Objection(rule=Rule.UNSUPPORTED, said=bare[:80])
    term = _term_defined(bare, course.glossary)
    if term is None:
        return None
    tag = analyser_of(course.language)
    claim = Statement.of(bare, tag)
    for meant in term.means.split(". "):
        own = Statement.of(f"{term.term} {meant}", tag)
        if claim.share_in(own, ()) >= ALIKE and not claim.is_turned_by(own):
            return None
    return Objection(rule=Rule.UNSUPPORTED, said=bare[:80])


def unborne(sentence: str, course: Course, at_hand: str) -> Objection | None:
    """A claim about the course's matter that neither the course nor the texts at hand say: it is left out.

    True claims in words of a model's own are left out too. That costs a reply a sentence, where a false one
    would cost a learner more (docs/adr/0065).
    """
    claim = claimed_in(sentence, course)
    if not claim or borne(claim, course, at_hand):
        return None
    return Objection(rule=Rule.UNSUPPORTED, said=claim[:80], leaves_out=True)


def _strange(bare: str, course: Course, sources: str) -> bool:
    """Whether a claim is about something else than the course."""
    stems = [stem for stem in _stems(bare, course.language) if not stem[:1].isdigit()]
    if len(stems) < 2:
        return False
    texts = [  # the course's own are kept, the last one is not
        *(reading.text for reading in course.readings.values()),
        *(f"{term.term} {' '.join(term.also)} {term.means}" for term in course.glossary),
        *(f"{one.says} {one.probe}" for one in course.misconceptions.values()),
        *(skill.title for skill in course.skills.values()),
        sources,
    ]
    left = set(stems)
    for text in texts:
        left -= _stems(text, course.language)
        if len(left) <= (1 - KNOWN) * len(stems):
            return False
    return True


@lru_cache(maxsize=4096)
def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(Statement.of(text, analyser_of(language)).stems)


def _term_defined(bare: str, glossary: Iterable[Term]) -> Term | None:
    """The term of the glossary that a sentence begins with and says the meaning of."""
    said_first = _SUBJECT.match(bare)
    if said_first is None:
        return None
    subject = said_first["subject"].casefold()
    for term in glossary:
        names = {way.casefold() for way in (term.term, *term.also)}
        if names & {subject, subject.removesuffix("s"), subject.removesuffix("es")}:
            return term
    return None


def announces(sentence: str, passages: Sequence[Passage], language: str) -> Objection | None:
    """An answer that is announced where no question is open, unless a passage says the same."""
    if not _ANNOUNCES.search(_CITED.sub("", sentence)):
        return None
    if support(_CITED.sub("", sentence).strip(), passages, language=language).supported:
        return None
    return Objection(rule=Rule.UNSUPPORTED, said=sentence.strip()[:80])
