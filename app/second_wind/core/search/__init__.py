"""Words that are searched, and where they are found."""
