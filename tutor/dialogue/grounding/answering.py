"""Which of the ranked passages is told, and which are offered where none surely answers (pure)."""

from collections.abc import Sequence

from tutor.dialogue.grounding import lookup
from tutor.dialogue.moves import Explain, Move, Offer, TopicCard
from tutor.dialogue.scene import Scene, in_sight
from tutor.items.reveal import reveals
from tutor.retrieval.answers import Answer
from tutor.retrieval.asking import wordings
from tutor.retrieval.followup import is_follow_up, place_of
from tutor.retrieval.passage import Hit
from tutor.retrieval.quoting import best_sentences
from tutor.retrieval.relation import defined_in

SURE = 0.45  # chance from which a passage is told that has nearly all words of the question
VERY_SURE = 0.7  # the same for one that has the asked thing, whatever other words it lacks
ALONE = 0.35  # the same for the only one whose heading names what is asked about
MISSES = 0.34  # share of a question's own words that it may lack
ALIKE = (
    0.8  # from which a heading elsewhere is asked, though a question goes on from what was shown
)
MOSTLY = 0.45  # how like the question a heading is that tells it without a rare word
OFFERED = 0.2  # chance from which the first passage is offered
BEHIND = 2.0  # by how much less than the first one may be worth to be offered beside it
CHOICES = 3
LOOKED_AT = (
    12  # passages among which one is looked for that has the word which carries the question
)
AGREED = 1  # of the first passages, one that an explanation quotes
WORDS = 75
BARE = 7  # words of a question that leaves out what it goes on from, at most
TERM = 2  # words of a term, at most


def otherwise(move: Explain, scene: Scene, within: lookup.Within) -> bool:
    """Whether something else than a passage answers: a skill as such, a calculation, two terms, a wrong idea."""
    return lookup.is_title(move, scene) or lookup.told_otherwise(move, within)


def names_a_skill(question: str, scene: Scene) -> bool:
    """Whether a question has a skill's title in it whole, so that nothing need be asked back."""
    asked = question.casefold()
    return any(skill.title.casefold() in asked for skill in scene.course.skills.values())


def after(move: Explain, scene: Scene) -> str:
    """Title and heading of what was shown last, where a question goes on from it; else ""."""
    goes_on = is_follow_up(move.question, language=scene.course.language) or _bare(move, scene)
    goes_on = goes_on and not defined_in(move.question)  # “whats dna” stands by itself
    return _told_last(scene) if goes_on else ""


def _bare(move: Explain, scene: Scene) -> bool:
    """Whether a short question right after an explanation names nothing of the course (“how many can i have”)."""
    just = scene.session.moves[-1:] == ("explain",)
    return just and not scene.reading.about and len(move.question.split()) <= BARE


def _told_last(scene: Scene) -> str:
    """Title and heading of the passage that was cited last; the reading of the skill that was explained, where that
    was told without one."""
    session = scene.session
    if not session.explained or session.focus is None:
        return session.shown
    titles = [r.title for r in scene.course.readings.values() if session.focus in r.skills]
    return session.shown if not titles or session.shown.startswith(tuple(titles)) else titles[0]


def may_be_meant(hit: Hit, move: Explain, scene: Scene) -> bool:
    """Whether a passage below a heading that asks alike may be what is asked: of the same reading as what was shown,
    where the question goes on from that."""
    shown = after(move, scene)
    return not shown or shown.startswith(hit.passage.heading_path[0])


def sure(ranked: Sequence[Answer], move: Explain, scene: Scene) -> Answer | None:
    """The passage that surely answers and has sentences to show."""
    if not ranked:
        return None
    best = ranked[0]
    enough = SURE if best.misses < MISSES else VERY_SURE
    if best.heads and not any(one.heads for one in ranked[1:LOOKED_AT]):
        enough = ALONE  # no other heading speaks of what is asked about
    if best.sure < enough or not best.about or not _tells(best):
        return None
    elsewhere = not best.here and not best.joins
    if after(move, scene) and elsewhere and (best.alike < ALIKE or not best.linked):
        return None
    if best.asks:
        return best
    language = scene.course.language
    return (
        best
        if best_sentences(move.question, [best.hit.passage], 1, WORDS, language=language)
        else None
    )


def _tells(best: Answer) -> bool:
    """Whether what a passage has of the question tells what is asked: a rare word, or most of its heading."""
    return best.telling or best.here or (best.asks and best.alike >= MOSTLY)


def undefined(move: Explain, ranked: Sequence[Answer]) -> bool:
    """Whether the meaning of a term is asked that no passage found is about.

    Many words (“the smallest living unit”) are no term: they describe what they ask for.
    """
    words = len(defined_in(move.question).split())
    return 0 < words <= TERM and not any(one.about for one in ranked)


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


def doubted(card: TopicCard, scene: Scene, ranked: Sequence[Answer]) -> TopicCard | Offer:
    """A skill's card, or the skill as what may be meant, where no passage is likely to answer.

    Whether it is about what is open already need not be asked.
    """
    here = scene.item is not None and card.skill in scene.item.skills
    if here or (ranked and ranked[0].sure >= OFFERED):
        return card
    return Offer(skills=(card.skill,), unsure=True) if card.skill else card


def ahead(ranked: Sequence[Answer], hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The passages that were found first, in the order in which they answer."""
    place = {one.hit.passage.id: at for at, one in enumerate(ranked)}
    return tuple(sorted(hits, key=lambda hit: place.get(hit.passage.id, len(place))))


def offered(ranked: Sequence[Answer], scene: Scene) -> Offer | None:
    """Two or three questions, or skills, among which what is meant may be; None where nothing is near."""
    if not ranked or ranked[0].sure < OFFERED or not (ranked[0].telling or ranked[0].here):
        return None
    shown = scene.session.shown  # is not offered once more
    fresh = [one for one in ranked if place_of(one.hit.passage.heading_path) != shown]
    near = [a for a in fresh if a.worth >= ranked[0].worth - BEHIND]
    if not defined_in(scene.reading.text):  # what lacks a term that is asked about is no choice
        near = [one for one in near if one.about]
    if ranked[0].misses >= MISSES:  # those first that have the word which carries the question
        holding = [one for one in fresh[:LOOKED_AT] if one.misses < MISSES and one.telling]
        near = list(dict.fromkeys((*holding[:1], *near)))
    close = [one for one in near if one.shares or not one.asks]
    return _choice(close, scene) or _choice(near, scene)


def _choice(near: Sequence[Answer], scene: Scene) -> Offer | None:
    """The first of what is near as choices, without those that give the open item away; None where none is left."""
    near = near[:CHOICES]
    questions = dict.fromkeys(_question(one) for one in near if one.asks)
    skills = dict.fromkeys(one.skill for one in near if not one.asks and one.skill)
    item = scene.item
    told = [q for q in questions if item is None or not reveals(q, item, seen=in_sight(scene))]
    known = tuple(skill for skill in skills if skill in scene.course.skills)
    return Offer(skills=known, questions=tuple(told), unsure=True) if told or known else None


def _question(one: Answer) -> str:
    return f"{wordings(one.hit.passage.heading_path[-1])[0]}?"
