"""Why a model gave no usable words, as far as it matters for trying again."""

from datetime import timedelta

from tutor.errors import ModelFailed

LONGEST_REST = timedelta(minutes=10)  # whatever a provider asks for


class Overloaded(ModelFailed):
    """The provider said how long it wants to be left alone."""

    def __init__(self, what: str, rest: timedelta) -> None:
        super().__init__(what)
        self.rest = min(rest, LONGEST_REST)


class Rejected(ModelFailed):
    """The provider answered and said no (key, quota, request): asking again now is useless."""


class Filtered(Rejected):
    """The provider would not take or word this one text; the next learner's may be fine."""


class OutOfBudget(ModelFailed):
    """The day's tokens are used up; nothing was sent."""
