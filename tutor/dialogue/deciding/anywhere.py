"""Readings that are answered alike whether or not an item is open: a question, a topic, a claim, an appeal, talk. Pure."""

from tutor.dialogue.deciding.following import about, chosen, named
from tutor.dialogue.deciding.placing import place
from tutor.dialogue.deciding.ways import offered, taken
from tutor.dialogue.grounding.compared import beside
from tutor.dialogue.grounding.meaning_of import asks_of_a_word
from tutor.dialogue.grounding.plainly import plainly
from tutor.dialogue.moves import Ask, Explain, Move, Offer, Redirect, TopicCard
from tutor.dialogue.read import Intent
from tutor.dialogue.reading.held import compares
from tutor.dialogue.scene import Scene
from tutor.learner_state.events import Purpose

DEFINES = 0.75  # how surely a question must name a term for its definition to come first


def anywhere(scene: Scene) -> Move:
    """Readings that are answered alike whether or not an item is open."""
    reading, back = scene.reading, scene.item is not None
    match reading.intent:
        case Intent.QUESTION:
            return _answer(scene)
        case Intent.EXPLAIN if asks_of_a_word(reading.text):
            return _answer(scene)
        case Intent.EXPLAIN:
            skill = about(scene)
            title = scene.course.skills[skill].title if skill else scene.course.title
            return Explain(question=title, skill=skill, back_to_item=back)
        case Intent.TOPIC:
            return _topic(scene)
        case Intent.OTHER_WAY:
            return offered(scene)
        case Intent.THIS_WAY:
            return taken(scene)
        case Intent.PLACE:
            return place(scene)
        case Intent.CLAIM:
            return _claimed(scene)
        case Intent.APPEAL:
            judged = bool(scene.session.last_attempt)
            return Redirect(kind="appeal" if judged else "no_appeal", back_to_item=back)
        case Intent.WHY_THIS:
            return Redirect(kind="why_this" if back else "nothing_open", back_to_item=back)
        case Intent.SOCIAL:
            return Redirect(kind="social", back_to_item=back)
        case Intent.THANKS:
            return Redirect(kind="thanks", back_to_item=back)
        case Intent.OFF_TOPIC if not back and (
            reading.unsure or any(map(str.isdigit, reading.text))
        ):
            return Redirect(kind="unplaced")  # it may as well be a late answer
        case _:
            return Redirect(kind="off_topic", back_to_item=back)


def _claimed(scene: Scene) -> Move:
    """The first of the items that show what somebody says they know; the open one where it has no other."""
    skill = named(scene) or (scene.item.skills[0] if scene.item else scene.session.focus)
    purpose = Purpose.TEST_OUT if skill else None
    choice = chosen(scene, focus=skill, avoid=scene.item, purpose=purpose)
    return Ask(choice=choice or chosen(scene, focus=skill, purpose=purpose), lead="claim")


def _answer(scene: Scene) -> Move:
    """What answers a question: a comparison of numbers by their values, all else from the course."""
    reading, back = scene.reading, scene.item is not None
    stated = compares(reading.text)
    if beside(stated or reading.text, scene.item) is not None:
        return Redirect(kind="aside", aside="compared", back_to_item=back)
    best = next((f for f in reading.about if f.means and f.sure >= DEFINES), None)
    return Explain(
        question=plainly(reading.text),
        term=best.term if best else "",
        means=best.means if best else "",
        skill=about(scene),
        back_to_item=back,
    )


def _topic(scene: Scene) -> Move:
    found = scene.reading.about
    if not found:
        return Explain(question=scene.reading.text, skill=None, back_to_item=scene.item is not None)
    best = found[0]
    close = tuple(
        dict.fromkeys(f.skill for f in found if f.skill is not None and f.sure >= best.sure - 0.05)
    )
    if best.sure < 0.75 and len(close) > 1:
        return Offer(skills=close[:3])
    lines = best.means
    if not lines and best.skill is not None:
        lines = scene.course.skills[best.skill].card or scene.course.skills[best.skill].objective
    if not lines and (choice := chosen(scene, focus=best.skill, avoid=scene.item)) is not None:
        return Ask(choice=choice, lead="topic")  # the course says nothing of it but its name
    return TopicCard(skill=best.skill, term=best.term, lines=lines)
