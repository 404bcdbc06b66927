"""What the log says about people and about the way back: steps, themes, chapters, reminders."""
