"""The small window of the tray, which logs a mood and a few words."""
