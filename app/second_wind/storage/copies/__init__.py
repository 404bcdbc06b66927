"""Safe copies, and which of them is the newest."""
