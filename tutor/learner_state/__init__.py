"""What we believe of a learner: a replay of an append-only log. Pure, but for the log's port."""
