"""Photos: kept, picked, shown."""
