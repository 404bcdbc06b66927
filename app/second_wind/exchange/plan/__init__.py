"""What an import would do, shown before anything is written."""
