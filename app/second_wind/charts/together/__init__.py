"""What went together with better days."""
