"""The grammar of school maths: reading, comparing and showing what learners write."""
