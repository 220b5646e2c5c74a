"""The 22 teaching rules, checked on every turn of random learners with the real tutor."""

from tutor.evals.rules.run import run

__all__ = ["run"]
