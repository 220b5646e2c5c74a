"""Trying and comparing personas: ten situations in one voice, six learners with two."""
