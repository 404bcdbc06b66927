"""matplotlib figures from plain data; no window needed."""
