"""What a question is looked up as, and asking back where nothing fits it well (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tutor.dialogue.moves import Explain, Move, Offer, TopicCard
from tutor.dialogue.reading.heard import Found
from tutor.dialogue.reading.held import foreseen, held_in
from tutor.dialogue.scene import Scene
from tutor.ids import MisconceptionId, SkillId
from tutor.retrieval.followup import is_follow_up, resolved
from tutor.retrieval.language import analyser_of
from tutor.retrieval.passage import Hit
from tutor.retrieval.quoting import best_sentences
from tutor.retrieval.relation import relation_of

_SHORT = 5  # words; a shorter question is looked up together with its skill, unless it names one
_NEAR = 0.45  # share of a question's words from which a skill is what it is about
_NEARBY = 0.3  # the same for a skill that may be meant
_WHOLE = 0.7  # how surely a term must be named for its definition to answer
_LEAD = 0.15  # by how much one skill must be ahead of the next to be the one that is meant
_WEIGHT = 0.5  # of the best passage's score beside the share of the skill's own words
_CHOICES = 3
SAID_SO = 0.6  # share of a claim's words from which it is a wrong idea of the course's list
_WORDS = 60
_DEFINING = frozenset({"", "what", "name", "purpose"})  # what a definition answers
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")  # “SyntaxError” is a syntax error
_COMPARES = re.compile(
    r"\bdiff(?:eren(?:ces?|cia\w*)|ers?)?\b|\bdifferent (?:from|to|than)\b|\bvs\b|\bversus\b|"
    r"\bcompar\w+|\bsame (?:as|thing)\b|\bdiferencia|\bunterschied|\bdifférence|الفرق"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """What a question names: skills whose kind of calculation it brings, the wrong idea that a claim in it comes
    near, with the share of its words, terms that stand in it whole, longest first, the skills whose words it shares, with the share in 0–1, best first, and the heading that asks the same."""

    by_sum: tuple[SkillId, ...] = ()
    idea: tuple[MisconceptionId, float] | None = None
    terms: tuple[Found, ...] = ()
    near: tuple[tuple[SkillId, float], ...] = ()
    asked: str = ""


def aimed(move: Explain, scene: Scene, within: Within) -> Explain:
    """The move with the skill that its question is about, where the question stands by itself and says so.

    Else it stays what the open item is about.
    """
    if scene.reading.about or _goes_on(move, scene):
        return move
    if within.by_sum:
        return replace(move, skill=within.by_sum[0])
    if within.near and within.near[0][1] >= _NEAR:
        return replace(move, skill=within.near[0][0])
    return move


def _goes_on(move: Explain, scene: Scene) -> bool:
    if held_in(move.question):
        return False
    return is_title(move, scene) or is_follow_up(move.question, language=scene.course.language)


def told_otherwise(move: Explain, within: Within) -> bool:
    """Whether a calculation, two terms that are compared, or a wrong idea is what a question is about."""
    compares = len(within.terms) > 1 and _COMPARES.search(move.question.casefold()) is not None
    said = within.idea is not None and within.idea[1] >= SAID_SO
    return compares or bool(within.by_sum) or said


def is_title(move: Explain, scene: Scene) -> bool:
    """Whether a skill as such is to be explained."""
    return move.skill is not None and move.question == scene.course.skills[move.skill].title


def asked(move: Explain, scene: Scene) -> str:
    """The question with what it goes on from, if it does: skill, open item, last passage.

    A question that names something of the course goes on from nothing but its skill.
    """
    title = scene.course.skills[move.skill].title if move.skill else ""
    if move.question == title:  # “explain”, already taken to mean the skill
        return title
    named = bool(scene.reading.about)
    elsewhere = scene.item is not None and move.skill not in scene.item.skills
    text = resolved(
        _CAMEL.sub(" ", held_in(move.question)) or move.question,
        skill=title,
        prompt=scene.item.prompt if scene.item and not named and not elsewhere else "",
        place="" if named else scene.session.shown,
        language=scene.course.language,
    )
    content = analyser_of(scene.course.language).content(text)
    if text == move.question and title and len(text.split()) < _SHORT and (named or not content):
        return f"{text} {title}"
    return text


def sure(move: Explain, scene: Scene, hits: Sequence[Hit], within: Within) -> Move | None:
    """What answers a question: see `_settled`; about the skill of what is shown, and no card twice in a row."""
    found = _settled(move, scene, hits, within)
    if isinstance(found, TopicCard):
        again = scene.session.moves[-1:] == ("topic_card",) and scene.session.focus == found.skill
        if again and not is_title(move, scene):
            return move if _has_sentences(asked(move, scene), hits, scene) else None
    if found is move and hits and not hits[0].weak:
        shown = [skill for skill in hits[0].passage.skills if skill in scene.course.skills]
        if shown and move.skill not in shown:
            return replace(move, skill=shown[0])
    return found


def _settled(move: Explain, scene: Scene, hits: Sequence[Hit], within: Within) -> Move | None:
    """The move, or one that promises less where the passages do not carry an explanation; None for nothing.

    Two terms that are compared are both told; a calculation is answered with how such are done. Passages
    that fit are quoted. Where none has a sentence that answers, the skill that is meant is shown as a card;
    where several may be, it is asked back. Where nothing is near, that is said.
    """
    terms = within.terms
    if len(terms) > 1 and _COMPARES.search(move.question.casefold()):
        first = terms[0]
        other = next((t for t in terms[1:] if not _same_name(t.term, first.term)), terms[1])
        return replace(move, term=first.term, means=first.means, beside=(other.term, other.means))
    if within.by_sum:
        return _card(within.by_sum[0], scene)
    if within.idea is not None and within.idea[1] >= SAID_SO:
        known = scene.course.misconceptions[within.idea[0]]
        collides = move.back_to_item and within.idea[0] in foreseen(
            scene.item
        )  # its cure may be the answer
        return replace(move, term="", means=known.probe if collides else known.correction)
    if move.means:
        return move
    content = analyser_of(scene.course.language).content(move.question)
    told = relation_of(move.question) in _DEFINING or len(content) <= 1
    if terms and terms[0].sure >= _WHOLE and len(content) <= _SHORT - 1 and told:
        return replace(move, term=terms[0].term, means=terms[0].means)
    if _answered(move, scene, hits, within):
        return move
    if _goes_on(move, scene):
        told = bool(hits) and not hits[0].weak and _has_sentences(asked(move, scene), hits, scene)
        if told or move.skill is None:
            return move
        elsewhere = bool(within.near) and within.near[0][1] >= _NEARBY
        if elsewhere and _share(within, move.skill) < within.near[0][1]:
            return _less(move, scene, hits, within)
        return _card(move.skill, scene)
    return _less(move, scene, hits, within)


def _same_name(one: str, other: str) -> bool:
    """Whether two names are one in another number (“string”, “Strings”), so that nothing is told apart."""
    return one.casefold().rstrip("s") == other.casefold().rstrip("s")


def _has_sentences(question: str, hits: Sequence[Hit], scene: Scene) -> bool:
    """Whether passages have a sentence to show for a question."""
    passages, language = [hit.passage for hit in hits], scene.course.language
    return bool(best_sentences(question, passages, 1, _WORDS, language=language))


def _answered(move: Explain, scene: Scene, hits: Sequence[Hit], within: Within) -> bool:
    """Whether the passages surely fit, have sentences to show, and are of a skill that may be meant."""
    named = any(found.sure >= _WHOLE for found in scene.reading.about)
    if not hits or (hits[0].weak and not named):
        return False
    passages = [hit.passage for hit in hits if not hit.weak] or [hits[0].passage]
    language = scene.course.language
    found = best_sentences(asked(move, scene), passages, 1, _WORDS, language=language)
    if not found or _goes_on(move, scene) or named:
        return bool(found)
    best = within.near[0][1] if within.near else 0.0
    share = max((_share(within, skill) for skill in found[0][0].skills), default=0.0)
    return best < _NEARBY or share >= best - _LEAD


def _less(move: Explain, scene: Scene, hits: Sequence[Hit], within: Within) -> Move | None:
    """A card of what is surely meant, the choices, or a definition; None when nothing is near."""
    worth = {skill: share for skill, share in within.near if share >= _NEARBY}
    sure_hits = [hit for hit in hits if not hit.weak]
    for hit in hits if worth else sure_hits:
        for skill in hit.passage.skills[:1]:
            if skill in scene.course.skills and (skill in worth or hit in sure_hits):
                worth[skill] = max(
                    worth.get(skill, 0.0), _share(within, skill) + _WEIGHT * hit.score
                )
    ranked = sorted(worth, key=lambda skill: -worth[skill])
    if not ranked or not _share(within, ranked[0]):
        if within.terms:
            return replace(move, term=within.terms[0].term, means=within.terms[0].means)
        if not ranked:
            return _by_chance(move, scene, hits)
    near = _share(within, ranked[0]) >= _NEARBY
    if near and (len(ranked) == 1 or worth[ranked[0]] >= worth[ranked[1]] + _LEAD):
        return _card(ranked[0], scene)
    if len(ranked) == 1 and not _share(within, ranked[0]):
        return None  # one choice that nothing speaks for is no choice
    return Offer(skills=tuple(ranked[:_CHOICES]), unsure=True)


def _by_chance(move: Explain, scene: Scene, hits: Sequence[Hit]) -> Offer | None:
    """The skills of passages that may be there by chance, yet have sentences to show: two or three."""
    if not _has_sentences(move.question, hits, scene):
        return None
    skills = dict.fromkeys(skill for hit in hits for skill in hit.passage.skills[:1])
    choices = tuple(skill for skill in skills if skill in scene.course.skills)[:_CHOICES]
    return Offer(skills=choices, unsure=True) if len(choices) > 1 else None


def _share(within: Within, skill: SkillId) -> float:
    return next((share for one, share in within.near if one == skill), 0.0)


def _card(skill: SkillId, scene: Scene) -> TopicCard:
    about = scene.course.skills[skill]
    return TopicCard(skill=skill, term=about.title, lines=about.card or about.objective)
