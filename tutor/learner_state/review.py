"""When a mastered skill is asked again: spaced review by FSRS, for the date and nothing else.

A card is made when a skill is first mastered; after that the first unaided response of a day is
its review (Good when right, Again when wrong), as FSRS has no model of repeats within a day.
FSRS says *when*; P(right) and P(known) are never taken from it (measured: it is a poor predictor
of answers, docs/learner-model.md).
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from fsrs import Card, Rating, Scheduler, State

from tutor.learner_state.belief import Review
from tutor.learner_state.single import half, whole

KEEP = 0.9  # the share that should still be remembered when a review falls due


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    return Scheduler(
        desired_retention=KEEP,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=180,
        enable_fuzzing=False,
    )


def first_review(at: datetime) -> Review:
    """The card of a skill mastered at `at`."""
    return _review(Card(card_id=1, due=at.astimezone(UTC)), at, right=True)


def reviewed(review: Review, at: datetime, *, right: bool) -> Review:
    """The card after an unaided response; unchanged by a right repeat on the same day.

    A wrong response always counts: it brings the next review to the day after at the latest.
    """
    at = at.astimezone(UTC)
    if at.date() <= review.last.date():
        if right:
            return review
        tomorrow = at + timedelta(days=1)
        return Review(
            stability=review.stability,
            difficulty=review.difficulty,
            due=min(review.due, tomorrow),
            last=review.last,
        )
    card = Card(
        card_id=1,
        state=State.Review,
        stability=review.stability,
        difficulty=review.difficulty,
        due=review.due,
        last_review=review.last,
    )
    return _review(card, at, right=right)


def _review(card: Card, at: datetime, *, right: bool) -> Review:
    rating = Rating.Good if right else Rating.Again
    card, _ = _scheduler().review_card(card, rating, at.astimezone(UTC))
    return Review(
        stability=half(card.stability or 0.1),
        difficulty=half(card.difficulty or 5.0),
        due=whole(card.due),
        last=whole(at),
    )
