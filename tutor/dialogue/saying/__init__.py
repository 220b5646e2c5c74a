"""The plain wording of moves, by what they speak of: the open item, what is shown, the learner."""
