"""What is typed and not stored: collected from the forms, kept in the journal, put back."""
