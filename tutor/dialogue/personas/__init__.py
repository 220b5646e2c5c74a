"""What a persona may say of itself, and what its strictness demands."""
