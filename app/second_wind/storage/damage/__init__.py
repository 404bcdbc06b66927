"""What a file is, what opens it, what it holds, and what can be saved of a damaged one."""
