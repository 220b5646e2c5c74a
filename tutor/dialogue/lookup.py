"""What a question is looked up as, and asking back where nothing fits it well (pure)."""

from collections.abc import Sequence

from tutor.dialogue.moves import Explain, Move, Offer
from tutor.dialogue.scene import Scene
from tutor.retrieval.followup import resolved
from tutor.retrieval.passage import Hit
from tutor.retrieval.quoting import best_sentences

_SHORT = 5  # words; a shorter question is looked up together with its skill
_CHOICES = 3
_WORDS = 60


def asked(move: Explain, scene: Scene) -> str:
    """The question with what it goes on from, if it does: skill, open item, last passage.

    A question that names something of the course goes on from nothing but its skill.
    """
    title = scene.course.skills[move.skill].title if move.skill else ""
    if move.question == title:  # “explain”, already taken to mean the skill
        return title
    named = bool(scene.reading.about)
    text = resolved(
        move.question,
        skill=title,
        prompt=scene.item.prompt if scene.item is not None and not named else "",
        place="" if named else scene.session.shown,
        language=scene.course.language,
    )
    if text == move.question and title and len(text.split()) < _SHORT:
        return f"{text} {title}"
    return text


def sure(move: Move, scene: Scene, hits: Sequence[Hit]) -> Move:
    """The move, or an offer of two or three skills where it would have to guess what was meant.

    That is: the best passage may be there by chance, yet has sentences to show, and the question
    neither names anything nor goes on from anything. Where nothing fits, that is said instead.
    """
    if not isinstance(move, Explain) or move.means or scene.reading.about or not hits:
        return move
    if not hits[0].weak or asked(move, scene) != move.question:
        return move
    passages = [hit.passage for hit in hits]
    language = scene.course.language
    if not best_sentences(move.question, passages, 1, _WORDS, language=language):
        return move
    skills = dict.fromkeys(skill for one in passages for skill in one.skills[:1])
    choices = tuple(skill for skill in skills if skill in scene.course.skills)[:_CHOICES]
    return Offer(skills=choices) if len(choices) > 1 else move
