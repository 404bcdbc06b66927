"""Commands that log, show, change and find entries."""
