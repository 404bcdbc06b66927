"""Forms of settings, built from tables of fields."""
