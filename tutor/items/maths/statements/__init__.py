"""Equations, inequalities and lines of algebra: what holds, and what follows from what."""
