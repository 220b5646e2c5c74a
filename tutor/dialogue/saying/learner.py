"""Plain wording about the learner and the talk itself: what is believed, the look back, the way back. Pure."""

import re

from tutor.curriculum.persona import Contract
from tutor.curriculum.taught import visible
from tutor.dialogue.deciding.responding import QUIZ_LENGTH
from tutor.dialogue.grounding.compared import compared
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.moves import Offer, Place, Recap, Redirect, ShowBelief
from tutor.dialogue.reading.held import compares
from tutor.dialogue.saying.talk import Talk, paragraph, paragraphs
from tutor.dialogue.scene import Scene
from tutor.items.reveal import reveals
from tutor.learner_state.belief import Mastery, mastery
from tutor.learner_state.explain import explain
from tutor.retrieval.pointing import pointing_word

_TALK = (
    ("who", re.compile(r"\bwho are|your name|\brobot|\bhuman|\breal\b|\bbot\b|\bai\b|a person")),
    ("laugh", re.compile(r"\bl+o+l+\b|\bha(?:ha)+|\blmao|\bxd\b|\bhehe|\bbruh|\bwow|\bomg")),
    ("greeting", re.compile(r"\b(?:hi+|hey+|hello+|yo+|hiya|hola|salam|howdy|sup|good|morning)\b")),
)
LONGEST_PROMPT = 160  # characters of a question in a list
READ_BACK = 60  # characters of a wrong answer that are read back
MOST_REASONS = 3  # skills whose belief is explained at once
_BANDS = {
    Mastery.CONFIRMED: "known",
    Mastery.PROVISIONAL: "provisional",
    Mastery.FADING: "fading",
    Mastery.NEARLY: "started",
    Mastery.STARTED: "started",
}


def belief(talk: Talk, move: ShowBelief) -> str:
    """What is believed of the learner, of one skill or of all."""
    state, course, now = talk.scene.state, talk.scene.course, talk.scene.now
    if move.skill is not None:
        told = explain(course, state, move.skill, now)
        return paragraph(f"*{told.title}*:", told.for_child, told.sure)
    if move.why and (reasons := _reasons(talk)):
        return paragraphs(talk.line("belief.why"), *reasons, talk.line("belief.contest"))
    bands: dict[str, list[str]] = {}
    for skill, belief in state.skills.items():
        if skill in course.skills:
            band = _BANDS.get(mastery(belief, now))
            if band:
                bands.setdefault(band, []).append(course.skills[skill].title)
    if not bands:
        return talk.line("belief.none")
    lines = [
        talk.line(f"belief.{band}", skills=talk.listed(bands[band]))
        for band in ("known", "provisional", "fading", "started")
        if band in bands
    ]
    return paragraphs(talk.line("belief"), *lines, talk.line("belief.contest"))


def _reasons(talk: Talk) -> list[str]:
    """Why the skills practised last are believed what they are, each in a paragraph."""
    state, course, now = talk.scene.state, talk.scene.course, talk.scene.now
    met = [
        (one.last_at, skill)
        for skill, one in state.skills.items()
        if skill in course.skills and one.last_at is not None
    ]
    told = [explain(course, state, skill, now) for _, skill in sorted(met, reverse=True)]
    return [paragraph(f"*{one.title}*:", one.for_child, one.sure) for one in told[:MOST_REASONS]]


def placed(talk: Talk, move: Place) -> str:
    """What placement found, in words, and where the learner begins."""
    head = talk.line("place.thanks" if move.asked else "place.none")
    known = talk.line("place.known", skills=talk.listed([talk.title(s) for s in move.known]))
    if move.start is None:
        return paragraphs(head, known if move.known else "")
    key = "place.start" if move.asked else "place.beginning"
    start = talk.line(key, skill=talk.title(move.start))
    return paragraphs(head, known if move.known else "", start)


def recap(talk: Talk, move: Recap) -> str:
    """The look back at the end of a session."""
    if not move.tried:
        return paragraph(talk.line("recap.none"), talk.line("close"))
    parts = [_tally(talk, move)]
    if move.quiz:
        right = sum(ok for _, _, ok in move.quiz)
        parts = [talk.line("recap.quiz", right=right, count=len(move.quiz))]
    if move.gained:
        parts.append(
            talk.line("recap.gained", skills=talk.listed([talk.title(s) for s in move.gained]))
        )
    if move.next:
        parts.append(talk.line("recap.next", skill=talk.title(move.next)))
    return paragraphs(paragraph(*parts), _missed(talk, move), talk.line("recap.felt"))


def _missed(talk: Talk, move: Recap) -> str:
    """The questions of a quiz that were not right, each with its answer and the reason."""
    course = talk.scene.course
    missed = [
        course.item(item, seed) for item, seed, ok in move.quiz if not ok and item in course.sources
    ]
    told = [
        talk.line(
            "recap.missed_one",
            prompt=_in_short(item.prompt),
            answer=item.type.answer_text(),
            why=item.solution,
        )
        for item in missed
    ]
    return (
        "\n".join((talk.line("recap.missed"), "", *(f"- {one.strip()}" for one in told)))
        if told
        else ""
    )


def _in_short(prompt: str) -> str:
    """A question as one line that a list can hold."""
    line = " ".join(prompt.split())
    return (
        line if len(line) <= LONGEST_PROMPT else f"{line[: LONGEST_PROMPT - 1].rsplit(' ', 1)[0]} …"
    )


def _tally(talk: Talk, move: Recap) -> str:
    """How many were tried and solved."""
    tried = talk.line("count.one" if move.tried == 1 else "count.many", count=move.tried)
    key = "recap.unsolved" if not move.solved else "recap.alone" if move.unaided else "recap.helped"
    one = move.tried == move.solved == 1
    if one:
        return talk.line("recap.one" if move.unaided else "recap.one_helped")
    if move.tried == move.solved == move.unaided:
        return talk.line("recap.all", tried=tried)
    return talk.line(key, tried=tried, solved=move.solved, unaided=move.unaided)


def redirect(talk: Talk, move: Redirect) -> str:
    """One sentence, and the way back to the task."""
    if move.kind == "aside":
        return paragraphs(aside(talk, move.aside), talk.line("back") if move.back_to_item else "")
    opened = talk.scene.state.open
    reason = opened.reason if opened else ""
    if move.kind == "social":
        said = talk.scene.reading.text.casefold()
        kind_of_talk = next((k for k, found in _TALK if found.search(said)), "social")
        text = talk.line(f"redirect.{kind_of_talk}")
        return paragraphs(text, talk.line("back") if move.back_to_item else "")
    tried = talk.scene.state.open is not None and talk.scene.state.open.tries > 0
    key = "no_answer_after_try" if move.kind == "no_answer_yet" and tried else move.kind
    text = talk.line(
        f"redirect.{key}",
        reason=reason.rstrip(".") or talk.line("reason.none"),
        seconds=move.seconds,
        word=pointing_word(talk.scene.reading.text),
    )
    if move.kind == "nothing_open" and talk.scene.reading.intent is Intent.WHY_THIS:
        text = paragraph(talk.line("redirect.worth"), _built_on(talk))
    if move.kind == "why_this":  # a reason may be a question: “is it still there since Tuesday?”
        text = paragraph(text.replace("?.", "?"), _built_on(talk))
    shows = move.kind in {
        "social",
        "thanks",
        "off_topic",
        "injection",
        "empty",
        "placement",
        "no_ways",
        "which",
        "help",
        "too_long",
    }
    return paragraphs(text, talk.line("back") if move.back_to_item and shows else "")


def _built_on(talk: Talk) -> str:
    """What in the course stands on the open item's skill; "" where nothing that is shown does."""
    scene = talk.scene
    skill = scene.item.skills[0] if scene.item is not None else scene.session.focus
    if skill is None or skill not in scene.course.skills:
        return ""
    later = [
        f"*{one.title}*"
        for one in scene.course.skills.values()
        if skill in one.requires and visible(one, scene.course, scene.now)
    ]
    if not later:
        return ""
    return talk.line(
        "redirect.built_on", skill=f"*{talk.title(skill)}*", next=talk.listed(later[:2])
    )


def aside(talk: Talk, kind: str) -> str:
    """What is true of the lesson, or a kind word."""
    scene = talk.scene
    if kind == "left" and scene.contract is Contract.QUIZ:
        return talk.line("aside.left_quiz", all=QUIZ_LENGTH, done=len(scene.session.results))
    if kind == "task":
        return _task(talk)
    if kind == "after":
        return talk.line("aside.after", built_on=_built_on(talk)).strip()
    if kind == "check" and (said := _not_it(talk)):
        return talk.line("aside.checked", said=f"*{said}*")
    if kind == "check" and scene.item is None and scene.session.moves[-1:] == ("clarify",):
        return talk.line("aside.check_unclear")
    if kind == "check" and _just_right(scene):
        return talk.line("aside.check_right")
    if (
        kind == "compared"
        and (told := compared(compares(scene.reading.text) or scene.reading.text)) is not None
    ):
        return talk.line(
            told.key, first=told.first, second=told.second, larger=told.larger, smaller=told.smaller
        )
    if kind == "source" and scene.session.shown:
        return talk.line("aside.source_shown", place=scene.session.shown)
    if kind == "solved":
        return _solved(talk)
    course = scene.course
    shown = [one for one in course.skills.values() if visible(one, course, scene.now)]
    titles = [f"*{skill.title}*" for skill in shown]
    return talk.line(f"aside.{kind}", count=len(titles), some=talk.listed(titles[:3]))


def _just_right(scene: Scene) -> bool:
    """Whether the last reply said that a response was right: no item is open, and no quiz keeps it for later."""
    session = scene.session
    told = session.just_settled and session.moves[-1:] == ("feedback",)
    return told and scene.item is None and scene.contract is not Contract.QUIZ


def _solved(talk: Talk) -> str:
    """Once more how the item that was closed last is solved, as the last reply told it."""
    settled, course = talk.scene.session.settled, talk.scene.course
    known = settled is not None and settled[0] in course.sources
    solution = course.item(*settled).solution if settled is not None and known else ""
    if not solution:
        return talk.line("aside.something")
    return talk.line("aside.solved", solution=solution)


def _not_it(talk: Talk) -> str:
    """The last wrong response to the open item, where it may be read back; else ""."""
    item, said = talk.scene.item, talk.scene.session.last_wrong.rstrip(" ?!.")
    told = item is None or len(said) > READ_BACK or reveals(said, item)
    return "" if told else said


def _task(talk: Talk) -> str:
    """What the open question asks of the learner, and how it may be answered."""
    item = talk.scene.item
    if item is None:
        return talk.line("redirect.nothing_open")
    how = item.shown().how
    if not how:
        how = talk.line("aside.task_any" if item.type_name == "number" else "aside.task_read")
    return talk.line("aside.task", skill=talk.title(item.skills[0]), how=how)


def offer(talk: Talk, move: Offer) -> str:
    """The choices are named, so that the question stands by itself when the buttons are gone."""
    titles = [f"*{talk.title(s)}*" for s in move.skills]
    if move.questions:
        asked = [f"*{question}*" for question in move.questions]
        if move.unsure and len(asked) == 1 and not titles:
            return talk.line("offer.one", choice=asked[0])
        return talk.line("offer.questions", choices="\n".join(f"- {c}" for c in (*asked, *titles)))
    key = "offer.unsure" if move.unsure else "offer"
    return talk.line(key, choices=talk.either(titles))
