"""Whether a journal is there and sound, its rescue, its passphrase, and its end."""
