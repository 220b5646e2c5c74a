"""The laboratory: simulated learners whose truth is known, for measuring what the tutor decides."""

from tutor.evals.simulate.run import Simulation, run, simulate

__all__ = ["Simulation", "run", "simulate"]
