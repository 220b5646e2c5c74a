"""What expressions are worth: exact, as polynomials, at points, and derived."""
