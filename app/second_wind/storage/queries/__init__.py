"""Reads that go over many rows: sums by day, the latest talks, the search."""
