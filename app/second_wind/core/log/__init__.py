"""What a person logs: entries, the clock they are logged by, and what may be stored."""
