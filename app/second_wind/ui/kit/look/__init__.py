"""Colours, cards, layouts and lines of text."""
