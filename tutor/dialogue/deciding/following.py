"""What comes next when a move leads on: the opening of a session, the next item, an example before
it, the look back at the end. Pure."""

from typing import Literal

from tutor.curriculum.persona import Contract
from tutor.curriculum.taught import taught
from tutor.dialogue.moves import Ask, Move, Open, Recap, Redirect, Review, WorkedExample
from tutor.dialogue.scene import Scene
from tutor.ids import ItemId, SkillId
from tutor.items.item import Item
from tutor.learner_state.belief import STUCK_AFTER, mastered
from tutor.learner_state.events import Felt, Purpose
from tutor.learner_state.placement import placement_skill
from tutor.learner_state.select import Choice, Tack, choose, due, fringe, twin
from tutor.retrieval.followup import is_follow_up

NOVICE = 0.3  # belief below which a worked example comes first
ANXIOUS = 0.85  # target success after a session that felt hard
STRETCHED = 0.7  # target success after a session that felt easy
WORTH_IT = 4  # skills that a course must have for placement to find anything
# By how much two skills that a message names may differ in how surely, to be both meant.
ALIKE = 0.005
TWINS = 2  # told one after the other, before something else is tried
QUEST = 6  # items of a skill that the learner asked for, before the tutor chooses again


def opening(scene: Scene) -> Move:
    """The greeting. A first item comes at once, an example is a wish away."""
    if scene.item is not None:
        return Open(due=(), next=Ask(again=True), first_time=False, resumed=True)
    found = due(scene.course, scene.state, scene.now)
    return Open(
        due=tuple(d.skill for d in found),
        next=_first_item(scene, bool(found)),
        first_time=not scene.state.items,
        place=may_offer(scene),
    )


def may_offer(scene: Scene) -> bool:
    """Whether a new learner is told of it: in practice, in a course where it can find something."""
    if scene.state.items or scene.contract is not Contract.PRACTICE:
        return False
    course = taught(scene.course, scene.now)
    asked = sum(bool(course.by_skill.get(skill)) for skill in course.skills)
    return asked >= WORTH_IT and placement_skill(course, scene.state) is not None


def _first_item(scene: Scene, due_now: bool) -> Ask | None:
    """What a session begins with: what is due, unless a claim is tested or a twin is owed."""
    owed = scene.session.told is not None or bool(scene.state.claims)
    if due_now and not owed and scene.contract is not Contract.QUIZ:
        review = chosen(scene, purpose=Purpose.REVIEW)
        if review is not None:
            return Ask(choice=review)
    following = coming(scene)
    if following is None or following.choice is not None:
        return following
    return Ask(choice=fresh(scene))


def coming(scene: Scene) -> Ask | None:
    """The next item: the twin that is owed after a Tell, else what the selection says."""
    told = scene.session.told
    if told is not None and not _fruitless(scene, told):
        seeds = scene.state.items[told].seeds if told in scene.state.items else ()
        near = twin(
            scene.course,
            scene.state,
            scene.model,
            told,
            scene.now,
            scene.seed,
            item_seed=seeds[-1] if seeds else 0,
        )
        if near is not None:
            return Ask(choice=near, lead="twin")
    choice = fresh(scene)
    if choice is None:
        return None
    if _new(scene, choice):
        return Ask(skill=choice.skill, lead="new")
    return Ask(choice=choice)


def fresh(scene: Scene, target: float | None = None) -> Choice | None:
    """What comes next, and where its skill has nothing but the item that was closed just now, one of another skill."""
    choice, just = chosen(scene, target=target), scene.answered
    if choice is None or just is None or choice.item != just.id or just.templated:
        return choice
    return _elsewhere(scene, just, target) or choice


def explained_just_now(scene: Scene) -> Choice | None:
    """An item of the skill that was explained just now (“Shall we try one?” — “yes”); None where nothing was, or the twin
    of a told item comes first."""
    session = scene.session
    skill = session.focus if session.explained and session.told is None else None
    return chosen(scene, focus=skill) if skill is not None else None


def _fruitless(scene: Scene, told: ItemId) -> bool:
    """Whether more of the same kind would be of no use: the selection changes the tack then."""
    if scene.session.twins >= TWINS:
        return True
    source = scene.course.sources.get(told)
    skill = source.skills[0] if source is not None and source.skills else None
    return skill is not None and scene.state.belief(skill).tries_without_progress >= STUCK_AFTER


def begin(scene: Scene, choice: Choice | None, ask: Ask) -> Move:
    """Open a chosen item: as a Review when due, after a worked example for a novice."""
    if scene.session.told is not None and ask.lead == "":
        following = coming(scene)
        if following is not None and following.choice is not None:
            return following
    if choice is None:
        return recap(scene) if scene.session.tried else Redirect(kind="no_items")
    if choice.purpose in (Purpose.REVIEW, Purpose.COLD_CHECK):
        return Review(choice=choice)
    asked = Ask(choice=choice, lead=ask.lead)
    if _novice(scene, choice):
        return _led_in(scene, choice, asked)
    return asked


def instead(scene: Scene, ask: Ask) -> Move:
    """Another item in place of the open one; a new skill begins with an example here too."""
    if ask.choice is not None and _new(scene, ask.choice):
        return _led_in(scene, ask.choice, ask)
    return ask


def another(
    scene: Scene,
    item: Item,
    *,
    lead: Literal["skip", "harder", "easier"],
    target: float | None = None,
) -> Move:
    """Another item in place of the open one, not the same with other numbers where there is another:
    of another skill where its own has none, and where no skill has one, the truth about that."""
    choice = chosen(scene, avoid=item, variants=False, target=target)
    choice = choice or chosen(scene, avoid=item, target=target)
    alone = len(scene.course.by_skill.get(item.skills[0], ())) < 2
    if choice is None or (alone and choice.item == item.id):
        choice = _elsewhere(scene, item, target) or choice
    if choice is None:
        return Redirect(kind="only_one", back_to_item=True)
    ask = Ask(choice=choice, lead=lead)
    return ask if lead == "harder" and choice.skill in item.skills else instead(scene, ask)


def _elsewhere(scene: Scene, item: Item, target: float | None) -> Choice | None:
    """An item of another skill: one that is open to the learner, else one that was met already."""
    met = (skill for skill, belief in scene.state.skills.items() if belief.evidence)
    for skill in dict.fromkeys((*fringe(scene.course, scene.state, scene.now), *met)):
        if skill in item.skills or not scene.course.by_skill.get(skill):
            continue
        choice = chosen(scene, focus=skill, avoid=item, target=target)
        if choice is not None:
            return choice
    return None


def _led_in(scene: Scene, choice: Choice, ask: Ask) -> WorkedExample:
    """An item behind an example, which is no beginning for who has tried the skill before."""
    items = scene.course.by_skill.get(choice.skill, ())
    met = bool(scene.state.belief(choice.skill).evidence) or any(
        i in scene.state.items for i in items
    )
    return WorkedExample(skill=choice.skill, then=ask, novice=True, met=met)


def _new(scene: Scene, choice: Choice) -> bool:
    """Whether an example must come before the item: a skill never met, or a change of tack."""
    if scene.contract is not Contract.PRACTICE or choice.purpose is not Purpose.PRACTICE:
        return False
    tack = choice.change_of_tack is Tack.WORKED_EXAMPLE
    last = scene.session.moves[-2:]
    if "worked_example" in last and scene.session.example == choice.skill:
        return False  # it was shown just now
    return tack or not scene.state.belief(choice.skill).evidence


def _novice(scene: Scene, choice: Choice) -> bool:
    """Whether an example comes first, now that there is a turn for it: new, or hardly known."""
    if _new(scene, choice):
        return True
    if scene.contract is not Contract.PRACTICE or choice.purpose is not Purpose.PRACTICE:
        return False
    return scene.state.belief(choice.skill).known < NOVICE and scene.session.rounds == 0


def faded(scene: Scene, skill: SkillId) -> bool:
    """Whether an example that is asked for leaves its last step out; asked again, it is whole."""
    again = scene.session.moves[-1:] == ("worked_example",)
    belief = scene.state.belief(skill)
    return bool(belief.evidence) and belief.known >= NOVICE and not again


def chosen(
    scene: Scene,
    *,
    focus: SkillId | None = None,
    avoid: Item | None = None,
    variants: bool = True,
    target: float | None = None,
    purpose: Purpose | None = None,
) -> Choice | None:
    """The item to ask next, never `avoid`; without `variants` no template of its, either."""
    avoids = avoid is not None and not (variants and avoid.templated)
    goal = target if target is not None else scene.persona.target
    if target is None and scene.session.felt == Felt.HARD:
        goal = max(goal, ANXIOUS)
    elif target is None and scene.session.felt == Felt.EASY:
        goal = min(goal, STRETCHED)
    if scene.contract is Contract.QUIZ and purpose is None:
        purpose = Purpose.QUIZ
    if focus is None and purpose is None:
        focus = _quest(scene)
    return choose(
        scene.course,
        scene.state,
        scene.model,
        scene.now,
        scene.seed,
        target=goal,
        focus=focus,
        purpose=purpose,
        avoid=frozenset({avoid.id}) if avoid is not None and avoids else frozenset(),
    )


def _quest(scene: Scene) -> SkillId | None:
    """The skill that the learner asked to practise, while it is neither mastered nor overdone."""
    wanted = scene.session.quest
    if wanted is None or wanted not in scene.course.skills or scene.state.claims:
        return None
    if scene.session.quest_items >= QUEST or mastered(scene.state.belief(wanted)):
        return None
    return wanted


def named(scene: Scene) -> SkillId | None:
    """The skill that the message names, if any; of several alike the one that is open to the learner, else
    the one that the course has first."""
    found = [f for f in scene.reading.about if f.skill is not None]
    alike = [f.skill for f in found if f.sure >= found[0].sure - ALIKE and f.skill is not None]
    if len(alike) < 2:
        return alike[0] if alike else None
    ready = set(fringe(scene.course, scene.state, scene.now))
    order = list(scene.course.skills)
    return min(alike, key=lambda skill: (skill not in ready, order.index(skill)))


def about(scene: Scene) -> SkillId | None:
    """The skill that a question is about: named, else what was just explained where it goes on from
    that, else the open item's, else the last one."""
    session, text = scene.session, scene.reading.text
    explained = session.explained and session.focus is not None
    if explained and named(scene) is None and is_follow_up(text, language=scene.course.language):
        return session.focus
    return named(scene) or (scene.item.skills[0] if scene.item else session.focus)


def first_skill(scene: Scene) -> SkillId:
    return next(iter(scene.course.skills))


def recap(scene: Scene) -> Move:
    session = scene.session
    started = session.started or scene.now
    gained = tuple(
        skill
        for skill in session.skills
        if (at := scene.state.belief(skill).provisional_at) is not None and at >= started
    )
    following = choose(
        scene.course, scene.state, scene.model, scene.now, scene.seed, target=scene.persona.target
    )
    return Recap(
        gained=gained,
        solved=session.solved,
        tried=session.tried,
        unaided=session.unaided,
        next=following.skill if following else None,
        quiz=session.results,
    )
