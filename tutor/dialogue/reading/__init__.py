"""What a message is taken to be, in parts: `read` puts them together."""
