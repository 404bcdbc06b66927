"""Commands about the journal's files and those of other programs."""
