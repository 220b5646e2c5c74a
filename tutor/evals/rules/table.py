"""The rules by number, each with the check that every turn of a walk gets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tutor.evals.rules import choosing, flow, helping, teaching, wording
from tutor.evals.rules.walk import Seen

Check = Callable[[Sequence[Seen]], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: its number in the list of teaching rules ("–" for one of flow), and its checks.

    A check sees the walk up to now, the turn in question last; it gives what is wrong, or None.
    """

    number: str
    title: str
    checks: tuple[Check, ...]


RULES: tuple[Rule, ...] = (
    Rule(number="1", title="a try before help", checks=(helping.attempt_before_help, teaching.alone_means_alone)),
    Rule(number="2", title="no answer before the end", checks=(helping.no_answer_before_the_end,)),
    Rule(number="3", title="hints in order, then a twin",
         checks=(helping.ladder_in_order, helping.twin_after_the_answer_was_seen,
                 teaching.what_was_told_is_tried_alone)),
    Rule(number="4", title="progress over purity", 
         checks=(helping.progress_over_purity, helping.a_tack_without_fruit_is_changed,
                 teaching.upset_is_helped_on)),
    Rule(number="5", title="no help abuse",
         checks=(helping.no_help_abuse, helping.no_hint_upon_hint, helping.contract_kept,
                 teaching.quiz_keeps_quiet, teaching.exam_declines)),
    Rule(number="6", title="diagnosis before words", checks=(wording.diagnosed_before_worded, teaching.wrong_idea_is_tested_first)),
    Rule(number="7", title="code grades", checks=(wording.verdict_is_the_graders,)),
    Rule(number="8", title="short, one question", checks=(wording.short_with_one_question,)),
    Rule(number="9", title="what is right is said", checks=(wording.partly_right_is_said,)),
    Rule(number="10", title="no empty praise", checks=(wording.tone, teaching.praise_is_earned)),
    Rule(number="11", title="a check closes an item", checks=(flow.a_check_closes_an_item,)),
    Rule(number="12", title="understanding is shown", checks=(flow.understanding_is_shown,)),
    Rule(number="13", title="reasons are asked for", checks=(flow.reasons_are_asked,)),
    Rule(number="14", title="examples for novices", checks=(choosing.novices_see_an_example, teaching.strong_skip_the_example)),
    Rule(number="15", title="mastered is left alone", checks=(choosing.mastered_is_left_alone,)),
    Rule(number="16", title="due comes first",
         checks=(choosing.due_comes_first, choosing.due_is_not_put_off)),
    Rule(number="17", title="interleaved", checks=(choosing.interleaved,)),
    Rule(number="18", title="grounded", checks=(wording.citations_stand, wording.beyond_is_marked, teaching.numbers_are_grounded)),
    Rule(number="19", title="level and language", checks=(wording.level_and_language,)),
    Rule(number="20", title="an end with a look back", checks=(flow.a_session_ends_with_what_changed, teaching.look_back_says_what)),
    Rule(number="21", title="off-topic, and back", checks=(wording.off_topic_is_short,)),
    Rule(number="22", title="safety first", checks=(wording.safety_first,)),
    Rule(number="–", title="no dead end", checks=(flow.something_follows, flow.every_ladder_ends)),
    Rule(number="–", title="nothing lost, graded or asked twice",
         checks=(flow.nothing_is_lost, flow.nothing_is_graded_twice, flow.nothing_is_asked_twice)),
    Rule(number="–", title="belief is earned", checks=(flow.belief_is_earned, teaching.help_is_counted)),
)  # fmt: skip
