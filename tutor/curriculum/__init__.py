"""What is taught: courses, skills, readings, personas. Reading files is `files.py` alone."""
