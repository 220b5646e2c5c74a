"""A question that points back (“is it in every cell”): answered of what was explained just now, or asked what it is of."""

from tutor.curriculum.taught import hidden
from tutor.dialogue.grounding.naming import Names
from tutor.dialogue.grounding.searching import below_heading, told_below
from tutor.dialogue.moves import Explain, Move
from tutor.dialogue.scene import Scene
from tutor.retrieval.asking import wordings
from tutor.retrieval.followup import place_of
from tutor.retrieval.passage import Hit, Retriever
from tutor.retrieval.pointing import pointing_word, spelled_out, topic_of
from tutor.retrieval.questions import Questions

SPELLED_OUT = 0.6  # how like a heading is to a question whose thing is put in
JOINS = "in on of to at with for and or up out off from by"  # no part of what is asked
OF_ALL = "every each all always any both never sometimes everywhere"  # says nothing of what “it” is


async def shown_last(scene: Scene, retriever: Retriever, names: Names) -> Hit | None:
    """The passage that was shown last, where it stands below a heading that asks."""
    shown = scene.session.shown
    at = (p for p in names.questions(scene.course).passages if place_of(p.heading_path) == shown)
    passage = next((one for one in at if wordings(one.heading_path[-1])), None)
    hits = await below_heading(passage.heading_path[-1], scene, retriever) if passage else ()
    return hits[0] if hits else None


def points_nowhere(move: Explain, scene: Scene, questions: Questions) -> bool:
    """Whether a question speaks of “it” where nothing was explained just before: choices would only be guesses."""
    if scene.session.explained or not pointing_word(move.question, first=True):
        return False
    stems, _ = questions.read(move.question)
    return not any(map(questions.tells, stems - questions.general - questions.stems(OF_ALL)))


async def of_what_was_told(
    move: Explain, scene: Scene, retriever: Retriever, names: Names
) -> tuple[Move, tuple[Hit, ...]] | None:
    """What answers a question that points back to the thing explained just now (“can u see one”, after viruses), put in
    full; None where none of the course's headings asks that."""
    questions, shown = names.questions(scene.course), scene.session.shown
    at = next((p for p in questions.passages if place_of(p.heading_path) == shown), None)
    if not scene.session.explained or at is None:
        return None
    topic = topic_of(
        at.heading_path[-1], lambda word: any(map(questions.is_named, questions.stems(word)))
    )
    clear = spelled_out(move.question, topic)
    later = hidden(scene.course, scene.now)
    asked = questions.asked(clear, later, enough=SPELLED_OUT) if clear else ""
    hits = await below_heading(asked, scene, retriever) if asked else ()
    if not hits or place_of(hits[0].passage.heading_path) == shown:
        return None
    both = questions.stems(clear) & questions.stems(asked) - questions.stems(f"{topic} {JOINS}")
    if not both:  # the thing alone is no question
        return None
    return told_below(move, hits[0], scene)


def names_more(heading: str, *, move: Explain, scene: Scene, questions: Questions) -> bool:
    """Whether a heading names a thing where a question says “it” of nothing that was told, so that it would only be
    guessed."""
    if not wordings(heading) or scene.session.explained:
        return False
    if not pointing_word(move.question, first=True):
        return False
    stems, _ = questions.read(move.question)
    if scene.item is not None:  # “it” is what the open item is about
        titles = " ".join(scene.course.skills[one].title for one in scene.item.skills)
        stems = stems | questions.stems(f"{scene.item.prompt} {titles}")
    return all(
        any(map(questions.is_named, questions.stems(part) - stems)) for part in wordings(heading)
    )
