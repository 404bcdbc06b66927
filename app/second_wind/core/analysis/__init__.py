"""The analysis of a log: what is computed, how, and what is found."""
