"""Numbers with units, and chemical formulas."""
