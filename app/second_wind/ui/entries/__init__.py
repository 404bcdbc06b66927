"""Forms and lines of entries."""
