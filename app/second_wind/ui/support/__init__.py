"""The page of Support."""
