"""School notation: the signs, the grammar, and the tree that it makes."""
