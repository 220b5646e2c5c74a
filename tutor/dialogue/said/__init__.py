"""The tutor's own phrasings, one pair of files per language, with the same keys in each."""
