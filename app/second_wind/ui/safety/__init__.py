"""Merging, the passphrase, checks, and what other programs do to the files."""
