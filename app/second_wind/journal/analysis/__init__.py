"""What the log says, kept until a mood, an activity or a rejection changes."""
