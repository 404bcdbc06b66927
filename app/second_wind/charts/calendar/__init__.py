"""The log along the calendar: timeline, weeks and year."""
