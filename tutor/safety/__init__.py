"""Screening of what comes in and goes out, and alerts that must be acknowledged."""
