"""What is stored of a learner: few bytes, nothing lost, and no older form misread."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from story import Story

from tutor.errors import BadInput
from tutor.ids import ItemId, SkillId
from tutor.learner_state.pick import VARIANTS
from tutor.learner_state.shape import ItemMemory
from tutor.learner_state.single import (
    half,
    single,
    single_not_above,
    single_not_below,
    singles,
)
from tutor.learner_state.state import FORMAT, LearnerState, from_json, to_json


def term() -> LearnerState:
    """A learner after some weeks: eight skills, sixteen responses to each, some with help."""
    dice = Random(4)
    story = Story()
    for _ in range(16):
        for number in range(8):
            skill = SkillId(f"skill-{number:03d}")
            item = dice.randrange(12)
            story.open(skill, item, seed=dice.getrandbits(32))
            story.answer(skill, dice.random() < 0.75, number=item, help=int(dice.random() < 0.2))
            story.at += timedelta(seconds=dice.uniform(20, 200))
        story.wait(days=dice.choice([0, 0, 1, 3]))
    return story.state


def size(state: LearnerState) -> int:
    return len(json.dumps(to_json(state)))


def test_a_skill_takes_at_most_115_bytes_as_stored():
    state = term()
    bare = replace(state, items={})
    taken = size(bare) - size(replace(bare, skills={}))
    assert taken / len(state.skills) <= 115


@pytest.mark.parametrize("variants", [0, VARIANTS])
def test_a_skill_takes_at_most_150_bytes_with_all_that_is_kept_of_its_items(variants: int):
    """With fixed items, and where every item is a template whose last seeds are kept."""
    story, dice = Story(), Random(9)
    for lesson in range(10):
        for number in range(30):
            skill = SkillId(f"skill-{(number * 7 + lesson) % 30:03d}")
            item = dice.randrange(20)
            story.open(skill, item, seed=dice.randrange(1, variants) if variants else 0)
            story.answer(skill, dice.random() < 0.7, number=item)
            story.at += timedelta(seconds=dice.uniform(20, 120))
        story.wait(days=1)
    assert len(story.state.skills) == 30
    assert len(story.state.items) > 200
    assert size(story.state) / 30 <= 150


def test_what_evidence_does_not_tell_of_an_item_is_kept_too():
    state = term()
    first = next(iter(state.items))
    odd = {
        first: replace(state.items[first], last_at=None),
        ItemId("never-answered"): ItemMemory(opened=1),
        ItemId("第一問"): ItemMemory(wins=1, last=1.0, last_at=datetime(2020, 1, 1, tzinfo=UTC)),
    }
    whole = replace(state, items={**state.items, **odd})
    assert from_json(json.loads(json.dumps(to_json(whole)))) == whole
    bare = replace(state, items={})
    assert from_json(json.loads(json.dumps(to_json(bare)))) == bare


def test_a_snapshot_gives_the_same_state_again():
    state = term()
    assert from_json(json.loads(json.dumps(to_json(state)))) == state


def test_a_snapshot_of_another_format_is_refused_with_what_to_do():
    body = to_json(term())
    assert body["format"] == FORMAT
    with pytest.raises(BadInput, match="Replay the whole log"):
        from_json({**body, "format": "learner-state/1"})


def test_rounding_to_single_floats_is_stable_and_goes_the_way_that_was_asked():
    dice = Random(1)
    for _ in range(500):
        number = dice.random()
        assert single_not_above(number) <= number <= single_not_below(number)
        assert single(single(number)) == single(number) == singles((number,))[0]
        assert half(half(number)) == half(number) == pytest.approx(number, rel=1e-3, abs=1e-6)
    assert single_not_above(0.0) == single_not_below(0.0) == 0.0
    assert half(1e9) == 60_000.0
