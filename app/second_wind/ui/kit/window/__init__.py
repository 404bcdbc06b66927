"""What pages share: their frame, their places, and lines that say what happened."""
