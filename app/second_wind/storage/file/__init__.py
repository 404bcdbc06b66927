"""The one file of a journal: opened for writing, given another key, put in another's place."""
