"""A passphrase: the key made of it, how hard it is to guess, and memory that no dump shows."""
