"""The formats that are read, a file each, and which one a file is in."""
