"""The only writer: acts, their inverses, and notices of what changed."""
