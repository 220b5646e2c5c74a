"""Finding passages of a course's texts for a query, each with its source."""
