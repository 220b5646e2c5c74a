"""What is asked and how a response is judged. Pure."""
