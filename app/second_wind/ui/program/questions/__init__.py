"""What is asked once after an update."""
