"""Files of SQLite and SQLCipher: opened, locked, and their errors made known."""
