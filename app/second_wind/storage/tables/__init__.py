"""The tables of a journal: their schema, its history, the rows in and out, and their acts."""
