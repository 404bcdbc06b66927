"""A journal that is locked or can't be opened."""
