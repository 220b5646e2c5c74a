"""What a message may mean: phrases, cues, and a small classifier that weighs them (pure)."""
