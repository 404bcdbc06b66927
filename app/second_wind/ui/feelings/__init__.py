"""Moods and feelings: buttons, chips and all of them in groups."""
