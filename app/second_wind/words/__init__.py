"""Everything the program says, in one place: labels, findings, errors and kind sentences."""
