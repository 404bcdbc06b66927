"""The page of History."""
