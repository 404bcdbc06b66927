"""What the window says beside the entries themselves."""
