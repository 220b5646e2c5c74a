"""Facts from events, for learners, teachers and guardians, and their wording."""
