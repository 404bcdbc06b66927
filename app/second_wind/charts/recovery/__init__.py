"""One rejection: mood before and after it."""
