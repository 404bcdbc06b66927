"""Safe copies and other files that a journal works with: merge, return, tidying."""
