"""How long it typically takes to come back."""
