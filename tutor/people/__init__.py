"""Who may see whom: people, classes, guardians, consent, audit."""
