"""Which of the ranked passages is told, and which are offered where none surely answers (pure)."""

from collections.abc import Sequence

from tutor.dialogue import lookup
from tutor.dialogue.moves import Explain, Move, Offer
from tutor.dialogue.scene import Scene, in_sight
from tutor.items.reveal import reveals
from tutor.retrieval.answers import Answer
from tutor.retrieval.asking import wordings
from tutor.retrieval.followup import is_follow_up, place_of
from tutor.retrieval.passage import Hit
from tutor.retrieval.quoting import best_sentences

SURE = 0.75  # worth from which a passage is told
NEARLY, AHEAD = 0.65, 0.1  # the same for one that is so much ahead of the next
ALIKE = (
    0.8  # from which a heading elsewhere is asked, though a question goes on from what was shown
)
OFFERED = 0.5  # worth from which a passage is offered
BEHIND = 0.2  # how far behind the best one may be to be offered beside it
CHOICES = 3
AGREED, AGREED_ON = (
    1,
    3,
)  # of the first passages, one that an explanation quotes; where a question goes on
WORDS = 75


def otherwise(move: Explain, scene: Scene, within: lookup.Within) -> bool:
    """Whether something else than a passage answers: a skill as such, a calculation, two terms, a wrong idea."""
    return lookup.is_title(move, scene) or lookup.told_otherwise(move, within)


def names_a_skill(question: str, scene: Scene) -> bool:
    """Whether a question has a skill's title in it whole, so that nothing need be asked back."""
    asked = question.casefold()
    return any(skill.title.casefold() in asked for skill in scene.course.skills.values())


def after(move: Explain, scene: Scene) -> str:
    """Title and heading of what was shown last, where a question goes on from it; else ""."""
    goes_on = is_follow_up(move.question, language=scene.course.language)
    return scene.session.shown if goes_on else ""


def sure(ranked: Sequence[Answer], move: Explain, scene: Scene) -> Answer | None:
    """The passage that surely answers and has sentences to show."""
    if not ranked:
        return None
    best, ahead = ranked[0], ranked[0].worth - (ranked[1].worth if len(ranked) > 1 else 0.0)
    if best.worth < SURE and (best.worth < NEARLY or ahead < AHEAD):
        return None
    if not best.telling or (after(move, scene) and not best.here and best.alike < ALIKE):
        return None
    if best.asks:
        return best
    language = scene.course.language
    return (
        best
        if best_sentences(move.question, [best.hit.passage], 1, WORDS, language=language)
        else None
    )


def agrees(
    settled: Move | None,
    move: Explain,
    scene: Scene,
    hits: Sequence[Hit],
    ranked: Sequence[Answer],
) -> bool:
    """Whether an explanation would quote one of the passages that rank first, so that nothing need be asked back."""
    if not isinstance(settled, Explain) or not hits:
        return False
    solid = [hit.passage for hit in hits if not hit.weak] or [hits[0].passage]
    language = scene.course.language
    quoted = best_sentences(lookup.asked(move, scene), solid, 1, WORDS, language=language)
    first = {one.hit.passage.id for one in ranked[:AGREED]}
    shown = after(move, scene)
    if quoted and shown:  # it goes on within the reading that was shown
        return shown.startswith(quoted[0][0].heading_path[0])
    return bool(quoted) and quoted[0][0].id in first


def ahead(ranked: Sequence[Answer], hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The passages that were found first, in the order in which they answer."""
    place = {one.hit.passage.id: at for at, one in enumerate(ranked)}
    return tuple(sorted(hits, key=lambda hit: place.get(hit.passage.id, len(place))))


def offered(ranked: Sequence[Answer], scene: Scene) -> Offer | None:
    """Two or three questions, or skills, among which what is meant may be; None where nothing is near."""
    if not ranked or not (ranked[0].telling or ranked[0].here):
        return None
    shown = scene.session.shown  # is not offered once more
    fresh = [one for one in ranked if place_of(one.hit.passage.heading_path) != shown]
    near = [a for a in fresh if a.worth >= max(OFFERED, ranked[0].worth - BEHIND)][:CHOICES]
    questions = dict.fromkeys(_question(one) for one in near if one.asks)
    skills = dict.fromkeys(one.skill for one in near if not one.asks and one.skill)
    item = scene.item
    told = [q for q in questions if item is None or not reveals(q, item, seen=in_sight(scene))]
    known = tuple(skill for skill in skills if skill in scene.course.skills)
    return Offer(skills=known, questions=tuple(told), unsure=True) if told or known else None


def _question(one: Answer) -> str:
    return f"{wordings(one.hit.passage.heading_path[-1])[0]}?"
