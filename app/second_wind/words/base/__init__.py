"""Language, numbers, dates and names that all sentences stand on."""
