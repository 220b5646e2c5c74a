"""The single checks that a drafted sentence must pass, each in a file of its own (pure)."""
