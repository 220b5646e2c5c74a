"""How words are read and compared: normalising, stems, spelling, negation, the answer scorer."""
