"""Meno, a conversational tutor for schools: code decides, the model words."""
