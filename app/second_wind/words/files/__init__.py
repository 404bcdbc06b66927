"""Journals, copies, photos and files from elsewhere, in words."""
