"""How the program starts, what it does in the background, and how it is tried."""
