"""What Second Wind knows: pure Python and numpy, without a window, a database or a clock of its own."""
