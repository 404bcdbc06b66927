"""Rows of another file on their way into a journal: merge and return."""
