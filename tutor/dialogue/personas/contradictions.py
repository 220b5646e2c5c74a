"""What in a persona contradicts itself, its course, or what a reply may say at all. Pure.

The model sees voice and samples, the code goes by the contract and the checks of every reply. A
persona whose voice promises what its contract forbids does no harm to a learner, but each of its
drafts is refused and the plain wording speaks instead: its author should know.
"""

import re
from collections.abc import Iterator

from tutor.curriculum.course import Course
from tutor.curriculum.files import Loaded
from tutor.curriculum.persona import Contract, Persona
from tutor.curriculum.problems import Problem, Weight
from tutor.dialogue.checks import form
from tutor.dialogue.checks.objection import Rule
from tutor.dialogue.checks.tone import tone
from tutor.dialogue.personas.signs import (
    ANSWER,
    ANSWER_OF_LEARNER,
    ANY_FORM,
    AS_HUMAN,
    CLAUSE,
    EXACT_FORM,
    HELP_WORDS,
    HINT,
    JOKES,
    LENIENT,
    LONG,
    MANY_QUESTIONS,
    NO_RULES,
    NOT,
    PRAISES,
    STERN,
    wanted,
)
from tutor.dialogue.personas.strictness import demands
from tutor.dialogue.personas.wishes import unmet_wishes
from tutor.dialogue.wording.sentences import Sentences
from tutor.prompt_lint import shouts

Found = tuple[str, str, str]
"""Field, what is wrong, what to do."""

SHORT_REPLY = 60  # words; a voice of long explanations has no room below
EASY = re.compile(
    r"\beas(?:y|ier|ily)\b", re.IGNORECASE
)  # belittling in a reply, no flattery in a voice
OLDER = 3  # years that a persona's readers may be older than the course's


def check_personas(loaded: Loaded) -> list[Problem]:
    """Warnings about each persona of a course that can be used, with file, line and field."""
    if loaded.course is None:
        return []
    problems = []
    for id, persona in loaded.course.personas.items():
        file, lined = loaded.personas[id]
        for field, what, do in contradictions(persona, loaded.course):
            at = tuple(int(step) if step.isdigit() else step for step in field.split("."))
            line = lined.line(at)
            problems.append(
                Problem(
                    file=file, line=line, field=field, what=what, do=do, weight=Weight.WARNING
                )
            )  # fmt: skip
    return problems


def contradictions(persona: Persona, course: Course) -> list[Found]:
    """All that is found in one persona, as field, what, and what to do."""
    found = [
        *_promises(persona),
        *_voice(persona),
        *_samples(persona, course),
        *_subjects(persona, course),
        *_readers(persona, course),
    ]
    told = {(field, _kind(what)) for field, what, _ in found}
    return found + [
        one for one in unmet_wishes(persona, course) if (one[0], _kind(one[1])) not in told
    ]


def _kind(what: str) -> str:
    """The beginning of a finding, by which two of the same are known."""
    return " ".join(word.strip(",.;") for word in what.split()[:4])


def _promises(persona: Persona) -> Iterator[Found]:
    """Voice and samples against the help contract."""
    contract = persona.contract
    texts = [("voice", persona.voice)]
    texts += [(f"samples.{n}", sample) for n, sample in enumerate(persona.samples)]
    for field, text in texts:
        for clause in CLAUSE.split(text):
            barred = bool(NOT.search(clause))
            said = f"“{clause.strip()}”"
            if contract is Contract.PRACTICE:
                if field == "voice" and barred and HELP_WORDS.search(clause):
                    yield (
                        field, f"{said} refuses help, and the contract “practice” gives it.",
                        "Choose the contract quiz or exam, or take this out of the voice.",
                    )  # fmt: skip
                    break
                continue
            if barred:
                continue
            if ANSWER.search(clause) and not ANSWER_OF_LEARNER.search(clause):
                yield (
                    field, f"{said} promises answers, which the contract “{contract}” forbids.",
                    "Say what the tutor does instead, or choose the contract practice.",
                )  # fmt: skip
                break
            if contract is not Contract.HOMEWORK and HINT.search(clause):
                yield (
                    field, f"{said} promises help, which the contract “{contract}” forbids.",
                    "Say what the tutor does instead, or choose practice or homework.",
                )  # fmt: skip
                break


def _voice(persona: Persona) -> Iterator[Found]:
    """What a voice asks for that no reply may do, or that another field denies."""
    voice = persona.voice
    if not voice.strip() and not persona.samples:
        yield (
            "voice", "There is neither a voice nor a sample: a model would speak like any other.",
            "Describe the manner of speaking in one or two sentences.",
        )  # fmt: skip
    if (hit := wanted(AS_HUMAN, voice, denied=r"never|not")) or _objection(voice, Rule.HUMAN):
        yield (
            "voice", f"It asks the tutor to pass for a human{_quoted(hit)}.",
            "Take it out: the tutor says that it is a program, and drafts that do not are refused.",
        )  # fmt: skip
    if hit := wanted(NO_RULES, voice):
        yield (
            "voice", f"It asks the tutor to get round its rules{_quoted(hit)}.",
            "Take it out: the voice sets the tone and nothing else.",
        )  # fmt: skip
    if (hit := wanted(PRAISES, voice)) or _objection(EASY.sub("", voice), Rule.TONE):
        yield (
            "voice", f"It asks for flattery{_quoted(hit)}, which is refused in every reply.",
            "Ask for words about the work, not about the person.",
        )  # fmt: skip
    if hit := wanted(MANY_QUESTIONS, voice):
        yield (
            "voice", f"It asks for several questions{_quoted(hit)}; a reply has one at most.",
            "Ask for one question at a time.",
        )  # fmt: skip
    if persona.max_words < SHORT_REPLY and (hit := wanted(LONG, voice)):
        yield (
            "voice", f"It asks for length{_quoted(hit)}, and max_words is {persona.max_words}.",
            "Raise max_words, or ask for short replies.",
        )  # fmt: skip
    if persona.beyond_course and persona.contract is not Contract.PRACTICE:
        yield (
            "beyond_course", f"It does nothing under the contract “{persona.contract}”.",
            "Take it out, or choose the contract practice.",
        )  # fmt: skip
    yield from _scales(persona)
    for word in shouts(voice):
        yield "voice", f"It shouts: {word}.", "Write it in small letters; capitals do not help."


def _scales(persona: Persona) -> Iterator[Found]:
    """Humour and strictness in words against their numbers."""
    voice = persona.voice
    if persona.humour == 0 and (hit := wanted(JOKES, voice)):
        yield (
            "humour", f"The voice is to be amusing{_quoted(hit)}, and humour is 0.",
            "Raise humour, or take the jokes out of the voice.",
        )  # fmt: skip
    if persona.strictness <= 1 and (hit := wanted(STERN, voice)):
        yield (
            "strictness", f"The voice is strict{_quoted(hit)}, and strictness is 1.",
            "Raise strictness, or soften the voice.",
        )  # fmt: skip
    repairs = demands(persona.strictness).repairs
    if repairs is None and (hit := wanted(ANY_FORM, voice)):
        yield (
            "strictness",
            f"The voice lets forms pass{_quoted(hit)}, and at {persona.strictness} they must be mended.",
            "Lower strictness to 3 or less, or take this out of the voice.",
        )  # fmt: skip
    if repairs == 0 and (hit := wanted(EXACT_FORM, voice)):
        yield (
            "strictness",
            f"The voice insists on forms{_quoted(hit)}, and at {persona.strictness} they pass with a remark.",
            "Raise strictness, or take this out of the voice.",
        )  # fmt: skip
    if persona.strictness >= 4 and (hit := wanted(LENIENT, voice)):
        yield (
            "strictness",
            f"The voice is lenient{_quoted(hit)}, and strictness is {persona.strictness}.",
            "Lower strictness, or firm up the voice.",
        )  # fmt: skip


def _samples(persona: Persona, course: Course) -> Iterator[Found]:
    """Lines that the checks of a reply would not let through."""
    seen: set[str] = set()
    for number, sample in enumerate(persona.samples):
        field = f"samples.{number}"
        if sample.casefold() in seen:
            yield field, "This line stands here twice.", "Write another, or remove it."
        seen.add(sample.casefold())
        if (words := form.words_in(sample)) > persona.max_words:
            yield (
                field, f"It has {words} words, and max_words is {persona.max_words}.",
                "Shorten it, or raise max_words.",
            )  # fmt: skip
        if (asked := form.questions_in(sample)) > 1:
            yield (
                field, f"It asks {asked} questions, and a reply has one at most.",
                "Keep the one that matters.",
            )  # fmt: skip
        for word in shouts(sample):
            yield (
                field,
                f"It shouts: {word}.",
                "Write it in small letters and end with a full stop.",
            )
        yield from ((field, what, do) for what, do in _refused(sample, persona, course))


def _refused(sample: str, persona: Persona, course: Course) -> Iterator[tuple[str, str]]:
    """What the sentence checks object to in a line."""
    objections = [
        tone(sample),
        form.links(sample, allowed=""),
        form.off_limits(sample, persona.off_limits),
        form.spoken_in(sample, course.language),
    ]
    cut = Sentences()
    age = persona.reading_age
    for sentence in (*cut.feed(sample), *cut.rest()):
        objections.append(form.sized(sentence, before=0, most=10_000, reading_age=age))
    for objection in objections:
        match objection.rule if objection else None:
            case Rule.TONE:
                what, do = "flatters or belittles", "Speak of the work, not of the person."
            case Rule.HUMAN:
                what, do = "claims to be human", "The tutor is a program and says so."
            case Rule.LINK:
                what, do = "holds an address", "Leave it out; replies carry no links."
            case Rule.OFF_LIMITS:
                what, do = "speaks of what is off limits", "Choose another line."
            case Rule.LANGUAGE:
                what, do = "is not in the course's language", f"Write it in “{course.language}”."
            case Rule.LENGTH:
                what = f"is hard to read at {age} years"
                do = "Cut the sentence in two, or raise reading_age."
            case _:
                continue
        assert objection is not None
        yield f"This line {what} ({objection.said}): a reply like it is refused.", do


def _subjects(persona: Persona, course: Course) -> Iterator[Found]:
    """Off-limits phrases that name what the course teaches."""
    taught = [course.title, *(term.term for term in course.glossary)]
    for skill in course.skills.values():
        taught += [skill.title, *skill.aliases]
    for number, phrase in enumerate(persona.off_limits):
        named = next((title for title in taught if form.off_limits(title, (phrase,))), None)
        if named is not None:
            yield (
                f"off_limits.{number}",
                f"“{phrase}” is what the course itself is about (“{named}”).",
                "Take it out: no reply could speak of it.",
            )


def _readers(persona: Persona, course: Course) -> Iterator[Found]:
    """Language and reading age against the course's."""
    tongue, ours = (tag.split("-")[0].lower() for tag in (persona.language, course.language))
    if tongue != ours:
        yield (
            "language",
            f"The persona speaks “{persona.language}” and the course is in “{course.language}”.",
            "Use the course's language: its items and readings are in it, and so must replies be.",
        )
    if persona.reading_age > course.reading_age + OLDER:
        yield (
            "reading_age",
            f"Replies may be as hard as for {persona.reading_age} years; the course is written for "
            f"{course.reading_age}.",
            f"Lower reading_age to about {course.reading_age}.",
        )


def _objection(text: str, rule: Rule) -> bool:
    found = tone(text)
    return found is not None and found.rule is rule


def _quoted(hit: str) -> str:
    return f" (“{hit.strip()}”)" if hit else ""
