"""How well responses are predicted on real logs, beside the tracers that others use."""

from tutor.evals.tracing.evaluate import MODELS, as_table, evaluate_tracing, run

__all__ = ["MODELS", "as_table", "evaluate_tracing", "run"]
