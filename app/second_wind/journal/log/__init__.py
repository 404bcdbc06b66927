"""What a journal holds: reads, acts, notices, history and settings of the log."""
