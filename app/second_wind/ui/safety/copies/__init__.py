"""All safe copies, a return to one, and a second place for them."""
