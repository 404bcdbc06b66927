"""Photos in a file of their own."""
