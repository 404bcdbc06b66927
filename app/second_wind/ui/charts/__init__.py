"""The page of charts, with the one canvas."""
