"""The laboratory: simulated learners whose truth is known, for measuring what the tutor decides."""
