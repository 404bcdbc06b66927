"""What belongs to this computer: a second place, its keyring, conflict copies."""
