"""Fields for names of people and things."""
