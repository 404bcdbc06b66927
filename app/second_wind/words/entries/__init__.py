"""What was logged, in words."""
