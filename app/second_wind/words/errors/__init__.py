"""The one plain sentence for everything that can go wrong, a file for each family."""
