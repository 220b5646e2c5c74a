"""Turns under way, and what they leave in the log."""
