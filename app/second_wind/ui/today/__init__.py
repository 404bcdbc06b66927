"""The page of Today."""
