"""Measurements: what the parts of Meno can do, as figures with commands."""
