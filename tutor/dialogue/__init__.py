"""The dialogue: what a message is taken to be, the one move that answers it, and its wording."""
