"""SQLite by peewee, and nowhere else."""
