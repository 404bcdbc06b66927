"""What Second Wind knows: pure Python and numpy, no window, no database, no clock of its own."""
