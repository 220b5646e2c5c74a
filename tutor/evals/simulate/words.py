"""What simulated learners type: their answers as pupils would write them, and words beside the task."""

from random import Random

from tutor.evals.simulate.learner import DONT_KNOW, Habits
from tutor.evals.simulate.policies import Happened
from tutor.items.grade import Verdict
from tutor.items.item import Item

REASONS = ("because it has to fit the rule", "i just counted them", "ok", "idk", "go on")


def reason(dice: Random) -> str:
    """What they say when no item is open: a reason of sorts, or that they want to go on."""
    return dice.choice(REASONS)


def response(item: Item, happened: Happened, habits: Habits, dice: Random) -> str:
    """The text of an outcome: right, the authored wrong answer of a misconception, or wrong."""
    if happened.right:
        return item.type.answer_text()
    believed = [one.text for one in item.wrong if one.misconception == happened.misconception]
    if happened.misconception is not None and believed:
        return dice.choice(believed)
    if dice.random() < habits.give_up:
        return dice.choice(DONT_KNOW)
    samples = item.type.samples()
    others = [
        text
        for text in (*samples.wrong, *samples.near, *(one.text for one in item.wrong))
        if _plainly_wrong(item, text)
    ]
    return dice.choice(others) if others else dice.choice(DONT_KNOW)


def typed(item: Item, text: str, dice: Random) -> str:
    """The answer as somebody would type it: an option's letter, as often as not, for the option."""
    options = item.type.shown().options
    short = text.split(")")[0].strip()
    if options and ")" in text[:3] and dice.random() < 0.5:
        same = item.grade(short).verdict is item.grade(text).verdict
        return short if same else text
    return text


def _plainly_wrong(item: Item, text: str) -> bool:
    grade = item.grade(text)
    return grade.verdict is Verdict.INCORRECT and grade.misconception is None
