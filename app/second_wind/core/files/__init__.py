"""Files that a person names, opened without waiting for ever."""
