"""The page of Settings and its sections."""
