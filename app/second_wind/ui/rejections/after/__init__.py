"""What follows once a rejection is stored."""
