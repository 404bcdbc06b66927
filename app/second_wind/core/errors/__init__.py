"""What can go wrong and is no bug: facts only, a file for each family; `words.errors` speaks."""
