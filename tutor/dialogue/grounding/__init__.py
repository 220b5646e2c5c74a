"""What a move speaks from: what a question is looked up as, and what is told of what was found."""
