"""A sample journal of nobody."""
