"""Pages and rows read without SQLite's help, and the proof that they are what was written."""
