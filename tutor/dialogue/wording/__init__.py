"""How a model is asked to word a move, and what becomes of its drafts."""
