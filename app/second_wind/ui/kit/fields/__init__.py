"""Fields for one value."""
