"""What the words of a file mean: dates, numbers, moods, ticks, and what a person says of them."""
