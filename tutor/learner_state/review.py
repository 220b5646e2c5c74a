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

_START = datetime(2000, 1, 1, tzinfo=UTC)  # any day: cards differ by the days between
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
    return _from(at.astimezone(UTC), *_first())


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
    days = max(0, (at - review.last).days)
    return _from(at, *_next(review.stability, review.difficulty, days, right))


def _from(at: datetime, stability: float, difficulty: float, wait: timedelta) -> Review:
    return Review(stability=stability, difficulty=difficulty, due=whole(at + wait), last=whole(at))


_Card = tuple[
    float, float, timedelta
]  # stability in days, difficulty, and the wait until it is due


@lru_cache(maxsize=1)
def _first() -> _Card:
    return _answered(Card(card_id=1, due=_START), _START, Rating.Good)


@lru_cache(maxsize=10_000)
def _next(stability: float, difficulty: float, days: int, right: bool) -> _Card:
    """FSRS counts whole days and knows nothing else of a card; numbers kept to three digits recur."""
    card = Card(
        card_id=1,
        state=State.Review,
        stability=stability,
        difficulty=difficulty,
        due=_START,
        last_review=_START,
    )
    rating = Rating.Good if right else Rating.Again
    return _answered(card, _START + timedelta(days=days), rating)


def _answered(card: Card, at: datetime, rating: Rating) -> _Card:
    card, _ = _scheduler().review_card(card, rating, at)
    return half(card.stability or 0.1), half(card.difficulty or 5.0), card.due - at
