"""What is typed and not stored: collected from the forms and kept in the journal."""
