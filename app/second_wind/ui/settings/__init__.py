"""The sections of Settings, and the forms that are built from tables of fields."""
