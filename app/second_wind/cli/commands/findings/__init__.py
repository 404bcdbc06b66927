"""Commands that show what the log says."""
