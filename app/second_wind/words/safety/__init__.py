"""Where the files lie, whether they are sound, and how they are locked, in words."""
