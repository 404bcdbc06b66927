"""What goes on beside what is seen: tasks, preferences, locking, the session."""
