"""Why a model gave no usable words, as far as it matters for trying again."""

from tutor.errors import ModelFailed


class Rejected(ModelFailed):
    """The provider answered and said no (key, quota, request): asking again now is useless."""


class OutOfBudget(ModelFailed):
    """The day's tokens are used up; nothing was sent."""
