"""Files from elsewhere and files that are written: bytes, letters, tables and cells."""
