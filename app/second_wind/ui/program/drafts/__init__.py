"""Drafts of the last time, offered and put back."""
